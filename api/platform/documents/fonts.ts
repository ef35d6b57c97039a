import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { sfntOfWoff } from './sfnt-of-woff.ts';

/**
 * Fonts of documents: Inter, and Noto where Inter has no letters. Each comes in files by range of characters, so that
 * a document embeds only what it shows.
 */
export type FontFile = { name: string; bytes: Buffer };

const families = [
  '@fontsource/inter',
  '@fontsource/noto-sans-arabic',
  '@fontsource/noto-sans-hebrew',
  '@fontsource/noto-sans-devanagari',
  '@fontsource/noto-sans-sc',
] as const;

type Subset = { family: string; subset: string; ranges: readonly (readonly [from: number, to: number])[] };

const locate = createRequire(import.meta.url);
let known: Subset[] | undefined;

const chosen = { bold: new Map<number, FontFile>(), regular: new Map<number, FontFile>() };

/** The first family that has the character; Inter shows its sign for a missing one. */
export function fontFor(codePoint: number, isBold: boolean): FontFile {
  const cache = isBold ? chosen.bold : chosen.regular;
  let font = cache.get(codePoint);
  if (!font) {
    font = findFont(codePoint, isBold);
    cache.set(codePoint, font);
  }
  return font;
}

function findFont(codePoint: number, isBold: boolean): FontFile {
  known ??= families.flatMap(subsetsOf);
  const found = known.find(({ ranges }) => ranges.some(([from, to]) => from <= codePoint && codePoint <= to));
  const { family, subset } = found ?? { family: families[0], subset: 'latin' };
  const weight = isBold ? 700 : 400;
  const name = `${family.slice(family.indexOf('/') + 1)}-${subset}-${weight}-normal`;
  let file = files.get(name);
  if (!file) {
    file = { name, bytes: sfntOfWoff(readFileSync(locate.resolve(`${family}/files/${name}.woff`))) };
    files.set(name, file);
  }
  return file;
}
const files = new Map<string, FontFile>();

/** Basic letters first: most text needs no further look. */
function subsetsOf(family: string): Subset[] {
  const ranges: Record<string, string> = JSON.parse(readFileSync(locate.resolve(`${family}/unicode.json`), 'utf8'));
  return Object.entries(ranges)
    .map(([subset, text]) => ({ family, subset: subset.replace(/[[\]]/g, ''), ranges: rangesOf(text) }))
    .toSorted((one, other) => Number(other.subset === 'latin') - Number(one.subset === 'latin'));
}

/** `U+0000-00FF,U+0131` */
function rangesOf(text: string): [number, number][] {
  return text.split(',').map((part) => {
    const [from = '', to = from] = part.trim().slice(2).split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}
