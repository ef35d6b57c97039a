import type { Column } from '../report.ts';

const figures: readonly Column['type'][] = ['money', 'hours', 'count', 'percent', 'number'];
/** Longer words break; ids always do. */
const wordMax = 17;
const idMax = 11;
const lineMax = 48;
/** What stands between two columns, in characters. */
const gap = 3;

/**
 * By what is in them: first so wide that no usual word breaks, figures not at all; what is left goes to the longer lines.
 * @param texts rows of the table, its head among them
 * @param lineChars how many characters of its size a line of the page has
 */
export function widthsOf(columns: readonly Column[], texts: Iterable<readonly string[]>, lineChars: number) {
  const words = columns.map(() => 1);
  const lines = columns.map(() => 1);
  for (const row of texts)
    for (const [index, text] of row.entries())
      for (const line of text.split('\n')) {
        lines[index] = Math.max(lines[index]!, Math.min(line.length, lineMax));
        const max = columns[index]!.type === 'id' || columns[index]!.type === 'list' ? idMax : wordMax;
        const parts = columns[index]!.type === 'money' ? [line] : line.split(/\s/);
        for (const part of parts) words[index] = Math.max(words[index]!, Math.min(charsOf(part), max));
      }
  const needed = words.map((chars) => chars + gap);
  const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0);
  const wanted = lines.map((chars, index) => Math.max(0, chars - words[index]!));
  const left = Math.max(0, Math.min(lineChars - sum(needed), sum(wanted)));
  const parts = needed.map((chars, index) => chars + (left === 0 ? 0 : (left * wanted[index]!) / sum(wanted)));
  return columns.map(({ type }, index) => ({
    width: parts[index]! / sum(parts),
    align: figures.includes(type) ? ('end' as const) : ('start' as const),
  }));
}

/** In usual characters: capitals and digits are wider. */
const charsOf = (text: string): number => text.length + 0.15 * (text.match(/[\p{Lu}\d]/gu)?.length ?? 0);
