/**
 * Text people typed, as it is kept: well-formed, composed, without characters that cannot be seen or that turn
 * the direction of what follows (bidi overrides can make a name read as another). ZWJ, ZWNJ, LRM and RLM stay:
 * emoji, Persian and Arabic need them.
 */
export function plainText(typed: string): string {
  return visible(typed)
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** The same for a field of one line. */
export function plainLine(typed: string): string {
  return visible(typed).replace(/\s+/gu, ' ').trim();
}

const lineEnds = /\r\n?|[\u2028\u2029\u0085\v\f]/gu;
const unseen = /(?![\n\t])\p{Cc}|[\u200B\u2060-\u206F\u202A-\u202E\uFEFF\uFFF9-\uFFFB]/gu;

function visible(typed: string): string {
  return typed.toWellFormed().replace(lineEnds, '\n').replace(unseen, '').normalize('NFC');
}
