import { type AliasedExpression, type RawBuilder, sql } from 'kysely';
import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';

/* What has a name, each kind among its newest rows: an index in the order of time holds the names and ends the walk. */

/** @property people freelancers whose own names were meant: what is with them is found too */
export type Wanted = { words: readonly string[]; people: readonly string[] };
/** A freelancer's own; at a tenant's address only what is that tenant's. */
export type OwnScope = { freelancer: FreelancerScope; tenant: TenantScope | undefined };

/** @property text what the words are looked for in */
export type NamedRow = {
  id: string;
  title: string;
  text: string;
  at: number;
  freelancerId: string | null;
  /** JSON; of what is open to some teams only. */
  teams: string | null;
};

const newest = 10_000;
const newestOwn = 1_000;
/** More than are shown: the best of them are chosen afterwards. */
const taken = 40;

const none = sql<null>`null`;
const noTeams = none.as('teams');

export function findContracts(db: Executor, { tenantId }: TenantScope, wanted: Wanted): Promise<NamedRow[]> {
  const rows = db
    .selectFrom('contracts')
    .select(['id', 'title', 'title as text', 'createdAt as at', 'freelancerId', noTeams])
    .where('tenantId', '=', tenantId)
    .orderBy('createdAt', 'desc');
  return meant(db, rows.limit(newest), wanted);
}

export type OwnRow = { id: string; title: string; at: number; tenantId: string };

/** One person's are few: their names, and those of clients, are compared afterwards. */
export function listOwnContracts(db: Executor, { freelancer, tenant }: OwnScope): Promise<OwnRow[]> {
  return db
    .selectFrom('contracts')
    .select(['id', 'title', 'createdAt as at', 'tenantId'])
    .where('freelancerId', '=', freelancer.freelancerId)
    .$if(tenant !== undefined, (query) => query.where('tenantId', '=', tenant!.tenantId))
    .orderBy('createdAt', 'desc')
    .limit(newestOwn)
    .execute();
}

export function findJobPosts(db: Executor, { tenantId }: TenantScope, wanted: Wanted): Promise<NamedRow[]> {
  const rows = db
    .selectFrom('jobPosts')
    .select(['id', 'title', 'title as text', 'updatedAt as at', none.as('freelancerId'), noTeams])
    .where('tenantId', '=', tenantId)
    .orderBy('updatedAt', 'desc');
  return meant(db, rows.limit(newest), wanted);
}

/** Those to somebody without an account here are known by that name. */
export function findOffers(db: Executor, { tenantId }: TenantScope, wanted: Wanted): Promise<NamedRow[]> {
  const text = sql<string>`title || ' ' || coalesce(${sql.ref('invitedName')}, '')`;
  const rows = db
    .selectFrom('offers')
    .select(['id', 'title', text.as('text'), 'updatedAt as at', 'freelancerId', noTeams])
    .where('tenantId', '=', tenantId)
    .orderBy('updatedAt', 'desc');
  return meant(db, rows.limit(newest), wanted);
}

/** None that was never sent. */
export function listOwnOffers(db: Executor, { freelancer, tenant }: OwnScope): Promise<OwnRow[]> {
  return db
    .selectFrom('offers')
    .select(['id', 'title', 'createdAt as at', 'tenantId'])
    .where('freelancerId', '=', freelancer.freelancerId)
    .where('version', '>', 0)
    .$if(tenant !== undefined, (query) => query.where('tenantId', '=', tenant!.tenantId))
    .orderBy('createdAt', 'desc')
    .limit(newestOwn)
    .execute();
}

