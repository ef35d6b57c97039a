import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type FeeSchedule, type Net, netOf } from '../fees/fee.ts';
import { type Money, money } from '../money.ts';
import type { EarningState, EarningSubject } from './earning.ts';
import * as store from './store.ts';
import type { EarningRow } from './table.ts';

export type Earning = {
  id: string;
  tenantId: string;
  freelancerId: string;
  contractId: string;
  subject: EarningSubject;
  state: EarningState;
  /** As it was earned; `net` arrives. */
  gross: Money;
  fee: Money;
  net: Money;
  /** What went back of gross and of net. */
  returnedGross: Money;
  returnedNet: Money;
  transferId: string;
  earnedAtMs: number;
  securityEndsAtMs: number;
  availableAtMs: number | null;
};

/**
 * What will arrive of `gross` as things stand: shown before somebody commits. What is earned in between may move a
 * sliding fee; `earn` says what it came to.
 */
export async function quoteEarning(
  db: Executor,
  scope: TenantScope,
  { freelancerId, gross, schedule }: { freelancerId: string; gross: Money; schedule: FeeSchedule },
): Promise<Net> {
  const { currency } = gross;
  const before = schedule.kind === 'sliding' ? await store.findBilled(db, scope, { freelancerId, currency }) : 0;
  return netOf(gross, schedule, money(before, currency));
}

/** The oldest first; of contracts, of a freelancer, or of subjects that the caller may see. */
export async function listEarningsOf(db: Executor, filter: store.EarningsFilter): Promise<Earning[]> {
  if (filter.contractIds?.length === 0 || filter.subject?.ids.length === 0) return [];
  return (await store.listEarnings(db, filter)).map(earningOf);
}

/** @throws 404 also for another tenant's */
export async function getEarning(db: Executor, scope: TenantScope, id: string): Promise<Earning> {
  const found = await store.findEarning(db, scope, id);
  if (!found) throw notFound();
  return earningOf(found);
}

export function earningOf(row: EarningRow): Earning {
  const { id, tenantId, freelancerId, contractId, state, currency, transferId } = row;
  return {
    id,
    tenantId,
    freelancerId,
    contractId,
    subject: { kind: row.subjectKind, id: row.subjectId },
    state,
    gross: money(row.grossMinor, currency),
    fee: money(row.feeMinor, currency),
    net: money(row.netMinor, currency),
    returnedGross: money(row.returnedGrossMinor, currency),
    returnedNet: money(row.returnedGrossMinor - row.returnedFeeMinor, currency),
    transferId,
    earnedAtMs: row.earnedAt,
    securityEndsAtMs: row.securityEndsAt,
    availableAtMs: row.availableAt,
  };
}
