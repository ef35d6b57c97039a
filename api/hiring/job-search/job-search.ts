/** What can be asked of job search: closed sets that the API, widgets and portal share. */

export const budgetKinds = ['fixed', 'hourly'] as const;
export type BudgetKind = (typeof budgetKinds)[number];

/** `budget` compares fixed prices and `rate` hourly ranges, highest first; posts of the other kind come after. */
export const jobSorts = ['bestMatch', 'newest', 'budget', 'rate'] as const;
export type JobSort = (typeof jobSorts)[number];

/** How a post may reach somebody in particular: they were invited, or it is for a pool that they are in. */
export const reaches = ['invited', 'pool'] as const;
export type Reach = (typeof reaches)[number];

/** How many proposals a post has, in ranges: an exact number would tell how others bid. */
export const proposalRanges = ['0-4', '5-9', '10-19', '20-49', '50-'] as const;
export type ProposalRange = (typeof proposalRanges)[number];

export function proposalRangeOf(count: number): ProposalRange {
  return proposalRanges.findLast((range) => count >= Number(range.split('-')[0])) ?? '0-4';
}

export const jobFacetNames = [
  'category',
  'skill',
  'kind',
  'budget',
  'rate',
  'duration',
  'weeklyHours',
  'level',
  'clientCountry',
  'clientHires',
  'connects',
  'proposals',
  'postedWithin',
  'reach',
  'openTo',
] as const;
export type JobFacetName = (typeof jobFacetNames)[number];

/** Why a post stands where it does. The first ones are about the asker, the last ones about the post. */
export const jobSignals = [
  'invited',
  'pool',
  'skills',
  'category',
  'rate',
  'kind',
  'hours',
  'timezone',
  'new',
  'fewProposals',
  'clientHires',
] as const;
export type JobSignal = (typeof jobSignals)[number];

/** Fields whose words are searched. */
export const searchedJobFields = ['title', 'skills', 'description'] as const;
export type SearchedJobField = (typeof searchedJobFields)[number];

/** Lower edges of the facets; each bucket reaches to the next. Minor units of `jobSearchCurrency`. */
export const budgetEdges = [10_000, 50_000, 100_000, 500_000, 1_000_000] as const;
/** Hours a week. */
export const weeklyHoursEdges = [10, 30] as const;
/** Below the first is free. */
export const connectsEdges = [1, 5, 9, 13] as const;
/** `rateMin`, `postedWithinDays` and `clientHiresMin` values worth a facet entry. */
export const rateSteps = [2000, 4000, 6000, 8000, 10_000, 15_000] as const;
export const postedWithinSteps = [1, 3, 7, 14, 30] as const;
export const clientHiresSteps = [1, 5, 10] as const;

export const jobSearchCurrency = 'USD';
export const jobSearchTextMaxLength = 500;

/** Anything else names no post, and never reaches the database. */
export function isJobPostId(text: string): boolean {
  return /^jp_[0-9A-Za-z]{1,60}$/.test(text);
}
