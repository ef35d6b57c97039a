import type { Executor } from '../database/database.ts';
import type { Plan } from './plan.ts';
import { findPlan } from './store.ts';
import type { TenantScope } from './tenant-scope.ts';

/** For what a command decides by the plan where no request has brought it along. */
export async function readPlan(db: Executor, scope: TenantScope): Promise<Plan> {
  return (await findPlan(db, scope)) ?? 'basic';
}
