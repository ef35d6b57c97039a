import { type BrandWords, plainWords, type Thing, things, type Word, type WordLocale } from './brand-words.ts';

/**
 * A sentence of ours with the tenant's words for things in place of the ones it comes with. Given the sentence before
 * values are put into it: what somebody typed is never changed.
 */
export type Rename = (sentence: string) => string;

const asItIs: Rename = (sentence) => sentence;

/** Other ways in which our sentences say a thing. */
const otherForms: Record<WordLocale, Partial<Record<Thing, readonly [one: string, other: string][]>>> = {
  // Of “post” the plural only: the singular is also what people do with one.
  en: {
    jobPost: [
      ['job', 'jobs'],
      ['posts', 'posts'],
    ],
    talentPool: [['pool', 'pools']],
  },
  de: { talentPool: [['Pool', 'Pools']] },
};
/** Names of features that have one of the words in them, and stay. */
const kept = /Job Success|job board/g;

export function renamer(words: BrandWords, locale: WordLocale): Rename {
  const named = words[locale] ?? {};
  const chosen = things.filter((thing) => named[thing]);
  if (chosen.length === 0) return asItIs;
  return locale === 'de' ? germanRenamer(chosen, named) : englishRenamer(chosen, named);
}

type Named = Partial<Record<Thing, Word>>;

function englishRenamer(chosen: readonly Thing[], named: Named): Rename {
  const replacements = new Map<string, string>();
  for (const [thing, one, other] of formsOf('en', chosen)) {
    replacements.set(one, named[thing]!.one);
    replacements.set(other, named[thing]!.other);
  }
  const pattern = new RegExp(`(?<![\\p{L}{])(?:(an?) )?(${alternatives(replacements)})(?![\\p{L}}])`, 'giu');
  return keeping((sentence) =>
    sentence.replace(pattern, (_, article: string | undefined, found: string) => {
      const word = sameCase(found, replacements.get(found.toLowerCase())!);
      if (article === undefined) return word;
      const fitting = /^[aeio]|^u(?!ni|se|ti|sa)/i.test(word) ? 'an' : 'a';
      return `${sameCase(article, fitting)} ${word}`;
    }),
  );
}

/**
 * Plurals take any gender's articles and endings, so they are always renamed, in the dative too. A singular only where
 * the tenant's word has the gender of ours, stands alone, at the head of a sentence or behind a number: else it would need
 * another article.
 */
function germanRenamer(chosen: readonly Thing[], named: Named): Rename {
  const replacements = new Map<string, string>();
  const counted = new Map<string, string>();
  const alone = new Map<string, string>();
  for (const [thing, one, other] of formsOf('de', chosen)) {
    const word = named[thing]!;
    const [ours, theirs] = [plainWords.de[thing].gender, word.gender ?? plainWords.de[thing].gender];
    if (other !== one) replacements.set(other, word.other);
    if (dative(other) !== other) replacements.set(dative(other), dative(word.other));
    alone.set(one, word.one);
    if (other !== one) (ours === theirs ? replacements : counted).set(one, word.one);
    if (ours === theirs && ours !== 'f') replacements.set(`${one}s`, genitive(word.one));
  }
  const places = [counted.size > 0 && `(?<=\\{n\\} )(?:${alternatives(counted)})`]
    .concat(replacements.size > 0 && `(?<![\\p{L}{-])(?:${alternatives(replacements)})`)
    .filter((place) => place !== false);
  const pattern = places.length > 0 ? new RegExp(`(?:${places.join('|')})(?![\\p{L}}-])`, 'gu') : undefined;
  // Nothing stands before it that would have to fit.
  const begun = new RegExp(`^(?:${alternatives(alone)})(?= von |: |$)`, 'u');
  return (sentence) => {
    const head = begun.exec(sentence)?.[0] ?? '';
    const rest = sentence.slice(head.length);
    const renamed = pattern ? rest.replace(pattern, (found) => replacements.get(found) ?? counted.get(found)!) : rest;
    return (alone.get(head) ?? '') + renamed;
  };
}

function formsOf(locale: WordLocale, chosen: readonly Thing[]): [thing: Thing, one: string, other: string][] {
  return chosen.flatMap((thing) => {
    const { one, other } = plainWords[locale][thing];
    const more = otherForms[locale][thing] ?? [];
    return [[one, other] as const, ...more].map(([a, b]): [Thing, string, string] => [thing, a, b]);
  });
}

/** The longest first: a talent pool is not a talent and a pool. */
const alternatives = (replacements: ReadonlyMap<string, string>): string =>
  [...replacements.keys()].sort((one, other) => other.length - one.length).join('|');

const keeping =
  (rename: Rename): Rename =>
  (sentence) => {
    const spared = sentence.match(kept);
    return spared
      ? sentence
          .split(kept)
          .map(rename)
          .reduce((text, part, at) => text + spared[at - 1] + part)
      : rename(sentence);
  };

function sameCase(found: string, word: string): string {
  const isCapital = found[0] !== found[0]!.toLowerCase();
  return isCapital ? word[0]!.toUpperCase() + word.slice(1) : word;
}

const dative = (other: string): string => (/[ns]$/.test(other) ? other : `${other}n`);
const genitive = (one: string): string => (/[sxzß]$/.test(one) ? `${one}es` : `${one}s`);
