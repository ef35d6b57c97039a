/** What a freelancer is: closed unions, limits and who may see a profile. Pure; browsers import it too. */

export const visibilities = ['public', 'signedIn', 'private'] as const;
export type Visibility = (typeof visibilities)[number];

export const engagements = ['hourly', 'fixedPrice', 'either'] as const;
export type Engagement = (typeof engagements)[number];

/** Ascending: each level includes the ones before it. */
export const languageLevels = ['basic', 'conversational', 'fluent', 'native'] as const;
export type LanguageLevel = (typeof languageLevels)[number];

export const badges = ['risingTalent', 'topRated', 'topRatedPlus', 'expertVetted'] as const;
export type Badge = (typeof badges)[number];

export const linkKinds = ['website', 'github', 'gitlab', 'linkedin', 'behance', 'dribbble', 'video', 'other'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** Defaults of the policy record (domain.md §2); a number here is never repeated in code. */
export type FreelancerPolicy = {
  nameLengthMax: number;
  headlineLengthMax: number;
  overviewLengthMax: number;
  /** Between 10 and 15. */
  skillsMax: number;
  specializationsMax: number;
  languagesMax: number;
  employmentMax: number;
  educationMax: number;
  certificationsMax: number;
  linksMax: number;
  portfolioItemsMax: number;
  portfolioImagesMax: number;
  portfolioSkillsMax: number;
  titleLengthMax: number;
  descriptionLengthMax: number;
  urlLengthMax: number;
  hoursPerWeekMax: number;
  rateMinMinor: number;
  rateMaxMinor: number;
  /** Search compares rates without conversion, so that every rate is in one of these; the first is the default. */
  rateCurrencies: readonly string[];
  idleDaysUntilPrivate: number;
  idleWarningDays: number;
};

export const freelancerPolicy: FreelancerPolicy = {
  nameLengthMax: 80,
  headlineLengthMax: 120,
  overviewLengthMax: 5000,
  skillsMax: 10,
  specializationsMax: 5,
  languagesMax: 15,
  employmentMax: 30,
  educationMax: 15,
  certificationsMax: 30,
  linksMax: 10,
  portfolioItemsMax: 50,
  portfolioImagesMax: 8,
  portfolioSkillsMax: 10,
  titleLengthMax: 120,
  descriptionLengthMax: 2000,
  urlLengthMax: 500,
  hoursPerWeekMax: 80,
  rateMinMinor: 300,
  rateMaxMinor: 100_000,
  rateCurrencies: ['USD'],
  idleDaysUntilPrivate: 90,
  idleWarningDays: 14,
};

/** How somebody stands to a profile. */
export type Viewer = 'anonymous' | 'signedIn' | 'owner';

export function isVisibleTo(viewer: Viewer, visibility: Visibility): boolean {
  switch (visibility) {
    case 'public':
      return true;
    case 'signedIn':
      return viewer !== 'anonymous';
    case 'private':
      return viewer === 'owner';
  }
}

/** Tiles show this much of the overview. */
export const overviewExcerptLength = 250;

export function overviewExcerpt(overview: string): string {
  // The beginning is enough, unless it is mostly empty space.
  const begun = flattened(overview.slice(0, 2 * overviewExcerptLength));
  const flat = begun.length > overviewExcerptLength ? begun : flattened(overview);
  if (flat.length <= overviewExcerptLength) return flat;
  const cut = flat.slice(0, overviewExcerptLength - 1);
  const wordEnd = cut.lastIndexOf(' ');
  const kept = wordEnd > overviewExcerptLength / 2 ? cut.slice(0, wordEnd) : cut.replace(/[\uD800-\uDBFF]$/u, '');
  return `${kept}…`;
}

function flattened(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Anything else names no freelancer, and never reaches the database. */
export function isFreelancerId(text: string): boolean {
  return /^fr_[0-9a-z]{1,60}$/.test(text);
}
