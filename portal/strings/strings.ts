import type { BrandWords } from '@portico/api/platform/tenants/brand-words.ts';
import type { Rename } from '@portico/api/platform/tenants/rename-things.ts';
import type { Names, Plural, Strings, TextKey, Values } from './text-keys.ts';
import { firstWords, pageWords } from './words.ts';

export const locales = { en: 'English', de: 'Deutsch' } as const;
export type Locale = keyof typeof locales;

type Words = Readonly<Record<string, string | Plural>>;

/** English is in the first file: there is never a moment without words. */
let strings: Words = firstWords.en() as Partial<Strings> as Words;
let current: Locale = 'en';
let plural = new Intl.PluralRules('en');
let numbers = new Intl.NumberFormat('en');
const pages = new Set<string>();

export const locale = (): Locale => current;

export async function useLocale(wanted: Locale): Promise<void> {
  let known: Words;
  let n: number;
  do {
    // A page that arrives meanwhile brings words of its own.
    n = pages.size;
    known = Object.assign({}, await firstWords[wanted](), ...(await wordsOf(pages, wanted)));
  } while (n !== pages.size);
  strings = known;
  current = wanted;
  plural = new Intl.PluralRules(wanted);
  numbers = new Intl.NumberFormat(wanted);
  document.documentElement.lang = wanted;
  await useThings(things);
}

/** A page and its words, asked for together. The build writes these calls around `import()`. */
export async function withWords<Module>(load: () => Promise<Module>, needed: string): Promise<Module> {
  const [module] = await Promise.all([load(), needWords(needed)]);
  return module;
}

/** The words first: elements that the module defines may be waiting in the page. */
export async function afterWords<Module>(load: () => Promise<Module>, needed: string): Promise<Module> {
  await needWords(needed);
  return load();
}

async function needWords(page: string): Promise<void> {
  while (!pages.has(page)) {
    const asked = current;
    const found = await wordsOf([page], asked);
    if (asked !== current) continue;
    pages.add(page);
    strings = Object.assign({}, strings, ...found);
  }
}

const wordsOf = (names: Iterable<string>, of: Locale) => Promise.all([...names].map((name) => pageWords[of][name]?.()));

/** The first of the person's languages that we speak. */
export function matchLocale(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    const language = tag.split('-')[0];
    if (language && language in locales) return language as Locale;
  }
  return 'en';
}

export function t<Key extends TextKey>(key: Key, ...given: Names<Key> extends never ? [] : [Values<Key>]): string {
  const values: Record<string, string | number> = given[0] ?? {};
  const entry = strings[key];
  if (entry === undefined) return missing(key);
  const text = typeof entry === 'string' ? entry : entry[plural.select(Number(values.n)) === 'one' ? 'one' : 'other'];
  return inTheirWords(text).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? numbers.format(value) : value;
  });
}

/** Types know every key, so this is a page whose words were not brought along; what else it shows still stands. */
function missing(key: string): string {
  console.error(`No words for "${key}" have been loaded.`);
  return '…';
}

/** For a key built from data (a role, a problem code): its words, or undefined when there are none. */
export function wordsFor(prefix: string, name: string): string | undefined {
  const entry = strings[`${prefix}.${name}`];
  return typeof entry === 'string' ? inTheirWords(entry) : undefined;
}

let things: BrandWords = {};
let rename: Rename | undefined;
const renamed = new Map<string, string>();

/** What the tenant calls things; a rename costs once a sentence. Most tenants have no words of their own. */
export async function useThings(words: BrandWords): Promise<void> {
  things = words;
  const own = words[current];
  const renamer = own && (await import('@portico/api/platform/tenants/rename-things.ts')).renamer;
  renamed.clear();
  rename = renamer?.(things, current);
}

function inTheirWords(text: string): string {
  if (!rename) return text;
  let known = renamed.get(text);
  if (known === undefined) {
    known = rename(text);
    renamed.set(text, known);
  }
  return known;
}
