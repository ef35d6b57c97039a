import type { Token } from './tokens.ts';

/** A place in a text that a rule is about. */
export type Found<What extends string = string> = {
  what: What;
  start: number;
  end: number;
  /** As it is written there. */
  text: string;
};

export function foundAt<What extends string>(text: string, what: What, tokens: readonly Token[]): Found<What> {
  const [start, end] = [tokens[0]!.start, tokens.at(-1)!.end];
  return { what, start, end, text: text.slice(start, end) };
}

/** In the order of the text; what overlaps an earlier one is part of it. */
export function inOrder<What extends string>(found: readonly Found<What>[]): Found<What>[] {
  const kept: Found<What>[] = [];
  for (const one of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || one.start >= last.end) kept.push(one);
  }
  return kept;
}
