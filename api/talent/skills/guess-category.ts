import type { PairCounts } from './learned-pairs.ts';
import { type Skill, skillKey } from './skill.ts';
import type { SpellingIndex } from './spelling.ts';

export type CategoryGuess = { categoryId: string; specializationId: string; confidence: number };

/** Where an unknown name belongs: the company it keeps votes, and so do known skills inside its own words. */
export function guessCategory(
  id: string,
  name: string,
  counts: PairCounts,
  skillsById: ReadonlyMap<string, Skill>,
  spellings: SpellingIndex,
): CategoryGuess | undefined {
  const votes = new Map<string, { skill: Skill; weight: number }[]>();
  const vote = (skill: Skill, weight: number) => {
    const place = skill.categoryId;
    votes.set(place, [...(votes.get(place) ?? []), { skill, weight }]);
  };
  for (const [partnerId, together] of counts.partnersOf(id)) {
    const partner = skillsById.get(partnerId);
    // A partner that half of all posts ask for says little about any of them.
    if (partner)
      vote(partner, (together / counts.countOf(id)) * Math.log(1 + counts.posts / counts.countOf(partnerId)));
  }
  for (const skill of knownInside(name, spellings)) vote(skill, weightOfOwnWords);
  return winner(votes);
}

const weightOfOwnWords = 6;

function* knownInside(name: string, spellings: SpellingIndex): Generator<Skill> {
  const words = name.split(/\s+/u);
  for (let length = words.length - 1; length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const skill = spellings.get(skillKey(words.slice(at, at + length).join(' ')));
      if (skill) yield skill;
    }
  }
}

function winner(votes: Map<string, { skill: Skill; weight: number }[]>): CategoryGuess | undefined {
  const totals = [...votes].map(([categoryId, ballots]) => ({ categoryId, ballots, weight: weightOf(ballots) }));
  const best = totals.reduce<(typeof totals)[number] | undefined>(
    (a, b) => (a && a.weight >= b.weight ? a : b),
    undefined,
  );
  if (!best) return undefined;
  const bySpecialization = Map.groupBy(best.ballots, ({ skill }) => skill.specializationId);
  const [specializationId] = [...bySpecialization].sort(([, a], [, b]) => weightOf(b) - weightOf(a))[0]!;
  return {
    categoryId: best.categoryId,
    specializationId,
    confidence: best.weight / totals.reduce((sum, { weight }) => sum + weight, 0),
  };
}

function weightOf(ballots: { weight: number }[]): number {
  return ballots.reduce((sum, { weight }) => sum + weight, 0);
}
