import type { Executor } from '../../platform/database/database.ts';
import { readKnownSkills } from './known-skills.ts';
import { matchSkills, type RankedSkill, rankSkills } from './rank-skills.ts';
import { skillKey } from './skill.ts';
import { type SpellingIndex, spellingIndex } from './spelling.ts';
import { listAllCounts, listPairsOf } from './store.ts';

/** Skills for a text as it is typed, beside skills already chosen (ids or any spelling; unknown ones are ignored). */
export async function suggestSkills(
  db: Executor,
  { text, chosenNames, limit }: { text: string; chosenNames: readonly string[]; limit: number },
): Promise<RankedSkill[]> {
  const known = await readKnownSkills(db);
  const byId = new Map(known.map((skill) => [skill.id, skill]));
  // Ids are the rule; the index of spellings is only made for a name.
  let index: SpellingIndex | undefined;
  const spellings = () => (index ??= spellingIndex(known));
  const chosen = chosenNames
    .map((name) => byId.get(name) ?? spellings().get(skillKey(name)))
    .filter((skill) => skill !== undefined);
  const [counts, pairs] = await Promise.all([
    listAllCounts(db),
    listPairsOf(
      db,
      chosen.map(({ id }) => id),
    ),
  ]);
  return rankSkills(matchSkills(known, text), { chosen, counts, pairs }).slice(0, limit);
}
