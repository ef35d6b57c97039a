import { actorId, type Doer } from '../../platform/audit/record-audit.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, notFound, unprocessable } from '../../platform/http/problem.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { createSeal } from '../../platform/secrets/seal.ts';
import { holdsOn } from '../holds/read-holds.ts';
import { money } from '../money.ts';
import { openDestination } from '../payout-methods/deps.ts';
import type { BankDestination } from '../payout-methods/payout-rail.ts';
import { payoutsPolicy } from '../payout-methods/policy.ts';
import { readMethods } from '../payout-methods/read-methods.ts';
import { countBatches, findBatch, freeOfBatch, insertBatch, listOfBatch, updateBatch } from './batch-store.ts';
import { bookBack, bookPaid, bookSubmitted, tellOfSubmitted } from './book-payout.ts';
import type { PayoutDeps } from './deps.ts';
import { listWaitingWires } from './desk-store.ts';
import { controlSumOf, printWireFile, type Wire } from './pain-001.ts';
import { wireBatchMoves } from './payout.ts';
import { findPayout, updateUnasked } from './store.ts';
import type { PayoutRow, WireBatchRow } from './table.ts';

/**
 * Puts the wires of one currency that wait, and that no hold stops, into a file. From then on they cannot be cancelled.
 * @throws 409 no_wires_waiting
 */
export async function prepareBatch(
  trx: Executor,
  deps: PayoutDeps,
  doer: Doer,
  currency: string,
): Promise<WireBatchRow> {
  const { debtor } = deps.payoutRails.wire ?? {};
  if (!debtor) throw conflict('wires_not_offered', 'This installation makes no wires; nothing was prepared.');
  const { batchPayoutsMax } = await readPolicy(trx, undefined, payoutsPolicy);
  const rows = await listWaitingWires(trx, holdsOn, currency, batchPayoutsMax);
  if (rows.length === 0) throw conflict('no_wires_waiting', `No wire in ${currency} waits; nothing was prepared.`);
  const preparedAt = deps.clock.now();
  const createdAt = isoInstant(preparedAt);
  const day = createdAt.slice(0, 10);
  const number = (await countBatches(trx, currency, day)) + 1;
  const messageId = `WIRES-${currency}-${day.replaceAll('-', '')}-${String(number).padStart(2, '0')}`;
  const id = deps.newId('wb');
  const wires = await wiresOf(trx, deps, rows);
  const xml = printWireFile({ messageId, createdAt, day, currency, debtor, wires });
  const batch: WireBatchRow = {
    id,
    messageId,
    currency,
    day,
    number,
    state: 'prepared',
    payoutCount: rows.length,
    controlSumMinor: controlSumOf(wires, currency).amountMinor,
    sealed: batchSeal(deps).seal(xml, `wireBatch ${id}`),
    preparedBy: actorId(doer.actor) ?? '',
    preparedAt,
    sentAt: null,
    endedAt: null,
  };
  // Its message id is unique: of two who prepare at once one is told to look again.
  await insertBatch(trx, batch);
  for (const row of rows)
    if (!(await updateUnasked(trx, row.id, { batchId: id, askedUntil: preparedAt }))) throw changedMeanwhile();
  return batch;
}

async function wiresOf(trx: Executor, deps: PayoutDeps, rows: readonly PayoutRow[]): Promise<Wire[]> {
  const methods = await readMethods(trx, [...new Set(rows.map(({ methodId }) => methodId))]);
  return rows.map(({ id, methodId, netMinor, currency }) => {
    const destination = openDestination(deps, methods.get(methodId)!);
    if (destination.kind !== 'bank') throw new Error(`${methodId} is no bank account`);
    const bank: BankDestination = destination;
    const remittance = `Payout ${id.slice(-8).toUpperCase()}`;
    return { endToEndId: id, amount: money(netMinor, currency), bank, remittance };
  });
}

/** The file as it was prepared. */
export function openBatchFile(deps: { secret: string }, { id, sealed }: WireBatchRow): string {
  return batchSeal(deps).open(sealed, `wireBatch ${id}`);
}

/** The bank has it: its payouts are on their way. @throws 404, 409 wire_batch_sent */
export async function sendBatch(trx: Executor, deps: PayoutDeps, doer: Doer, id: string): Promise<WireBatchRow> {
  const batch = await moveBatch(trx, deps, id, 'send');
  for (const row of await listOfBatch(trx, id)) {
    const booked = { externalId: `${batch.messageId} ${row.id}`, nextLookAt: null };
    await tellOfSubmitted(trx, deps, await bookSubmitted(trx, deps, doer, row, booked));
  }
  return batch;
}

/** For a file that the bank does not take: its payouts wait for another one. @throws 404, 409 wire_batch_sent */
export async function discardBatch(trx: Executor, deps: PayoutDeps, id: string): Promise<WireBatchRow> {
  const batch = await moveBatch(trx, deps, id, 'discard');
  await freeOfBatch(trx, id);
  return batch;
}

export type BankAnswer = { outcome: 'paid' | 'failed' | 'returned'; reason?: string | undefined };

/** What the bank says of one wire. @throws 404, 409, 422 reason_missing */
export async function answerWire(
  trx: Executor,
  deps: PayoutDeps,
  doer: Doer,
  payoutId: string,
  { outcome, reason }: BankAnswer,
): Promise<PayoutRow> {
  const row = await findPayout(trx, payoutId);
  if (!row) throw notFound();
  if (row.rail !== 'wire')
    throw conflict('payout_not_wire', 'Another rail answers for this payout by itself; nothing was changed.');
  if (row.state === 'requested')
    throw conflict('wire_not_sent', 'This wire is not at the bank yet; nothing was changed. Send its file first.');
  const moved =
    outcome === 'paid'
      ? await bookPaid(trx, deps, doer, row)
      : await bookBack(trx, deps, doer, row, outcome === 'failed' ? 'fail' : 'return', {
          reason: requireReason(reason),
        });
  if (row.batchId) await finishBatch(trx, deps, row.batchId);
  return moved;
}

/** With the answer on the last of its payouts. */
async function finishBatch(trx: Executor, deps: PayoutDeps, id: string): Promise<void> {
  const isUnderWay = (await listOfBatch(trx, id)).some(({ state }) => state === 'submitted');
  if (!isUnderWay) await updateBatch(trx, id, 'sent', { state: 'done', endedAt: deps.clock.now() });
}

async function moveBatch(trx: Executor, deps: PayoutDeps, id: string, move: 'send' | 'discard'): Promise<WireBatchRow> {
  const batch = await findBatch(trx, id);
  if (!batch) throw notFound();
  const { to } = requireMove(wireBatchMoves, 'wireBatch', move, batch.state);
  const nowMs = deps.clock.now();
  const change = { state: to, ...(move === 'send' ? { sentAt: nowMs } : { endedAt: nowMs }) };
  if (!(await updateBatch(trx, id, batch.state, change))) throw moveRefused('wireBatch', move, batch.state);
  return { ...batch, ...change };
}

function batchSeal({ secret }: { secret: string }) {
  return createSeal(secret, 'wire batches');
}

function requireReason(reason: string | undefined): string {
  if (reason) return reason;
  throw unprocessable('reason_missing', 'Say why the bank did not pay it; nothing was changed.', [
    { pointer: '/reason', code: 'reason_missing', message: 'As the bank says.' },
  ]);
}

const changedMeanwhile = () =>
  conflict('changed_meanwhile', 'Some of these wires were moved meanwhile; nothing was prepared. Try again.');
