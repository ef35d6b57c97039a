import type { ActingFreelancer } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { findOffer, findOfferTo } from './store.ts';
import type { OfferRow } from './table.ts';

export type { OfferRow } from './table.ts';

/** For somebody of the tenant. @throws 404 */
export async function getOffer(db: Executor, scope: TenantScope, id: string): Promise<OfferRow> {
  const offer = await findOffer(db, scope, id);
  if (!offer) throw notFound();
  return offer;
}

/** For the freelancer it was put to. @throws 404 */
export async function getOfferTo(
  db: Executor,
  { freelancer, tenant }: ActingFreelancer,
  id: string,
): Promise<OfferRow> {
  const offer = await findOfferTo(db, freelancer, tenant, id);
  if (!offer) throw notFound();
  return offer;
}
