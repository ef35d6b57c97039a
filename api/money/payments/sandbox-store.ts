import type { Executor } from '../../platform/database/database.ts';
import type { SandboxChargeRow } from './table.ts';

export async function insertChargeOnce(db: Executor, row: SandboxChargeRow): Promise<void> {
  await db
    .insertInto('sandboxCharges')
    .values(row)
    .onConflict((conflict) => conflict.column('idempotencyKey').doNothing())
    .execute();
}

export function findCharge(
  db: Executor,
  column: 'idempotencyKey' | 'externalId',
  value: string,
): Promise<SandboxChargeRow | undefined> {
  return db.selectFrom('sandboxCharges').selectAll().where(column, '=', value).executeTakeFirst();
}

export function listCharges(db: Executor, externalIds: readonly string[]): Promise<SandboxChargeRow[]> {
  return db.selectFrom('sandboxCharges').selectAll().where('externalId', 'in', externalIds).execute();
}
