import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { OfferTerms } from './schema.ts';

/** Terms as they are kept, hashed and signed: one text for one content (RFC 8785), whatever the order of its fields. */
export type TermsDocument = { terms: string; termsHash: string };

/** The offer's id goes into the hash, so that a signature under one offer says nothing about another. */
export function termsDocument(offerId: string, terms: OfferTerms): TermsDocument {
  const text = canonicalize({ offerId, terms })!;
  return { terms: canonicalize(terms)!, termsHash: createHash('sha256').update(text, 'utf8').digest('hex') };
}

export function termsOf({ terms }: { terms: string }): OfferTerms {
  return JSON.parse(terms);
}
