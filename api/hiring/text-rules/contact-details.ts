import { findContactLinks } from './contact-links.ts';
import { findEmails } from './emails.ts';
import { type Found, inOrder } from './found.ts';
import { findHandles } from './messengers.ts';
import { findPhones } from './phones.ts';
import { tokensOf } from './tokens.ts';

export type ContactDetail = Found<'email' | 'phone' | 'handle' | 'link'>;

/**
 * Ways around the marketplace in a text: addresses, numbers, handles, links to people, also where they are hidden by
 * spaces, unseen characters, look-alike letters or spelling. Pure, and linear in the text: one pass makes tokens, and
 * each rule looks at a bounded number of them from each place; no expression with a choice runs over the whole.
 */
export function findContactDetails(text: string): ContactDetail[] {
  const tokens = tokensOf(text);
  return inOrder<ContactDetail['what']>([
    ...findEmails(text, tokens),
    ...findContactLinks(text, tokens),
    ...findHandles(text, tokens),
    ...findPhones(text, tokens),
  ]);
}

/** The same text with what was found covered: for messages before there is a contract. */
export function maskContactDetails(text: string, mask = '•••'): string {
  let masked = '';
  let from = 0;
  for (const { start, end } of findContactDetails(text)) {
    masked += text.slice(from, start) + mask;
    from = end;
  }
  return masked + text.slice(from);
}
