import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { JobPostDeps } from '../job-posts/deps.ts';
import { type JobImportMove, type JobImportState, jobImportMoves } from './job-import.ts';
import { recordImportMove } from './run-import.ts';
import { findImport, moveImport } from './store.ts';

/** The batch under way is undone; what was kept before stays. @throws 404, 409 job_import_<state> */
export async function cancelImport(
  trx: Executor,
  deps: JobPostDeps,
  scope: TenantScope,
  doer: Doer,
  id: string,
): Promise<void> {
  const row = await findImport(trx, scope, id);
  if (!row) throw notFound();
  const { from, to } = requireMove<JobImportState, JobImportMove>(jobImportMoves, 'jobImport', 'cancel', row.state);
  const change = { state: to, finishedAt: deps.clock.now() };
  if (!(await moveImport(trx, scope, id, from, change))) throw moveRefused('jobImport', 'cancel', row.state);
  const { doneRows: done, created, duplicates, refused } = row;
  await recordImportMove(trx, deps, scope, doer, row, 'cancel', { done, created, duplicates, refused });
}
