/** Whether two names are the same person's. Pure. */

/** Letters whose accents are part of them in Unicode, as banks write them. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};
/** How umlauts are written where there are none; only compared, never shown. */
const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa' };

/**
 * Order, case, accents, hyphens and left-out middle names make no difference; a first or a last name that is missing or
 * another does. `Ada B. Okafor` is `OKAFOR ADA`.
 */
export function namesMatch(one: string, other: string): boolean {
  return spellings(one).some((words) => spellings(other).some((others) => wordsMatch(words, others)));
}

/** Sorted words, with umlauts written both ways. */
function spellings(name: string): string[][] {
  const lower = name.normalize('NFC').toLowerCase();
  const written = lower.replace(/[äöüå]/g, (letter) => umlauts[letter]!);
  return [...new Set([lower, written])].map(wordsOf);
}

function wordsOf(name: string): string[] {
  return name
    .replace(/[ßøłđðþæœı]/g, (letter) => plainLetters[letter]!)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function wordsMatch(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length === 0) return false;
  if (short.length < 2 && long.length > 1) return false;
  // Initials alone could be anybody's.
  if (!short.some((word) => word.length > 1 && long.includes(word))) return false;
  const left = [...long];
  return short.every((word) => {
    const at = left.findIndex((candidate) => isSameWord(word, candidate));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** An initial stands for a name that begins with it. */
function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length === 1 && long.startsWith(short);
}
