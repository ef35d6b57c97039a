import type { Executor } from '../../platform/database/database.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import { type MoneyDoer, recordPayeeMove } from '../payees/record-payee-move.ts';
import type { MethodDeps } from './deps.ts';
import { type PayoutMethodMove, payoutMethodMoves } from './payout-method.ts';
import { updateMethod } from './store.ts';
import type { PayoutMethodRow } from './table.ts';

/** @throws 409 `payout_method_removed` and the like */
export async function moveMethod(
  trx: Executor,
  deps: Pick<MethodDeps, 'clock' | 'newId'>,
  doer: MoneyDoer,
  row: PayoutMethodRow,
  move: PayoutMethodMove,
  change: Partial<PayoutMethodRow> & { reason?: string } = {},
): Promise<PayoutMethodRow> {
  const { reason = null, ...columns } = change;
  const { to } = requireMove(payoutMethodMoves, 'payoutMethod', move, row.state);
  const changed = { ...columns, state: to };
  if (!(await updateMethod(trx, row.id, [row.state], changed))) throw moveRefused('payoutMethod', move, row.state);
  const { id, freelancerId, state: from } = row;
  const subject = { kind: 'payoutMethod', id } as const;
  await recordPayeeMove(trx, deps, doer, { freelancerId, subject, move, from, to, reason });
  return { ...row, ...changed, revision: row.revision + 1 };
}
