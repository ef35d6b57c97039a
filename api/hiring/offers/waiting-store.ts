import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { OfferState } from './offer.ts';
import type { OfferRow } from './table.ts';

/* Of every tenant: the clock and a new freelancer have none. Each row is then worked on in its own tenant's scope. */

/** Nobody answered, or the client did not answer a counter-offer. */
export function listExpired(db: Executor, nowMs: EpochMs, limit: number): Promise<OfferRow[]> {
  return db
    .selectFrom('offers')
    .selectAll()
    .where('state', 'in', ['sent', 'countered'])
    .where('expiresAt', '<=', nowMs)
    .orderBy('expiresAt')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Nobody was reminded of the version that waits. */
export function listToRemind(db: Executor, nowMs: EpochMs, limit: number): Promise<OfferRow[]> {
  return db
    .selectFrom('offers')
    .selectAll()
    .where('state', '=', 'sent')
    .where('remindAt', '<=', nowMs)
    .where('expiresAt', '>', nowMs)
    .orderBy('remindAt')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Sent to an address whose owner has no profile, or had none. */
export function listWaitingForEmail(db: Executor, email: string): Promise<OfferRow[]> {
  return db
    .selectFrom('offers')
    .selectAll()
    .where('freelancerId', 'is', null)
    .where('invitedEmail', '=', email)
    .where('state', '=', 'sent')
    .execute();
}

export function listOfPost(
  db: Executor,
  scope: TenantScope,
  jobPostId: string,
  states: readonly OfferState[],
): Promise<OfferRow[]> {
  return db
    .selectFrom('offers')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('jobPostId', '=', jobPostId)
    .where('state', 'in', states)
    .orderBy('id')
    .execute();
}

/** The offer that an invitation mail links to; its id is the right to see who offers what to whom. */
export function findInvitedOffer(
  db: Executor,
  tenant: TenantScope | undefined,
  id: string,
): Promise<OfferRow | undefined> {
  return db
    .selectFrom('offers')
    .selectAll()
    .where('id', '=', id)
    .where('invitedEmail', 'is not', null)
    .where('version', '>', 0)
    .$if(tenant !== undefined, (query) => query.where('tenantId', '=', tenant!.tenantId))
    .executeTakeFirst();
}
