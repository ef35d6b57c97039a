import type { Executor } from '../../platform/database/database.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type FeeSchedule, type Net, netOf } from '../fees/fee.ts';
import type { AccountRef } from '../ledger/ledger.ts';
import { type LedgerDeps, type NewEntry, postTransfer } from '../ledger/post-transfer.ts';
import { type Money, money, subtract } from '../money.ts';
import type { EarningSubject } from './earning.ts';
import { earningsPolicy } from './policy.ts';
import { type Earning, earningOf } from './read-earnings.ts';
import * as store from './store.ts';
import type { EarningRow } from './table.ts';

/** A payment that was posted has `net` in freelancerPending and `fee` in the platform's fees among its own entries. */
export type PaidBy = { transferId: string; fee: Money };

export type NewEarning = {
  /** Names the effect: `release ms_1`. */
  key: string;
  freelancerId: string;
  contractId: string;
  subject: EarningSubject;
  gross: Money;
  /** The account that gives it, or the payment that brought it. */
  from: AccountRef | PaidBy;
  schedule: FeeSchedule;
  /** As the policy says where nothing is said. */
  securityMs?: number;
};

const dayMs = 86_400_000;

/**
 * Gives somebody what they earned, less the fee, into their security period. Done once for a key; a repeat gives the
 * same earning back. Two at once have the fees they would have had one after the other.
 * @throws 409 balance_too_low
 */
export async function earn(trx: Executor, deps: LedgerDeps, scope: TenantScope, earned: NewEarning): Promise<Earning> {
  const { freelancerId, contractId, subject, gross, from, schedule } = earned;
  const before = await store.raiseBilled(trx, scope, freelancerId, gross);
  const net = 'transferId' in from ? netOfPaid(gross, from) : netOf(gross, schedule, money(before, gross.currency));
  const transfer = 'transferId' in from ? await paid(trx, from, subject) : await post(trx, deps, scope, earned, net);
  if (!transfer.isNew) {
    await store.lowerBilled(trx, scope, freelancerId, gross);
    return earningOf((await store.findEarningOfTransfer(trx, transfer.id, subject))!);
  }
  const earnedAt = deps.clock.now();
  const row: EarningRow = {
    id: deps.newId('ea'),
    tenantId: scope.tenantId,
    freelancerId,
    contractId,
    subjectKind: subject.kind,
    subjectId: subject.id,
    state: 'pending',
    currency: gross.currency,
    grossMinor: gross.amountMinor,
    feeMinor: net.fee.amountMinor,
    netMinor: net.net.amountMinor,
    returnedGrossMinor: 0,
    returnedFeeMinor: 0,
    transferId: transfer.id,
    earnedAt,
    securityEndsAt: earnedAt + (earned.securityMs ?? (await securityMs(trx, scope))),
    availableAt: null,
    reversedAt: null,
  };
  await store.insertEarning(trx, row);
  return earningOf(row);
}

function post(
  trx: Executor,
  deps: LedgerDeps,
  { tenantId }: TenantScope,
  { key, freelancerId, contractId, subject, gross, from }: NewEarning,
  net: Net,
) {
  const given = { account: from as AccountRef, amount: money(-gross.amountMinor, gross.currency) };
  const entries = [given, ...earningEntries(freelancerId, net)];
  return postTransfer(trx, deps, { key, kind: 'earning', tenantId, contractId, subject, entries });
}

/** What a payment that is itself the earning carries: a bonus. */
export function earningEntries(freelancerId: string, { fee, net }: Net): NewEntry[] {
  const entries: NewEntry[] = [
    { account: { kind: 'freelancerPending', ownerId: freelancerId }, amount: net },
    { account: { kind: 'platformFees', ownerId: 'service' }, amount: fee },
  ];
  return entries.filter(({ amount }) => amount.amountMinor !== 0);
}

function netOfPaid(gross: Money, { fee }: PaidBy): Net {
  return { gross, fee, net: subtract(gross, fee) };
}

async function paid(trx: Executor, { transferId }: PaidBy, subject: EarningSubject) {
  return { id: transferId, isNew: !(await store.findEarningOfTransfer(trx, transferId, subject)) };
}

async function securityMs(trx: Executor, scope: TenantScope): Promise<number> {
  return (await readPolicy(trx, scope, earningsPolicy)).securityDays * dayMs;
}
