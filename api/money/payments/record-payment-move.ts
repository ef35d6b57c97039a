import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { clockDoer, recordMove } from '../../platform/moves/record-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { LedgerDeps } from '../ledger/post-transfer.ts';
import { type PaymentMove, paymentMoves } from './payment.ts';
import type { PaymentRow } from './table.ts';

/** To the timeline of a tenant's payment; what a freelancer pays to the installation is no tenant's. */
export async function recordPaymentMove(
  trx: Executor,
  deps: LedgerDeps,
  { id, tenantId, refusal, amountMinor, currency }: PaymentRow,
  { move, from, doer = clockDoer(`payment ${id}`) }: { move: PaymentMove; from: PaymentRow['state']; doer?: Doer },
): Promise<void> {
  if (tenantId === null) return;
  await recordMove(trx, deps, tenantScope(tenantId), doer, {
    subject: { kind: 'payment', id },
    move,
    from,
    to: paymentMoves[move].to,
    reason: refusal,
    details: { amountMinor, currency },
  });
}
