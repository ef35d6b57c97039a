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
  const wordKeys = normalizeSkillName(text).toLowerCase();
  if (key === '') return skills.map((skill) => ({ skill, alias: null, closeness: 0 }));
  return skills.flatMap((skill) => {
    const own = closeness(skill.name, key, wordKeys);
    const [alias, best] = skill.aliases
      .map((name) => [name, closeness(name, key, wordKeys) - 0.2] as const)
      .reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0] as const);
    if (own <= 0 && best <= 0) return [];
    return [own >= best ? { skill, alias: null, closeness: own } : { skill, alias, closeness: best }];
  });
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

function closeness(name: string, key: string, typed: string): number {
  const nameKey = skillKey(name);
  if (nameKey === key) return 3;
  if (nameKey.startsWith(key)) return 2;
  if (
    name
      .toLowerCase()
      .split(/[\s/&()-]+/u)
      .some((word) => word.startsWith(typed))
  )
    return 1.4;
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

// What all chosen skills like weighs more than what one of them likes; being common everywhere counts for nothing.
function affinities(pairs: readonly SkillPairRow[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { otherSkillId, likelihood, lift } of pairs) {
    if (lift > 1)
      sums.set(otherSkillId, (sums.get(otherSkillId) ?? 0) + Math.sqrt(likelihood) * Math.min(1, Math.log2(lift) / 3));
  }
  return sums;
}

/** Before any posts were learned, neighbours in the taxonomy go together. */
function kinship({ specializationId, categoryId }: Skill, chosen: readonly Skill[]): number {
  if (chosen.some((other) => other.specializationId === specializationId)) return 1;
  return chosen.some((other) => other.categoryId === categoryId) ? 0.5 : 0;
}
