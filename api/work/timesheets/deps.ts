import type { PaymentPurposes } from '../../money/payments/purpose.ts';
import type { ChargingDeps, WorkMoneyDeps } from '../milestones/deps.ts';

/** What writing time needs of the outside. */
export type TimeDeps = WorkMoneyDeps;
/** What moves a paid week's money, back to the client too. */
export type SettleDeps = WorkMoneyDeps & { purposes: PaymentPurposes };
/** What charges it. */
export type WeekDeps = ChargingDeps;
