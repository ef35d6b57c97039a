import type { Executor } from '../../platform/database/database.ts';
import type { PayeeMoveRow } from './table.ts';

export async function insertPayeeMove(trx: Executor, row: PayeeMoveRow): Promise<void> {
  await trx.insertInto('payeeMoves').values(row).execute();
}

/** The oldest first. */
export function listPayeeMoves(db: Executor, subjectKind: string, subjectId: string): Promise<PayeeMoveRow[]> {
  return db
    .selectFrom('payeeMoves')
    .selectAll()
    .where('subjectKind', '=', subjectKind)
    .where('subjectId', '=', subjectId)
    .orderBy('occurredAt')
    .orderBy('id')
    .execute();
}
