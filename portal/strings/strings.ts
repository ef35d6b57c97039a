import { en } from './en.ts';
import type { Names, Plural, Strings, TextKey, Values } from './text-keys.ts';

export const locales = { en: 'English', de: 'Deutsch' } as const;
export type Locale = keyof typeof locales;

const loaders: Record<Locale, () => Promise<Strings>> = {
  en: async () => en,
  de: async () => (await import('./de.ts')).de,
};

let strings: Strings = en;
let current: Locale = 'en';
let plural = new Intl.PluralRules('en');
let numbers = new Intl.NumberFormat('en');

export const locale = (): Locale => current;

export async function useLocale(wanted: Locale): Promise<void> {
  strings = await loaders[wanted]();
  current = wanted;
  plural = new Intl.PluralRules(wanted);
  numbers = new Intl.NumberFormat(wanted);
  document.documentElement.lang = wanted;
}

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
  const entry: string | Plural = strings[key];
  const text = typeof entry === 'string' ? entry : entry[plural.select(Number(values.n)) === 'one' ? 'one' : 'other'];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? numbers.format(value) : value;
  });
}

/** For a key built from data (a role, a problem code): its words, or undefined when there are none. */
export function wordsFor(prefix: string, name: string): string | undefined {
  const entry = (strings as Readonly<Record<string, string | Plural>>)[`${prefix}.${name}`];
  return typeof entry === 'string' ? entry : undefined;
}
