import { excerpt, highlight } from '../../platform/search-index/highlight.ts';
import type { MatchTerms } from '../../platform/search-index/search-query.ts';
import type { FoundFreelancer } from '../freelancers/read-for-search.ts';
import type { TalentHit } from './schema.ts';
import { type SearchedField, searchedFields } from './talent-search.ts';

const highlightMaxLength = 160;
/** Some 2 kB each. */
const keptMax = 10_000;
/** Longer searches are rarely made twice. */
const keptTermsLengthMax = 300;

/** Where the words of a search stand in a profile. */
export type HitMarks = Pick<TalentHit, 'skills' | 'highlights'>;

/**
 * Finding the words means reading whole texts, which costs more than the search itself. So the marks are kept by
 * profile, its revision and the words; those used longest ago are let go.
 */
export function createHitMarks() {
  const kept = new Map<string, HitMarks>();

  /** For one page of hits. */
  return (match: MatchTerms): ((profile: FoundFreelancer, fields: readonly string[]) => HitMarks) => {
    const terms = JSON.stringify(match);
    const isMatched = new Map<string, boolean>();
    const isSkillMatched = (name: string) => {
      const known = isMatched.get(name) ?? highlight(name, match).length > 0;
      isMatched.set(name, known);
      return known;
    };
    return (profile, fields) => {
      if (terms.length > keptTermsLengthMax) return marksOf(profile, fields, match, isSkillMatched);
      const key = `${profile.id} ${profile.revision} ${fields.join()} ${terms}`;
      const marks = kept.get(key) ?? marksOf(profile, fields, match, isSkillMatched);
      kept.delete(key);
      kept.set(key, marks);
      if (kept.size > keptMax) kept.delete(kept.keys().next().value!);
      return marks;
    };
  };
}
export type HitMarksReader = ReturnType<typeof createHitMarks>;

function marksOf(
  profile: FoundFreelancer,
  fields: readonly string[],
  match: MatchTerms,
  isSkillMatched: (name: string) => boolean,
): HitMarks {
  return {
    skills: profile.skills.map((skill) => ({ ...skill, matched: isSkillMatched(skill.name) })),
    highlights: searchedFields
      .filter((field) => fields.includes(field))
      .flatMap((field) => highlightOf(field, textOf(field, profile), match)),
  };
}

function textOf(field: SearchedField, profile: FoundFreelancer): string {
  switch (field) {
    case 'name':
      return profile.name;
    case 'headline':
      return profile.headline;
    case 'skills':
      return profile.skills.map(({ name }) => name).join(', ');
    case 'overview':
      return profile.overview;
    case 'portfolio':
      return profile.portfolio.map(({ title, text }) => `${title}: ${text}`).join(' ');
  }
}

function highlightOf(field: SearchedField, text: string, match: MatchTerms): TalentHit['highlights'] {
  const ranges = highlight(text, match);
  if (ranges.length === 0) return [];
  return [{ field, ...excerpt(text, ranges, highlightMaxLength) }];
}
