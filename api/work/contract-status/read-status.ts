import type { Clock } from '../../platform/clock/clock.ts';
import type { Database, Executor } from '../../platform/database/database.ts';
import type { FileLinkDeps } from '../../platform/files/read-attachments.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { readTimelines } from '../../platform/moves/read-timeline.ts';
import { proseOf } from '../../platform/rich-text/prose.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { photoPath } from '../../talent/freelancers/present-freelancer.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import { readAmendmentIds } from '../amendments/read-amendments.ts';
import type { ContractSide } from '../contracts/contract.ts';
import { contractStates } from '../contracts/contract.ts';
import { type ContractPart, openMoneyOf } from '../contracts/contract-part.ts';
import {
  type ContractRow,
  countContracts,
  type ListFilter,
  type ListPlace,
  type Owner,
  readContractList,
} from '../contracts/read-contract-lists.ts';
import { readDeliverables } from '../deliverables/read-deliverables.ts';
import { readMilestones } from '../milestones/read-milestones.ts';
import { refreshDue } from './keep-due.ts';
import { type OtherSide, presentItem, presentStatus } from './present-status.ts';
import { readFacts } from './read-facts.ts';
import type { Asker } from './rights-of.ts';
import type { ContractStatus, ContractStatusPage, StatusTimelineEntry, statusFilters } from './schema.ts';

export type StatusDeps = FileLinkDeps & {
  database: Database;
  clock: Clock;
  cursors: Cursors;
  directory: Pick<TenantDirectory, 'byId'>;
  processor: { isSandbox: boolean };
  parts: readonly ContractPart[];
};

type Query = {
  filter: (typeof statusFilters)[number];
  team?: string | undefined;
  freelancer?: string | undefined;
  limit: number;
  cursor?: string | undefined;
};

/** No count reads more rows than this: a list is as fast with a million contracts as with a hundred. */
const countedTo = 1000;
const openStates = ['pendingOnboarding', 'ready', 'active', 'paused', 'ending'] as const;

export async function readStatusPage(deps: StatusDeps, owner: Owner, query: Query): Promise<ContractStatusPage> {
  const { db } = deps.database;
  await refreshDue(deps, owner);
  const { filter, team, freelancer, limit, cursor } = query;
  const narrowed = { team, freelancerId: freelancer };
  const binding = `contract-status ${JSON.stringify([owner, filter, team, freelancer])}`;
  const after = cursor === undefined ? undefined : (deps.cursors.decode(binding, cursor) as ListPlace);
  const found = await readContractList(db, owner, { ...narrowed, ...statesOf(filter, narrowed) }, after, limit + 1);
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  const others = await othersOf(db, deps, owner.side, page);
  const facts = await readFacts(db, deps, page);
  return {
    items: facts.map((fact) => presentItem(fact, owner.side, others.get(fact.contract.id)!)),
    nextCursor: last ? deps.cursors.encode(binding, placeOf(last, owner.side, filter)) : null,
    counts: await countsOf(db, owner, narrowed),
    isSandbox: deps.processor.isSandbox,
  };
}

function filterOf(filter: Query['filter']): ListFilter {
  if (filter === 'all') return {};
  if (filter === 'waiting') return { isWaiting: true };
  return { states: filter === 'open' ? openStates : [filter] };
}

/** Every state by name where the list is narrowed: its index is in the order of states. */
function statesOf(filter: Query['filter'], { team, freelancerId }: ListFilter): ListFilter {
  const isNarrowed = team !== undefined || freelancerId !== undefined;
  return filter === 'all' && isNarrowed ? { states: contractStates } : filterOf(filter);
}

function placeOf(row: ContractRow, side: ContractSide, filter: Query['filter']): ListPlace {
  const dueAt = side === 'client' ? row.clientDueAt : row.freelancerDueAt;
  return { at: filter === 'waiting' ? dueAt! : row.createdAt, id: row.id };
}

