import { type JobPostRow, type TermsOddity, termsOddity } from './job-post-row.ts';

export type RowOutcome = 'learned' | 'duplicate' | 'repost' | 'withoutSkills' | 'unreadable';
export type Oddity = {
  kind:
    | 'duplicate'
    | 'repost'
    | 'missing_skills'
    | 'hidden_skills'
    | 'not_a_skill'
    | 'repeated_skill'
    | 'column_count'
    | 'missing_title'
    | 'long_title'
    | 'unknown_level'
    | TermsOddity;
  found: string;
  done: string;
};
export type OddRow = { line: number; title: string; outcome: RowOutcome; oddities: Oddity[] };
export const titleMaxLength = 100;
const knownLevels = new Set(['Entry Level', 'Intermediate', 'Expert']);

/** What is odd about the cells around the skills. */
export function oddTexts(row: JobPostRow): Oddity[] {
  const oddities: Oddity[] = [];
  const done = 'skills learned all the same';
  if (row.title.trim() === '') oddities.push({ kind: 'missing_title', found: 'no title', done });
  if (row.title.length > titleMaxLength) {
    oddities.push({ kind: 'long_title', found: `a title of ${row.title.length} characters`, done });
  }
  if (!knownLevels.has(row.level.trim())) oddities.push({ kind: 'unknown_level', found: `level "${row.level}"`, done });
  const terms = termsOddity(row);
  if (terms) oddities.push({ kind: terms, found: `${row.terms} / ${row.budget}`.replace(/\s+/gu, ' '), done });
  return oddities;
}
