/** What can be asked of talent search: closed sets that the API, widgets and portal share. */

/** The first two say when somebody is free, the last two for how many hours a week; one of each kind may be combined. */
export const availabilities = ['now', 'within2Weeks', 'moreThan30h', 'lessThan30h'] as const;
export type TalentAvailability = (typeof availabilities)[number];

export const talentSorts = ['bestMatch', 'rateAsc', 'rateDesc', 'jobSuccess', 'newest'] as const;
export type TalentSort = (typeof talentSorts)[number];

export const facetNames = [
  'category',
  'skill',
  'rate',
  'jobSuccess',
  'badge',
  'country',
  'language',
  'availability',
  'verified',
  'pool',
  'workedWithUs',
  'overlap',
] as const;
export type FacetName = (typeof facetNames)[number];

export const whySignals = [
  'pool',
  'workedWithUs',
  'jobSuccess',
  'badge',
  'verified',
  'available',
  'completeness',
  'recent',
] as const;
export type WhySignal = (typeof whySignals)[number];

/** Fields whose words are searched. */
export const searchedFields = ['name', 'headline', 'skills', 'overview', 'portfolio'] as const;
export type SearchedField = (typeof searchedFields)[number];

/** Lower edges of the rate facet; each bucket reaches to the next. Minor units of `searchCurrency` per hour. */
export const rateEdges = [2000, 4000, 6000, 8000, 10_000, 15_000] as const;
/** `jobSuccessMin` values worth a facet entry. */
export const jobSuccessSteps = [90, 80, 70] as const;
/** `overlapHours` values worth a facet entry. */
export const overlapSteps = [2, 4, 6, 8] as const;
export const hoursOfFullTime = 30;

export const searchCurrency = 'USD';
export const searchTextMaxLength = 500;
export const compareMax = 4;
