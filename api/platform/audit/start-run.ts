import { type Clock, isoInstant, type NewId } from '../clock/clock.ts';
import type { Database, Executor } from '../database/database.ts';
import { conflict, notFound } from '../http/problem.ts';
import type { JobRunner } from '../jobs/run-jobs.ts';
import { moveRefused, requireMove } from '../moves/require-move.ts';
import { readPolicy } from '../policies/read-policy.ts';
import type { TenantScope } from '../tenants/tenant-scope.ts';
import { type AuditRunKind, auditRunMoves } from './audit-run.ts';
import { auditPolicy } from './policy.ts';
import { type Doer, recordAudit } from './record-audit.ts';
import { countRunsUnderWay, findRun, insertRun, moveRun } from './run-store.ts';
import { findHead, findStretch } from './store.ts';
import type { AuditRunRow } from './table.ts';
import type { KeptHead } from './verify-audit.ts';

export type StartDeps = { database: Database; clock: Clock; newId: NewId; jobs: JobRunner };
export const auditRunJob = 'auditRun';

/** Exporting is itself in the log: whoever took a copy of everything is seen to have done so. */
export function startExport(
  deps: StartDeps,
  scope: TenantScope,
  doer: Doer & { personId: string },
  period: { fromMs: number | null; toMs: number | null },
): Promise<AuditRunRow> {
  return deps.database.transaction(async (trx) => {
    const id = deps.newId('ar');
    await recordAudit(trx, deps, scope, doer, {
      action: 'auditLog.exported',
      object: { kind: 'auditExport', id },
      details: { from: isoOrNull(period.fromMs), to: isoOrNull(period.toMs) },
    });
    // Nobody could tell apart an empty stretch of a long log and no log at all, so it ends before it begins.
    const stretch = (await findStretch(trx, scope, period)) ?? { firstSequence: 1, lastSequence: 0 };
    return insert(trx, deps, scope, { ...blankRun('export', id, doer.personId, deps.clock), ...period, ...stretch });
  });
}

export function startVerification(
  deps: StartDeps,
  scope: TenantScope,
  personId: string,
  anchor: KeptHead | undefined,
): Promise<AuditRunRow> {
  return deps.database.transaction(async (trx) => {
    const lastSequence = (await findHead(trx, scope))?.sequence ?? 0;
    return insert(trx, deps, scope, {
      ...blankRun('verification', deps.newId('ar'), personId, deps.clock),
      firstSequence: 1,
      lastSequence,
      anchorSequence: anchor?.sequence ?? null,
      anchorHash: anchor?.hash ?? null,
    });
  });
}

/** @throws 404, 409 */
export function cancelRun(deps: StartDeps, scope: TenantScope, id: string): Promise<AuditRunRow> {
  return deps.database.transaction(async (trx) => {
    const run = await getRun(trx, scope, id);
    const { from, to } = requireMove(auditRunMoves, 'auditRun', 'cancel', run.state);
    const columns = { state: to, finishedAt: deps.clock.now() };
    if (!(await moveRun(trx, scope, id, from, columns))) throw moveRefused('auditRun', 'cancel', run.state);
    return { ...run, ...columns };
  });
}

/** @throws 404 */
export async function getRun(db: Executor, scope: TenantScope, id: string): Promise<AuditRunRow> {
  const run = await findRun(db, scope, id);
  if (!run) throw notFound();
  return run;
}

type StartedRun = Omit<AuditRunRow, 'tenantId'>;

async function insert(trx: Executor, deps: StartDeps, scope: TenantScope, run: StartedRun): Promise<AuditRunRow> {
  const { runsUnderWayMax } = await readPolicy(trx, scope, auditPolicy);
  if ((await countRunsUnderWay(trx, scope)) >= runsUnderWayMax)
    throw conflict(
      'audit_runs_under_way',
      `${runsUnderWayMax} exports or checks of this log are under way. Nothing was started; wait for one or stop it.`,
    );
  const row = { ...run, tenantId: scope.tenantId };
  await insertRun(trx, row);
  await deps.jobs.enqueue(trx, auditRunJob, row.id, { id: row.id }, deps.clock.now(), scope.tenantId);
  return row;
}

function blankRun(kind: AuditRunKind, id: string, requestedBy: string, clock: Clock): StartedRun {
  return {
    id,
    kind,
    state: 'queued',
    requestedBy,
    fromMs: null,
    toMs: null,
    firstSequence: 1,
    lastSequence: 0,
    entriesDone: 0,
    badSequence: null,
    reason: null,
    anchorSequence: null,
    anchorHash: null,
    lastHash: null,
    keyId: null,
    bytes: null,
    sha256: null,
    createdAt: clock.now(),
    finishedAt: null,
  };
}

function isoOrNull(atMs: number | null): string | null {
  return atMs === null ? null : isoInstant(atMs);
}
