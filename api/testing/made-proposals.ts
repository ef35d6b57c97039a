import type { InvitationRow } from '../hiring/invitations/table.ts';
import type { ProposalRow } from '../hiring/proposals/table.ts';

type Between = { id: string; tenantId: string; jobPostId: string; freelancerId: string };

/** An invitation that waits, with everything not named left at its plainest. */
export function madeInvitation(nowMs: number, row: Partial<InvitationRow> & Between): InvitationRow {
  return {
    invitedBy: 'pe_owner',
    message: '',
    state: 'sent',
    declineReason: null,
    declineText: '',
    endReason: null,
    proposalId: null,
    createdAt: nowMs,
    expiresAt: nowMs + 14 * 86_400_000,
    answeredAt: null,
    ...row,
  };
}

/** A submitted proposal for 1,000 dollars. */
export function madeProposal(nowMs: number, row: Partial<ProposalRow> & Between): ProposalRow {
  return {
    personId: `pe_${row.freelancerId}`,
    invitationId: null,
    state: 'submitted',
    coverLetter: 'I have done this before.',
    letterExcerpt: 'I have done this before.',
    answers: '[]',
    bidKind: 'fixed',
    bidMinor: 100_000,
    bidCurrency: 'USD',
    milestones: '[]',
    attachmentCount: 0,
    connectsSpent: 0,
    connectsReturnedAt: null,
    boostBid: 0,
    shortlistedAt: null,
    shortlistedBy: null,
    isArchived: 0,
    viewedAt: null,
    openBy: null,
    repliedAt: null,
    termsVersion: 1,
    termsChangedAt: null,
    revision: 1,
    endReason: null,
    endText: '',
    endedAt: null,
    createdAt: nowMs,
    updatedAt: nowMs,
    ...row,
  };
}
