import type { ActingFreelancer } from '../../platform/auth/freelancer-scope.ts';
import type { Database } from '../../platform/database/database.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import { boostStanding, leastBid } from '../connects/read-boosts.ts';
import { readWallet } from '../connects/read-connects.ts';
import { bidKindsFor, currencyOf, limitsOf } from './bid-rules.ts';
import { readFeeSchedule } from './earnings.ts';
import type { ProposalDeps } from './move-proposal.ts';
import type { ProposalTerms } from './own-schema.ts';
import { proposalsPolicy } from './policy.ts';
import { readProposeContext } from './propose-context.ts';

export type TermsDeps = ProposalDeps & { database: Database; directory: Pick<TenantDirectory, 'byId'> };

const currencyWithoutBudget = 'USD';

/** What a proposal costs, asks and pays, before it is written. @throws 404 */
export async function readProposalTerms(
  deps: TermsDeps,
  acting: ActingFreelancer,
  jobId: string,
): Promise<ProposalTerms> {
  const { db } = deps.database;
  const { freelancerId } = acting.freelancer;
  const { post, scope, own, invitation, price, free, policy, refusal } = await readProposeContext(db, acting, jobId);
  const { balance } = await readWallet(deps, freelancerId);
  const standing = await boostStanding(db, { jobPostId: post.id, proposalId: own?.id ?? null, freelancerId });
  const bidKinds = bidKindsFor(post.budget);
  const currency = currencyOf(post.budget) ?? currencyWithoutBudget;
  return {
    jobPost: { id: post.id, title: post.title, state: post.state },
    client: { name: (await deps.directory.byId(post.tenantId))?.brandName ?? '' },
    bidKinds,
    currency,
    budget: post.budget,
    limits: limitsOf(bidKinds[0]!, currency, await readPolicy(db, scope, proposalsPolicy)),
    connects: { price, free, balance, balanceAfter: balance - price },
    feeSchedule: withOwnTiers(await readFeeSchedule(db, scope)),
    boost: {
      places: standing.slots,
      taken: standing.taken,
      minimumBid: await leastBid(db, post.id),
      maximumBid: policy.boostMax,
    },
    questions: post.questions,
    invitationId: invitation?.id ?? null,
    proposalId: own?.id ?? null,
    refusal: refusal ? { code: refusal.code, detail: refusal.message } : null,
  };
}

/** The wire shape's lists are not readonly. */
function withOwnTiers(schedule: Awaited<ReturnType<typeof readFeeSchedule>>): ProposalTerms['feeSchedule'] {
  return schedule.kind === 'sliding' ? { ...schedule, tiers: [...schedule.tiers] } : schedule;
}
