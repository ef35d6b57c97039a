import type { ActingFreelancer } from '../../platform/auth/freelancer-scope.ts';
import type { NewId } from '../../platform/clock/clock.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import type { JobAsker } from '../job-search/asker.ts';
import type { SavedJobQuery } from '../job-search/schema.ts';
import { type JobSearchDeps, requireShortText } from '../job-search/search-jobs.ts';
import { presentMatches } from './find-new-matches.ts';
import { type JobAlert, savedJobSearchesMax } from './job-saved-search.ts';
import {
  type CountedJobSearch,
  findSearch,
  insertNewMatches,
  insertSearch,
  listSearches,
  updateSearch,
} from './store.ts';

/** @throws 422 query_too_long, 409 too_many_saved_searches */
export async function saveSearch(
  deps: JobSearchDeps & { newId: NewId },
  { person, freelancer, tenant }: ActingFreelancer,
  asker: JobAsker,
  given: { name: string; query: SavedJobQuery; alert: JobAlert },
): Promise<CountedJobSearch> {
  requireShortText(given.query.q);
  const nowMs = deps.clock.now();
  const known = await presentMatches(deps, asker, given.query);
  const id = deps.newId('js');
  return deps.database.transaction(async (trx) => {
    if ((await listSearches(trx, freelancer, tenant)).length >= savedJobSearchesMax) {
      throw conflict(
        'too_many_saved_searches',
        `You have ${savedJobSearchesMax} saved searches; this one was not saved. Delete one first.`,
      );
    }
    await insertSearch(trx, {
      id,
      freelancerId: freelancer.freelancerId,
      personId: person.personId,
      tenantId: tenant?.tenantId ?? '',
      name: given.name,
      query: JSON.stringify(given.query),
      alert: given.alert,
      isBroad: known ? 0 : 1,
      createdAt: nowMs,
      seenAt: nowMs,
      checkedAt: nowMs,
    });
    const remembered = (known ?? []).map((jobPostId) => {
      return { savedJobSearchId: id, jobPostId, foundAt: 0, toldAt: nowMs };
    });
    await insertNewMatches(trx, remembered);
    return (await findSearch(trx, freelancer, tenant, id))!;
  });
}

/** @throws 404 */
export async function changeSearch(
  { database, clock }: Pick<JobSearchDeps, 'database' | 'clock'>,
  { freelancer, tenant }: ActingFreelancer,
  id: string,
  { name, alert, seen }: { name?: string; alert?: JobAlert; seen?: true },
): Promise<CountedJobSearch> {
  return database.transaction(async (trx) => {
    if (!(await findSearch(trx, freelancer, tenant, id))) throw notFound();
    const change = {
      ...(name !== undefined && { name }),
      ...(alert !== undefined && { alert }),
      ...(seen && { seenAt: clock.now() }),
    };
    if (Object.keys(change).length > 0) await updateSearch(trx, freelancer, id, change);
    return (await findSearch(trx, freelancer, tenant, id))!;
  });
}
