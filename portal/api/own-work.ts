import type { ConnectsAccount, ConnectsBundles, ConnectsPurchase } from '@portico/api/hiring/connects/schema.ts';
import type { InvitationDeclineReason, InvitationState } from '@portico/api/hiring/invitations/invitation.ts';
import type { OwnInvitation } from '@portico/api/hiring/invitations/schema.ts';
import type { Job } from '@portico/api/hiring/job-search/schema.ts';
import type {
  CounterTerms,
  FreelancerOffer,
  FreelancerOfferSummary,
  OfferDifferences,
  OfferInvitation,
} from '@portico/api/hiring/offers/schema.ts';
import type { ProposalMessage, ProposalThread } from '@portico/api/hiring/proposal-messages/schema.ts';
import type { OwnProposal, OwnProposalSummary, ProposalTerms } from '@portico/api/hiring/proposals/own-schema.ts';
import type { Bid, Earnings, GivenAnswer } from '@portico/api/hiring/proposals/parts-schema.ts';
import type { ProposalState, ProposalWithdrawReason } from '@portico/api/hiring/proposals/proposal.ts';
import { get, post, send } from './client.ts';

export type { Bid, Earnings, GivenAnswer };

/** What the freelancer does and sees; the API's paths below /v1/freelancers/me. */
const mine = '/v1/freelancers/me';
const id = encodeURIComponent;
/** A press that is repeated after a lost connection must not do it twice. */
const once = (key: string) => ({ headers: { 'idempotency-key': key } });

export const getJob = (jobId: string, signal?: AbortSignal) => get<Job>(`/v1/jobs/${id(jobId)}`, { signal });

export type GivenProposal = {
  jobId: string;
  coverLetter: string;
  bid: Bid;
  answers: GivenAnswer[];
  attachmentIds: string[];
  boostBid: number;
};
export const getProposalTerms = (jobId: string, signal?: AbortSignal) =>
  get<ProposalTerms>(`${mine}/jobs/${id(jobId)}/proposal-terms`, { signal });
export const submitProposal = (given: GivenProposal, key: string) =>
  post<OwnProposal>(`${mine}/proposals`, given, once(key));

export type OwnProposals = {
  items: OwnProposalSummary[];
  counts: Record<ProposalState, number>;
  nextCursor: string | null;
};
export const getOwnProposals = (query: { state?: readonly string[]; cursor?: string }, signal?: AbortSignal) =>
  get<OwnProposals>(`${mine}/proposals`, { query, signal });
export const getOwnProposal = (proposalId: string, signal?: AbortSignal) =>
  send<OwnProposal>('GET', `${mine}/proposals/${id(proposalId)}`, { signal });
export const editTerms = (proposalId: string, bid: Bid, ifMatch: string | undefined) =>
  send<OwnProposal>('PATCH', `${mine}/proposals/${id(proposalId)}`, { body: { bid }, ifMatch });
export const withdrawProposal = (proposalId: string, reason: ProposalWithdrawReason, text: string) =>
  post<OwnProposal>(`${mine}/proposals/${id(proposalId)}/withdrawal`, { reason, text });
export const ownProposalTimeline = (proposalId: string) => `${mine}/proposals/${id(proposalId)}/timeline`;

export const getOwnThread = (proposalId: string, signal?: AbortSignal) =>
  get<ProposalThread>(`${mine}/proposals/${id(proposalId)}/messages`, { signal });
export const writeOwnMessage = (proposalId: string, text: string, key: string) =>
  post<ProposalMessage>(`${mine}/proposals/${id(proposalId)}/messages`, { text }, once(key));
export const markOwnThread = (proposalId: string, upTo: number) =>
  post<void>(`${mine}/proposals/${id(proposalId)}/messages/read-mark`, { upTo });

export type OwnInvitations = {
  items: OwnInvitation[];
  counts: Record<InvitationState, number>;
  nextCursor: string | null;
};
export const getOwnInvitations = (query: { state?: InvitationState; cursor?: string }, signal?: AbortSignal) =>
  get<OwnInvitations>(`${mine}/invitations`, { query, signal });
export const getOwnInvitation = (invitationId: string, signal?: AbortSignal) =>
  get<OwnInvitation>(`${mine}/invitations/${id(invitationId)}`, { signal });
export const acceptInvitation = (invitationId: string) =>
  post<OwnInvitation>(`${mine}/invitations/${id(invitationId)}/acceptance`);
export const declineInvitation = (invitationId: string, reason: InvitationDeclineReason, text: string) =>
  post<OwnInvitation>(`${mine}/invitations/${id(invitationId)}/decline`, { reason, text });
export const ownInvitationTimeline = (invitationId: string) => `${mine}/invitations/${id(invitationId)}/timeline`;

export const getConnects = (cursor: string | undefined, signal?: AbortSignal) =>
  get<ConnectsAccount>(`${mine}/connects`, { query: { cursor }, signal });
export const getBundles = (signal?: AbortSignal) => get<ConnectsBundles>(`${mine}/connects/bundles`, { signal });
export const buyConnects = (connects: number, card: string, key: string) =>
  post<ConnectsPurchase>(`${mine}/connects/purchases`, { connects, card }, once(key));

const offersPath = (offerId: string) => `${mine}/offers/${id(offerId)}`;
export type OwnOffers = { items: FreelancerOfferSummary[]; nextCursor: string | null };
export const getOwnOffers = (query: { open?: boolean; cursor?: string }, signal?: AbortSignal) =>
  get<OwnOffers>(`${mine}/offers`, { query, signal });
export const getOwnOffer = (offerId: string, signal?: AbortSignal) =>
  get<FreelancerOffer>(offersPath(offerId), { signal });
export const signOffer = (
  { id: offerId, version, termsHash }: Pick<FreelancerOffer, 'id' | 'version' | 'termsHash'>,
  typedName: string,
  key: string,
) =>
  post<{ contractId: string; contractState: 'ready' | 'active' }>(
    `${offersPath(offerId)}/acceptance`,
    { version, termsHash, typedName, agrees: true },
    once(key),
  );
export const counterOffer = (offerId: string, version: number, terms: CounterTerms, message: string) =>
  post<FreelancerOffer>(`${offersPath(offerId)}/counter`, { version, terms, message });
export const declineOffer = (offerId: string, reason: string) =>
  post<FreelancerOffer>(`${offersPath(offerId)}/decline`, { reason });
export const ownOfferDifferences = (offerId: string, from: number, to: number, signal?: AbortSignal) =>
  get<OfferDifferences>(`${offersPath(offerId)}/versions/${from}/differences/${to}`, { signal });
export const ownOfferTimeline = (offerId: string) => `${offersPath(offerId)}/timeline`;
export const ownOfferDocument = (offerId: string) => `${offersPath(offerId)}/document`;

/** For whoever holds the link of the mail. */
export const getOfferInvitation = (invitationId: string, signal?: AbortSignal) =>
  get<OfferInvitation>(`/v1/offer-invitations/${id(invitationId)}`, { signal });
