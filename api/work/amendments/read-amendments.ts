import type { ActingFreelancer } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { findAmendment, findAmendmentOf, listAmendments, listOpenAmendments } from './store.ts';
import type { AmendmentRow } from './table.ts';

export type { AmendmentRow } from './table.ts';

/** @throws 404 */
export async function getAmendment(db: Executor, scope: TenantScope, id: string): Promise<AmendmentRow> {
  const found = await findAmendment(db, scope, id);
  if (!found) throw notFound();
  return found;
}

/** @throws 404, also while an approver of the client has not let it out */
export async function getOwnAmendment(
  db: Executor,
  { freelancer, tenant }: ActingFreelancer,
  id: string,
): Promise<AmendmentRow> {
  const found = await findAmendmentOf(db, freelancer, tenant, id);
  if (!found || !isShownToFreelancer(found)) throw notFound();
  return found;
}

/** What the client has not put to the freelancer is the client’s own business. */
export function isShownToFreelancer({ state }: AmendmentRow): boolean {
  return state !== 'pendingApproval' && state !== 'rejected';
}

/** By contract; a contract has one at most. */
export async function readOpenAmendments(
  db: Executor,
  contractIds: readonly string[],
): Promise<Map<string, AmendmentRow>> {
  const rows = contractIds.length === 0 ? [] : await listOpenAmendments(db, contractIds);
  return new Map(rows.map((row) => [row.contractId, row]));
}

const shownMax = 100;

/** The newest first. */
export function readAmendments(db: Executor, contractId: string): Promise<AmendmentRow[]> {
  return listAmendments(db, contractId, shownMax);
}

export async function readAmendmentIds(db: Executor, contractId: string): Promise<string[]> {
  return (await readAmendments(db, contractId)).map(({ id }) => id);
}
