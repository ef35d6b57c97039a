import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { OfferState } from './offer.ts';
import type { OfferRow, OfferSignatureRow, OfferVersionRow } from './table.ts';

/** The last row of the page before. */
export type OfferPlace = { at: EpochMs; id: string };
export type OfferFilter = {
  state?: OfferState | undefined;
  jobPostId?: string | undefined;
  proposalId?: string | undefined;
  after?: OfferPlace | undefined;
  limit: number;
};
export type OfferChange = Partial<Omit<OfferRow, 'id' | 'tenantId' | 'revision' | 'createdBy' | 'createdAt'>>;

export async function insertOffer(trx: Executor, row: OfferRow): Promise<void> {
  await trx.insertInto('offers').values(row).execute();
}

export function findOffer(db: Executor, scope: TenantScope, id: string): Promise<OfferRow | undefined> {
  return db
    .selectFrom('offers')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Those of `ids` that exist. */
export async function findOffers(db: Executor, scope: TenantScope, ids: readonly string[]): Promise<OfferRow[]> {
  if (ids.length === 0) return [];
  return db.selectFrom('offers').selectAll().where('tenantId', '=', scope.tenantId).where('id', 'in', ids).execute();
}

/**
 * One that was put to this freelancer; what was never sent does not exist for them.
 * @param tenant where the address names one, its offers only
 */
export function findOfferTo(
  db: Executor,
  freelancer: FreelancerScope,
  tenant: TenantScope | undefined,
  id: string,
): Promise<OfferRow | undefined> {
  return offersTo(db, freelancer, tenant).where('id', '=', id).executeTakeFirst();
}

/** The newest first. */
export function listOffersTo(
  db: Executor,
  freelancer: FreelancerScope,
  tenant: TenantScope | undefined,
  { states, after, limit }: { states: readonly OfferState[]; after: OfferPlace | undefined; limit: number },
): Promise<OfferRow[]> {
  return offersTo(db, freelancer, tenant)
    .where('state', 'in', states)
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb.or([eb('createdAt', '<', after!.at), eb.and([eb('createdAt', '=', after!.at), eb('id', '<', after!.id)])]),
      ),
    )
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

function offersTo(db: Executor, { freelancerId }: FreelancerScope, tenant: TenantScope | undefined) {
  return db
    .selectFrom('offers')
    .selectAll()
    .where('freelancerId', '=', freelancerId)
    .where('version', '>', 0)
    .$if(tenant !== undefined, (query) => query.where('tenantId', '=', tenant!.tenantId));
}

/** The last changed first. */
export function listOffers(db: Executor, scope: TenantScope, filter: OfferFilter): Promise<OfferRow[]> {
  const { state, jobPostId, proposalId, after, limit } = filter;
  return db
    .selectFrom('offers')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .$if(jobPostId !== undefined, (query) => query.where('jobPostId', '=', jobPostId!))
    .$if(proposalId !== undefined, (query) => query.where('proposalId', '=', proposalId!))
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb.or([eb('updatedAt', '<', after!.at), eb.and([eb('updatedAt', '=', after!.at), eb('id', '<', after!.id)])]),
      ),
    )
    .orderBy('updatedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/**
 * A guarded change.
 * @param guard states it may be in; with `revision`, as it was read
 * @returns false when it no longer is so
 */
export async function updateOffer(
  trx: Executor,
  scope: TenantScope,
  id: string,
  guard: { from: readonly OfferState[]; revision?: number; version?: number; notExpiredAt?: EpochMs },
  change: OfferChange,
): Promise<boolean> {
  const { from, revision, version, notExpiredAt } = guard;
  const { numUpdatedRows } = await trx
    .updateTable('offers')
    .set((eb) => ({ ...change, revision: eb('revision', '+', 1) }))
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('state', 'in', from)
    .$if(revision !== undefined, (query) => query.where('revision', '=', revision!))
    .$if(version !== undefined, (query) => query.where('version', '=', version!))
    .$if(notExpiredAt !== undefined, (query) => query.where('expiresAt', '>', notExpiredAt!))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function insertVersion(trx: Executor, row: OfferVersionRow): Promise<void> {
  await trx.insertInto('offerVersions').values(row).execute();
}

export function listVersions(db: Executor, scope: TenantScope, offerId: string): Promise<OfferVersionRow[]> {
  return db
    .selectFrom('offerVersions')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('offerId', '=', offerId)
    .orderBy('version')
    .execute();
}

export function findVersion(
  db: Executor,
  scope: TenantScope,
  offerId: string,
  version: number,
): Promise<OfferVersionRow | undefined> {
  return db
    .selectFrom('offerVersions')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('offerId', '=', offerId)
    .where('version', '=', version)
    .executeTakeFirst();
}

export async function insertSignature(trx: Executor, row: OfferSignatureRow): Promise<void> {
  await trx.insertInto('offerSignatures').values(row).execute();
}

/** The client's before the freelancer's of each version. */
export function listSignatures(db: Executor, scope: TenantScope, offerId: string): Promise<OfferSignatureRow[]> {
  return db
    .selectFrom('offerSignatures')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('offerId', '=', offerId)
    .orderBy('version')
    .orderBy('side')
    .execute();
}

/** What is kept of a document of an offer that has ended: its hash is written once. */
export async function keepDocumentHash(trx: Executor, scope: TenantScope, id: string, hash: string): Promise<void> {
  await trx
    .updateTable('offers')
    .set({ documentHash: hash })
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('documentHash', 'is', null)
    .execute();
}
