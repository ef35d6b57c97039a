import type { NewId } from '../../platform/clock/clock.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import type { Asker } from '../search/asker.ts';
import type { TalentMember } from '../search/grants.ts';
import type { TalentSearchQuery } from '../search/schema.ts';
import { requireShortText } from '../search/search-talent.ts';
import { type MatchDeps, presentMatches } from './find-new-matches.ts';
import { type Alert, savedSearchesPerMemberMax } from './saved-search.ts';
import { type CountedSearch, findSearch, insertNewMatches, insertSearch, listSearches, updateSearch } from './store.ts';

/** @throws 422 query_too_long, 409 too_many_saved_searches */
export async function saveSearch(
  deps: MatchDeps & { newId: NewId },
  { scope, person }: TalentMember,
  asker: Asker,
  given: { name: string; query: TalentSearchQuery; alert: Alert },
): Promise<CountedSearch> {
  requireShortText(given.query.q);
  const nowMs = deps.clock.now();
  const known = presentMatches(deps, asker, given.query);
  const id = deps.newId('ss');
  return deps.database.transaction(async (trx) => {
    if ((await listSearches(trx, scope, person.personId)).length >= savedSearchesPerMemberMax) {
      throw conflict(
        'too_many_saved_searches',
        `You have ${savedSearchesPerMemberMax} saved searches; this one was not saved. Delete one first.`,
      );
    }
    const { tenantId } = scope;
    await insertSearch(trx, {
      id,
      tenantId,
      personId: person.personId,
      name: given.name,
      query: JSON.stringify(given.query),
      alert: given.alert,
      isBroad: known ? 0 : 1,
      createdAt: nowMs,
      seenAt: nowMs,
      checkedAt: nowMs,
    });
    const remembered = (known ?? []).map((freelancerId) => {
      return { savedSearchId: id, freelancerId, tenantId, foundAt: 0, toldAt: nowMs };
    });
    await insertNewMatches(trx, remembered);
    return (await findSearch(trx, scope, person.personId, id))!;
  });
}

/** @throws 404 */
export async function changeSearch(
  { database, clock }: Pick<MatchDeps, 'database' | 'clock'>,
  { scope, person }: TalentMember,
  id: string,
  { name, alert, seen }: { name?: string; alert?: Alert; seen?: true },
): Promise<CountedSearch> {
  return database.transaction(async (trx) => {
    if (!(await findSearch(trx, scope, person.personId, id))) throw notFound();
    const change = {
      ...(name !== undefined && { name }),
      ...(alert !== undefined && { alert }),
      ...(seen && { seenAt: clock.now() }),
    };
    if (Object.keys(change).length > 0) await updateSearch(trx, scope, id, change);
    return (await findSearch(trx, scope, person.personId, id))!;
  });
}
