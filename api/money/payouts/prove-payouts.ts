import type { Executor } from '../../platform/database/database.ts';
import type { Proof } from '../ledger/prove-ledger.ts';
import { readBalance, readOutcomes } from '../ledger/read-ledger.ts';
import { clearingAccount } from './payout-entries.ts';
import { listSandboxPayouts } from './sandbox-store.ts';
import { listPayoutsAfter } from './store.ts';
import type { PayoutRow, SandboxPayoutRow } from './table.ts';

const batchMax = 500;

/** How the transfer that held a payout must stand. */
const outcomeOf = {
  requested: 'pending',
  submitted: 'posted',
  paid: 'posted',
  returned: 'posted',
  cancelled: 'voided',
} as const;

/**
 * Every payout stands as its transfer does, holds in clearing what is on its way and nothing else, and a sandbox payout
 * is what the sandbox's own record says.
 */
export const provePayouts: Proof = async (db) => {
  const broken: string[] = [];
  for (let lastId = ''; ; ) {
    const rows = await listPayoutsAfter(db, lastId, batchMax);
    const last = rows.at(-1);
    if (!last) return broken;
    lastId = last.id;
    const outcomes = await readOutcomes(
      db,
      rows.map(({ transferId }) => transferId),
    );
    const records = await recordsOf(db, rows);
    for (const row of rows) {
      const { availableMinor, heldMinor } = await readBalance(db, clearingAccount(row.id), row.currency);
      broken.push(
        ...wrongsOf(row, outcomes.get(row.transferId)?.outcome ?? 'pending', availableMinor + heldMinor, records),
      );
    }
  }
};

async function recordsOf(db: Executor, rows: readonly PayoutRow[]): Promise<Map<string, SandboxPayoutRow>> {
  const ids = rows.flatMap(({ provider, externalId }) => (provider === 'sandbox' && externalId ? [externalId] : []));
  const found = ids.length > 0 ? await listSandboxPayouts(db, ids) : [];
  return new Map(found.map((record) => [record.externalId, record]));
}

function wrongsOf(
  row: PayoutRow,
  transferState: 'pending' | 'posted' | 'voided',
  inClearing: number,
  records: ReadonlyMap<string, SandboxPayoutRow>,
): string[] {
  const { id, state, transferId, netMinor, currency, provider, externalId, submittedAt } = row;
  const wrongs: string[] = [];
  const expected = state === 'failed' ? (submittedAt === null ? 'voided' : 'posted') : outcomeOf[state];
  if (transferState !== expected)
    wrongs.push(`Payout ${id} is ${state}; its transfer ${transferId} is ${transferState}, not ${expected}.`);
  const onItsWay = state === 'submitted' ? netMinor : 0;
  if (inClearing !== onItsWay)
    wrongs.push(`Payout ${id} is ${state}; ${inClearing} ${currency} are in clearing for it, not ${onItsWay}.`);
  if (provider !== 'sandbox' || externalId === null) return wrongs;
  const record = records.get(externalId);
  if (record?.idempotencyKey !== id || record.amountMinor !== netMinor || record.currency !== currency)
    wrongs.push(`Payout ${id} of ${netMinor} ${currency}: the sandbox has no such payout ${externalId}.`);
  return wrongs;
}
