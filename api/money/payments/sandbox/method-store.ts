import type { Executor } from '../../../platform/database/database.ts';
import type { SandboxMethodRow, SandboxSetupRow } from './table.ts';

export async function insertSetupOnce(db: Executor, row: SandboxSetupRow): Promise<void> {
  await db
    .insertInto('sandboxSetups')
    .values(row)
    .onConflict((conflict) => conflict.column('idempotencyKey').doNothing())
    .execute();
}

export function findSetup(db: Executor, externalId: string): Promise<SandboxSetupRow | undefined> {
  return db.selectFrom('sandboxSetups').selectAll().where('externalId', '=', externalId).executeTakeFirst();
}

export function findSetupByKey(db: Executor, key: string): Promise<SandboxSetupRow | undefined> {
  return db.selectFrom('sandboxSetups').selectAll().where('idempotencyKey', '=', key).executeTakeFirst();
}

/** @returns false when a card was chosen already */
export async function finishSetup(trx: Executor, externalId: string, methodToken: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('sandboxSetups')
    .set({ methodToken })
    .where('externalId', '=', externalId)
    .where('methodToken', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function insertMethod(trx: Executor, row: SandboxMethodRow): Promise<void> {
  await trx.insertInto('sandboxMethods').values(row).execute();
}

export function findMethod(db: Executor, externalId: string): Promise<SandboxMethodRow | undefined> {
  return db.selectFrom('sandboxMethods').selectAll().where('externalId', '=', externalId).executeTakeFirst();
}

export async function forgetMethod(db: Executor, externalId: string, forgottenAt: number): Promise<void> {
  await db
    .updateTable('sandboxMethods')
    .set({ forgottenAt })
    .where('externalId', '=', externalId)
    .where('forgottenAt', 'is', null)
    .execute();
}
