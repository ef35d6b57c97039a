import type { Doer } from '../../platform/audit/record-audit.ts';
import { changePlan } from '../../platform/tenants/change-plan.ts';
import type { TenantCommandDeps } from '../../platform/tenants/command-deps.ts';
import type { Plan } from '../../platform/tenants/plan.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { findLiving } from './store.ts';
import { openingStates } from './subscription.ts';

/**
 * Gives a tenant what it pays for, and takes it away when it pays no more. What the operator gave by hand stays: only
 * `basic` becomes `pro` and only `pro` becomes `basic` here.
 */
export async function applyPlan(deps: TenantCommandDeps, doer: Doer, tenantId: string): Promise<Plan> {
  const scope = tenantScope(tenantId);
  const living = await findLiving(deps.database.db, scope);
  const isOpen = living !== undefined && openingStates.some((state) => state === living.state);
  return changePlan(
    deps,
    scope,
    doer,
    (plan) => {
      if (isOpen) return plan === 'basic' ? 'pro' : undefined;
      return plan === 'pro' ? 'basic' : undefined;
    },
    { reason: isOpen ? 'subscribed' : 'subscription ended' },
  );
}
