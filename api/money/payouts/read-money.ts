import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { type Earning, listEarningsOf } from '../earnings/read-earnings.ts';
import { readBalance, readCurrencies } from '../ledger/read-ledger.ts';
import { add, type Money, money } from '../money.ts';
import { listPaid, listUnderWay } from './store.ts';
import type { PayoutRow } from './table.ts';

/** Where a freelancer's money of one currency is: every figure is a balance of the ledger, or sums to one. */
export type MoneyByPlace = {
  currency: string;
  inSecurity: Money;
  available: Money;
  onTheWay: Money;
  paidOut: Money;
  coming: { earning: Earning; net: Money }[];
  underWay: PayoutRow[];
  months: { month: string; earned: Money; fees: Money; paidOut: Money }[];
};

/** One for each currency that they ever earned in, or took out. */
export async function readMoney(db: Executor, freelancerId: string): Promise<MoneyByPlace[]> {
  const earnings = await listEarningsOf(db, { freelancerId });
  const paid = await listPaid(db, freelancerId);
  const underWay = await listUnderWay(db, freelancerId);
  const currencies = await readCurrencies(db, ['freelancerPending', 'freelancerAvailable'], freelancerId);
  const places: MoneyByPlace[] = [];
  for (const currency of currencies) {
    const balance = (kind: 'freelancerPending' | 'freelancerAvailable') =>
      readBalance(db, { kind, ownerId: freelancerId }, currency);
    const pending = await balance('freelancerPending');
    const available = await balance('freelancerAvailable');
    const ofCurrency = earnings.filter(({ net }) => net.currency === currency);
    const out = paid.filter((row) => row.currency === currency);
    const way = underWay.filter((row) => row.currency === currency);
    places.push({
      currency,
      inSecurity: money(pending.availableMinor + pending.heldMinor, currency),
      available: money(available.availableMinor, currency),
      onTheWay: sumOf(
        way.map(({ amountMinor }) => money(amountMinor, currency)),
        currency,
      ),
      paidOut: sumOf(
        out.map(({ amountMinor }) => money(amountMinor, currency)),
        currency,
      ),
      coming: ofCurrency
        .filter(({ state }) => state === 'pending')
        .map((earning) => ({ earning, net: leftOf(earning) }))
        .sort((one, other) => one.earning.securityEndsAtMs - other.earning.securityEndsAtMs),
      underWay: way,
      months: monthsOf(ofCurrency, out, currency),
    });
  }
  return places;
}

/** What is left of an earning after refunds. */
function leftOf({ net, returnedNet }: Earning): Money {
  return money(net.amountMinor - returnedNet.amountMinor, net.currency);
}

function monthsOf(earnings: readonly Earning[], paid: readonly PayoutRow[], currency: string) {
  const months = new Map<string, { earned: Money; fees: Money; paidOut: Money }>();
  const of = (epochMs: number) => {
    const month = isoInstant(epochMs).slice(0, 7);
    const nothing = money(0, currency);
    const found = months.get(month) ?? { earned: nothing, fees: nothing, paidOut: nothing };
    months.set(month, found);
    return found;
  };
  for (const earning of earnings) {
    const month = of(earning.earnedAtMs);
    const { gross, returnedGross } = earning;
    const net = leftOf(earning);
    month.earned = add(month.earned, net);
    month.fees = add(month.fees, money(gross.amountMinor - returnedGross.amountMinor - net.amountMinor, currency));
  }
  for (const { paidAt, amountMinor } of paid) {
    const month = of(paidAt!);
    month.paidOut = add(month.paidOut, money(amountMinor, currency));
  }
  return [...months]
    .map(([month, sums]) => ({ month, ...sums }))
    .sort((one, other) => one.month.localeCompare(other.month));
}

function sumOf(amounts: readonly Money[], currency: string): Money {
  return add(money(0, currency), ...amounts);
}
