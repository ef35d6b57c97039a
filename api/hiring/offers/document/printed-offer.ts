import type { Letterhead } from '../../../platform/documents/printed-brand.ts';
import type { OfferState } from '../offer.ts';
import type { OfferTerms } from '../schema.ts';

/** Everything that stands on the document of one version, and nothing that changes from one printing to the next. */
export type PrintedOffer = {
  offerId: string;
  /** 0: a draft that was never sent. */
  version: number;
  state: OfferState;
  terms: OfferTerms;
  termsHash: string;
  /** The instant of the version: the document's date. */
  madeAtMs: number;
  /** In its legal name. */
  client: Letterhead;
  freelancer: string;
  locale: string;
  signatures: { side: 'client' | 'freelancer'; typedName: string; signedAtMs: number; termsHash: string }[];
};
