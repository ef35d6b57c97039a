import type { InvitationState } from '@portico/api/hiring/invitations/invitation.ts';
import type { Invitation, InviteAnswer } from '@portico/api/hiring/invitations/schema.ts';
import type { ProposalMessage, ProposalThread } from '@portico/api/hiring/proposal-messages/schema.ts';
import type { Bid } from '@portico/api/hiring/proposals/parts-schema.ts';
import type { ProposalDeclineReason } from '@portico/api/hiring/proposals/proposal.ts';
import type {
  BulkAnswer,
  Proposal,
  ProposalBoard,
  ProposalCard,
  ProposalNote,
  ProposalRatings,
} from '@portico/api/hiring/proposals/schema.ts';
import { get, post, put, type Query, remove } from './client.ts';

export type {
  Bid,
  BulkAnswer,
  Invitation,
  InviteAnswer,
  Proposal,
  ProposalBoard,
  ProposalCard,
  ProposalMessage,
  ProposalNote,
  ProposalRatings,
  ProposalThread,
};

const id = encodeURIComponent;
const pathOf = (proposalId: string) => `/v1/proposals/${id(proposalId)}`;
const onPost = (jobPostId: string) => `/v1/job-posts/${id(jobPostId)}`;

export const getBoard = (jobPostId: string, query: Query, signal?: AbortSignal) =>
  get<ProposalBoard>(`${onPost(jobPostId)}/proposals`, { query, signal });
export const getProposal = (proposalId: string, signal?: AbortSignal) => get<Proposal>(pathOf(proposalId), { signal });
export const compareProposals = async (ids: readonly string[], signal?: AbortSignal) =>
  (await get<{ items: Proposal[] }>('/v1/proposals/compare', { query: { id: ids }, signal })).items;
export const proposalTimeline = (proposalId: string) => `${pathOf(proposalId)}/timeline`;

export const setShortlisted = (proposalId: string, shortlisted: boolean) =>
  put<Proposal>(`${pathOf(proposalId)}/shortlisted`, { shortlisted });
export const setArchived = (proposalId: string, archived: boolean) =>
  put<Proposal>(`${pathOf(proposalId)}/archived`, { archived });
export const declineProposal = (proposalId: string, reason: ProposalDeclineReason, message: string) =>
  post<Proposal>(`${pathOf(proposalId)}/decline`, { reason, message });
export const declineProposals = (
  jobPostId: string,
  ids: readonly string[],
  reason: ProposalDeclineReason,
  message: string,
) => post<BulkAnswer>(`${onPost(jobPostId)}/proposals/decline`, { ids, reason, message });
export const archiveProposals = (jobPostId: string, ids: readonly string[], archived: boolean) =>
  post<BulkAnswer>(`${onPost(jobPostId)}/proposals/archive`, { ids, archived });

export const getNotes = async (proposalId: string, signal?: AbortSignal) =>
  (await get<{ items: ProposalNote[] }>(`${pathOf(proposalId)}/notes`, { signal })).items;
export const addNote = (proposalId: string, text: string) =>
  post<ProposalNote>(`${pathOf(proposalId)}/notes`, { text });
export const deleteNote = (proposalId: string, noteId: string) =>
  remove<void>(`${pathOf(proposalId)}/notes/${id(noteId)}`);
export const getRatings = (proposalId: string, signal?: AbortSignal) =>
  get<ProposalRatings>(`${pathOf(proposalId)}/ratings`, { signal });
export const rateProposal = (proposalId: string, stars: number | null) =>
  put<ProposalRatings>(`${pathOf(proposalId)}/rating`, { stars });

export const getThread = (proposalId: string, signal?: AbortSignal) =>
  get<ProposalThread>(`${pathOf(proposalId)}/messages`, { signal });
export const writeMessage = (proposalId: string, text: string, key: string) =>
  post<ProposalMessage>(`${pathOf(proposalId)}/messages`, { text }, { headers: { 'idempotency-key': key } });
export const markRead = (proposalId: string, upTo: number) =>
  post<void>(`${pathOf(proposalId)}/messages/read-mark`, { upTo });
export const requestInterview = (proposalId: string, message: string, times: readonly string[]) =>
  post<ProposalMessage>(`${pathOf(proposalId)}/interview-request`, { message, times });

export type InvitationList = { items: Invitation[]; counts: Record<InvitationState, number> };
export const getJobInvitations = (jobPostId: string, signal?: AbortSignal) =>
  get<InvitationList>(`${onPost(jobPostId)}/invitations`, { signal });
export const inviteToJob = (jobPostId: string, freelancerIds: readonly string[], message: string) =>
  post<InviteAnswer>(`${onPost(jobPostId)}/invitations`, { freelancerIds, message });
export const withdrawInvitation = (invitationId: string, reason: string) =>
  post<Invitation>(`/v1/invitations/${id(invitationId)}/withdrawal`, reason ? { reason } : {});
