/**
 * A word of a text with its UTF-16 range. `parts` are the pieces of a compound: node.js → nodejs (node, js),
 * c++ → c++ (c), .net → .net (net). Both are indexed, so each way of writing finds the others.
 */
export type Token = {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  readonly parts?: readonly Token[];
};

/** Longer words are cut, in documents and queries alike. UTF-16 units. */
export const maxTermLength = 48;

// Character classes on both sides of every repetition are disjoint, so matching is linear in the text.
const wordPattern = /\.?[\p{L}\p{N}\p{M}]+(?:['’.\-_][\p{L}\p{N}\p{M}]+){0,7}[+#]{0,2}/gu;
const partPattern = /[\p{L}\p{N}\p{M}]+/gu;
const unspacedClass =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}ー々';
const unspaced = new RegExp(`[${unspacedClass}]`, 'u');
const scriptRuns = new RegExp(`[${unspacedClass}]+|[^${unspacedClass}]+`, 'gu');
const plainWord = /^[a-z0-9]+$/;
// Marks that writers leave out: accents, Hebrew points, Arabic vowels and tatweel. Indic vowel signs are letters in all but name.
const optionalMarks =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;
const unfoldable: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
const unfoldablePattern = /[ßæœøłđðþı]/g;

/** Words in order of appearance. Never throws, whatever the text. O(length). */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const raw = match[0];
    const lower = raw.toLowerCase();
    if (plainWord.test(lower)) push(tokens, lower, match.index, match.index + raw.length);
    else if (unspaced.test(raw))
      for (const run of raw.matchAll(scriptRuns)) addRun(tokens, run[0], match.index + run.index);
    else addWord(tokens, raw, match.index);
  }
  return tokens;
}

/** Case, width, ligatures and optional marks removed: "Ångström" and "ＡＮＧＳＴＲＯＭ" are the same word. */
export function fold(word: string): string {
  const bare = word.normalize('NFKD').toLowerCase().replace(optionalMarks, '');
  return bare.replace(unfoldablePattern, (letter) => unfoldable[letter]!).normalize('NFC');
}

function addRun(tokens: Token[], run: string, start: number): void {
  if (unspaced.test(run)) addBigrams(tokens, run, start);
  else for (const match of run.matchAll(wordPattern)) addWord(tokens, match[0], start + match.index);
}

function addWord(tokens: Token[], raw: string, start: number): void {
  const end = start + raw.length;
  const parts: Token[] = [];
  for (const match of raw.matchAll(partPattern))
    push(parts, match[0], start + match.index, start + match.index + match[0].length);
  const dot = raw.startsWith('.') && parts.length === 1 ? '.' : '';
  const suffix = raw.match(/[+#]*$/)?.[0] ?? '';
  const joined = (dot + parts.map((part) => part.term).join('')).slice(0, maxTermLength) + suffix;
  if (parts.length === 0) return;
  if (parts.length === 1 && joined === parts[0]!.term) tokens.push({ ...parts[0]!, start, end });
  else tokens.push({ term: joined, start, end, parts });
}

/** Scripts without spaces: every character begins a two-character term, the last one stands alone. */
function addBigrams(tokens: Token[], run: string, start: number): void {
  const characters = run.match(/.\p{M}*/gsu) ?? [];
  let at = start;
  for (const [index, character] of characters.entries()) {
    const next = characters[index + 1] ?? '';
    push(tokens, character + next, at, at + character.length + next.length);
    at += character.length;
  }
}

function push(tokens: Token[], raw: string, start: number, end: number): void {
  const lower = raw.toLowerCase();
  const term = (plainWord.test(lower) ? lower : lettersOf(fold(raw))).slice(0, maxTermLength);
  if (term !== '') tokens.push({ term, start, end });
}

/** Folding can bring in signs (½ becomes 1⁄2), and cutting may split a surrogate pair. */
function lettersOf(folded: string): string {
  return folded
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '')
    .slice(0, maxTermLength)
    .replace(/[\ud800-\udbff]$/, '');
}

/** A single character of a script without spaces, which stands for every pair it begins. */
export function isSingleIdeograph(term: string): boolean {
  return [...term].length === 1 && unspaced.test(term);
}
