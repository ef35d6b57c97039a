import { freelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { Condition } from '../../platform/search-index/search-query.ts';
import type { JobAsker } from '../job-search/asker.ts';
import { engineQuery } from '../job-search/engine-query.ts';
import type { SavedJobQuery } from '../job-search/schema.ts';
import { type JobSearchDeps, searchContext } from '../job-search/search-jobs.ts';
import { insertNewMatches, updateSearch } from './store.ts';
import type { SavedJobSearchRow } from './table.ts';

/** Above this many matches a search does not remember each of them: only later posts count as new. */
const rememberedMax = 1000;
/** The same slack as the index has: a change may commit a little after its time. */
const overlapMs = 10_000;
const lookBackMs = 3_600_000;

/** Every post a search finds today, or undefined when they are too many to remember. */
export async function presentMatches(
  deps: JobSearchDeps,
  asker: JobAsker,
  query: SavedJobQuery,
): Promise<string[] | undefined> {
  const { total, hits } = await run(deps, asker, query, {});
  return total > rememberedMax ? undefined : hits.map(({ id }) => id);
}

/**
 * Looks only at posts changed since the last look, so that its cost follows what happened and not how many posts
 * match. A post counts once for a search, whoever asks and however often: the key of the matches sees to that. Nobody
 * needs to be told of a post they were invited to, proposed to or hid.
 */
export async function findNewMatches(deps: JobSearchDeps, asker: JobAsker, search: SavedJobSearchRow): Promise<number> {
  const nowMs = deps.clock.now();
  const changed: Condition = { number: 'updatedAt', min: search.checkedAt - overlapMs };
  const since: Record<string, Condition> = { changed };
  if (search.isBroad) since.published = { number: 'publishedAt', min: search.createdAt };
  const { hits } = await run(deps, asker, JSON.parse(search.query), since);
  const rows = hits
    .filter(({ id }) => !asker.proposals.has(id))
    .map(({ id }) => ({ savedJobSearchId: search.id, jobPostId: id, foundAt: nowMs, toldAt: null }));
  // A look that found nothing writes nothing: the next one just looks a little further back.
  if (rows.length === 0 && nowMs - search.checkedAt < lookBackMs) return 0;
  return deps.database.transaction(async (trx) => {
    const isThere = await updateSearch(trx, freelancerScope(search.freelancerId), search.id, { checkedAt: nowMs });
    return isThere ? insertNewMatches(trx, rows) : 0;
  });
}

async function run(deps: JobSearchDeps, asker: JobAsker, query: SavedJobQuery, more: Record<string, Condition>) {
  const context = await searchContext(deps, asker);
  const wanted = engineQuery({ ...query, includeHidden: false, facets: false }, context, null);
  return deps.jobSearch.index.engine.search({
    ...wanted,
    // A saved search is finished typing.
    prefix: false,
    filters: { ...wanted.filters, ...more },
    limit: rememberedMax,
  });
}
