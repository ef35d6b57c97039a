import { feePolicy } from '../../money/fees/policy.ts';
import { quoteCharge } from '../../money/fees/quote-charge.ts';
import { type Money, money } from '../../money/money.ts';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readBudgetsAt } from '../budgets/read-budgets.ts';
import { readRoom } from '../purchase-orders/read-room.ts';
import { readAboveCard } from '../rate-cards/read-above-card.ts';
import type { SpendingSignal } from './spending-signal.ts';

export type { SpendingSignal } from './spending-signal.ts';

/** An expense somebody wants to make, as far as anybody can say. */
export type SpendingQuestion = {
  amount: Money | null;
  team: string | null;
  costCenter: string | null;
  purchaseOrder: string | null;
  categoryId: string | null;
  /** An hour's; null for a fixed price. */
  rate: Money | null;
  country: string | null;
  freelancerId?: string | null;
};

/** Where it would leave what is agreed on: the purchase order, the budget, the rate card. Nothing when all is within. */
export async function readSpendingSignals(
  db: Executor,
  deps: { clock: Clock },
  scope: TenantScope,
  what: SpendingQuestion,
): Promise<SpendingSignal[]> {
  const nowMs = deps.clock.now();
  const { client } = await readPolicy(db, scope, feePolicy);
  const cost =
    what.amount && (await quoteCharge(db, scope, { amount: what.amount, client, isFirstOfContract: true })).total;
  const signals: SpendingSignal[] = [];
  if (cost && what.purchaseOrder !== null) {
    const room = await readRoom(db, scope, what.purchaseOrder);
    const over = cost.amountMinor - (room?.amountMinor ?? 0);
    if (room?.currency === cost.currency && over > 0)
      signals.push({ kind: 'overPurchaseOrder', by: money(over, cost.currency), of: what.purchaseOrder });
  }
  if (cost && what.costCenter !== null) {
    const left = (await readBudgetsAt(db, scope, what.costCenter, nowMs)).filter(
      ({ currency }) => currency === cost.currency,
    );
    const over = Math.max(...left.map(({ leftMinor }) => cost.amountMinor - leftMinor), 0);
    if (over > 0) signals.push({ kind: 'overBudget', by: money(over, cost.currency), of: what.costCenter });
  }
  const above = what.rate && (await readAboveCard(db, scope, { ...what, rate: what.rate }, nowMs));
  if (above) signals.push({ kind: 'rateAboveCard', by: above.by, of: above.title });
  return signals;
}
