import { type Doer, recordAudit } from '../audit/record-audit.ts';
import type { TenantCommandDeps } from './command-deps.ts';
import type { Plan } from './plan.ts';
import { readPlan } from './read-plan.ts';
import { updatePlan } from './store.ts';
import type { TenantScope } from './tenant-scope.ts';

/**
 * What a tenant's plan opens from the next request on, widgets included. Nothing of what a larger plan made is lost.
 * @param to what it becomes of what it is now; undefined leaves it
 * @returns the plan as it is then
 */
export function changePlan(
  deps: TenantCommandDeps,
  scope: TenantScope,
  doer: Doer,
  to: (plan: Plan) => Plan | undefined,
  why: { reason: string },
): Promise<Plan> {
  return deps.authority.change(async (trx) => {
    const before = await readPlan(trx, scope);
    const after = to(before);
    if (after === undefined || after === before) return before;
    await recordAudit(trx, deps, scope, doer, {
      action: 'tenant.planChanged',
      object: { kind: 'tenant', id: scope.tenantId },
      details: { before, after, ...why },
    });
    await updatePlan(trx, scope, after);
    await deps.authority.record(trx, { tenantId: scope.tenantId });
    return after;
  });
}
