import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { noteWaiting } from '../../procurement/purchase-orders/assign-number.ts';
import type { JobPostDeps } from './deps.ts';
import { liveJobPostStates } from './job-post.ts';
import { getJobPost } from './read-job-posts.ts';

/** A live post that says “not yet” stands among what waits for a purchase order. */
export async function noteOrder(trx: Executor, deps: JobPostDeps, scope: TenantScope, id: string): Promise<void> {
  const { state, purchaseOrder, title, costCenter, team, ownerId } = await getJobPost(trx, scope, id);
  const isLive = state !== 'pendingApproval' && liveJobPostStates.some((live) => live === state);
  const isWaiting = isLive && purchaseOrder?.kind === 'notYet';
  await noteWaiting(trx, deps, scope, { id, title, costCenter, team, personId: ownerId, isWaiting });
}
