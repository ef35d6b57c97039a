import { notFound } from '../../platform/http/problem.ts';
import { createSharedHours } from '../../talent/search/shared-hours.ts';
import type { JobAsker } from './asker.ts';
import { feedQuery } from './feed-query.ts';
import type { JobFeed } from './schema.ts';
import { type JobSearchDeps, searchContext, tookMs, visibleHits } from './search-jobs.ts';

const sharedHours = createSharedHours();
const pageSize = 20;

/** @throws 400 invalid_cursor, 503 search_starting, 404 when the profile is gone */
export async function readFeed(
  deps: JobSearchDeps,
  asker: JobAsker,
  page: { limit?: number; cursor?: string },
): Promise<JobFeed> {
  const startedMs = performance.now();
  const { profile } = asker;
  if (!profile) throw notFound();
  const context = {
    ...(await searchContext(deps, asker)),
    zones: deps.jobSearch.index.zones(),
    hoursShared: sharedHours.hoursShared,
  };
  // A profile that changed between two pages begins anew: its old order means nothing any more.
  const binding = `feed\0${asker.tenant?.tenantId ?? ''}\0${JSON.stringify(profile)}`;
  const cursor = page.cursor === undefined ? null : String(deps.cursors.decode(binding, page.cursor));
  const { found, items } = await visibleHits(deps, asker, feedQuery(context, page.limit ?? pageSize, cursor));
  return {
    items,
    nextCursor: found.nextCursor && deps.cursors.encode(binding, found.nextCursor),
    profile: {
      hasSkills: profile.skillIds.length > 0,
      hasCategory: profile.categoryId !== null,
      hasRate: profile.hourlyRate !== null,
    },
    tookMs: tookMs(startedMs),
  };
}
