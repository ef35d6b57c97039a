import type { Executor } from '../../platform/database/database.ts';
import type { ResponseTimeRow } from './table.ts';

export function findResponseTime(db: Executor, freelancerId: string): Promise<ResponseTimeRow | undefined> {
  return db.selectFrom('responseTimes').selectAll().where('freelancerId', '=', freelancerId).executeTakeFirst();
}

export async function putResponseTime(trx: Executor, row: ResponseTimeRow): Promise<void> {
  const { freelancerId: _, ...figures } = row;
  await trx
    .insertInto('responseTimes')
    .values(row)
    .onConflict((conflict) => conflict.column('freelancerId').doUpdateSet(figures))
    .execute();
}

export function listToRecount(db: Executor, nowMs: number, limit: number): Promise<{ freelancerId: string }[]> {
  return db
    .selectFrom('responseTimes')
    .select('freelancerId')
    .where('recountAt', 'is not', null)
    .where('recountAt', '<=', nowMs)
    .orderBy('recountAt')
    .limit(limit)
    .execute();
}
