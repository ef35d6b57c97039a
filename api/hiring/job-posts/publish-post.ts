import type { Executor } from '../../platform/database/database.ts';
import { Refusal, unprocessable } from '../../platform/http/problem.ts';
import { requireMove } from '../../platform/moves/require-move.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { requestApprovalIfNeeded } from '../../procurement/approvals/request-approval.ts';
import { requireCostCenters } from '../../procurement/cost-centers/require-cost-centers.ts';
import { requireUsable } from '../../procurement/purchase-orders/require-usable.ts';
import { Refusals } from '../../talent/freelancers/refusals.ts';
import { readPools } from '../../talent/talent-pools/read-for-search.ts';
import { readFieldSet } from '../custom-fields/read-fields.ts';
import { acceptBudget } from './accept-budget.ts';
import type { JobPostDeps } from './deps.ts';
import type { Author } from './draft-post.ts';
import { contentHashOf, identityOf } from './identity.ts';
import { mostItCosts } from './job-cost.ts';
import { jobPostMoves } from './job-post.ts';
import { movePost } from './move-post.ts';
import { type JobPostsPolicy, jobPostsPolicy } from './policy.ts';
import type { JobPostRecord } from './post-of-row.ts';
import { publishProblems } from './publish-problems.ts';
import { findLivePost } from './store.ts';

const dayMs = 86_400_000;

/**
 * Opens a draft, or asks for its approval where the tenant's rules want one.
 * @throws 409 job_post_<state>, identical_open_post; 422 naming each thing that is missing or refused
 */
export async function publishPost(
  trx: Executor,
  deps: JobPostDeps,
  author: Author,
  post: JobPostRecord,
): Promise<void> {
  const { scope, doer } = author;
  requireMove(jobPostMoves, 'jobPost', 'publish', post.state);
  await requirePublishable(trx, author, post);
  const approval = await requestApprovalIfNeeded(trx, deps, scope, doer, approvalRequest(post, author.personId));
  const liveIdentity = identityOf(post);
  if (approval !== 'notNeeded') {
    const change = { liveIdentity, approvalId: approval.approvalId, approvalHash: contentHashOf(post) };
    await movePost(trx, deps, scope, doer, post, 'requestApproval', { change });
    return;
  }
  const open = openColumns(await readPolicy(trx, scope, jobPostsPolicy), deps.clock.now());
  await movePost(trx, deps, scope, doer, post, 'publish', {
    change: { liveIdentity, approvalId: null, approvalHash: null, ...open },
  });
}

/** Whole, within today's limits, and nothing live asks for the same. @throws 409, 422 */
export async function requirePublishable(
  trx: Executor,
  { scope, tenant }: Pick<Author, 'scope' | 'tenant'>,
  post: JobPostRecord,
): Promise<void> {
  const { fields } = await readFieldSet(trx, scope);
  const problems = [...publishProblems(post, fields), ...(await outdated(trx, scope, tenant, post))];
  const [first] = problems;
  if (first) throw unprocessable(first.code, `${first.message} Nothing was published; the draft is kept.`, problems);
  await requirePlaceOfMoney(trx, scope, post);
  const twin = await findLivePost(trx, scope, identityOf(post));
  if (twin && twin.id !== post.id) throw identicalOpenPost();
}

/** @throws 403 purchase_order_not_yours, 409 purchase_order_other_cost_center, 422 cost_center_unknown, purchase_order_unknown */
async function requirePlaceOfMoney(
  db: Executor,
  scope: TenantScope,
  { costCenter, team, purchaseOrder, ownerId: personId }: JobPostRecord,
): Promise<void> {
  await requireCostCenters(db, scope, costCenter ? [costCenter] : [], '/costCenter');
  if (purchaseOrder?.kind === 'number')
    await requireUsable(db, scope, purchaseOrder.number, { personId, team, costCenter });
}

/** What was accepted once and no longer is: a pool that is gone, a budget outside today's limits. */
export async function outdated(db: Executor, scope: TenantScope, tenant: Author['tenant'], post: JobPostRecord) {
  const refusals = new Refusals();
  const policy: JobPostsPolicy = await readPolicy(db, scope, jobPostsPolicy);
  acceptBudget(post.budget, policy, refusals);
  refusals.count('/skills', post.skills, policy.skillsMax);
  if (post.poolIds.length > 0) {
    const pools = new Set((await readPools(db, scope, tenant)).map(({ id }) => id));
    post.poolIds.forEach((id, at) => {
      if (!pools.has(id)) refusals.add(`/poolIds/${at}`, 'unknown_pool', 'There is no such pool that you can use.');
    });
  }
  return refusals.found;
}

export function identicalOpenPost(): Refusal {
  const message = 'A post of yours that is open asks for the same: title, description, skills and budget.';
  return new Refusal(409, 'identical_open_post', `${message} This draft is kept; change it, or close the other one.`, {
    errors: [{ pointer: '/title', code: 'identical_open_post', message }],
  });
}

export function approvalRequest(post: JobPostRecord, requesterId: string) {
  return {
    kind: 'jobPost',
    id: post.id,
    hash: contentHashOf(post),
    title: post.title,
    amount: mostItCosts(post),
    requesterId,
    path: portalPaths.jobPost(post.id),
    team: post.team,
    costCenter: post.costCenter,
    purchaseOrder: post.purchaseOrder?.kind === 'number' ? post.purchaseOrder.number : null,
    categoryId: post.categoryId,
    rate: post.budget?.kind === 'hourly' ? post.budget.max : null,
    country: post.countries.length === 1 ? post.countries[0]! : null,
    freelancerId: null,
  } as const;
}

/** From today on. */
export function openColumns({ openDays, expiryNoticeDays }: JobPostsPolicy, nowMs: number) {
  const expiresAt = nowMs + openDays * dayMs;
  const noticeAt = expiresAt - expiryNoticeDays * dayMs;
  return { publishedAt: nowMs, expiresAt, expiryNoticeAt: noticeAt > nowMs ? noticeAt : null };
}
