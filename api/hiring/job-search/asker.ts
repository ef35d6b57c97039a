import { isPerson } from '../../platform/auth/actor.ts';
import { type FreelancerScope, freelancerOf } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { HttpContext } from '../../platform/http/environment.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type MatchFacts, readMatchFacts } from '../../talent/freelancers/read-for-matching.ts';
import { readMemberships } from '../../talent/talent-pools/read-for-search.ts';
import { readInvitationsOf } from '../invitations/read-invitations.ts';
import { type Marks, readHiddenPosts, readMarksAmong } from '../job-marks/read-marks.ts';
import type { JobViewer } from '../job-posts/read-job-posts.ts';
import { readProposedPosts } from '../proposals/read-for-search.ts';

/** Who looks for work, and what is known of them. Read afresh for every request: who was invited sees it at once. */
export type JobAsker = JobViewer & {
  profile: MatchFacts | undefined;
  poolIds: readonly string[];
  /** Invitation and proposal ids by post. */
  invitations: ReadonlyMap<string, string>;
  proposals: ReadonlyMap<string, string>;
  hidden: ReadonlySet<string>;
  marksAmong: (ids: readonly string[]) => Promise<ReadonlyMap<string, Marks>>;
};

const nothing = {
  profile: undefined,
  poolIds: [],
  invitations: new Map<string, string>(),
  proposals: new Map<string, string>(),
  hidden: new Set<string>(),
  marksAmong: async () => new Map<string, Marks>(),
};

export async function readJobAsker(c: HttpContext, db: Executor): Promise<JobAsker> {
  const acting = freelancerOf(c);
  if (acting) return readFreelancerAsker(db, acting.freelancer, acting.tenant);
  const actor = c.get('actor');
  // A widget session does only what it was granted, and none is for looking at jobs: it sees what everybody sees.
  const isSignedIn = (isPerson(actor) && actor.via.kind === 'cookie') || actor.kind === 'secretKey';
  return { ...nothing, freelancerId: null, isSignedIn, tenant: c.get('scope') };
}

/** How a freelancer sees posts, at a tenant's address or the installation's. */
export async function readFreelancerAsker(
  db: Executor,
  freelancer: FreelancerScope,
  tenant: TenantScope | undefined,
): Promise<JobAsker> {
  const { freelancerId } = freelancer;
  const [profile, pools, invitations, proposals, hidden] = await Promise.all([
    readMatchFacts(db, freelancerId),
    readMemberships(db, [freelancerId]),
    readInvitationsOf(db, freelancerId),
    readProposedPosts(db, freelancer),
    readHiddenPosts(db, freelancer),
  ]);
  return {
    freelancerId,
    isSignedIn: true,
    tenant,
    profile,
    poolIds: pools.get(freelancerId) ?? [],
    invitations: new Map(invitations.map(({ id, jobPostId }) => [jobPostId, id])),
    proposals,
    hidden,
    marksAmong: (ids) => readMarksAmong(db, freelancer, ids),
  };
}
