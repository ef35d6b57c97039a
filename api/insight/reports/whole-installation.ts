import type { Executor } from '../../platform/database/database.ts';

/** Everybody who has reports, for what compares all of them; no request reads this. */
export async function listTenantIds(db: Executor): Promise<string[]> {
  const rows = await db.selectFrom('tenants').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

export async function listContractIds(db: Executor, tenantId: string): Promise<string[]> {
  const rows = await db.selectFrom('contracts').select('id').where('tenantId', '=', tenantId).orderBy('id').execute();
  return rows.map(({ id }) => id);
}

export async function listEarnerIds(db: Executor): Promise<string[]> {
  const rows = await db.selectFrom('earnings').select('freelancerId').distinct().orderBy('freelancerId').execute();
  return rows.map(({ freelancerId }) => freelancerId);
}

/** When the ledger was last settled; null on an empty one. */
export async function lastSettledAt(db: Executor): Promise<number | null> {
  const { last } = await db
    .selectFrom('ledgerSettlements')
    .select((eb) => eb.fn.max<number | null>('settledAt').as('last'))
    .executeTakeFirstOrThrow();
  return last;
}
