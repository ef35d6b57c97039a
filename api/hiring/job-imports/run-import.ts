import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Database, Executor } from '../../platform/database/database.ts';
import type { Files } from '../../platform/files/files.ts';
import { Refusal } from '../../platform/http/problem.ts';
import type { Job } from '../../platform/jobs/job.ts';
import { jobAttemptsMax } from '../../platform/jobs/job.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer, recordMove } from '../../platform/moves/record-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { peopleWithRoles } from '../../platform/tenants/members.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { hirers } from '../grants.ts';
import type { JobPostDeps } from '../job-posts/deps.ts';
import { type JobImportState, jobImportMoves } from './job-import.ts';
import { jobImportsPolicy } from './policy.ts';
import { createOpenReaders, openRows, type RowReader } from './row-reader.ts';
import { enqueueImport, importJob } from './start-import.ts';
import { deleteImportRows, findImport, moveImport } from './store.ts';
import type { JobImportRow } from './table.ts';
import { writeBatch } from './write-batch.ts';

export type RunDeps = JobPostDeps & {
  database: Database;
  files: Files;
  jobs: JobRunner;
  directory: Pick<TenantDirectory, 'byId'>;
};

/** Then other jobs have their turn, and this one queues again behind them. */
const turnMs = 1_000;

/** Works imports off, batch by batch: whatever ends a process, the next goes on behind the last batch that was kept. */
export function runImports(deps: RunDeps): void {
  const readers = createOpenReaders();
  deps.jobs.handle(importJob, (job) => {
    const { importId } = job.payload as { importId: string };
    return runTurn(deps, readers, tenantScope(job.tenantId!), importId, job);
  });
}

/** Works one import off without waiting for a server to do it; one that runs may do some of it. */
export async function runImportToEnd(
  deps: RunDeps,
  scope: TenantScope,
  importId: string,
  onTurn: (row: JobImportRow) => void,
): Promise<JobImportRow | undefined> {
  const readers = createOpenReaders();
  while (true) {
    const row = await findImport(deps.database.db, scope, importId);
    if (!row || !isUnderWay(row.state)) return row;
    onTurn(row);
    await runTurn(deps, readers, scope, importId, { id: 'command', attempts: jobAttemptsMax });
  }
}

type Turn = Pick<Job, 'id' | 'attempts'>;

async function runTurn(
  deps: RunDeps,
  readers: ReturnType<typeof createOpenReaders>,
  scope: TenantScope,
  importId: string,
  job: Turn,
): Promise<void> {
  const { database } = deps;
  const found = await findImport(database.db, scope, importId);
  if (!found) return;
  let reader = await readers.take(found);
  if (!isUnderWay(found.state)) return reader?.close();
  let row = found;
  try {
    if (row.state === 'queued' || (row.isDryRun && !reader && row.doneRows > 0))
      row = await begin(deps, scope, job, row);
    reader ??= await openRows(database.db, deps, row);
    const end = performance.now() + turnMs;
    const { batchRows } = await readPolicy(database.db, scope, jobImportsPolicy);
    // At least one batch a turn, however long it took to get where it stands.
    do {
      if (row.doneRows < row.rows) row = await writeNext(deps, scope, row, reader, batchRows);
    } while (row.doneRows < row.rows && performance.now() < end);
    if (row.doneRows >= row.rows) return await finish(deps, scope, job, row, reader);
    await readers.keep(reader);
    await enqueueImport(deps, database.db, row);
  } catch (error) {
    await reader?.close();
    if (error instanceof TakenOver) return;
    if (!(error instanceof Refusal) && job.attempts < jobAttemptsMax) throw error;
    await fail(deps, scope, job, row, error);
    if (!(error instanceof Refusal)) throw error;
  }
}

/** Somebody stopped the import, or another worker has done these rows. */
class TakenOver extends Error {}

/** A dry run keeps in mind what it has seen; a worker that has not begins it again. */
async function begin(deps: RunDeps, scope: TenantScope, job: Turn, row: JobImportRow): Promise<JobImportRow> {
  const counts = row.isDryRun ? { doneRows: 0, created: 0, duplicates: 0, refused: 0 } : {};
  const change = { ...counts, state: 'running', startedAt: row.startedAt ?? deps.clock.now() } as const;
  await deps.database.transaction(async (trx) => {
    if (!(await moveImport(trx, scope, row.id, [row.state], change))) throw new TakenOver();
    if (row.isDryRun) await deleteImportRows(trx, scope, row.id);
    if (row.state === 'queued') await recordImportMove(trx, deps, scope, clockDoer(job.id), row, 'start');
  });
  return { ...row, ...change };
}

