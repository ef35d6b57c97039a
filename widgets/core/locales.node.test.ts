import assert from 'node:assert/strict';
import { globSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

type Words = { [key: string]: Words | string | readonly string[] };

const room = join(import.meta.dirname, '..');
const languages = ['ar', 'de', 'en', 'es', 'fr', 'ja'];
const pluralForms = new Set<string>(['zero', 'one', 'two', 'few', 'many', 'other']);
/** Nothing has a form of its own for none, and no list here is a million long, where French and Spanish say “de”. */
const formsNeeded = (language: string) =>
  new Intl.PluralRules(language)
    .resolvedOptions()
    .pluralCategories.filter((form) => form !== 'zero' && !(form === 'many' && language !== 'ar'));

const isPlural = (words: unknown): words is Record<string, string> =>
  typeof words === 'object' &&
  words !== null &&
  'other' in words &&
  Object.entries(words).every(([form, text]) => pluralForms.has(form) && typeof text === 'string') &&
  // `{ none, other }` and the like are names of things.
  Object.values(words as Record<string, string>).some((text) => text.includes('{n}'));

const holesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

/** By path: the holes of a text, or of the `other` form of a plural. */
function* leaves(words: Words, path = ''): Generator<[path: string, text: string, forms?: Record<string, string>]> {
  for (const [key, value] of Object.entries(words)) {
    const at = path ? `${path}.${key}` : key;
    if (typeof value === 'string') yield [at, value];
    else if (isPlural(value)) yield [at, value.other!, value];
    else yield* leaves(value as Words, at);
  }
}

/** Words for what the API says in English already are left out of English. */
const isOnlyForOthers = (path: string) => path.startsWith('refusals.');

for (const folder of globSync('**/locales', { cwd: room }).sort()) {
  test(`${folder}: one file for each language, each with every text, its placeholders and its plural forms`, async () => {
    const files = readdirSync(join(room, folder)).map((file) => file.replace(/\.ts$/, ''));
    assert.deepEqual(files.sort(), languages);
    const words = new Map<string, Map<string, [text: string, forms?: Record<string, string>]>>();
    for (const language of languages) {
      const module: Record<string, Words> = await import(`../${folder}/${language}.ts`);
      const found = leaves(Object.values(module)[0]!);
      words.set(language, new Map([...found].map(([path, text, forms]) => [path, [text, forms]])));
    }
    const wanted = words.get('en')!;
    const refusals = [...words.get('de')!.keys()].filter(isOnlyForOthers);
    for (const [language, texts] of words) {
      const paths = language === 'en' ? [...wanted.keys()] : [...wanted.keys(), ...refusals];
      assert.deepEqual([...texts.keys()].sort(), paths.sort(), language);
      for (const [path, [text, forms]] of texts) {
        const where = `${language} ${path}`;
        assert.ok(text.trim(), `${where} is empty`);
        assert.deepEqual(holesIn(text), holesIn(wanted.get(path)?.[0] ?? text), where);
        if (!forms) continue;
        for (const form of formsNeeded(language)) assert.ok(forms[form], `${where} has no form “${form}”`);
      }
    }
  });
}

test('what is not English is not in English: no longer text is left untranslated', async () => {
  for (const folder of globSync('**/locales', { cwd: room })) {
    const texts = async (language: string) => {
      const module: Record<string, Words> = await import(`../${folder}/${language}.ts`);
      return new Map([...leaves(Object.values(module)[0]!)].map(([path, text]) => [path, text]));
    };
    const english = await texts('en');
    for (const language of languages.filter((each) => each !== 'en'))
      for (const [path, text] of await texts(language))
        if (text.split(/\s/).length > 3) assert.notEqual(text, english.get(path), `${folder} ${language} ${path}`);
  }
});
