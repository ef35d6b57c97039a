import type { EpochMs, Flag } from '../../platform/database/database.ts';
import type { BidKind, ProposalState } from './proposal.ts';

export type ProposalRow = {
  id: string;
  tenantId: string;
  jobPostId: string;
  freelancerId: string;
  /** Who sent it and hears of it. */
  personId: string;
  invitationId: string | null;
  state: ProposalState;
  /** Sanitized Markdown; never changed. */
  coverLetter: string;
  /** Its first words without formatting, for cards. */
  letterExcerpt: string;
  /** JSON array of KeptAnswer. */
  answers: string;
  bidKind: BidKind;
  /** The rate for an hour, or the total. */
  bidMinor: number;
  bidCurrency: string;
  /** JSON array of milestones; empty unless the bid is made of them. */
  milestones: string;
  attachmentCount: number;
  /** For proposing, without a boost. */
  connectsSpent: number;
  connectsReturnedAt: EpochMs | null;
  /** The last bid for a top slot; whether it stands is the auction's to say. */
  boostBid: number;
  shortlistedAt: EpochMs | null;
  shortlistedBy: string | null;
  isArchived: Flag;
  viewedAt: EpochMs | null;
  /** Unopened then, its connects go back; null once opened, ended or given back, or where the tenant gives none back. */
  openBy: EpochMs | null;
  /** The client's first message. */
  repliedAt: EpochMs | null;
  /** Of the terms: what an offer or a comparison refers to. */
  termsVersion: number;
  termsChangedAt: EpochMs | null;
  /** Raised by every change of the terms or the state. */
  revision: number;
  endReason: string | null;
  endText: string;
  endedAt: EpochMs | null;
  createdAt: EpochMs;
  updatedAt: EpochMs;
};

/** Every version of the terms, the first included. */
export type ProposalTermsRow = {
  proposalId: string;
  version: number;
  tenantId: string;
  bid: string;
  answers: string;
  createdAt: EpochMs;
};

export type ProposalNoteRow = {
  id: string;
  tenantId: string;
  jobPostId: string;
  proposalId: string;
  authorId: string;
  text: string;
  createdAt: EpochMs;
  editedAt: EpochMs | null;
};

export type ProposalRatingRow = {
  proposalId: string;
  personId: string;
  tenantId: string;
  jobPostId: string;
  stars: number;
  ratedAt: EpochMs;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    proposals: ProposalRow;
    proposalTerms: ProposalTermsRow;
    proposalNotes: ProposalNoteRow;
    proposalRatings: ProposalRatingRow;
  }
}

declare module '../../platform/events/events.ts' {
  interface EventPayloads {
    /** Sent, or in another state: figures of the post count it anew. */
    proposalChanged: { id: string; tenantId: string; jobPostId: string; freelancerId: string; state: ProposalState };
  }
}
