import type { EpochMs } from '../../platform/database/database.ts';
import type { OfferSide, OfferState } from './offer.ts';

export type OfferRow = {
  id: string;
  tenantId: string;
  state: OfferState;
  revision: number;
  /** Null until somebody with the invited address takes it. */
  freelancerId: string | null;
  /** Lower case. */
  invitedEmail: string | null;
  invitedName: string | null;
  proposalId: string | null;
  jobPostId: string | null;
  /** Canonical JSON of the terms as they would be sent, or as the newest version has them. */
  terms: string;
  termsHash: string;
  title: string;
  message: string;
  team: string | null;
  costCenter: string | null;
  /** The newest version; 0 before the first. */
  version: number;
  createdBy: string;
  sentBy: string | null;
  /** Typed while sending; signs the version that an approval lets go. */
  signedName: string | null;
  signedAt: EpochMs | null;
  signedAddress: string | null;
  signedSession: string | null;
  approvalId: string | null;
  /** Rate, amount, end date and purchase order as they were last approved. */
  approvedFacts: string | null;
  /** What rests with it until it is answered, taken from the policy when it was sent. */
  openDays: number | null;
  sentAt: EpochMs | null;
  expiresAt: EpochMs | null;
  /** When the freelancer is reminded; null once that was done. */
  remindAt: EpochMs | null;
  endedAt: EpochMs | null;
  endReason: string | null;
  contractId: string | null;
  /** Of the document signed by both. */
  documentHash: string | null;
  createdAt: EpochMs;
  updatedAt: EpochMs;
};

/** Terms one side put to the other; append only. */
export type OfferVersionRow = {
  offerId: string;
  version: number;
  tenantId: string;
  side: OfferSide;
  personId: string;
  personName: string;
  terms: string;
  termsHash: string;
  message: string;
  createdAt: EpochMs;
};

/** Append only. */
export type OfferSignatureRow = {
  offerId: string;
  version: number;
  side: OfferSide;
  tenantId: string;
  personId: string;
  typedName: string;
  termsHash: string;
  signedAt: EpochMs;
  address: string;
  sessionId: string | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    offers: OfferRow;
    offerVersions: OfferVersionRow;
    offerSignatures: OfferSignatureRow;
  }
}
