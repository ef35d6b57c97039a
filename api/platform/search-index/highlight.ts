import type { MatchTerms } from './search-query.ts';
import { type Token, tokenize } from './tokenizer.ts';

/** Half open, in UTF-16 units. */
export type Range = [start: number, end: number];

/** Where the words of a search stand in a stored text: ascending, never touching. O(text). */
export function highlight(text: string, match: MatchTerms): Range[] {
  const terms = new Set(match.terms);
  const ranges: Range[] = [];
  for (const token of tokenize(text)) {
    if (isMatch(token, terms, match.prefixes)) extend(ranges, token);
    else for (const part of token.parts ?? []) if (isMatch(part, terms, match.prefixes)) extend(ranges, part);
  }
  return ranges;
}

export type Excerpt = { readonly text: string; readonly ranges: Range[] };

/** The part of a text, at most `maxLength` units between ellipses, that holds the most highlights; cut at spaces. */
export function excerpt(text: string, ranges: readonly Range[], maxLength: number): Excerpt {
  if (text.length <= maxLength) return { text, ranges: [...ranges] };
  const within = (from: number) => ranges.filter(([start, end]) => start >= from && end <= from + maxLength);
  const starts = [0, ...ranges.map(([start]) => wordStart(text, start - Math.floor(maxLength / 4)))];
  const from = starts.reduce((best, start) => (within(start).length > within(best).length ? start : best), 0);
  const to = from + maxLength >= text.length ? text.length : wordEnd(text, from, from + maxLength);
  const lead = from > 0 ? '… ' : '';
  const shift = lead.length - from;
  const kept = ranges.filter(([start, end]) => start >= from && end <= to);
  return {
    text: lead + text.slice(from, to) + (to < text.length ? ' …' : ''),
    ranges: kept.map(([start, end]) => [start + shift, end + shift]),
  };
}

function isMatch(token: Token, terms: ReadonlySet<string>, prefixes: readonly string[]): boolean {
  if (terms.has(token.term)) return true;
  for (const prefix of prefixes) if (token.term.startsWith(prefix)) return true;
  return false;
}

function extend(ranges: Range[], { start, end }: Token): void {
  const last = ranges.at(-1);
  if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
  else ranges.push([start, end]);
}

function wordStart(text: string, near: number): number {
  if (near <= 0) return 0;
  const space = text.indexOf(' ', near);
  return space < 0 || space - near > 30 ? alignedTo(text, near) : space + 1;
}

function wordEnd(text: string, from: number, near: number): number {
  const space = text.lastIndexOf(' ', near);
  return space > from + 10 ? space : alignedTo(text, near);
}

/** Never between the halves of a surrogate pair. */
function alignedTo(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
