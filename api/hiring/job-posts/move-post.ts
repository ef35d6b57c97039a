import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { JobPostDeps } from './deps.ts';
import {
  endedJobPostStates,
  type JobPostMove,
  type JobPostState,
  jobPostMoves,
  liveJobPostStates,
} from './job-post.ts';
import { noteOrder } from './note-order.ts';
import { type PostChange, updatePost } from './store.ts';
import type { JobPostEnd, JobPostRow } from './table.ts';

type Movable = Pick<JobPostRow, 'id' | 'state' | 'revision' | 'hired'>;
type More = { change?: PostChange; reason?: string | null; details?: Record<string, unknown> };

/**
 * One move of the table, guarded by state and revision, with its timeline, audit entry and news.
 * @throws 409 `job_post_<state>` for a move that the table does not list, or when somebody was faster
 */
export async function movePost(
  trx: Executor,
  deps: JobPostDeps,
  scope: TenantScope,
  doer: Doer,
  post: Movable,
  name: JobPostMove,
  { change = {}, reason = null, details = {} }: More = {},
): Promise<void> {
  const move = requireMove<JobPostState, JobPostMove>(jobPostMoves, 'jobPost', name, post.state);
  const nowMs = deps.clock.now();
  const how = endOf(move.to);
  const columns: PostChange = {
    ...change,
    state: move.to,
    updatedAt: nowMs,
    ...(!isLive(move.to) && { liveIdentity: null }),
    ...(how && { endedAt: nowMs, endReason: reason }),
  };
  if (!(await updatePost(trx, scope, post, move.from, columns))) throw moveRefused('jobPost', name, post.state);
  const subject = { kind: 'jobPost', id: post.id };
  await recordMove(trx, deps, scope, doer, { subject, move: name, from: post.state, to: move.to, reason, details });
  await tellChanged(trx, deps, scope, post);
  await noteOrder(trx, deps, scope, post.id);
  if (!how) return;
  const hadHire = (change.hired ?? post.hired) > 0;
  const ended = { id: post.id, tenantId: scope.tenantId, how, hadHire };
  await deps.outbox.record(trx, 'jobPostEnded', scope.tenantId, ended, nowMs);
}

export async function tellChanged(
  trx: Executor,
  { outbox, clock }: JobPostDeps,
  { tenantId }: TenantScope,
  { id, revision }: Pick<JobPostRow, 'id' | 'revision'>,
): Promise<void> {
  const changed = { id, tenantId, revision: revision + 1 };
  await outbox.record(trx, 'jobPostChanged', tenantId, changed, clock.now());
}

function endOf(state: JobPostState): JobPostEnd['how'] | undefined {
  return endedJobPostStates.find((ended) => ended === state);
}

function isLive(state: JobPostState): boolean {
  return liveJobPostStates.some((live) => live === state);
}
