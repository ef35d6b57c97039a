import type { Executor } from '../database/database.ts';

export type DemoClockRow = { name: 'installation'; shiftMs: number };

declare module '../database/tables.ts' {
  interface Tables {
    demoClock: DemoClockRow;
  }
}

const name = 'installation';

export async function findShift(db: Executor): Promise<number> {
  const row = await db.selectFrom('demoClock').select('shiftMs').where('name', '=', name).executeTakeFirst();
  return row?.shiftMs ?? 0;
}

/** @returns the shift after it */
export async function addToShift(trx: Executor, ms: number): Promise<number> {
  const { shiftMs } = await trx
    .insertInto('demoClock')
    .values({ name, shiftMs: ms })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({ shiftMs: eb('demoClock.shiftMs', '+', ms) })),
    )
    .returning('shiftMs')
    .executeTakeFirstOrThrow();
  return shiftMs;
}
