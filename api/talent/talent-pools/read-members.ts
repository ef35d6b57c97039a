import { peopleById } from '../../platform/auth/people.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import { isKeptBy, mayEditPool, type PoolReader } from './grants.ts';
import { type BoardDeps, filtersOf, readBoard, siftBoard } from './member-board.ts';
import { facetsOf, type MemberPlace, pageOf } from './member-page.ts';
import { listNotes } from './note-store.ts';
import { presentMembers } from './present-members.ts';
import type { MemberFacets, MemberQuery, PoolMember, PoolMemberDetail } from './schema.ts';
import { listSharesOfMember } from './share-store.ts';
import { findMember, listMembersAmong, listPlacesIn } from './store.ts';
import type { TalentPoolMemberRow, TalentPoolRow } from './table.ts';

/** A page of a pool's members, filtered, counted and sorted. */
export async function readMembers(
  deps: BoardDeps,
  reader: PoolReader,
  pool: TalentPoolRow,
  query: MemberQuery,
  after: MemberPlace | undefined,
  nowMs: number,
): Promise<{ total: number; items: PoolMember[]; facets: MemberFacets | null; next: MemberPlace | null }> {
  const isKept = isKeptBy(reader.person, pool);
  const worked = query.worked !== undefined && reader.tenant ? await deps.ports.workedWithUs(reader.scope) : undefined;
  const board = await readBoard(deps, pool.id, isKept, nowMs);
  const seen = visibleQuery(query, isKept);
  const sifted = siftBoard(board, filtersOf(seen, worked, nowMs));
  const { entries, next } = pageOf(sifted.hits, seen, after);
  const rows = await rowsOf(
    deps,
    pool.id,
    entries.map(({ freelancerId }) => freelancerId),
  );
  const profiles = new Map(entries.map(({ freelancerId, profile }) => [freelancerId, profile]));
  return {
    total: sifted.hits.length,
    items: await presentMembers(deps, reader, pool, rows, profiles, nowMs),
    facets: query.facets === false ? null : facetsOf(sifted, seen, isKept, nowMs),
    next,
  };
}

/** What only those who keep a pool may know, nobody else finds or sorts people by. */
function visibleQuery(query: MemberQuery, isKept: boolean): MemberQuery {
  if (isKept) return query;
  const sort = query.sort === 'rating' || query.sort === 'score' ? 'name' : query.sort;
  return { ...query, sort, state: undefined, tag: undefined, ratingMin: undefined, admittedBy: undefined };
}

async function rowsOf({ db }: BoardDeps, poolId: string, ids: readonly string[]): Promise<TalentPoolMemberRow[]> {
  if (ids.length === 0) return [];
  const rows = new Map((await listMembersAmong(db, poolId, ids)).map((row) => [row.freelancerId, row]));
  return ids.flatMap((id) => rows.get(id) ?? []);
}

/** @throws 404, for whom the asker may not see too */
export async function readMember(
  deps: BoardDeps & { directory: Pick<TenantDirectory, 'byId'> },
  reader: PoolReader,
  pool: TalentPoolRow,
  freelancerId: string,
  nowMs: number,
): Promise<PoolMemberDetail> {
  const { db, readProfiles, directory } = deps;
  const { person } = reader;
  const isKept = isKeptBy(person, pool);
  const row = await findMember(db, pool.id, freelancerId);
  if (!row || !(isKept || row.state === 'active')) throw notFound();
  // -1 is no profile's revision, so that this one is read as it is now.
  const profiles = await readProfiles([{ freelancerId, profileRevision: -1 }]);
  if (!isKept && profiles.get(freelancerId)?.visibility === 'private') throw notFound();
  const [card] = await presentMembers(deps, reader, pool, [row], profiles, nowMs);
  if (!card) throw notFound();
  const [notes, shares, places] = isKept
    ? await Promise.all([
        listNotes(db, pool.id, freelancerId),
        listSharesOfMember(db, pool.id, freelancerId),
        reader.tenant ? listPlacesIn(db, reader.scope, [freelancerId]) : [],
      ])
    : [[], [], []];
  const authors = await peopleById(db, [...new Set(notes.map(({ authorId }) => authorId))]);
  return {
    ...card,
    pool: { id: pool.id, name: pool.name, mayEdit: mayEditPool(person, pool) },
    message: isKept ? row.message : '',
    notes: notes.map(({ id, text, authorId, createdAt }) => ({
      id,
      text,
      author: { id: authorId, name: authors.get(authorId)?.name ?? '' },
      createdAt: isoInstant(createdAt),
      mayDelete: authorId === person.personId,
    })),
    shares: await Promise.all(
      shares.map(async ({ id, toTenantId, state, createdAt, expiresAt }) => ({
        id,
        company: (await directory.byId(toTenantId))?.brandName ?? '',
        state,
        requestedAt: isoInstant(createdAt),
        expiresAt: isoInstant(expiresAt),
      })),
    ),
    alsoIn: places
      .filter(({ poolId, state }) => poolId !== pool.id && state === 'active')
      .map(({ poolId, name }) => ({ id: poolId, name })),
  };
}
