import type { ActingFreelancer } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { openMilestoneStates } from './milestone.ts';
import {
  findMilestone,
  findMilestoneAnywhere,
  findMilestoneOf,
  listMilestonesOf,
  listMilestonesOfPayment,
} from './store.ts';
import type { MilestoneRow } from './table.ts';

export type { MilestoneRow } from './table.ts';

/** For somebody of the tenant. @throws 404 */
export async function getMilestone(db: Executor, scope: TenantScope, id: string): Promise<MilestoneRow> {
  const found = await findMilestone(db, scope, id);
  if (!found) throw notFound();
  return found;
}

/** For the operator, who decides in every tenant. @throws 404 */
export async function getAnyMilestone(db: Executor, id: string): Promise<MilestoneRow> {
  const found = await findMilestoneAnywhere(db, id);
  if (!found) throw notFound();
  return found;
}

/** For the freelancer whose work it is. @throws 404 */
export async function getOwnMilestone(
  db: Executor,
  { freelancer, tenant }: ActingFreelancer,
  id: string,
): Promise<MilestoneRow> {
  const found = await findMilestoneOf(db, freelancer, tenant, id);
  if (!found) throw notFound();
  return found;
}

/** By contract, in its order; every contract has its list. The caller has made sure that the contracts may be seen. */
export async function readMilestones(
  db: Executor,
  contractIds: readonly string[],
): Promise<Map<string, MilestoneRow[]>> {
  const found = new Map<string, MilestoneRow[]>(contractIds.map((id) => [id, []]));
  for (const row of await listMilestonesOf(db, contractIds)) found.get(row.contractId)!.push(row);
  return found;
}

/** The milestone that a payment was charged for, and what is left of it. */
export function readMilestonesOfPayment(db: Executor, scope: TenantScope, paymentId: string): Promise<MilestoneRow[]> {
  return listMilestonesOfPayment(db, scope, paymentId);
}

/** In escrow or on the way there; a contract ends when none is left. */
export function isOpen({ state }: Pick<MilestoneRow, 'state'>): boolean {
  return openMilestoneStates.some((open) => open === state);
}
