import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { forgetDefault } from '../billing/default-source.ts';
import { askProcessor } from '../payments/ask-processor.ts';
import type { PaymentDeps } from '../payments/settle-payment.ts';
import { paymentMethodMoves } from './payment-method.ts';
import * as store from './store.ts';
import type { MethodOwner, PaymentMethodRow } from './table.ts';

/**
 * Nothing is charged to it from now on; what is under way with it ends as it would have.
 * @throws 404, 409 payment_method_removed
 */
export async function removeMethod(
  trx: Executor,
  deps: PaymentDeps,
  owner: MethodOwner,
  id: string,
  doer: Doer,
): Promise<PaymentMethodRow> {
  const method = await store.findMethod(trx, owner, id);
  if (!method) throw notFound();
  const { from, to } = {
    from: method.state,
    to: requireMove(paymentMethodMoves, 'paymentMethod', 'remove', method.state).to,
  };
  if (!(await store.removeMethod(trx, owner, id, deps.clock.now())))
    throw moveRefused('paymentMethod', 'remove', 'removed');
  if (owner.kind !== 'tenant') return method;
  const scope = tenantScope(owner.id);
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'paymentMethod', id },
    move: 'remove',
    from,
    to,
    details: { label: method.label },
  });
  await forgetDefault(trx, deps, scope, id);
  return method;
}

/** Tells the processor too, once the removal is committed; should it be silent, nothing is charged all the same. */
export async function forgetAtProcessor(deps: PaymentDeps, method: PaymentMethodRow): Promise<void> {
  if (method.processor !== deps.processor.name) return;
  await askProcessor(deps, (processor, signal) => processor.forgetMethod(method.token, signal)).catch(
    (error: unknown) => deps.log.warn({ err: error, method: method.id }, 'the processor did not forget a method'),
  );
}
