import type { Executor } from '../../platform/database/database.ts';
import type { MethodOwner, MethodSetupRow, PaymentMethodRow, ProcessorCustomerRow } from './table.ts';

export function findMethod(db: Executor, owner: MethodOwner, id: string): Promise<PaymentMethodRow | undefined> {
  return db
    .selectFrom('paymentMethods')
    .selectAll()
    .where('id', '=', id)
    .where('ownerKind', '=', owner.kind)
    .where('ownerId', '=', owner.id)
    .executeTakeFirst();
}

export function listMethods(db: Executor, owner: MethodOwner): Promise<PaymentMethodRow[]> {
  return db
    .selectFrom('paymentMethods')
    .selectAll()
    .where('ownerKind', '=', owner.kind)
    .where('ownerId', '=', owner.id)
    .where('state', '=', 'active')
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

export async function insertMethod(trx: Executor, row: PaymentMethodRow): Promise<void> {
  await trx.insertInto('paymentMethods').values(row).execute();
}

/** @returns false when it is removed already */
export async function removeMethod(trx: Executor, owner: MethodOwner, id: string, removedAt: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('paymentMethods')
    .set({ state: 'removed', removedAt })
    .where('id', '=', id)
    .where('ownerKind', '=', owner.kind)
    .where('ownerId', '=', owner.id)
    .where('state', '=', 'active')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export function findCustomer(
  db: Executor,
  owner: MethodOwner,
  processor: string,
): Promise<ProcessorCustomerRow | undefined> {
  return db
    .selectFrom('processorCustomers')
    .selectAll()
    .where('ownerKind', '=', owner.kind)
    .where('ownerId', '=', owner.id)
    .where('processor', '=', processor)
    .executeTakeFirst();
}

export async function insertCustomerOnce(db: Executor, row: ProcessorCustomerRow): Promise<void> {
  await db
    .insertInto('processorCustomers')
    .values(row)
    .onConflict((conflict) => conflict.columns(['ownerKind', 'ownerId', 'processor']).doNothing())
    .execute();
}

export async function insertSetup(trx: Executor, row: MethodSetupRow): Promise<void> {
  await trx.insertInto('paymentMethodSetups').values(row).execute();
}

export function findSetup(db: Executor, id: string): Promise<MethodSetupRow | undefined> {
  return db.selectFrom('paymentMethodSetups').selectAll().where('id', '=', id).executeTakeFirst();
}

export function findSetupByExternalId(
  db: Executor,
  processor: string,
  externalId: string,
): Promise<MethodSetupRow | undefined> {
  return db
    .selectFrom('paymentMethodSetups')
    .selectAll()
    .where('processor', '=', processor)
    .where('externalId', '=', externalId)
    .executeTakeFirst();
}

/** @returns false when it is finished or failed already */
export async function updateOpenSetup(trx: Executor, id: string, change: Partial<MethodSetupRow>): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('paymentMethodSetups')
    .set(change)
    .where('id', '=', id)
    .where('state', 'in', ['started', 'processing'])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function listSetupsToLookAt(db: Executor, nowMs: number, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('paymentMethodSetups')
    .select('id')
    .where('nextLookAt', '<=', nowMs)
    .where('state', 'in', ['started', 'processing'])
    .orderBy('nextLookAt')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
