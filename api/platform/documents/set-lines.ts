import bidiFactory from 'bidi-js';
import LineBreaker from 'linebreak';
import { type FontFile, fontFor } from './fonts.ts';

/** Words of one look within a paragraph. */
export type Span = { text: string; isBold?: boolean; isItalic?: boolean; href?: string };

/** What is drawn in one go, in the order of its logical characters; `isReversed` is for the drawer to turn. */
export type Piece = { text: string; font: FontFile; width: number; isItalic: boolean; href: string | undefined };

/** From left to right, as it is seen. */
export type Line = { pieces: Piece[]; width: number; isRightToLeft: boolean };

export type Measure = (text: string, font: FontFile) => number;

// Its types describe another module form than it has under Node.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();

type Style = { isBold: boolean; isItalic: boolean; href: string | undefined };
type Run = Style & { start: number; end: number; level: number; font: FontFile };

/**
 * Breaks a paragraph into lines (UAX #14) and brings each into the order it is read in (UAX #9).
 * @param width in the measure's units
 */
export function setLines(spans: readonly Span[], width: number, measure: Measure): Line[] {
  const text = spans.map((span) => span.text).join('');
  if (text === '') return [];
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text);
  const isRightToLeft = ((paragraphs[0]?.level ?? 0) & 1) === 1;
  const runs = runsOf(spans, levels);
  const widthOf = (start: number, end: number) =>
    within(runs, start, end).reduce((sum, run) => sum + measure(text.slice(run.start, run.end), run.font), 0);
  return breakLines(text, width, widthOf).map(({ start, end }) => {
    const pieces = visualOrder(within(runs, start, end)).map((run) => pieceOf(text, run, measure));
    return { pieces, width: pieces.reduce((sum, piece) => sum + piece.width, 0), isRightToLeft };
  });
}

type Extent = { start: number; end: number };

/** As much on each line as fits; a word wider than the line is cut. */
function breakLines(text: string, width: number, widthOf: (start: number, end: number) => number): Extent[] {
  const lines: Extent[] = [];
  const finish = (start: number, end: number) => lines.push({ start, end: trimmedEnd(text, start, end) });
  let lineStart = 0;
  let lineEnd = 0;
  let used = 0;
  for (const { start, end, required } of wordsOf(text)) {
    const full = widthOf(start, end);
    const shown = widthOf(start, trimmedEnd(text, start, end));
    if (used > 0 && used + shown > width) {
      finish(lineStart, lineEnd);
      [lineStart, used] = [start, 0];
    }
    if (shown > width) {
      const rest = cut(text, { start, end }, width, widthOf, finish);
      [lineStart, lineEnd, used] = [rest, end, widthOf(rest, end)];
    } else [lineEnd, used] = [end, used + full];
    if (required) {
      finish(lineStart, lineEnd);
      [lineStart, used] = [end, 0];
    }
  }
  if (lineStart < text.length) finish(lineStart, text.length);
  return lines;
}

/** @returns where what is left of the word begins */
function cut(
  text: string,
  { start, end }: Extent,
  width: number,
  widthOf: (start: number, end: number) => number,
  finish: (start: number, end: number) => void,
): number {
  let from = start;
  let used = 0;
  for (const { index, segment } of graphemes.segment(text.slice(start, end))) {
    const at = start + index;
    const next = widthOf(at, at + segment.length);
    if (used > 0 && used + next > width) {
      finish(from, at);
      [from, used] = [at, 0];
    }
    used += next;
  }
  return from;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

function* wordsOf(text: string): Generator<Extent & { required: boolean }> {
  const breaker = new LineBreaker(text);
  let start = 0;
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) {
    // The end of the text counts as a required break to the library, and is none here.
    yield { start, end: found.position, required: found.required && text[found.position - 1] === '\n' };
    start = found.position;
  }
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** Stretches of one look, one font and one direction. */
function runsOf(spans: readonly Span[], levels: Uint8Array): Run[] {
  const runs: Run[] = [];
  let start = 0;
  for (const { text: words, isBold = false, isItalic = false, href } of spans) {
    for (const character of words) {
      const end = start + character.length;
      const font = fontFor(character.codePointAt(0)!, isBold);
      const level = levels[start]!;
      const last = runs.at(-1);
      const isSame =
        last?.font.name === font.name && last.level === level && last.href === href && last.isItalic === isItalic;
      if (isSame) last.end = end;
      else runs.push({ start, end, level, font, isBold, isItalic, href });
      start = end;
    }
  }
  return runs;
}

function within(runs: readonly Run[], start: number, end: number): Run[] {
  return runs.flatMap((run) =>
    run.start < end && run.end > start
      ? [{ ...run, start: Math.max(run.start, start), end: Math.min(run.end, end) }]
      : [],
  );
}

/** Rule L2: from the highest level down, each stretch of it or above is turned round. */
function visualOrder(runs: Run[]): Run[] {
  const ordered = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let from = 0; from < ordered.length; from++) {
      if (ordered[from]!.level < level) continue;
      let to = from;
      while (to < ordered.length && ordered[to]!.level >= level) to++;
      ordered.splice(from, to - from, ...ordered.slice(from, to).reverse());
      from = to;
    }
  }
  return ordered;
}

const rightToLeftLetter = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** The font's own rules turn Arabic and Hebrew; what else stands in their direction is turned and mirrored here. */
function pieceOf(text: string, { start, end, level, font, isItalic, href }: Run, measure: Measure): Piece {
  const logical = text.slice(start, end);
  const isTurned = level % 2 === 1 && !rightToLeftLetter.test(logical);
  const shown = isTurned
    ? [...logical]
        .reverse()
        .map((character) => bidi.getMirroredCharacter(character) ?? character)
        .join('')
    : logical;
  return { text: shown.replace(/[\n\t]/g, ' '), font, width: measure(logical, font), isItalic, href };
}
