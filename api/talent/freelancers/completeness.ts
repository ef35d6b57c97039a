/** What counts towards a complete profile; the first four are required. */
export const completenessParts = [
  'photo',
  'overview',
  'employment',
  'skill',
  'portfolio',
  'furtherEmployment',
  'furtherSkills',
  'education',
  'certification',
  'videoOrLink',
] as const;
export type CompletenessPart = (typeof completenessParts)[number];

/** How much of each there is. */
export type ProfileCounts = {
  hasPhoto: boolean;
  hasOverview: boolean;
  employment: number;
  skills: number;
  portfolio: number;
  education: number;
  certifications: number;
  links: number;
};

export type Completeness = {
  percent: number;
  /** The required parts that are missing, then each part that would raise the percentage; all with by how much. */
  missing: { part: CompletenessPart; points: number; hint: string }[];
};

export function completenessOf(counts: ProfileCounts): Completeness {
  const percent = percentOf(counts);
  const missing = completenessParts
    .map((part) => ({ part, points: percentOf(withOneMore(counts, part)) - percent, hint: hints[part] }))
    // At 99 a single required part may add nothing yet: it is still what stands between the profile and 100.
    .filter(({ part, points }) => points > 0 || isRequiredAndMissing(counts, part));
  return { percent, missing };
}

const requiredParts = ['photo', 'overview', 'employment', 'skill'] as const satisfies readonly CompletenessPart[];
const requiredPoints = 50;

/** domain.md §2 "Completeness". */
function percentOf(counts: ProfileCounts): number {
  const met = requiredParts.filter((part) => !isRequiredAndMissing(counts, part)).length;
  const points =
    Math.floor((requiredPoints * met) / requiredParts.length) +
    Math.min(5 * counts.portfolio, 20) +
    Math.min(10 * Math.max(counts.employment - 1, 0), 20) +
    (counts.skills > 1 ? 10 : 0) +
    Math.min(10 * counts.education, 20) +
    Math.min(5 * counts.certifications, 10) +
    (counts.links > 0 ? 10 : 0);
  return Math.min(points, met === requiredParts.length ? 100 : 99);
}

function isRequiredAndMissing(counts: ProfileCounts, part: CompletenessPart): boolean {
  switch (part) {
    case 'photo':
      return !counts.hasPhoto;
    case 'overview':
      return !counts.hasOverview;
    case 'employment':
      return counts.employment === 0;
    case 'skill':
      return counts.skills === 0;
    default:
      return false;
  }
}

/** The profile after `part` was added once; unchanged where `part` is not the next thing to add. */
function withOneMore(counts: ProfileCounts, part: CompletenessPart): ProfileCounts {
  switch (part) {
    case 'photo':
      return { ...counts, hasPhoto: true };
    case 'overview':
      return { ...counts, hasOverview: true };
    case 'employment':
      return counts.employment === 0 ? { ...counts, employment: 1 } : counts;
    case 'furtherEmployment':
      return counts.employment > 0 ? { ...counts, employment: counts.employment + 1 } : counts;
    case 'skill':
      return counts.skills === 0 ? { ...counts, skills: 1 } : counts;
    case 'furtherSkills':
      return counts.skills > 0 ? { ...counts, skills: counts.skills + 1 } : counts;
    case 'portfolio':
      return { ...counts, portfolio: counts.portfolio + 1 };
    case 'education':
      return { ...counts, education: counts.education + 1 };
    case 'certification':
      return { ...counts, certifications: counts.certifications + 1 };
    case 'videoOrLink':
      return { ...counts, links: counts.links + 1 };
  }
}

const hints = {
  photo: 'Add a photo of yourself.',
  overview: 'Describe in a few sentences what you do best.',
  employment: 'Add a position you have held.',
  skill: 'Choose your first skill.',
  portfolio: 'Show a piece of your work in the portfolio.',
  furtherEmployment: 'Add another position you have held.',
  furtherSkills: 'Choose more skills.',
  education: 'Add where you studied or trained.',
  certification: 'Add a certification.',
  videoOrLink: 'Add a video or a link to your work.',
} satisfies Record<CompletenessPart, string>;
