import type { Clock } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Condition } from '../../platform/search-index/search-query.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { Asker } from '../search/asker.ts';
import { filtersOf, scopeOf } from '../search/engine-query.ts';
import type { TalentSearch } from '../search/keep-index.ts';
import type { TalentSearchQuery } from '../search/schema.ts';
import { searchContext } from '../search/search-talent.ts';
import { insertNewMatches, updateSearch } from './store.ts';
import type { SavedSearchRow } from './table.ts';

export type MatchDeps = { database: Database; clock: Clock; talentSearch: TalentSearch };

/** Above this many matches a search does not remember each of them: only people who joined later count as new. */
export const rememberedMax = 1000;
/** The same slack as the index has: a change may commit a little after its time. */
const overlapMs = 10_000;
const lookBackMs = 3_600_000;

/** Everybody a search finds today, or undefined when they are too many to remember. */
export function presentMatches(deps: MatchDeps, asker: Asker, query: TalentSearchQuery): string[] | undefined {
  const { total, hits } = run(deps, asker, query, {});
  return total > rememberedMax ? undefined : hits.map(({ id }) => id);
}

/**
 * Looks only at profiles changed since the last look, so that its cost follows what happened and not how many people
 * match. Somebody counts once for a search, whoever asks and however often: the key of the matches sees to that.
 */
export async function findNewMatches(deps: MatchDeps, asker: Asker, search: SavedSearchRow): Promise<number> {
  const nowMs = deps.clock.now();
  const since: Record<string, Condition> = { changed: { number: 'updatedAt', min: search.checkedAt - overlapMs } };
  if (search.isBroad) since.joined = { number: 'memberSince', min: search.createdAt };
  const { hits } = run(deps, asker, JSON.parse(search.query), since);
  const rows = hits.map(({ id }) => ({
    savedSearchId: search.id,
    freelancerId: id,
    tenantId: search.tenantId,
    foundAt: nowMs,
    toldAt: null,
  }));
  // A look that found nothing writes nothing: the next one just looks a little further back.
  if (rows.length === 0 && nowMs - search.checkedAt < lookBackMs) return 0;
  return deps.database.transaction(async (trx) => {
    const isThere = await updateSearch(trx, tenantScope(search.tenantId), search.id, { checkedAt: nowMs });
    return isThere ? insertNewMatches(trx, rows) : 0;
  });
}

function run(deps: MatchDeps, asker: Asker, query: TalentSearchQuery, more: Record<string, Condition>) {
  const context = searchContext(deps, asker);
  return deps.talentSearch.index.engine.search({
    text: query.q ?? '',
    // A saved search is finished typing.
    prefix: false,
    scope: [scopeOf(context)],
    filters: { ...filtersOf(query, context), ...more },
    limit: rememberedMax,
  });
}
