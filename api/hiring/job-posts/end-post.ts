import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { cancelApproval } from '../../procurement/approvals/request-approval.ts';
import type { JobPostDeps } from './deps.ts';
import type { CloseReason } from './job-post.ts';
import { movePost } from './move-post.ts';
import type { JobPostRecord } from './post-of-row.ts';
import { tellOwner } from './tell-owner.ts';

/** @throws 409 job_post_<state> */
export async function closePost(
  trx: Executor,
  deps: JobPostDeps,
  scope: TenantScope,
  doer: Doer,
  post: JobPostRecord,
  { reason, note }: { reason: CloseReason; note: string },
): Promise<void> {
  await forgetApproval(trx, deps, scope, doer, post, 'The post was closed');
  await movePost(trx, deps, scope, doer, post, 'close', { reason, details: note ? { note } : {} });
}

/** By the operator, for breaking the rules. @throws 409 job_post_<state> */
export async function removePost(
  trx: Executor,
  deps: JobPostDeps,
  scope: TenantScope,
  doer: Doer,
  post: JobPostRecord,
  reason: string,
): Promise<void> {
  await forgetApproval(trx, deps, scope, doer, post, 'The post was removed');
  await movePost(trx, deps, scope, doer, post, 'remove', { reason });
  await tellOwner(trx, deps, scope, post, 'jobPost.removed', { title: post.title, reason });
}

async function forgetApproval(
  trx: Executor,
  deps: JobPostDeps,
  scope: TenantScope,
  doer: Doer,
  { id, state }: JobPostRecord,
  reason: string,
): Promise<void> {
  if (state === 'pendingApproval') await cancelApproval(trx, deps, scope, doer, { kind: 'jobPost', id }, reason);
}
