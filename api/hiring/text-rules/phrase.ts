import type { Token } from './tokens.ts';

/** Steps of a phrase: one of some words; up to so many other words of the sentence; or a phrase that may be missing. */
export type Step = ReadonlySet<string> | { gap: number } | { maybe: ReadonlySet<string> };
export type Phrase = readonly Step[];

/**
 * `phrase('pay|send', 3, '(a|the)', 'deposit')`: words by `|`, a number for a gap, brackets for what may be missing.
 * A place is looked at with at most the product of its gaps, which phrases keep small: the whole stays linear.
 */
export function phrase(...steps: (string | number)[]): Phrase {
  return steps.map((step) => {
    if (typeof step === 'number') return { gap: step };
    return step.startsWith('(') ? { maybe: wordSet(step.slice(1, -1)) } : wordSet(step);
  });
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split('|'));
}

/** The token behind the phrase, or undefined where it does not begin at `at`. */
export function matchPhrase(tokens: readonly Token[], at: number, steps: Phrase, from = 0): number | undefined {
  if (from === steps.length) return at;
  const step = steps[from]!;
  if (step instanceof Set) {
    return tokens[at] && step.has(tokens[at].text) ? matchPhrase(tokens, at + 1, steps, from + 1) : undefined;
  }
  if ('maybe' in step) {
    const taken =
      tokens[at] && step.maybe.has(tokens[at].text) ? matchPhrase(tokens, at + 1, steps, from + 1) : undefined;
    return taken ?? matchPhrase(tokens, at, steps, from + 1);
  }
  const { gap } = step as { gap: number };
  for (let skipped = 0; skipped <= gap && at + skipped < tokens.length; skipped++) {
    const end = matchPhrase(tokens, at + skipped, steps, from + 1);
    if (end !== undefined) return end;
    if (endsSentence(tokens, at + skipped)) return undefined;
  }
  return undefined;
}

export function endsSentence(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  return token !== undefined && /^[.!?;]$/.test(token.text) && (!next || next.isApart);
}

const negations = new Set([
  'no',
  'not',
  'never',
  'without',
  'zero',
  'nor',
  'neither',
  'dont',
  'isnt',
  'kein',
  'keine',
  'ohne',
  'nie',
]);

/** `no fee to apply`, `we don't ask for a deposit`. */
export function isNegated(tokens: readonly Token[], at: number, reach: number): boolean {
  for (let before = at - 1; before >= 0 && before >= at - reach; before--) {
    const { text } = tokens[before]!;
    if (endsSentence(tokens, before)) return false;
    if (negations.has(text)) return true;
    // don't: the apostrophe stands between.
    if (text === 't' && tokens[before - 1]?.text.match(/^['’ʼ]$/)) return true;
  }
  return false;
}
