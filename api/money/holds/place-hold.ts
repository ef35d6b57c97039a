import { actorId, type Doer } from '../../platform/audit/record-audit.ts';
import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { Outbox } from '../../platform/events/events.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import { moveRefused } from '../../platform/moves/require-move.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import type { PayeePorts } from '../payees/payee.ts';
import { recordPayeeMove } from '../payees/record-payee-move.ts';
import { tellPayee } from '../payees/tell-payee.ts';
import type { HoldSubject } from './hold.ts';
import { findHold, insertHoldOnce, updatePlaced } from './store.ts';
import type { HoldRow } from './table.ts';

/** Whose a payout is; handed in, as payouts ask for holds and not the other way round. */
export type FindPayoutOwner = (db: Executor, payoutId: string) => Promise<string | undefined>;

export type HoldDeps = PayeePorts & { clock: Clock; newId: NewId; outbox: Outbox; findPayoutOwner: FindPayoutOwner };

/**
 * Stops payouts until it is lifted. What a rail was asked for already goes on.
 * @throws 404, 409 hold_stands
 */
export async function placeHold(
  trx: Executor,
  deps: HoldDeps,
  doer: Doer,
  { subject, reason }: { subject: HoldSubject; reason: string },
): Promise<HoldRow> {
  const freelancerId = await ownerOf(trx, deps, subject);
  const row: HoldRow = {
    id: deps.newId('hd'),
    subjectKind: subject.kind,
    subjectId: subject.id,
    freelancerId,
    state: 'placed',
    reason,
    placedBy: actorId(doer.actor) ?? '',
    placedAt: deps.clock.now(),
    liftedBy: null,
    liftedAt: null,
    liftReason: null,
  };
  if (!(await insertHoldOnce(trx, row))) throw holdStands();
  const moved = { kind: 'moneyHold', id: row.id } as const;
  await recordPayeeMove(trx, deps, doer, { freelancerId, subject: moved, move: 'place', to: 'placed', reason });
  await tell(trx, deps, row, 'moneyHold.placed');
  return row;
}

/** @throws 404, 409 money_hold_lifted */
export async function liftHold(
  trx: Executor,
  deps: HoldDeps,
  doer: Doer,
  { id, reason }: { id: string; reason: string },
): Promise<HoldRow> {
  const before = await findHold(trx, id);
  if (!before) throw notFound();
  const liftedBy = actorId(doer.actor) ?? '';
  const change = { state: 'lifted', liftedBy, liftedAt: deps.clock.now(), liftReason: reason } as const;
  if (!(await updatePlaced(trx, id, change))) throw moveRefused('moneyHold', 'lift', 'lifted');
  const { freelancerId } = before;
  const subject = { kind: 'moneyHold', id } as const;
  await recordPayeeMove(trx, deps, doer, { freelancerId, subject, move: 'lift', from: 'placed', to: 'lifted', reason });
  await tell(trx, deps, before, 'moneyHold.lifted');
  return { ...before, ...change };
}

/** The operator's reason is the operator's: it may name what nobody outside may know. */
async function tell(trx: Executor, deps: HoldDeps, row: HoldRow, kind: 'moneyHold.placed' | 'moneyHold.lifted') {
  await tellPayee(trx, deps, row.freelancerId, {
    kind,
    subject: { kind: 'moneyHold', id: row.id },
    words: {},
    path: portalPaths.payouts(),
  });
}

async function ownerOf(trx: Executor, deps: HoldDeps, { kind, id }: HoldSubject): Promise<string> {
  const owner = kind === 'payout' ? await deps.findPayoutOwner(trx, id) : id;
  if (owner === undefined || !(await deps.readPayees(trx, [owner])).has(owner)) throw notFound();
  return owner;
}

const holdStands = () =>
  conflict('hold_stands', 'A hold stands on this already; nothing was changed. Lift that one first.');
