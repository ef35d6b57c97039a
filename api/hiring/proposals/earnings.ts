import { type FeeSchedule, netOf } from '../../money/fees/fee.ts';
import { feePolicy } from '../../money/fees/policy.ts';
import type { Executor } from '../../platform/database/database.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { amountOfBid } from './bid-rules.ts';
import type { Bid, Earnings } from './parts-schema.ts';

export async function readFeeSchedule(db: Executor, scope: TenantScope): Promise<FeeSchedule> {
  return (await readPolicy(db, scope, feePolicy)).freelancer;
}

/** What is left of a bid: of one hour, or of the whole. */
export function earningsOf(bid: Bid, schedule: FeeSchedule): Earnings {
  const gross = amountOfBid(bid);
  const { fee, net } = netOf(gross, inCurrency(schedule, gross.currency));
  return { gross, fee, net, per: bid.kind === 'hourly' ? 'hour' : 'project' };
}

/** A sliding schedule knows one currency; in another its first step is the most that can be kept. */
function inCurrency(schedule: FeeSchedule, currency: string): FeeSchedule {
  if (schedule.kind !== 'sliding' || schedule.currency === currency) return schedule;
  return { kind: 'flat', basisPoints: Math.max(...schedule.tiers.map(({ basisPoints }) => basisPoints)) };
}
