import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import { assignedNumberOf } from '../../procurement/purchase-orders/assign-number.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import { requireVisible } from '../../talent/freelancers/require-visible.ts';
import type { HiringMember } from '../grants.ts';
import { endedJobPostStates } from '../job-posts/job-post.ts';
import { getJobPost, type JobPostRecord } from '../job-posts/read-job-posts.ts';
import { proposalMoves } from '../proposals/proposal.ts';
import { getProposal, type ProposalFacts } from '../proposals/read-proposals.ts';
import type { OfferTerms, OfferTo } from './schema.ts';
import type { OfferRow } from './table.ts';

type Addressed = Pick<OfferRow, 'freelancerId' | 'invitedEmail' | 'invitedName' | 'proposalId' | 'jobPostId'>;
export type Prefilled = Addressed &
  Pick<OfferRow, 'team' | 'costCenter'> & { terms: Pick<OfferTerms, 'title' | 'payment' | 'purchaseOrder'> };

const nobody: Addressed = {
  freelancerId: null,
  invitedEmail: null,
  invitedName: null,
  proposalId: null,
  jobPostId: null,
};

/**
 * To whom an offer goes and what it starts from: the bid, and what its post says of the money's place.
 * @throws 404, 409 offer_to_yourself, profile_not_claimed, proposal_…, job_post_…
 */
export async function prefillOffer(trx: Executor, member: HiringMember, to: OfferTo): Promise<Prefilled> {
  switch (to.kind) {
    case 'proposal': {
      const proposal = await getProposal(trx, member.scope, to.proposalId);
      requireMove(proposalMoves, 'proposal', 'offer', proposal.state);
      await requireAnother(trx, member, proposal.freelancerId);
      const post = await getJobPost(trx, member.scope, proposal.jobPostId);
      const { freelancerId, jobPostId } = proposal;
      const terms = { ...(await termsOfPost(trx, member, post)), payment: paymentOf(proposal, post) };
      return { ...nobody, ...placeOf(post), freelancerId, jobPostId, proposalId: proposal.id, terms };
    }
    case 'freelancer': {
      await requireVisible(trx, member.person, to.freelancerId);
      await requireAnother(trx, member, to.freelancerId);
      return { ...nobody, ...(await fromPost(trx, member, to.jobPostId)), freelancerId: to.freelancerId };
    }
    case 'email': {
      const invitedEmail = to.email.toLowerCase();
      if (invitedEmail === member.person.email) throw offerToYourself();
      return { ...nobody, ...(await fromPost(trx, member, to.jobPostId)), invitedEmail, invitedName: to.name };
    }
  }
}

async function fromPost(trx: Executor, member: HiringMember, jobPostId: string | undefined) {
  if (jobPostId === undefined) {
    const terms = { title: '', payment: null, purchaseOrder: null };
    return { jobPostId: null, team: null, costCenter: null, terms };
  }
  const post = await getJobPost(trx, member.scope, jobPostId);
  requireLivePost(post);
  return { jobPostId, ...placeOf(post), terms: await termsOfPost(trx, member, post) };
}

/** @throws 409 `job_post_closed` and the like */
export function requireLivePost({ state }: Pick<JobPostRecord, 'state'>): void {
  if (endedJobPostStates.some((ended) => ended === state)) throw moveRefused('jobPost', 'hire', state);
}

/** An offer needs two people. */
async function requireAnother(trx: Executor, { person }: HiringMember, freelancerId: string): Promise<void> {
  const freelancer = (await readFreelancerRows(trx, [freelancerId])).get(freelancerId);
  if (freelancer?.personId === person.personId) throw offerToYourself();
  if (freelancer?.personId === null)
    throw conflict(
      'profile_not_claimed',
      'Nobody has claimed this profile, so nobody could sign; nothing was drafted. Offer by e-mail instead.',
    );
}

const offerToYourself = () =>
  conflict('offer_to_yourself', 'You cannot make an offer to yourself; nothing was drafted. Ask a colleague to.');

function placeOf({ team, costCenter }: JobPostRecord): Pick<OfferRow, 'team' | 'costCenter'> {
  return { team, costCenter };
}

async function termsOfPost(
  db: Executor,
  { scope }: HiringMember,
  { id, title, purchaseOrder }: JobPostRecord,
): Promise<Prefilled['terms']> {
  const number = purchaseOrder?.kind === 'notYet' ? await assignedNumberOf(db, scope, id) : null;
  return { title, payment: null, purchaseOrder: number === null ? purchaseOrder : { kind: 'number', number } };
}

function paymentOf({ bid }: ProposalFacts, { title, weeklyHours }: JobPostRecord): OfferTerms['payment'] {
  switch (bid.kind) {
    case 'hourly':
      return { kind: 'hourly', rate: bid.rate, weeklyLimitHours: weeklyHours, manualTimeAllowed: true };
    case 'fixed':
      return { kind: 'fixed', total: bid.total, milestones: [{ description: title, dueOn: null, amount: bid.total }] };
    case 'milestones':
      return { kind: 'fixed', total: bid.total, milestones: bid.milestones };
  }
}
