import type { Executor } from '../../platform/database/database.ts';
import { unprocessable } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { listCostCenters } from './store.ts';

/**
 * Once a company keeps cost centers here, a code that is not among them is a mistake, and one that rests takes nothing
 * new. What a paper of last year says stays as it is.
 * @throws 422 cost_center_unknown, cost_center_inactive
 */
export async function requireCostCenters(
  db: Executor,
  scope: TenantScope,
  codes: readonly string[],
  pointer: string,
): Promise<void> {
  if (codes.length === 0) return;
  const known = new Map((await listCostCenters(db, scope)).map((row) => [row.code, row]));
  if (known.size === 0) return;
  for (const code of codes) {
    const row = known.get(code);
    if (!row) throw refused('cost_center_unknown', `There is no cost center ${code}.`, pointer);
    if (!row.isActive)
      throw refused('cost_center_inactive', `Cost center ${code} rests and takes nothing new.`, pointer);
  }
}

function refused(code: string, message: string, pointer: string) {
  return unprocessable(code, `${message} Nothing was changed. Choose one from the list.`, [{ pointer, code, message }]);
}
