/**
 * Text people typed, without characters that cannot be seen or that turn the direction of what follows (bidi overrides
 * can make a name read as another); well-formed, composed, with one kind of line end. ZWJ, ZWNJ, LRM and RLM stay:
 * emoji, Persian and Arabic need them. Pure.
 */
export function visibleText(typed: string): string {
  return typed.toWellFormed().replace(lineEnds, '\n').replace(unseen, '').normalize('NFC');
}

const lineEnds = /\r\n?|[\u2028\u2029\u0085\v\f]/gu;
const unseen = /(?![\n\t])\p{Cc}|[\u200B\u2060-\u206F\u202A-\u202E\uFEFF\uFFF9-\uFFFB]/gu;
