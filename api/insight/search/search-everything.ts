import { whoReadsBilling } from '../../money/invoices/who-pays.ts';
import { hasRole, isMember, isTeamMember, memberRoles, type Person } from '../../platform/auth/actor.ts';
import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { type Plan, planIncludes } from '../../platform/tenants/plan.ts';
import { teamReach } from '../../platform/tenants/teams.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { concerns } from '../../procurement/spending/grants.ts';
import { readerOf } from '../../talent/lists/change-lists.ts';
import { readPools } from '../../talent/talent-pools/read-for-search.ts';
import { type Candidate, type Found, type FoundKind, ranked, searchable, wordsOf } from './found.ts';
import * as store from './store.ts';

/** Who searches, at the address of which tenant, and for whom in it. */
export type Searcher = {
  person: Person;
  tenant: { scope: TenantScope; plan: Plan } | undefined;
  freelancer: FreelancerScope | undefined;
};
/** People that the words mean, by talent search. */
export type FoundPerson = { id: string; name: string; headline: string };

/** What others keep: people by talent search, and what a client is called. */
export type SearchPorts = {
  findPeople: (words: string) => Promise<readonly FoundPerson[]>;
  clientName: (tenantId: string) => Promise<string | undefined>;
};

const ofKind = 6;

/** As far as each list that holds these is open to the person; what is refused there is not found here. */
export async function searchEverything(
  db: Executor,
  searcher: Searcher,
  q: string,
  { findPeople, clientName }: SearchPorts,
): Promise<Found[]> {
  const words = wordsOf(q);
  if (words.length === 0) return [];
  const { person, tenant, freelancer } = searcher;
  // Signs alone name nobody, and everybody would answer.
  const people = tenant && isMember(person) && /[\p{L}\p{N}]/u.test(q) ? await findPeople(q) : [];
  const named = people.filter(({ name }) => words.every((word) => searchable(name).includes(searchable(word))));
  const wanted = { words, people: named.map(({ id }) => id) };
  const found = await Promise.all([
    tenant && isMember(person) ? ofTenant(db, tenant, person, wanted) : [],
    tenant && isTeamMember(person) ? ofSpending(db, tenant, person, wanted) : [],
    freelancer ? ofFreelancer(db, { freelancer, tenant: tenant?.scope }, wanted, clientName) : [],
  ]);
  return ranked([...found.flat(), ...people.map(personFound)], words, ofKind);
}

async function ofTenant(
  db: Executor,
  { scope, plan }: NonNullable<Searcher['tenant']>,
  person: Person,
  wanted: store.Wanted,
): Promise<Candidate[]> {
  const readsBilling = hasRole(person, ...whoReadsBilling);
  const [contracts, jobPosts, offers, proposals, lists, invoices, pools] = await Promise.all([
    store.findContracts(db, scope, wanted),
    store.findJobPosts(db, scope, wanted),
    store.findOffers(db, scope, wanted),
    store.findProposals(db, scope, wanted),
    store.findLists(db, scope, readerOf({ scope, person }), wanted),
    readsBilling ? store.findInvoices(db, { kind: 'tenant', id: scope.tenantId }, wanted) : [],
    readPools(db, scope, { plan }),
  ]);
  const withPeople = [...contracts, ...offers, ...proposals];
  const ids = withPeople.flatMap(({ freelancerId }) => (freelancerId ? [freelancerId] : []));
  const names = await store.namesOfFreelancers(db, [...new Set(ids)]);
  const nameOf = ({ freelancerId }: store.NamedRow) => (freelancerId ? (names.get(freelancerId) ?? null) : null);
  return [
    ...contracts.map((row) => candidate('contract', row, portalPaths.contract, nameOf(row))),
    ...jobPosts.map((row) => candidate('jobPost', row, portalPaths.jobPost)),
    ...offers.map((row) => candidate('offer', row, portalPaths.offer, nameOf(row))),
    ...proposals.map((row) => candidate('proposal', row, portalPaths.proposal, nameOf(row))),
    ...lists.map((row) => candidate('list', row, (id) => `/lists/${encodeURIComponent(id)}`)),
    ...invoices.map((row) => candidate('invoice', row, portalPaths.invoice)),
    ...pools.map(({ id, name }) => candidate('pool', { id, title: name, text: name, at: 0 }, portalPaths.talentPool)),
  ];
}

/** Somebody with a role in one team finds what concerns that team. */
async function ofSpending(
  db: Executor,
  { scope, plan }: NonNullable<Searcher['tenant']>,
  person: Person,
  wanted: store.Wanted,
): Promise<Candidate[]> {
  if (!planIncludes(plan, 'procurement')) return [];
  const reach = await teamReach(db, scope, person, memberRoles);
  const rows = await store.findPurchaseOrders(db, scope, wanted);
  return rows
    .filter(({ teams }) => concerns(reach, JSON.parse(teams ?? '[]')))
    .map((row) => candidate('purchaseOrder', row, portalPaths.purchaseOrder));
}

async function ofFreelancer(
  db: Executor,
  own: store.OwnScope,
  wanted: store.Wanted,
  clientName: SearchPorts['clientName'],
): Promise<Candidate[]> {
  const [contracts, offers, proposals, invoices] = await Promise.all([
    store.listOwnContracts(db, own),
    store.listOwnOffers(db, own),
    store.findOwnProposals(db, own, wanted),
    store.findInvoices(db, { kind: 'freelancer', id: own.freelancer.freelancerId }, wanted),
  ]);
  const tenantIds = [...new Set([...contracts, ...offers].map(({ tenantId }) => tenantId))];
  const clients = new Map(await Promise.all(tenantIds.map(async (id) => [id, await clientName(id)] as const)));
  const withClient = (kind: FoundKind, row: store.OwnRow, pathOf: (id: string) => string) =>
    candidate(kind, { ...row, text: row.title }, pathOf, clients.get(row.tenantId));
  return [
    ...contracts.map((row) => withClient('contract', row, portalPaths.ownContract)),
    ...offers.map((row) => withClient('offer', row, portalPaths.ownOffer)),
    ...proposals.map((row) => candidate('proposal', row, portalPaths.ownProposal)),
    ...invoices.map((row) => candidate('invoice', row, (id) => `/my/invoices/${encodeURIComponent(id)}`)),
  ];
}

function candidate(
  kind: FoundKind,
  { id, title, text, at }: Pick<store.NamedRow, 'id' | 'title' | 'text' | 'at'>,
  pathOf: (id: string) => string,
  subtitle: string | null = null,
): Candidate {
  return { kind, id, title, subtitle, path: pathOf(id), text: `${text} ${subtitle ?? ''}`, at };
}

const personFound = ({ id, name, headline }: FoundPerson, place: number): Candidate => ({
  ...{ kind: 'person', id, title: name, subtitle: headline, path: `/freelancers/${encodeURIComponent(id)}` },
  ...{ text: name, at: -place, isLoose: true },
});
