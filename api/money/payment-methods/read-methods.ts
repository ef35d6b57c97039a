import type { Executor } from '../../platform/database/database.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import { findMethod, listMethods } from './store.ts';
import type { MethodOwner, PaymentMethodRow } from './table.ts';

/** One that can be charged now. @throws 404 also for somebody else's; 409 payment_method_removed, payment_method_unusable */
export async function getActiveMethod(
  db: Executor,
  owner: MethodOwner,
  id: string,
  processor: string,
): Promise<PaymentMethodRow> {
  const method = await findMethod(db, owner, id);
  if (!method) throw notFound();
  if (method.state === 'removed')
    throw conflict('payment_method_removed', 'This payment method was removed; nothing was paid. Choose another one.');
  if (method.processor !== processor)
    throw conflict(
      'payment_method_unusable',
      'This payment method was saved with another processor; nothing was paid. Save it again or choose another one.',
    );
  return method;
}

/** Those that are saved, the oldest first. */
export function readMethods(db: Executor, owner: MethodOwner): Promise<PaymentMethodRow[]> {
  return listMethods(db, owner);
}
