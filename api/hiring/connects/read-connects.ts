import { connectsUnit } from '../../money/ledger/ledger.ts';
import { readBalance } from '../../money/ledger/read-ledger.ts';
import type { Clock } from '../../platform/clock/clock.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import * as store from './store.ts';
import type { LotRow } from './table.ts';
import { type ConnectsDeps, connectsAccount, monthOf, takeTurn } from './wallet.ts';

export type Wallet = { balance: number; held: number; lots: LotRow[]; nextGrantAt: string };

/** What a freelancer has, brought up to date first: the grant of this month is there, what expired is not. */
export async function readWallet(deps: ConnectsDeps & { database: Database }, freelancerId: string): Promise<Wallet> {
  const { database, clock } = deps;
  if (!(await isUpToDate(deps, freelancerId))) {
    await database.transaction((trx) => takeTurn(trx, deps, freelancerId));
  }
  const { availableMinor, heldMinor } = await readBalance(database.db, connectsAccount(freelancerId), connectsUnit);
  const lots = await store.listLots(database.db, freelancerId);
  return { balance: availableMinor, held: heldMinor, lots, nextGrantAt: nextGrantAt(clock.now()) };
}

/** Only then a look writes nothing. */
async function isUpToDate({ database, clock }: { database: Database; clock: Clock }, freelancerId: string) {
  const wallet = await store.findWallet(database.db, freelancerId);
  if (!wallet || wallet.grantedMonth < monthOf(clock.now())) return false;
  const [soonest] = await store.listLots(database.db, freelancerId);
  return !soonest || soonest.expiresAt > clock.now();
}

/** The first instant of next month, by UTC. */
function nextGrantAt(nowMs: number): string {
  const next = Temporal.PlainYearMonth.from(monthOf(nowMs)).add({ months: 1 });
  return isoInstant(next.toPlainDate({ day: 1 }).toZonedDateTime('UTC').epochMilliseconds);
}
