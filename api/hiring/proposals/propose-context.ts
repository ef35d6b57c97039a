import { type ActingFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, notFound, Refusal } from '../../platform/http/problem.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { membershipsOf } from '../../platform/tenants/memberships.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import { priceOfProposal } from '../connects/connects.ts';
import { type ConnectsPolicy, connectsPolicy } from '../connects/policy.ts';
import {
  type InvitationFacts,
  readEverInvitedAmong,
  readInvitationTo,
  readInvitedAmong,
} from '../invitations/read-invitations.ts';
import { endedJobPostStates } from '../job-posts/job-post.ts';
import { findVisibleJobPost, type JobPostRecord } from '../job-posts/read-job-posts.ts';
import { findOwnProposalOn } from './own-store.ts';
import type { ProposalRow } from './table.ts';

/** Everything about one freelancer and one post that decides whether and how they may propose. */
export type ProposeContext = {
  post: JobPostRecord;
  scope: TenantScope;
  freelancerName: string;
  invitation: InvitationFacts | undefined;
  own: ProposalRow | undefined;
  policy: ConnectsPolicy;
  /** In connects. */
  price: number;
  free: 'invited' | 'pool' | null;
  /** Why a proposal is refused whatever it says. */
  refusal: Refusal | undefined;
};

/** @throws 404 for a post that this freelancer may not see */
export async function readProposeContext(
  db: Executor,
  acting: ActingFreelancer,
  jobId: string,
): Promise<ProposeContext> {
  const { freelancer, person } = acting;
  const post = await findPost(db, acting, jobId);
  const scope = tenantOfFound(freelancer, post);
  const invitation = await readInvitationTo(db, freelancer, post.id);
  const own = await findOwnProposalOn(db, freelancer, post.id);
  const profile = (await readFreelancerRows(db, [freelancer.freelancerId])).get(freelancer.freelancerId);
  if (!profile) throw notFound();
  const isMember = (await membershipsOf(db, person.personId)).some(({ tenantId }) => tenantId === post.tenantId);
  const policy = await readPolicy(db, scope, connectsPolicy);
  const isInvited = invitation !== undefined;
  return {
    post,
    scope,
    freelancerName: profile.name,
    invitation,
    own,
    policy,
    price: priceOfProposal(post, { isInvited }, policy.prices),
    free: isInvited ? 'invited' : post.visibility === 'poolOnly' ? 'pool' : null,
    refusal: refusalOf(post, { own, isMember, isPrivate: profile.visibility === 'private' }),
  };
}

/** One that ended says so to whoever could have seen it; to everybody else it never was. */
async function findPost(db: Executor, { freelancer, tenant }: ActingFreelancer, jobId: string): Promise<JobPostRecord> {
  const viewer = { freelancerId: freelancer.freelancerId, isSignedIn: true, tenant };
  const post =
    (await findVisibleJobPost(db, viewer, jobId, readInvitedAmong)) ??
    (await findVisibleJobPost(db, viewer, jobId, readEverInvitedAmong, endedJobPostStates));
  if (!post) throw notFound();
  return post;
}

function refusalOf(
  { state }: JobPostRecord,
  { own, isMember, isPrivate }: { own: ProposalRow | undefined; isMember: boolean; isPrivate: boolean },
): Refusal | undefined {
  if (own) return alreadyProposed();
  if (isMember)
    return new Refusal(403, 'member_of_client', 'You work in this company and cannot propose to it; nothing was sent.');
  if (state !== 'open')
    return conflict(
      `job_post_${state}`,
      state === 'paused'
        ? 'This post is paused and takes no proposals now; nothing was sent or taken. Look again later.'
        : `This post is ${state} and takes no proposals any more; nothing was sent or taken.`,
    );
  if (isPrivate)
    return conflict(
      'profile_private',
      'Your profile is private, so that the client could not look at it; nothing was sent. Make it visible first.',
    );
  return undefined;
}

export function alreadyProposed() {
  return conflict(
    'already_proposed',
    'You have proposed on this post already; nothing was sent or taken. Open your proposal to change its terms.',
  );
}
