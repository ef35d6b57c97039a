import type { Executor } from '../../platform/database/database.ts';
import type { TaxFormRow } from './table.ts';

export async function insertForm(trx: Executor, row: TaxFormRow): Promise<void> {
  await trx.insertInto('taxForms').values(row).execute();
}

export function findValid(db: Executor, freelancerId: string): Promise<TaxFormRow | undefined> {
  return db
    .selectFrom('taxForms')
    .selectAll()
    .where('freelancerId', '=', freelancerId)
    .where('state', '=', 'valid')
    .executeTakeFirst();
}

/** The newest first. */
export function listForms(db: Executor, freelancerId: string): Promise<TaxFormRow[]> {
  return db
    .selectFrom('taxForms')
    .selectAll()
    .where('freelancerId', '=', freelancerId)
    .orderBy('version', 'desc')
    .execute();
}

/** @returns false when it is no longer valid */
export async function updateValid(trx: Executor, id: string, change: Partial<TaxFormRow>): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('taxForms')
    .set(change)
    .where('id', '=', id)
    .where('state', '=', 'valid')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export function listToExpire(db: Executor, nowMs: number, limit: number): Promise<TaxFormRow[]> {
  return db
    .selectFrom('taxForms')
    .selectAll()
    .where('state', '=', 'valid')
    .where('expiresAt', '<=', nowMs)
    .orderBy('expiresAt')
    .limit(limit)
    .execute();
}

/** Those that expire before `untilMs` and whose signer was not told. */
export function listToWarn(db: Executor, untilMs: number, limit: number): Promise<TaxFormRow[]> {
  return db
    .selectFrom('taxForms')
    .selectAll()
    .where('state', '=', 'valid')
    .where('expiresAt', '<=', untilMs)
    .where('warnedAt', 'is', null)
    .orderBy('expiresAt')
    .limit(limit)
    .execute();
}
