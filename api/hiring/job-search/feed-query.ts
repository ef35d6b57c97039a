import type { Boost, Condition, SearchQuery } from '../../platform/search-index/search-query.ts';
import type { MatchFacts } from '../../talent/freelancers/read-for-matching.ts';
import type { SharedHours } from '../../talent/search/shared-hours.ts';
import { both, isOpenTo, reaching, visibleTo } from './conditions.ts';
import { boostsOf, type JobSearchContext } from './engine-query.ts';
import { type JobSignal, jobSearchCurrency } from './job-search.ts';

export type FeedContext = JobSearchContext & {
  /** Time zones that posts name. */
  zones: readonly string[];
  hoursShared: SharedHours['hoursShared'];
};

type Lift = Boost & { signal: JobSignal };

/** Skills count one by one up to this many: a post that asks for more is no better for it. */
const skillsCounted = 10;
const overlapHoursMax = 8;

/**
 * Posts that have something to do with the freelancer, best first: a skill or the category in common, an invitation or
 * a pool. Without skills and category everything has. Left out is what they hid, proposed to, or may not take.
 */
export function feedQuery(context: FeedContext, limit: number, cursor: string | null): SearchQuery {
  const { asker, policy } = context;
  const { profile } = asker;
  const scope = [...visibleTo(asker)];
  if (asker.hidden.size > 0) scope.push({ not: { ids: asker.hidden } });
  if (asker.proposals.size > 0) scope.push({ not: { ids: [...asker.proposals.keys()] } });
  if (profile) scope.push(isOpenTo(profile.country));
  const touching = profile ? touchingConditions(profile) : [];
  if (touching.length > 0) {
    scope.push({ or: [...touching, reaching(asker, 'invited'), reaching(asker, 'pool')] });
  }
  return {
    scope,
    boosts: [...boostsOf(context), ...(profile ? lifts(profile, context) : [])],
    qualityWeight: policy.qualityWeight,
    limit,
    cursor,
  };
}

function touchingConditions({ skillIds, categoryId }: MatchFacts): Condition[] {
  return [
    ...(skillIds.length > 0 ? [{ column: 'skill', any: skillIds }] : []),
    ...(categoryId === null ? [] : [{ column: 'category', any: [categoryId] }]),
  ];
}

function lifts(profile: MatchFacts, context: FeedContext): Lift[] {
  const { policy } = context;
  const { skillIds, categoryId, hourlyRate, engagement, hoursPerWeek } = profile;
  const found: Lift[] = skillIds.map((id) => ({
    signal: 'skills',
    weight: policy.skillLift / skillsCounted,
    when: { column: 'skill', any: [id] },
  }));
  if (categoryId !== null) {
    found.push({ signal: 'category', weight: policy.categoryLift, when: { column: 'category', any: [categoryId] } });
  }
  if (hourlyRate?.currency === jobSearchCurrency) {
    const pays: Condition = { number: 'rateMaxMinor', min: hourlyRate.amountMinor };
    found.push({ signal: 'rate', weight: policy.rateLift, when: pays });
  }
  if (engagement !== 'either') {
    const kind = engagement === 'hourly' ? 'hourly' : 'fixed';
    found.push({ signal: 'kind', weight: policy.kindLift, when: { column: 'kind', any: [kind] } });
  }
  if (hoursPerWeek > 0) {
    found.push({ signal: 'hours', weight: policy.hoursLift, when: { number: 'weeklyHours', max: hoursPerWeek } });
  }
  const fits = fittingZones(profile, context);
  if (fits.length > 0) found.push({ signal: 'timezone', weight: policy.timezoneLift, when: { or: fits } });
  return found;
}

/** Posts whose wish for shared hours the freelancer's zone grants; a post without one has nothing to grant. */
function fittingZones({ timezone }: MatchFacts, { zones, hoursShared, nowMs }: FeedContext): Condition[] {
  const shared = zones.map((zone) => ({ zone, hours: hoursShared(timezone, zone, nowMs) }));
  const wishes = Array.from({ length: overlapHoursMax }, (_, index) => index + 1);
  return wishes.flatMap((hours) => {
    const granting = shared.filter((one) => one.hours >= hours).map(({ zone }) => zone);
    if (granting.length === 0) return [];
    return [both({ number: 'overlapHours', min: hours, max: hours }, { column: 'timezone', any: granting })];
  });
}
