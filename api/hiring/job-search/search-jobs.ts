import type { Clock } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { Refusal, unprocessable } from '../../platform/http/problem.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { SearchQuery, SearchResult } from '../../platform/search-index/search-query.ts';
import type { JobAsker } from './asker.ts';
import { type ClientReads, createClientReads } from './clients.ts';
import { engineQuery, type JobSearchContext } from './engine-query.ts';
import { jobFacetLabels } from './facet-labels.ts';
import { facetValues } from './facet-values.ts';
import { createJobProse, type JobProse } from './job-prose.ts';
import { jobSearchTextMaxLength } from './job-search.ts';
import type { JobSearch } from './keep-index.ts';
import { jobSearchPolicy } from './policy.ts';
import { presentHits } from './present-hits.ts';
import type { JobHit, JobSearchQuery, JobSearchResult } from './schema.ts';

export type JobSearchDeps = {
  database: Database;
  clock: Clock;
  cursors: Cursors;
  jobSearch: JobSearch;
  /** Signs the links of attachments. */
  secret: string;
  readClients: ClientReads;
  proseOf: JobProse;
};

/** With what is kept between searches. */
export function jobSearchDeps(ports: Omit<JobSearchDeps, 'readClients' | 'proseOf'>): JobSearchDeps {
  const { database, clock } = ports;
  return { ...ports, readClients: createClientReads(database.db, clock), proseOf: createJobProse() };
}

/** @throws 422 query_too_long, 400 invalid_cursor, 503 search_starting */
export async function searchJobs(
  deps: JobSearchDeps,
  asker: JobAsker,
  query: JobSearchQuery,
  acceptLanguage: string | undefined,
): Promise<JobSearchResult> {
  requireShortText(query.q);
  const startedMs = performance.now();
  const context = await searchContext(deps, asker);
  const binding = cursorBinding(asker, query);
  const cursor = query.cursor === undefined ? null : String(deps.cursors.decode(binding, query.cursor));
  const { found, items } = await visibleHits(deps, asker, engineQuery(query, context, cursor));
  const { index } = deps.jobSearch;
  return {
    total: found.total,
    items,
    facets:
      query.facets === false
        ? {}
        : facetValues(found.facets, query, {
            labels: jobFacetLabels(acceptLanguage),
            clients: context.clients,
            skillName: (id) => index.skillName(id),
          }),
    nextCursor: found.nextCursor && deps.cursors.encode(binding, found.nextCursor),
    ...(found.corrected.length > 0 && { corrected: found.corrected.map(({ from, to }) => ({ from, to })) }),
    tookMs: tookMs(startedMs),
  };
}

export function requireShortText(text = ''): void {
  if (text.length > jobSearchTextMaxLength) {
    throw unprocessable(
      'query_too_long',
      `Search with at most ${jobSearchTextMaxLength} characters; nothing was searched.`,
      [{ pointer: '/q', code: 'too_big', message: `At most ${jobSearchTextMaxLength} characters` }],
    );
  }
}

export async function searchContext(
  { jobSearch, database, clock, readClients }: Pick<JobSearchDeps, 'jobSearch' | 'database' | 'clock' | 'readClients'>,
  asker: JobAsker,
): Promise<JobSearchContext> {
  if (!jobSearch.isReady()) {
    throw new Refusal(503, 'search_starting', 'Search is being prepared. Try again in a few seconds.', {
      headers: { 'retry-after': '2' },
    });
  }
  const [clients, policy] = await Promise.all([readClients(), readPolicy(database.db, undefined, jobSearchPolicy)]);
  return { asker, clients, policy, nowMs: clock.now() };
}

/** Where the index lags behind the database it catches up, and the search is made once more. */
export async function visibleHits(
  { database, jobSearch, readClients, proseOf }: JobSearchDeps,
  asker: JobAsker,
  query: SearchQuery,
): Promise<{ found: SearchResult; items: JobHit[] }> {
  for (let attempt = 1; ; attempt++) {
    const found = jobSearch.index.engine.search(query);
    const deps = { db: database.db, readClients, proseOf };
    const { items, gone } = await presentHits(deps, asker, found.hits, found.matchTerms);
    if (gone.length === 0 || attempt === 3) return { found, items };
    await jobSearch.index.refresh();
  }
}

export function tookMs(startedMs: number): number {
  return Math.round((performance.now() - startedMs) * 100) / 100;
}

/** A cursor belongs to one asker, one address and one query; only its page size may change. */
function cursorBinding(asker: JobAsker, { cursor: _, limit: __, facets: ___, ...query }: JobSearchQuery): string {
  return `jobs\0${asker.tenant?.tenantId ?? ''}\0${asker.freelancerId ?? asker.isSignedIn}\0${JSON.stringify(query)}`;
}
