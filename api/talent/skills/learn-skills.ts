import { hash } from 'node:crypto';
import { guessCategory } from './guess-category.ts';
import { type JobPostRow, jobPostColumns } from './job-post-row.ts';
import { PairCounts, type SkillPair } from './learned-pairs.ts';
import { whyNotASkill } from './not-a-skill.ts';
import { type Oddity, type OddRow, oddTexts, type RowOutcome } from './odd-row.ts';
import { normalizeSkillName, type Skill, skillKey, skillSlug } from './skill.ts';
import { guessSkill, type SpellingIndex, spellingIndex } from './spelling.ts';

export type SkillSuggestion = {
  id: string;
  kind: 'alias' | 'skill';
  name: string;
  posts: number;
  /** For an alias the skill it means; for a new skill the ids it is most often asked for with. */
  skillIds: string[];
  reason: string;
  categoryId: string | null;
  specializationId: string | null;
  confidence: number;
};
export type LearnedSkills = {
  rows: number;
  names: number;
  outcomes: Record<RowOutcome, number>;
  mentions: Record<'known' | 'alias' | 'skill' | 'tooRare' | 'notASkill' | 'hiddenMarker' | 'repeated', number>;
  popularity: { skillId: string; posts: number }[];
  pairs: SkillPair[];
  suggestions: SkillSuggestion[];
};

export const fewestPostsForASuggestion = 3;
const fewestMeetingsForAPair = 2;

