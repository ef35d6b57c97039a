import type { Executor } from '../../platform/database/database.ts';
import { listDiaries } from './store.ts';
import type { WorkDiaryRow } from './table.ts';

export type { WorkDiaryRow } from './table.ts';

/** By contract; every contract has one, and without a row it asks for nothing. */
export async function readDiaries(
  db: Executor,
  contracts: readonly { id: string; tenantId: string }[],
): Promise<Map<string, WorkDiaryRow>> {
  const rows = await listDiaries(
    db,
    contracts.map(({ id }) => id),
  );
  const known = new Map(rows.map((row) => [row.contractId, row]));
  return new Map(contracts.map(({ id, tenantId }) => [id, known.get(id) ?? plainDiary(id, tenantId)]));
}

export async function readDiary(db: Executor, contract: { id: string; tenantId: string }): Promise<WorkDiaryRow> {
  return (await readDiaries(db, [contract])).get(contract.id)!;
}

function plainDiary(contractId: string, tenantId: string): WorkDiaryRow {
  return {
    contractId,
    tenantId,
    isActivityCodeRequired: 0,
    screenshots: 'off',
    askedBy: null,
    askedAt: null,
    answeredAt: null,
    revision: 0,
  };
}
