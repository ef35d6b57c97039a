import type { Executor } from '../../platform/database/database.ts';
import type { TalentPoolNoteRow } from './table.ts';

/* Notes about the members of a pool whose keeper was let through. */

export function listNotes(db: Executor, poolId: string, freelancerId: string): Promise<TalentPoolNoteRow[]> {
  return db
    .selectFrom('talentPoolNotes')
    .selectAll()
    .where('poolId', '=', poolId)
    .where('freelancerId', '=', freelancerId)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(200)
    .execute();
}

export function findNote(
  db: Executor,
  poolId: string,
  freelancerId: string,
  id: string,
): Promise<TalentPoolNoteRow | undefined> {
  return db
    .selectFrom('talentPoolNotes')
    .selectAll()
    .where('poolId', '=', poolId)
    .where('freelancerId', '=', freelancerId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function insertNote(trx: Executor, row: TalentPoolNoteRow): Promise<void> {
  await trx.insertInto('talentPoolNotes').values(row).execute();
  await recount(trx, row);
}

/** @returns false when it was gone already */
export async function deleteNote(trx: Executor, row: TalentPoolNoteRow): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('talentPoolNotes').where('id', '=', row.id).executeTakeFirst();
  await recount(trx, row);
  return numDeletedRows === 1n;
}

/** Boards say how many there are without reading them. */
async function recount(trx: Executor, { poolId, freelancerId }: Pick<TalentPoolNoteRow, 'poolId' | 'freelancerId'>) {
  await trx
    .updateTable('talentPoolMembers')
    .set((eb) => ({
      noteCount: eb
        .selectFrom('talentPoolNotes')
        .select((notes) => notes.fn.countAll<number>().as('count'))
        .where('talentPoolNotes.poolId', '=', poolId)
        .where('talentPoolNotes.freelancerId', '=', freelancerId)
        .$castTo<number>(),
    }))
    .where('poolId', '=', poolId)
    .where('freelancerId', '=', freelancerId)
    .execute();
}