/** Reads posts one after the other; keeps counts and a hash of each post, never the posts. */
export class SkillLearner {
  readonly #spellings: SpellingIndex;
  readonly #skillsById: ReadonlyMap<string, Skill>;
  readonly #counts = new PairCounts();
  readonly #unknown = new Map<string, Map<string, number>>();
  readonly #firstLineOf = new Map<string, number>();
  readonly #outcomes: LearnedSkills['outcomes'] = {
    learned: 0,
    duplicate: 0,
    repost: 0,
    withoutSkills: 0,
    unreadable: 0,
  };
  readonly #dropped = { notASkill: 0, hiddenMarker: 0, repeated: 0 };
  #rows = 0;
  #names = 0;

  constructor(known: Iterable<Skill>) {
    const skills = [...known];
    this.#spellings = spellingIndex(skills);
    this.#skillsById = new Map(skills.map((skill) => [skill.id, skill]));
  }

  /** Learns from one row; answers with what is odd about it, or nothing. */
  read(row: JobPostRow): OddRow | undefined {
    const oddities: Oddity[] = [];
    const outcome = this.#learn(row, oddities);
    this.#rows++;
    this.#outcomes[outcome]++;
    return oddities.length > 0 ? { line: row.line, title: row.title, outcome, oddities } : undefined;
  }

  learned(): LearnedSkills {
    const suggestions = this.#suggestions();
    const proposed = new Set(suggestions.filter(({ kind }) => kind === 'skill').map(({ id }) => id));
    const wanted = (id: string) => this.#skillsById.has(id) || proposed.has(id);
    return {
      rows: this.#rows,
      names: this.#names,
      outcomes: { ...this.#outcomes },
      mentions: { ...this.#mentions(suggestions), ...this.#dropped },
      popularity: [...this.#counts.alone]
        .filter(([id]) => wanted(id))
        .map(([skillId, posts]) => ({ skillId, posts }))
        .sort((a, b) => b.posts - a.posts || (a.skillId < b.skillId ? -1 : 1)),
      pairs: this.#counts.pairs(fewestMeetingsForAPair, wanted),
      suggestions,
    };
  }

  #learn(row: JobPostRow, oddities: Oddity[]): RowOutcome {
    if (row.cells !== jobPostColumns.length) {
      oddities.push({
        kind: 'column_count',
        found: `${row.cells} cells instead of ${jobPostColumns.length}`,
        done: 'row not read',
      });
      return 'unreadable';
    }
    oddities.push(...oddTexts(row));
    const earlier = this.#earlierLine('post', row.line, [row.title, row.terms, row.budget, row.level, row.skills]);
    if (earlier !== undefined) {
      oddities.push({ kind: 'duplicate', found: `the same post as line ${earlier}`, done: 'not counted again' });
      return 'duplicate';
    }
    if (row.skills.trim() === '') {
      oddities.push({ kind: 'missing_skills', found: 'no skills', done: 'nothing to learn' });
      return 'withoutSkills';
    }
    const reposted = this.#earlierLine('repost', row.line, [row.title.trim().toLowerCase(), row.skills]);
    if (reposted !== undefined) {
      oddities.push({
        kind: 'repost',
        found: `the title and skills of line ${reposted}, on other terms`,
        done: 'not counted again',
      });
      return 'repost';
    }
    const ids = this.#idsIn(row.skills, oddities);
    if (ids.length === 0) return 'withoutSkills';
    this.#counts.add(ids);
    return 'learned';
  }

  #idsIn(cell: string, oddities: Oddity[]): string[] {
    const ids = new Set<string>();
    for (const name of cell.split(',').map(normalizeSkillName)) {
      this.#names++;
      const odd = this.#oddName(name, ids);
      if (odd) oddities.push(odd);
    }
    return [...ids];
  }

  #oddName(name: string, ids: Set<string>): Oddity | undefined {
    if (/^\+\d+$/u.test(name)) {
      this.#dropped.hiddenMarker++;
      return {
        kind: 'hidden_skills',
        found: `"${name}": skills that the file does not name`,
        done: 'the named ones were learned',
      };
    }
    const known = this.#spellings.get(skillKey(name));
    const reason = known ? undefined : whyNotASkill(name);
    if (reason) {
      this.#dropped.notASkill++;
      return { kind: 'not_a_skill', found: `"${name}" is no skill (${reason.replaceAll('_', ' ')})`, done: 'left out' };
    }
    const id = known?.id ?? skillSlug(name);
    if (ids.has(id)) {
      this.#dropped.repeated++;
      return {
        kind: 'repeated_skill',
        found: `"${name}" says again what the post already asks for`,
        done: 'counted once',
      };
    }
    ids.add(id);
    if (!known) this.#countSpelling(id, name);
    return undefined;
  }

  #countSpelling(id: string, name: string): void {
    const spellings = this.#unknown.get(id) ?? new Map<string, number>();
    this.#unknown.set(id, spellings.set(name, (spellings.get(name) ?? 0) + 1));
  }

  #earlierLine(kind: string, line: number, cells: string[]): number | undefined {
    const key = hash('sha256', [kind, ...cells].join('\u0000'), 'base64url');
    const earlier = this.#firstLineOf.get(key);
    if (earlier === undefined) this.#firstLineOf.set(key, line);
    return earlier;
  }

  #suggestions(): SkillSuggestion[] {
    return [...this.#unknown]
      .map(([id, spellings]) => this.#suggestion(id, mostUsed(spellings)))
      .filter((suggestion) => suggestion !== undefined)
      .sort((a, b) => b.posts - a.posts || (a.id < b.id ? -1 : 1));
  }

  #suggestion(id: string, name: string): SkillSuggestion | undefined {
    const posts = this.#counts.countOf(id);
    const spelling = guessSkill(name, this.#spellings);
    if (spelling) {
      const { categoryId, specializationId } = spelling.skill;
      const place = { categoryId, specializationId, confidence: spelling.reason === 'typo' ? 0.5 : 0.8 };
      return { id, kind: 'alias', name, posts, skillIds: [spelling.skill.id], reason: spelling.reason, ...place };
    }
    if (posts < fewestPostsForASuggestion) return undefined;
    const place = guessCategory(id, name, this.#counts, this.#skillsById, this.#spellings);
    const skillIds = this.#closestKnown(id);
    const nowhere = { categoryId: null, specializationId: null, confidence: 0 };
    return { id, kind: 'skill', name, posts, skillIds, reason: 'asked_for', ...(place ?? nowhere) };
  }

  #closestKnown(id: string): string[] {
    return [...this.#counts.partnersOf(id)]
      .filter(([partner]) => this.#skillsById.has(partner))
      .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
      .slice(0, 5)
      .map(([partner]) => partner);
  }

  #mentions(suggestions: SkillSuggestion[]): Pick<LearnedSkills['mentions'], 'known' | 'alias' | 'skill' | 'tooRare'> {
    const kinds = new Map(suggestions.map(({ id, kind }) => [id, kind]));
    const mentions = { known: 0, alias: 0, skill: 0, tooRare: 0 };
    for (const [id, posts] of this.#counts.alone) {
      mentions[this.#skillsById.has(id) ? 'known' : (kinds.get(id) ?? 'tooRare')] += posts;
    }
    return mentions;
  }
}

function mostUsed(spellings: ReadonlyMap<string, number>): string {
  return [...spellings].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))[0]![0];
}
