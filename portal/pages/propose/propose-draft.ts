import type { ProposalTerms } from '@portico/api/hiring/proposals/own-schema.ts';
import type { FileRef } from '../../api/files.ts';
import type { GivenProposal } from '../../api/own-work.ts';
import { type BidDraft, bidOf, emptyBid } from './bid-draft.ts';

/** A proposal as it is written; kept on this device until it is sent. */
export type ProposeDraft = {
  coverLetter: string;
  /** By question; a file's answer is what was uploaded. */
  answers: Readonly<Record<string, string | boolean | FileRef>>;
  files: readonly FileRef[];
  bid: BidDraft;
  boostBid: number;
};

export function emptyDraft({ bidKinds }: Pick<ProposalTerms, 'bidKinds'>): ProposeDraft {
  return { coverLetter: '', answers: {}, files: [], bid: emptyBid(bidKinds[0] ?? 'fixed'), boostBid: 0 };
}

/** @returns undefined while the bid lacks a figure */
export function proposalOf(jobId: string, draft: ProposeDraft): GivenProposal | undefined {
  const bid = bidOf(draft.bid);
  if (!bid) return undefined;
  return {
    jobId,
    coverLetter: draft.coverLetter,
    bid,
    answers: Object.entries(draft.answers).flatMap(([questionId, value]) => {
      const given = typeof value === 'object' ? value.id : value;
      return given === '' ? [] : [{ questionId, value: given }];
    }),
    attachmentIds: draft.files.map(({ id }) => id),
    boostBid: draft.boostBid,
  };
}

const keyOf = (personId: string, jobId: string) => `proposal-draft ${personId} ${jobId}`;

export function readDraft(personId: string, jobId: string): ProposeDraft | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(personId, jobId)) ?? 'null');
    return typeof kept === 'object' && kept !== null && 'coverLetter' in kept ? (kept as ProposeDraft) : undefined;
  } catch {
    return undefined;
  }
}

export function keepDraft(personId: string, jobId: string, draft: ProposeDraft | undefined): void {
  try {
    if (draft) localStorage.setItem(keyOf(personId, jobId), JSON.stringify(draft));
    else localStorage.removeItem(keyOf(personId, jobId));
  } catch {
    // A browser that keeps nothing still sends what is on screen.
  }
}
