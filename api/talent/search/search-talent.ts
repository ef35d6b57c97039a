import type { Clock } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { Refusal, unprocessable } from '../../platform/http/problem.ts';
import type { SearchResult } from '../../platform/search-index/search-query.ts';
import type { FoundReads } from '../freelancers/read-for-search.ts';
import type { Asker } from './asker.ts';
import { engineQuery, type SearchContext } from './engine-query.ts';
import { facetLabels } from './facet-labels.ts';
import { facetValues } from './facet-values.ts';
import type { HitMarksReader } from './hit-marks.ts';
import type { TalentSearch } from './keep-index.ts';
import { talentSearchPolicy } from './policy.ts';
import { presentHits } from './present-hits.ts';
import type { TalentSearchQuery, TalentSearchResult } from './schema.ts';
import { createSharedHours } from './shared-hours.ts';
import { searchTextMaxLength } from './talent-search.ts';

export type SearchDeps = {
  database: Database;
  clock: Clock;
  cursors: Cursors;
  talentSearch: TalentSearch;
  readFound: FoundReads;
  readMarks: HitMarksReader;
};

const sharedHours = createSharedHours();

/** @throws 422 query_too_long, 400 invalid_cursor, 503 search_starting */
export async function searchTalent(
  deps: SearchDeps,
  asker: Asker,
  query: TalentSearchQuery,
  acceptLanguage: string | undefined,
): Promise<TalentSearchResult> {
  requireShortText(query.q);
  const startedMs = performance.now();
  const context = searchContext(deps, asker);
  const binding = cursorBinding(asker, query);
  const cursor = query.cursor === undefined ? null : String(deps.cursors.decode(binding, query.cursor));
  const { found, items } = await visibleHits(deps, asker, query, context, cursor);
  const { index } = deps.talentSearch;
  return {
    total: found.total,
    items,
    facets:
      query.facets === false
        ? {}
        : facetValues(found.facets, query, {
            labels: facetLabels(acceptLanguage),
            nowMs: context.nowMs,
            hoursShared: (zone) => sharedHours.hoursShared(zone, query.timezone ?? 'UTC', context.nowMs),
            skillName: (id) => index.skillName(id),
            poolName: (id) => asker.pools.find((pool) => pool.id === id)?.name ?? id,
          }),
    nextCursor: found.nextCursor && deps.cursors.encode(binding, found.nextCursor),
    ...(found.corrected.length > 0 && { corrected: found.corrected.map(({ from, to }) => ({ from, to })) }),
    tookMs: Math.round((performance.now() - startedMs) * 100) / 100,
  };
}

export function requireShortText(text = ''): void {
  if (text.length > searchTextMaxLength) {
    throw unprocessable(
      'query_too_long',
      `Search with at most ${searchTextMaxLength} characters; nothing was searched.`,
      [{ pointer: '/q', code: 'too_big', message: `At most ${searchTextMaxLength} characters` }],
    );
  }
}

export function searchContext(
  { talentSearch, clock }: Pick<SearchDeps, 'talentSearch' | 'clock'>,
  asker: Asker,
): SearchContext {
  if (!talentSearch.isReady()) {
    throw new Refusal(503, 'search_starting', 'Search is being prepared. Try again in a few seconds.', {
      headers: { 'retry-after': '2' },
    });
  }
  const nowMs = clock.now();
  return {
    seesSignedIn: asker.seesSignedIn,
    poolIds: asker.pools.map(({ id }) => id),
    workedWithUs: asker.workedWithUs,
    policy: talentSearchPolicy,
    nowMs,
    zonesSharing: (timeZone, hours) =>
      talentSearch.index.zones().filter((zone) => sharedHours.hoursShared(zone, timeZone, nowMs) >= hours),
  };
}

/** Where the index lags behind the database it catches up, and the search is made once more. */
async function visibleHits(
  { database, talentSearch, readFound, readMarks }: SearchDeps,
  asker: Asker,
  query: TalentSearchQuery,
  context: SearchContext,
  cursor: string | null,
): Promise<{ found: SearchResult; items: TalentSearchResult['items'] }> {
  for (let attempt = 1; ; attempt++) {
    const found = talentSearch.index.engine.search(engineQuery(query, context, cursor));
    const { items, lag } = await presentHits(database.db, found.hits, found.matchTerms, {
      seesSignedIn: asker.seesSignedIn,
      poolIds: context.poolIds,
      readFound,
      readMarks,
      savedAmong: asker.savedAmong,
    });
    const { gone, hidden } = lag;
    if (gone.length + hidden.length === 0 || attempt === 3) return { found, items };
    for (const id of gone) talentSearch.index.forget(id);
    if (hidden.length > 0) await talentSearch.index.refresh();
  }
}

/** A cursor belongs to one tenant, one way of seeing and one query; only its page size may change. */
function cursorBinding(asker: Asker, { cursor: _, limit: __, facets: ___, ...query }: TalentSearchQuery): string {
  return `talent\0${asker.tenantId ?? ''}\0${asker.seesSignedIn}\0${JSON.stringify(query)}`;
}
