import { actorId, type Doer } from '../../platform/audit/record-audit.ts';
import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { insertPayeeMove } from './store.ts';

/** `by` the processor: a rail's answer moved it. */
export type MoneyDoer = Doer | { actor: { kind: 'processor' }; requestId: string };

export type NewPayeeMove = {
  freelancerId: string;
  subject: { kind: 'payout' | 'payoutMethod' | 'taxForm' | 'moneyHold' | 'payoutSchedule'; id: string };
  move: string;
  from?: string | null;
  to?: string | null;
  reason?: string | null;
};

/** Who did what, when and why, in the transaction of the move. */
export async function recordPayeeMove(
  trx: Executor,
  { clock, newId }: { clock: Clock; newId: NewId },
  { actor, requestId }: MoneyDoer,
  { freelancerId, subject, move, from, to, reason }: NewPayeeMove,
): Promise<void> {
  await insertPayeeMove(trx, {
    id: newId('pmv'),
    freelancerId,
    subjectKind: subject.kind,
    subjectId: subject.id,
    move,
    fromState: from ?? null,
    toState: to ?? null,
    actorKind: actor.kind,
    actorId: actor.kind === 'processor' ? null : actorId(actor),
    reason: reason ?? null,
    requestId,
    occurredAt: clock.now(),
  });
}

/** A rail's answer: what was looked at stands where a request's id would. */
export function railDoer(subject: string): MoneyDoer {
  return { actor: { kind: 'processor' }, requestId: subject };
}
