import type { Doer } from '../audit/record-audit.ts';
import { actorId, recordAudit } from '../audit/record-audit.ts';
import type { Clock, NewId } from '../clock/clock.ts';
import type { Executor } from '../database/database.ts';
import type { TenantScope } from '../tenants/tenant-scope.ts';
import { insertMoves, nextSequence } from './store.ts';
import type { MoveAudience, MoveRow } from './table.ts';

export type RecordedMove = {
  /** `{ kind: 'jobPost', id }` */
  subject: { kind: string; id: string };
  /** The name in the move table, or past tense for what changes no state: `termsChanged`. */
  move: string;
  from?: string | null;
  to?: string | null;
  reason?: string | null;
  details?: Record<string, unknown>;
  /** `team` hides it from the freelancer. Default: everyone who may see the object. */
  audience?: MoveAudience;
};

export type MoveDeps = { clock: Clock; newId: NewId };

/**
 * Writes who did what, when and why, in the transaction of the move: to the object's timeline and to the tenant's
 * audit log. Timed moves are done by `clockDoer`.
 */
export async function recordMove(
  trx: Executor,
  deps: MoveDeps,
  scope: TenantScope,
  doer: Doer,
  move: RecordedMove,
): Promise<void> {
  const sequence = await nextSequence(trx, scope, move.subject);
  await insertMoves(trx, [moveRow(deps, scope, doer, move, sequence)]);
  await recordAudit(trx, deps, scope, doer, {
    action: `${move.subject.kind}.${move.move}`,
    object: move.subject,
    details: { from: move.from ?? null, to: move.to ?? null, reason: move.reason ?? null, ...move.details },
  });
}

/**
 * For the first moves of many new objects: their maker inserts the rows with `recordMoves` and writes one audit entry
 * for them all.
 */
export async function recordMoves(
  trx: Executor,
  deps: MoveDeps,
  scope: TenantScope,
  doer: Doer,
  moves: readonly RecordedMove[],
): Promise<void> {
  await insertMoves(
    trx,
    moves.map((move) => moveRow(deps, scope, doer, move, 1)),
  );
}

function moveRow(
  { clock, newId }: MoveDeps,
  scope: TenantScope,
  doer: Doer,
  recorded: RecordedMove,
  sequence: number,
): MoveRow {
  const { subject, move, from, to, reason, details = {}, audience = 'everyone' } = recorded;
  return {
    id: newId('mv'),
    tenantId: scope.tenantId,
    subjectKind: subject.kind,
    subjectId: subject.id,
    sequence,
    move,
    fromState: from ?? null,
    toState: to ?? null,
    actorKind: doer.actor.kind,
    actorId: actorId(doer.actor),
    reason: reason ?? null,
    details: JSON.stringify(details),
    audience,
    requestId: doer.requestId,
    occurredAt: clock.now(),
  };
}

/** Who does timed moves; the job's id stands where a request's would. */
export function clockDoer(jobId: string): Doer {
  return { actor: { kind: 'clock' }, requestId: jobId };
}