async function countsOf(db: Executor, owner: Owner, narrowed: ListFilter): Promise<ContractStatusPage['counts']> {
  const counts: ContractStatusPage['counts'] = [];
  for (const filter of ['waiting', ...contractStates] as const) {
    const count = await countContracts(db, owner, { ...narrowed, ...filterOf(filter) }, countedTo + 1);
    counts.push({ filter, count: Math.min(count, countedTo), isMore: count > countedTo });
  }
  const open = counts.filter(({ filter }) => openStates.some((state) => state === filter));
  const sum = open.reduce((total, { count }) => total + count, 0);
  const isMore = sum > countedTo || open.some((one) => one.isMore);
  return [...counts, { filter: 'open', count: Math.min(sum, countedTo), isMore }];
}

export async function readStatus(
  deps: StatusDeps,
  scope: TenantScope,
  row: ContractRow,
  asker: Asker,
): Promise<ContractStatus> {
  const { db } = deps.database;
  const [facts] = await readFacts(db, deps, [row]);
  const others = await othersOf(db, deps, asker.side, [row]);
  return presentStatus(facts!, asker, others.get(row.id)!, {
    deliverables: await newestDeliverables(
      deps,
      scope,
      facts!.milestones.map(({ id }) => id),
    ),
    timeline: await readStatusTimeline(deps, scope, row, asker.side, 10),
    openMoney: row.state === 'ending' ? await openMoneyOf(db, scope, deps.parts, row.id) : [],
    isSandbox: deps.processor.isSandbox,
  });
}

const deliverablesShown = 5;
const noteLength = 300;

async function newestDeliverables(
  deps: StatusDeps,
  scope: TenantScope,
  milestoneIds: readonly string[],
): Promise<ContractStatus['deliverables']> {
  if (milestoneIds.length === 0) return [];
  const byMilestone = await readDeliverables(deps.database.db, deps, scope, milestoneIds);
  return [...byMilestone.values()]
    .flat()
    .toSorted((one, other) => (one.submittedAt < other.submittedAt ? 1 : -1))
    .slice(0, deliverablesShown)
    .map(({ id, milestoneId, version, note, files, submittedAt, answer }) => ({
      id,
      milestoneId,
      version,
      note: proseOf(note.content).text.slice(0, noteLength),
      files: files.length,
      submittedAt,
      answer,
    }));
}

/** The contract’s own moves and those of everything in it, the newest first. */
export async function readStatusTimeline(
  { database: { db } }: StatusDeps,
  scope: TenantScope,
  { id }: ContractRow,
  side: ContractSide,
  limit: number,
): Promise<StatusTimelineEntry[]> {
  const milestones = (await readMilestones(db, [id])).get(id) ?? [];
  const subjects = [
    { kind: 'contract', ids: [id] },
    { kind: 'milestone', ids: milestones.map((milestone) => milestone.id) },
    { kind: 'amendment', ids: await readAmendmentIds(db, id) },
  ];
  return readTimelines(db, scope, subjects, side === 'client' ? 'team' : 'freelancer', limit);
}

async function othersOf(
  db: Executor,
  { directory }: StatusDeps,
  side: ContractSide,
  rows: readonly ContractRow[],
): Promise<Map<string, OtherSide>> {
  if (side === 'freelancer') {
    const brands = rows.map(async ({ id, tenantId }) => {
      const tenant = await directory.byId(tenantId);
      return [id, { id: tenantId, name: tenant?.brandName ?? '', imageUrl: tenant?.logoUrl ?? null }] as const;
    });
    return new Map(await Promise.all(brands));
  }
  const ids = [...new Set(rows.map(({ freelancerId }) => freelancerId))];
  const freelancers = ids.length === 0 ? new Map() : await readFreelancerRows(db, ids);
  return new Map(
    rows.map(({ id, freelancerId }) => {
      const row = freelancers.get(freelancerId);
      return [id, { id: freelancerId, name: row?.name ?? '', imageUrl: row ? photoPath(row) : null }];
    }),
  );
}
