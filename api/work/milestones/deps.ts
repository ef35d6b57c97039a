import type { LedgerDeps } from '../../money/ledger/post-transfer.ts';
import type { PaymentDeps } from '../../money/payments/settle-payment.ts';
import type { Outbox } from '../../platform/events/events.ts';

/** What commands on milestones, bonuses and retainers need of the outside. */
export type WorkMoneyDeps = LedgerDeps & { outbox: Outbox };
/** Of those that charge or give back. */
export type ChargingDeps = WorkMoneyDeps & PaymentDeps;