/** A proposal is called as its post; a team finds it by who made it. */
export function findProposals(db: Executor, { tenantId }: TenantScope, { people }: Wanted): Promise<NamedRow[]> {
  if (people.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('proposals')
    .innerJoin('jobPosts', 'jobPosts.id', 'proposals.jobPostId')
    .select(['proposals.id', 'jobPosts.title', 'jobPosts.title as text', 'proposals.createdAt as at'])
    .select(['proposals.freelancerId', noTeams])
    .where('proposals.freelancerId', 'in', people)
    .where('proposals.tenantId', '=', tenantId)
    .orderBy('proposals.createdAt', 'desc')
    .limit(taken)
    .execute();
}

export function findOwnProposals(db: Executor, { freelancer, tenant }: OwnScope, wanted: Wanted): Promise<NamedRow[]> {
  const rows = db
    .selectFrom('proposals')
    .innerJoin('jobPosts', 'jobPosts.id', 'proposals.jobPostId')
    .select(['proposals.id', 'jobPosts.title', 'jobPosts.title as text', 'proposals.createdAt as at'])
    .select([none.as('freelancerId'), noTeams])
    .where('proposals.freelancerId', '=', freelancer.freelancerId)
    .$if(tenant !== undefined, (query) => query.where('proposals.tenantId', '=', tenant!.tenantId))
    .orderBy('proposals.createdAt', 'desc');
  return meant(db, rows.limit(newest), wanted);
}

/** @property personId whose lists; with `readsAll` everybody's */
export function findLists(
  db: Executor,
  { tenantId }: TenantScope,
  { personId, readsAll }: { personId: string; readsAll: boolean },
  wanted: Wanted,
): Promise<NamedRow[]> {
  const rows = db
    .selectFrom('talentLists')
    .select(['id', 'name as title', 'name as text', 'createdAt as at', none.as('freelancerId'), noTeams])
    .where('tenantId', '=', tenantId)
    .where('isDefault', '=', 0)
    .$if(!readsAll, (query) => query.where((eb) => eb.or([eb('isShared', '=', 1), eb('ownerId', '=', personId)])))
    .orderBy('createdAt', 'desc');
  return meant(db, rows.limit(newest), wanted);
}

export function findPurchaseOrders(db: Executor, { tenantId }: TenantScope, wanted: Wanted): Promise<NamedRow[]> {
  const text = sql<string>`number || ' ' || title || ' ' || ${sql.ref('supplierName')}`;
  const rows = db
    .selectFrom('purchaseOrders')
    .select(['id', sql<string>`number || ' · ' || title`.as('title'), text.as('text'), 'createdAt as at'])
    .select([none.as('freelancerId'), 'teams'])
    .where('tenantId', '=', tenantId)
    .orderBy('createdAt', 'desc');
  return meant(db, rows.limit(newest), wanted);
}

export type InvoiceOwner = { kind: 'tenant' | 'freelancer'; id: string };

/** A draft has no number yet, but perhaps that of an order. */
export function findInvoices(db: Executor, owner: InvoiceOwner, wanted: Wanted): Promise<NamedRow[]> {
  const title = sql<string>`coalesce(number, '')`;
  const text = sql<string>`coalesce(number, '') || ' ' || coalesce(${sql.ref('purchaseOrder')}, '')`;
  const rows = db
    .selectFrom('invoices')
    .select(['id', title.as('title'), text.as('text'), 'createdAt as at', none.as('freelancerId'), noTeams])
    .where('ownerId', '=', owner.id)
    .where('ownerKind', '=', owner.kind)
    .where('number', 'is not', null)
    .orderBy('createdAt', 'desc');
  return meant(db, rows.limit(newest), wanted);
}

export async function namesOfFreelancers(db: Executor, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('freelancers').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

type Named = { as(alias: 'named'): AliasedExpression<NamedRow, 'named'> };

function meant(db: Executor, rows: Named, { words, people }: Wanted): Promise<NamedRow[]> {
  return db
    .selectFrom(rows.as('named'))
    .selectAll()
    .where((eb) =>
      eb.or([
        eb.and(words.map((word) => holds(word))),
        ...(people.length > 0 ? [eb('freelancerId', 'in', people)] : []),
        eb('id', '=', words.join(' ')),
      ]),
    )
    .orderBy('at', 'desc')
    .limit(taken)
    .execute();
}

/** What most often has a mark above, below or through it. */
const oftenMarked = /[aceilnosuyz]/g;

/**
 * SQLite knows upper case of ASCII alone, and neither database folds accents: any letter may stand for another one, in
 * texts with marks also for those that were left out of the word. What fits is compared afterwards.
 */
function holds(word: string): RawBuilder<boolean> {
  const pattern = word.replace(/[\\%_]/g, '\\$&').replace(/[^\x20-\x7e]/gu, '_');
  const marked = pattern.replace(oftenMarked, '_');
  return sql<boolean>`(lower(text) like ${`%${pattern}%`} escape '\\'
    or (octet_length(text) > length(text) and lower(text) like ${`%${marked}%`} escape '\\'))`;
}
