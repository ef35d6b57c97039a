import type { Executor } from '../../platform/database/database.ts';
import { type FoundFreelancer, readFound } from '../freelancers/read-for-search.ts';

/** What a card shows of a profile, and the words it is found by. */
export type ProfileFacts = Omit<FoundFreelancer, 'overview' | 'overviewExcerpt' | 'portfolio'> & {
  folded: string;
  foldedName: string;
};

const keptMax = 50_000;
const readAtOnce = 500;

/**
 * Profiles by id and revision, which every change raises: a board of 5,000 people then costs one query of their
 * revisions, and reads whole profiles only when they changed.
 */
export function createProfileReads(db: Executor) {
  const kept = new Map<string, ProfileFacts>();

  return async (
    wanted: readonly { freelancerId: string; profileRevision: number }[],
  ): Promise<Map<string, ProfileFacts>> => {
    const missing = wanted
      .filter(({ freelancerId, profileRevision }) => kept.get(freelancerId)?.revision !== profileRevision)
      .map(({ freelancerId }) => freelancerId);
    for (let at = 0; at < missing.length; at += readAtOnce)
      for (const [id, found] of await readFound(db, missing.slice(at, at + readAtOnce), false))
        kept.set(id, factsOf(found));
    const facts = new Map<string, ProfileFacts>();
    for (const { freelancerId } of wanted) {
      const known = kept.get(freelancerId);
      if (known) facts.set(freelancerId, known);
    }
    if (kept.size > keptMax) kept.clear();
    return facts;
  };
}
export type ProfileReads = ReturnType<typeof createProfileReads>;

function factsOf({ overview: _, overviewExcerpt: __, portfolio: ___, ...found }: FoundFreelancer): ProfileFacts {
  const words = [found.name, found.headline, ...found.skills.map(({ name }) => name)];
  return { ...found, folded: folded(words.join(' ')), foldedName: folded(found.name) };
}

/** Without case and accents, as people type it. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
