import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { Files } from '../files/files.ts';
import { type Job, jobAttemptsMax } from '../jobs/job.ts';
import { readPolicy } from '../policies/read-policy.ts';
import { type TenantScope, tenantScope } from '../tenants/tenant-scope.ts';
import { type AuditRunMove, auditRunMoves } from './audit-run.ts';
import { entryLine, exportSum, manifestLine } from './export-lines.ts';
import { auditPolicy } from './policy.ts';
import { findRun, listAnchors, listOldExports, moveRun } from './run-store.ts';
import { type KeyDeps, signingKey } from './signing-key.ts';
import { auditRunJob, type StartDeps } from './start-run.ts';
import { findEntry } from './store.ts';
import type { AuditRunRow } from './table.ts';
import { AuditBroken, soundEntries, verifyAudit } from './verify-audit.ts';

export type RunDeps = StartDeps & KeyDeps & { files: Files; log: Logger };

const anchorsCompared = 1000;
const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const removedAtOnce = 100;

/** ⏱ Exports and verifications, one after the other behind the request that asked for them. */
export function runAudits(deps: RunDeps): void {
  deps.jobs.handle(auditRunJob, (job) => runOne(deps, tenantScope(job.tenantId!), job));
  deps.jobs.every({ kind: 'removeAuditExports', everyMs: hourMs, run: () => removeOldExports(deps) });
}

/** Made of the run's id alone, which we gave out. */
export function auditExportKey(runId: string): string {
  return `audit-exports/${runId}.ndjson`;
}

class Cancelled extends Error {}

async function runOne(deps: RunDeps, scope: TenantScope, job: Job): Promise<void> {
  const { id } = job.payload as { id: string };
  const run = await findRun(deps.database.db, scope, id);
  // A process that ended half-way leaves it running; nothing was given out, so it begins again.
  if (run?.state === 'queued') await move(deps, scope, run, 'start', {});
  else if (run?.state !== 'running') return;
  try {
    if (run.kind === 'export') await writeExport(deps, scope, run);
    else await verify(deps, scope, run);
  } catch (error) {
    if (error instanceof Cancelled) return;
    if (error instanceof AuditBroken)
      return move(deps, scope, run, 'break', { badSequence: error.sequence, reason: error.message });
    if (job.attempts >= jobAttemptsMax) await move(deps, scope, run, 'fail', { reason: 'it could not be stored' });
    throw error;
  }
}

/** A chain that does not hold is never signed. */
async function writeExport(deps: RunDeps, scope: TenantScope, run: AuditRunRow): Promise<void> {
  const { database, clock, files } = deps;
  const key = await signingKey(deps);
  const before = await findEntry(database.db, scope, run.firstSequence - 1);
  const sum = exportSum(run.firstSequence, before?.hash ?? '');
  const fileHash = createHash('sha256');
  let bytes = 0;
  let lastHash = before?.hash ?? '';
  await files.putStream(auditExportKey(run.id), chunks());
  const file = { bytes, sha256: fileHash.digest('hex'), keyId: key.id, lastHash };
  await move(deps, scope, run, 'finish', { ...file, entriesDone: entriesOf(run) });

  async function* chunks(): AsyncGenerator<Uint8Array> {
    for await (const entries of soundEntries(database.db, scope, run.firstSequence, run.lastSequence)) {
      yield counted(
        entries
          .map((entry) => {
            const line = entryLine(entry);
            sum.add(line, entry);
            return line;
          })
          .join(''),
      );
      lastHash = entries.at(-1)!.hash;
      await progress(deps, scope, run, entries.at(-1)!.sequence - run.firstSequence + 1);
    }
    const exported = sum.exported();
    if (exported.count !== entriesOf(run))
      throw new AuditBroken(run.firstSequence + exported.count, 'the end of the chain is missing');
    yield counted(manifestLine(run, exported, key, clock.now()));
  }

  function counted(text: string): Uint8Array {
    const chunk = Buffer.from(text);
    fileHash.update(chunk);
    bytes += chunk.byteLength;
    return chunk;
  }
}

async function verify(deps: RunDeps, scope: TenantScope, run: AuditRunRow): Promise<void> {
  const { db } = deps.database;
  const kept: { sequence: number; hash: string }[] = await listAnchors(db, scope, anchorsCompared);
  if (run.anchorSequence !== null && run.anchorHash !== null)
    kept.push({ sequence: run.anchorSequence, hash: run.anchorHash });
  const verdict = await deps.database.snapshot((still) =>
    verifyAudit(still, scope, kept, (done) => progress(deps, scope, run, Math.min(done, run.lastSequence))),
  );
  if (!verdict.ok) throw new AuditBroken(verdict.sequence, verdict.reason);
  const head = await findEntry(db, scope, run.lastSequence);
  await move(deps, scope, run, 'finish', { entriesDone: entriesOf(run), lastHash: head?.hash ?? '' });
}

export function entriesOf({ firstSequence, lastSequence }: AuditRunRow): number {
  return lastSequence - firstSequence + 1;
}

async function progress(deps: RunDeps, scope: TenantScope, run: AuditRunRow, entriesDone: number): Promise<void> {
  if (!(await moveRun(deps.database.db, scope, run.id, ['running'], { entriesDone }))) throw new Cancelled();
}

async function move(
  deps: RunDeps,
  scope: TenantScope,
  run: AuditRunRow,
  name: AuditRunMove,
  columns: Partial<AuditRunRow>,
): Promise<void> {
  const { from, to } = auditRunMoves[name];
  const finishedAt = to === 'running' ? null : deps.clock.now();
  const isMoved = await moveRun(deps.database.db, scope, run.id, from, { ...columns, state: to, finishedAt });
  if (!isMoved && run.kind === 'export' && name === 'finish') await deps.files.remove(auditExportKey(run.id));
}

async function removeOldExports(deps: RunDeps): Promise<void> {
  const { exportKeptDays } = await readPolicy(deps.database.db, undefined, auditPolicy);
  const beforeMs = deps.clock.now() - exportKeptDays * dayMs;
  while (true) {
    const old = await listOldExports(deps.database.db, beforeMs, removedAtOnce);
    for (const run of old) {
      await deps.files.remove(auditExportKey(run.id));
      await moveRun(deps.database.db, tenantScope(run.tenantId), run.id, [run.state], { bytes: null });
    }
    if (old.length < removedAtOnce) return;
  }
}