async function writeNext(
  deps: RunDeps,
  scope: TenantScope,
  row: JobImportRow,
  reader: RowReader,
  batchRows: number,
): Promise<JobImportRow> {
  const rows = await reader.next(batchRows);
  if (rows.length === 0) throw new Refusal(422, 'file_changed', 'The file has fewer rows than when it was uploaded.');
  const tenant = await deps.directory.byId(row.tenantId);
  if (!tenant) throw new TakenOver();
  const seenBefore = reader.seen.size;
  return deps.database.transaction(async (trx) => {
    forgetBeyond(reader.seen, seenBefore);
    await requireOwner(trx, scope, row);
    const advanced = await writeBatch(trx, deps, scope, tenant, row, reader, rows);
    if (!advanced) throw new TakenOver();
    return advanced;
  });
}

/** What a transaction noted that is run once more; a set keeps the order of noting. */
function forgetBeyond(seen: Set<string>, size: number): void {
  if (seen.size === size) return;
  for (const identity of [...seen].slice(size)) seen.delete(identity);
}

/** Whoever lost the right to post since makes no more posts. @throws 403 owner_may_not_post */
async function requireOwner(trx: Executor, scope: TenantScope, { ownerId }: JobImportRow): Promise<void> {
  if ((await peopleWithRoles(trx, scope, hirers)).includes(ownerId)) return;
  throw new Refusal(403, 'owner_may_not_post', 'Whose posts these would become may not post jobs any more.');
}

async function finish(deps: RunDeps, scope: TenantScope, job: Turn, row: JobImportRow, reader: RowReader) {
  await reader.close();
  const { created, duplicates, refused } = row;
  await deps.database.transaction(async (trx) => {
    const change = { state: 'done', finishedAt: deps.clock.now() } as const;
    if (!(await moveImport(trx, scope, row.id, ['running'], change))) return;
    await recordImportMove(trx, deps, scope, clockDoer(job.id), row, 'finish', { created, duplicates, refused });
    await notify(trx, deps, {
      ...newsOf(row),
      kind: 'jobImport.finished',
      words: {
        file: row.fileName,
        created: String(created),
        duplicates: String(duplicates),
        refused: String(refused),
      },
    });
  });
}

async function fail(deps: RunDeps, scope: TenantScope, job: Turn, row: JobImportRow, error: unknown): Promise<void> {
  const [code, reason] =
    error instanceof Refusal
      ? [error.code, error.message]
      : ['import_broke_off', 'Something went wrong here, again and again.'];
  await deps.database.transaction(async (trx) => {
    const change = { state: 'failed', failureCode: code, failure: reason, finishedAt: deps.clock.now() } as const;
    if (!(await moveImport(trx, scope, row.id, jobImportMoves.fail.from, change))) return;
    await recordImportMove(trx, deps, scope, clockDoer(job.id), row, 'fail', { code }, reason);
    await notify(trx, deps, { ...newsOf(row), kind: 'jobImport.failed', words: { file: row.fileName, reason } });
  });
}

function newsOf({ id, tenantId, requestedBy, requestedByKind }: JobImportRow) {
  return {
    personIds: requestedByKind === 'person' ? [requestedBy] : [],
    subject: { kind: 'jobImport', id },
    path: portalPaths.jobImport(id),
    tenantId,
  };
}

export async function recordImportMove(
  trx: Executor,
  deps: JobPostDeps,
  scope: TenantScope,
  doer: Doer,
  { id, state }: Pick<JobImportRow, 'id' | 'state'>,
  move: keyof typeof jobImportMoves,
  details: Record<string, unknown> = {},
  reason: string | null = null,
): Promise<void> {
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'jobImport', id },
    move,
    from: state,
    to: jobImportMoves[move].to,
    details,
    reason,
    audience: 'team',
  });
}

function isUnderWay(state: JobImportState): boolean {
  return state === 'queued' || state === 'running';
}
