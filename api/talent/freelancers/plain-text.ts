import { visibleText } from '../../platform/rich-text/visible-text.ts';

/**
 * Text people typed, as it is kept: well-formed, composed, without characters that cannot be seen or that turn
 * the direction of what follows (bidi overrides can make a name read as another). ZWJ, ZWNJ, LRM and RLM stay:
 * emoji, Persian and Arabic need them.
 */
export function plainText(typed: string): string {
  return visibleText(typed)
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** The same for a field of one line. */
export function plainLine(typed: string): string {
  return visibleText(typed).replace(/\s+/gu, ' ').trim();
}
