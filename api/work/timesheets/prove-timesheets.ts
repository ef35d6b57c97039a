import { listEarningsOf } from '../../money/earnings/read-earnings.ts';
import type { Proof } from '../../money/ledger/prove-ledger.ts';
import { readBalance } from '../../money/ledger/read-ledger.ts';
import type { Executor } from '../../platform/database/database.ts';
import { countBilled } from '../time-entries/read-segments.ts';
import { listDisputes } from './correction-store.ts';
import { frozenOf, holdOf } from './settle-week.ts';
import { listTimesheetsAfter } from './store.ts';
import type { TimesheetDisputeRow, TimesheetRow } from './table.ts';

const batchMax = 500;

/**
 * Every week's segments are what was billed, its earnings are what its state says, and what is paid and nobody's yet
 * lies in its contract's hold or its dispute's.
 */
export const proveTimesheets: Proof = async (db) => {
  const broken: string[] = [];
  const unearned = new Map<string, { row: TimesheetRow; minor: number }>();
  for (let lastId = ''; ; ) {
    const rows = await listTimesheetsAfter(db, lastId, batchMax);
    const last = rows.at(-1);
    if (!last) break;
    lastId = last.id;
    broken.push(...(await wrongsOf(db, rows, unearned)));
  }
  for (const { row, minor } of unearned.values()) {
    const { availableMinor, heldMinor } = await readBalance(db, holdOf(row), row.currency);
    if (availableMinor + heldMinor < minor)
      broken.push(
        `Contract ${row.contractId} holds ${availableMinor + heldMinor}; its weeks say ${minor} ${row.currency}.`,
      );
  }
  return broken;
};

async function wrongsOf(
  db: Executor,
  rows: readonly TimesheetRow[],
  unearned: Map<string, { row: TimesheetRow; minor: number }>,
): Promise<string[]> {
  const ids = rows.map(({ id }) => id);
  const [billed, disputes] = [await countBilled(db, ids), await listDisputes(db, ids)];
  const earnings = Map.groupBy(
    await listEarningsOf(db, { subject: { kind: 'timesheet', ids } }),
    ({ subject }) => subject.id,
  );
  const wrongs: string[] = [];
  for (const row of rows) {
    const earned = (earnings.get(row.id) ?? []).reduce((sum, { gross }) => sum + gross.amountMinor, 0);
    const dispute = disputes.get(row.id);
    wrongs.push(...weekWrongs(row, earned, billed.get(row.id) ?? 0));
    const frozen = dispute ? await frozenWrongs(db, row, dispute, wrongs) : 0;
    if (row.charge !== 'paid') continue;
    const left = row.amountMinor! - row.earnedMinor - row.refundedMinor - row.lostMinor - frozen;
    const key = `${row.contractId} ${row.currency}`;
    unearned.set(key, { row, minor: (unearned.get(key)?.minor ?? 0) + left });
  }
  return wrongs;
}

function weekWrongs(row: TimesheetRow, earnedMinor: number, billedSegments: number): string[] {
  const { id, state, charge } = row;
  const wrongs: string[] = [];
  if (earnedMinor !== row.earnedMinor)
    wrongs.push(`Timesheet ${id} says ${row.earnedMinor} earned; its earnings say ${earnedMinor}.`);
  if ((row.billedSegments ?? 0) !== billedSegments && row.billedSegments !== null)
    wrongs.push(`Timesheet ${id} billed ${row.billedSegments} segments; ${billedSegments} are marked so.`);
  if (charge !== 'paid' && earnedMinor > 0) wrongs.push(`Timesheet ${id} earned ${earnedMinor} and was not paid.`);
  const isThrough = state === 'security' || state === 'available' || (state === 'refunded' && charge === 'paid');
  const settledMinor = row.earnedMinor + row.refundedMinor + row.lostMinor;
  if (isThrough && settledMinor !== row.amountMinor)
    wrongs.push(`Timesheet ${id} is ${state}; of ${row.amountMinor} only ${settledMinor} went anywhere.`);
  return wrongs;
}

/** @returns what of the week lies in the dispute's hold */
async function frozenWrongs(
  db: Executor,
  { id, currency, refundedMinor }: TimesheetRow,
  dispute: TimesheetDisputeRow,
  wrongs: string[],
): Promise<number> {
  const expected = dispute.isFrozen && dispute.outcome === null ? dispute.amountMinor : 0;
  const { availableMinor, heldMinor } = await readBalance(db, frozenOf(dispute), currency);
  // What a processor is still asked to give back is promised, and not gone.
  const here = availableMinor;
  if (here !== expected && !(dispute.outcome !== null && here + heldMinor <= refundedMinor))
    wrongs.push(`The dispute of timesheet ${id} holds ${here}; it says ${expected} ${currency}.`);
  return expected;
}
