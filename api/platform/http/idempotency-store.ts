import type { EpochMs, Executor } from '../database/database.ts';

export type IdempotencyRow = {
  owner: string;
  key: string;
  requestHash: string;
  status: number;
  body: string;
  createdAt: EpochMs;
};

declare module '../database/tables.ts' {
  interface Tables {
    idempotencyRecords: IdempotencyRow;
  }
}

export function findRecord(db: Executor, owner: string, key: string): Promise<IdempotencyRow | undefined> {
  return db
    .selectFrom('idempotencyRecords')
    .selectAll()
    .where('owner', '=', owner)
    .where('key', '=', key)
    .executeTakeFirst();
}

export async function insertRecord(db: Executor, row: IdempotencyRow): Promise<void> {
  await db.insertInto('idempotencyRecords').values(row).execute();
}
