import type { Executor } from '../../platform/database/database.ts';
import type { SandboxPayoutRow } from './table.ts';

export async function insertSandboxPayoutOnce(db: Executor, row: SandboxPayoutRow): Promise<void> {
  await db
    .insertInto('sandboxPayouts')
    .values(row)
    .onConflict((conflict) => conflict.column('idempotencyKey').doNothing())
    .execute();
}

export function findSandboxPayout(
  db: Executor,
  column: 'idempotencyKey' | 'externalId',
  value: string,
): Promise<SandboxPayoutRow | undefined> {
  return db.selectFrom('sandboxPayouts').selectAll().where(column, '=', value).executeTakeFirst();
}

export function listSandboxPayouts(db: Executor, externalIds: readonly string[]): Promise<SandboxPayoutRow[]> {
  return db.selectFrom('sandboxPayouts').selectAll().where('externalId', 'in', externalIds).execute();
}
