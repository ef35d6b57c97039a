import { chargeOf, type FeeSchedule, netOf } from '../../money/fees/fee.ts';
import { feePolicy } from '../../money/fees/policy.ts';
import type { Executor } from '../../platform/database/database.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { OfferAmounts, PaymentTerms } from './schema.ts';

export type Fees = (typeof feePolicy)['defaults'];

export function readFees(db: Executor, scope: TenantScope | undefined): Promise<Fees> {
  return readPolicy(db, scope, feePolicy);
}

/** Of a fixed price what it comes to in all, of hourly work an hour: what each side pays and gets. */
export function amountsOf(payment: PaymentTerms, { freelancer, client }: Fees): OfferAmounts {
  const isFixed = payment.kind === 'fixed';
  const gross = isFixed ? payment.total : payment.rate;
  const { fee, net } = netOf(gross, scheduleFor(freelancer, gross.currency));
  const charge = chargeOf(gross, client, isFixed);
  return {
    basis: isFixed ? 'total' : 'hour',
    gross,
    freelancerFee: fee,
    freelancerNet: net,
    clientFee: { ...charge.fee, amountMinor: charge.fee.amountMinor + charge.initiation.amountMinor },
    clientTotal: charge.total,
  };
}

/** A schedule that slides in one currency says of another only how it begins. */
export function scheduleFor(schedule: FeeSchedule, currency: string): FeeSchedule {
  if (schedule.kind !== 'sliding' || schedule.currency === currency) return schedule;
  return { kind: 'flat', basisPoints: schedule.tiers[0]!.basisPoints };
}
