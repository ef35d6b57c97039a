/** What the search for everything finds. Pure. */
export const foundKinds = [
  'contract',
  'jobPost',
  'offer',
  'proposal',
  'person',
  'list',
  'pool',
  'purchaseOrder',
  'invoice',
] as const;
export type FoundKind = (typeof foundKinds)[number];

/** @property path where it is looked at, from the portal's root */
export type Found = { kind: FoundKind; id: string; title: string; subtitle: string | null; path: string };

/**
 * @property text what the words are looked for in @property at what is newer comes first among equals
 * @property isLoose found by more than its name, as people are by their skills
 */
export type Candidate = Found & { text: string; at: number; isLoose?: boolean };

export const wordsMax = 6;

/** Letters with a stroke are letters of their own to Unicode, and marked ones to who types them. */
const plainLetters: Readonly<Record<string, string>> = { ß: 'ss', ł: 'l', ø: 'o', đ: 'd', ı: 'i' };

/** Without capitals and accents, which are written one way or another. */
export function searchable(text: string): string {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.replace(/[ßłøđı]/g, (letter) => plainLetters[letter]!);
}

/** As they were written, but for capitals. */
export function wordsOf(text: string): string[] {
  return [...new Set(text.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean))].slice(0, wordsMax);
}

/**
 * The best first: what is called exactly so, what begins so, what has words that begin so, what holds it anywhere;
 * then the newest. Of a kind at most `ofKind`, so that one never hides the others.
 */
export function ranked(candidates: readonly Candidate[], words: readonly string[], ofKind: number): Found[] {
  const plain = words.map(searchable);
  const scored = candidates.flatMap((candidate) => {
    const score = scoreOf(candidate, plain);
    return score === undefined ? [] : [{ candidate, score }];
  });
  scored.sort((one, other) => one.score - other.score || other.candidate.at - one.candidate.at);
  const taken = new Map<FoundKind, number>();
  return scored.flatMap(({ candidate: { kind, id, title, subtitle, path } }) => {
    const n = (taken.get(kind) ?? 0) + 1;
    taken.set(kind, n);
    return n > ofKind ? [] : [{ kind, id, title, subtitle, path }];
  });
}

/** undefined: what the database took for a match is none once accents and case are compared. */
function scoreOf({ id, title, text, isLoose }: Candidate, words: readonly string[]): number | undefined {
  const whole = words.join(' ');
  const name = searchable(title);
  if (name === whole || id.toLowerCase() === whole) return 0;
  const searched = searchable(text);
  if (!words.every((word) => searched.includes(word))) return isLoose ? 4 : undefined;
  if (name.startsWith(whole)) return 1;
  const starts = searched.split(/[^\p{L}\p{N}]+/u);
  return words.every((word) => starts.some((start) => start.startsWith(word))) ? 2 : 3;
}
