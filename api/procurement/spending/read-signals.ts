import type { Money } from '../../money/money.ts';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
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
  _db: Executor,
  _deps: { clock: Clock },
  _scope: TenantScope,
  _what: SpendingQuestion,
): Promise<SpendingSignal[]> {
  return [];
}
