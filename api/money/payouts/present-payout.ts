import { isoInstant } from '../../platform/clock/clock.ts';
import { money } from '../money.ts';
import type { PayeeMove } from '../payees/read-payee-moves.ts';
import type { PayoutRails } from '../payout-methods/payout-rail.ts';
import type * as wire from './schema.ts';
import type { PayoutRow, PayoutScheduleRow, WireBatchRow } from './table.ts';

/** `held`: ids of payouts that a hold stops. */
export function presentPayout(row: PayoutRow, rails: PayoutRails, held: ReadonlySet<string>): wire.Payout {
  const { id, state, currency, methodId, rail, label, origin, batchId, reason } = row;
  return {
    id,
    state,
    amount: money(row.amountMinor, currency),
    fee: money(row.feeMinor, currency),
    withheld: money(row.withheldMinor, currency),
    net: money(row.netMinor, currency),
    method: { id: methodId, rail, label, isSandbox: rails[rail]?.isSandbox ?? row.provider === 'sandbox' },
    origin,
    isHeld: state === 'requested' && row.askedUntil === null && held.has(id),
    isInBatch: batchId !== null,
    reason,
    createdAt: isoInstant(row.createdAt),
    submittedAt: instantOf(row.submittedAt),
    arrivesAt: state === 'requested' || state === 'submitted' ? instantOf(row.arrivesAt) : null,
    paidAt: instantOf(row.paidAt),
    endedAt: instantOf(row.endedAt),
  };
}

export function presentDeskPayout(
  row: PayoutRow,
  rails: PayoutRails,
  held: ReadonlySet<string>,
  name: string,
): wire.DeskPayout {
  const { freelancerId, batchId, externalId } = row;
  return { ...presentPayout(row, rails, held), freelancer: { id: freelancerId, name }, batchId, externalId };
}

export function presentSchedule(row: PayoutScheduleRow): wire.PayoutSchedule {
  const { currency, methodId, frequency, minimumMinor, nextRunAt } = row;
  return { currency, methodId, frequency, minimum: money(minimumMinor, currency), nextRunAt: instantOf(nextRunAt) };
}

export function presentBatch(row: WireBatchRow): wire.WireBatch {
  const { id, messageId, currency, day, state, payoutCount, controlSumMinor, preparedAt, sentAt } = row;
  const controlSum = money(controlSumMinor, currency);
  const times = { preparedAt: isoInstant(preparedAt), sentAt: instantOf(sentAt) };
  return { id, messageId, currency, day, state, payoutCount, controlSum, ...times };
}

export function presentMove(move: PayeeMove): wire.PayeeMove {
  const { subjectKind, subjectId, fromState, toState, actorKind, reason, requestId, occurredAt } = move;
  return {
    subject: { kind: subjectKind, id: subjectId },
    move: move.move,
    from: fromState,
    to: toState,
    by: actorKind,
    reason,
    requestId,
    at: isoInstant(occurredAt),
  };
}

function instantOf(epochMs: number | null): string | null {
  return epochMs === null ? null : isoInstant(epochMs);
}
