import type { ProposalTerms } from '@portico/api/hiring/proposals/own-schema.ts';
import type { FileRef } from '../../api/files.ts';
import type { GivenProposal } from '../../api/own-work.ts';
import { readKept } from '../../shell/kept-draft.ts';
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

type Asked = Pick<ProposalTerms, 'bidKinds' | 'currency'>;

export function emptyDraft({ bidKinds, currency }: Asked): ProposeDraft {
  return { coverLetter: '', answers: {}, files: [], bid: emptyBid(bidKinds[0] ?? 'fixed', currency), boostBid: 0 };
}

/** Every question in its order, so that what is wrong with an answer is named by the place of its question. */
export function proposalOf(
  jobId: string,
  { coverLetter, answers, files, boostBid, bid: draft }: ProposeDraft,
  questions: readonly { id: string }[],
): GivenProposal | undefined {
  const bid = bidOf(draft);
  if (!bid) return undefined;
  return {
    jobId,
    coverLetter,
    bid,
    answers: questions.map(({ id }) => {
      const given = answers[id] ?? '';
      return { questionId: id, value: typeof given === 'object' ? given.id : given };
    }),
    attachmentIds: files.map(({ id }) => id),
    boostBid,
  };
}

/** What was written before; a bid that the post does not take any more begins anew. */
export function readDraft(jobId: string, asked: Asked): ProposeDraft | undefined {
  const kept = readKept<ProposeDraft>(draftName(jobId));
  if (!kept) return undefined;
  const isFitting = kept.bid?.currency === asked.currency && asked.bidKinds.includes(kept.bid.kind);
  return { ...emptyDraft(asked), ...kept, ...(!isFitting && { bid: emptyDraft(asked).bid }) };
}

export const draftName = (jobId: string): string => `proposal ${jobId}`;
