import { normalizeSkillName, type Skill, skillKey } from './skill.ts';
import type { SkillCountRow, SkillPairRow } from './table.ts';

export type RankedSkill = {
  skill: Skill /** The alias that was typed, when it was not the name. */;
  alias: string | null;
};

type Match = RankedSkill & { closeness: number };

/** Skills that begin like the text or are one slip of the finger away from it; everything when there is no text. */
export function matchSkills(skills: readonly Skill[], text: string): Match[] {
  const key = skillKey(text);
  const typed = normalizeSkillName(text).toLowerCase();
  if (key === '') return skills.map((skill) => ({ skill, alias: null, closeness: 0 }));
  return skills.flatMap((skill) => {
    const [name, ...aliases] = spellingsOf(skill);
    const own = closeness(name!, key, typed);
    const [alias, best] = aliases
      .map((spelling) => [spelling.name, closeness(spelling, key, typed) - 0.2] as const)
      .reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0] as const);
    if (own <= 0 && best <= 0) return [];
    return [own >= best ? { skill, alias: null, closeness: own } : { skill, alias, closeness: best }];
  });
}

type Spelling = { name: string; key: string; words: string[] };

// Keys are costly to make and the taxonomy stays: each skill is spelled out once.
const spelledOut = new WeakMap<Skill, Spelling[]>();

function spellingsOf(skill: Skill): Spelling[] {
  let spellings = spelledOut.get(skill);
  if (!spellings) {
    spellings = [skill.name, ...skill.aliases].map((name) => ({
      name,
      key: skillKey(name),
      words: name.toLowerCase().split(/[\s/&()-]+/u),
    }));
    spelledOut.set(skill, spellings);
  }
  return spellings;
}

/** Best first: how close the spelling is, how well it goes with what is chosen, how often it is asked for. */
export function rankSkills(
  matches: readonly Match[],
  {
    chosen,
    counts,
    pairs,
  }: { chosen: readonly Skill[]; counts: readonly SkillCountRow[]; pairs: readonly SkillPairRow[] },
): RankedSkill[] {
  const posts = new Map(counts.map((row) => [row.skillId, row.posts]));
  const affinity = affinities(pairs);
  const chosenIds = new Set(chosen.map(({ id }) => id));
  return matches
    .filter(({ skill }) => !chosenIds.has(skill.id))
    .map((match) => ({
      match,
      score:
        match.closeness * 4 +
        (affinity.get(match.skill.id) ?? 0) * 6 +
        kinship(match.skill, chosen) +
        Math.log2(1 + (posts.get(match.skill.id) ?? 0)) * 0.35,
    }))
    .sort((a, b) => b.score - a.score || (a.match.skill.name < b.match.skill.name ? -1 : 1))
    .map(({ match: { skill, alias } }) => ({ skill, alias }));
}

function closeness({ key: nameKey, words }: Spelling, key: string, typed: string): number {
  if (nameKey === key) return 3;
  if (nameKey.startsWith(key)) return 2;
  if (words.some((word) => word.startsWith(typed))) return 1.4;
  return key.length >= 4 && isOneEditFromPrefix(nameKey, key) ? 0.8 : 0;
}

/** Whether the name begins with the text after one letter was added, left out, changed or swapped with its neighbour. */
function isOneEditFromPrefix(name: string, text: string): boolean {
  let same = 0;
  while (same < text.length && text[same] === name[same]) same++;
  const [restOfText, restOfName] = [text.slice(same), name.slice(same)];
  return (
    restOfName.startsWith(restOfText.slice(1)) ||
    restOfName.slice(1).startsWith(restOfText) ||
    restOfName.slice(1).startsWith(restOfText.slice(1)) ||
    restOfName.startsWith(`${restOfText[1] ?? ''}${restOfText[0]}${restOfText.slice(2)}`)
  );
}

/** Two or three posts prove little: a pair counts in full only when it met often. */
const meetingsForHalf = 8;

// What all chosen skills like weighs more than what one of them likes; being common everywhere counts for nothing.
function affinities(pairs: readonly SkillPairRow[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { otherSkillId, together, likelihood, lift } of pairs) {
    if (lift <= 1) continue;
    const trust = together / (together + meetingsForHalf);
    const weight = trust * Math.sqrt(likelihood) * Math.min(1, Math.log2(lift) / 3);
    sums.set(otherSkillId, (sums.get(otherSkillId) ?? 0) + weight);
  }
  return sums;
}

/** Before any posts were learned, neighbours in the taxonomy go together. */
function kinship({ specializationId, categoryId }: Skill, chosen: readonly Skill[]): number {
  if (chosen.some((other) => other.specializationId === specializationId)) return 1.6;
  return chosen.some((other) => other.categoryId === categoryId) ? 0.8 : 0;
}
