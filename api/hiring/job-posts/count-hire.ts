import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { JobPostDeps } from './deps.ts';
import { movePost } from './move-post.ts';
import { getJobPost } from './read-job-posts.ts';
import { updatePost } from './store.ts';
import { tellOwner } from './tell-owner.ts';

/**
 * Counts a hire in the transaction of the accepted offer; the last one wanted fills the post. A post that ended
 * meanwhile keeps its state and still counts.
 * @returns the post's state afterwards
 * @throws 404
 */
export async function countHire(trx: Executor, deps: JobPostDeps, scope: TenantScope, doer: Doer, id: string) {
  const post = await getJobPost(trx, scope, id);
  const hired = post.hired + 1;
  const isLive = post.state === 'open' || post.state === 'paused';
  if (isLive && hired >= post.hires) {
    await movePost(trx, deps, scope, doer, post, 'fill', { change: { hired }, details: { hired } });
    await tellOwner(trx, deps, scope, post, 'jobPost.filled', { title: post.title });
    return 'filled';
  }
  const isCounted = await updatePost(trx, scope, post, [post.state], { hired, updatedAt: deps.clock.now() });
  // Somebody else was hired at the same moment.
  if (!isCounted) return countHire(trx, deps, scope, doer, id);
  return post.state;
}
