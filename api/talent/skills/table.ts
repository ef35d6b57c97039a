import type { EpochMs } from '../../platform/database/database.ts';
import type { SuggestionKind, SuggestionState } from './skill-suggestion.ts';

/** A skill beyond the built-in taxonomy. */
export type SkillRow = {
  id: string;
  name: string;
  categoryId: string;
  specializationId: string;
  source: 'jobPosts';
  createdAt: EpochMs;
};

/** A spelling beyond the built-in ones; `key` is what `skillKey` makes of it. */
export type SkillAliasRow = { key: string; name: string; skillId: string; source: 'jobPosts'; createdAt: EpochMs };

export type SkillCountRow = { skillId: string; posts: number };

export type SkillPairRow = {
  skillId: string;
  otherSkillId: string;
  together: number;
  likelihood: number;
  lift: number;
};

export type SkillSuggestionRow = {
  id: string;
  kind: SuggestionKind;
  name: string;
  state: SuggestionState;
  posts: number;
  /** JSON array: the skill an alias means, or what a new skill is asked for with. */
  skillIds: string;
  reason: string;
  categoryId: string | null;
  specializationId: string | null;
  confidence: number;
  createdAt: EpochMs;
  decidedAt: EpochMs | null;
  decidedBy: string | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    skills: SkillRow;
    skillAliases: SkillAliasRow;
    skillCounts: SkillCountRow;
    skillPairs: SkillPairRow;
    skillSuggestions: SkillSuggestionRow;
  }
}
