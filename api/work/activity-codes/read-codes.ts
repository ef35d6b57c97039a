import type { Executor } from '../../platform/database/database.ts';
import { unprocessable } from '../../platform/http/problem.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { listCodes, listCodesById } from './store.ts';
import type { ActivityCodeRow } from './table.ts';

export type ActivityCodeTile = { id: string; code: string; name: string };

export const tileOf = ({ id, code, name }: ActivityCodeRow): ActivityCodeTile => ({ id, code, name });

/** By id, archived ones too: time that was booked keeps its code. */
export async function readCodes(db: Executor, ids: readonly (string | null)[]): Promise<Map<string, ActivityCodeTile>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  return new Map((await listCodesById(db, known)).map((row) => [row.id, tileOf(row)]));
}

type Contract = { id: string; tenantId: string };

/** What time of each of these contracts can be booked under now. */
export async function readUsableCodes(
  db: Executor,
  contracts: readonly Contract[],
): Promise<Map<string, ActivityCodeTile[]>> {
  const found = new Map<string, ActivityCodeTile[]>();
  for (const [tenantId, own] of Map.groupBy(contracts, (contract) => contract.tenantId)) {
    const ids = own.map(({ id }) => id);
    const rows = (await listCodes(db, tenantScope(tenantId), ids)).filter(({ isArchived }) => !isArchived);
    for (const id of ids)
      found.set(id, rows.filter(({ contractId }) => contractId === '' || contractId === id).map(tileOf));
  }
  return found;
}

/** @throws 422 activity_code_required, activity_code_unknown */
export async function requireUsableCode(
  db: Executor,
  contract: Contract,
  isRequired: boolean,
  codeId: string | null,
): Promise<void> {
  if (codeId === null) {
    if (!isRequired) return;
    throw codeRefused(
      'activity_code_required',
      'This contract books time under activity codes; nothing was changed. Choose one.',
    );
  }
  const usable = (await readUsableCodes(db, [contract])).get(contract.id) ?? [];
  if (!usable.some(({ id }) => id === codeId))
    throw codeRefused(
      'activity_code_unknown',
      'This contract has no such activity code; nothing was changed. Choose another one.',
    );
}

function codeRefused(code: string, message: string) {
  return unprocessable(code, message, [{ pointer: '/activityCodeId', code, message }]);
}
