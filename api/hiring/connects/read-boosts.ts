import type { Executor } from '../../platform/database/database.ts';
import * as boosts from './boost-store.ts';
import { type BoostState, boostSlots } from './connects.ts';

export type BoostStanding = {
  slots: number;
  /** How many slots are taken; never by whom or for how much. */
  taken: number;
  /** `slot` 1 is the top; null while outbid, or once the boost came to nothing. */
  own: { amount: number; state: BoostState; slot: number | null } | null;
};

/** A post's slots as a bidder may see them. */
export async function boostStanding(
  db: Executor,
  { jobPostId, proposalId, freelancerId }: { jobPostId: string; proposalId: string | null; freelancerId: string },
): Promise<BoostStanding> {
  const shown = await slotsOfPost(db, jobPostId);
  const found = proposalId === null ? undefined : await boosts.findBoost(db, proposalId);
  const own = found?.freelancerId === freelancerId ? found : undefined;
  return {
    slots: boostSlots,
    taken: shown.size,
    own: own ? { amount: own.amount, state: own.state, slot: shown.get(own.proposalId) ?? null } : null,
  };
}

/** The least bid that takes a slot now: the price of entry, and nothing of the bids above it. */
export async function leastBid(db: Executor, jobPostId: string): Promise<number> {
  const shown = (await boosts.listBoosts(db, jobPostId, ['standing', 'paid'])).slice(0, boostSlots);
  return shown.length < boostSlots ? 1 : Math.min(...shown.map(({ amount }) => amount)) + 1;
}

/** Proposals in the top slots of a post, for its client: slot by proposal id. Bids stay sealed for the client too. */
export async function slotsOfPost(db: Executor, jobPostId: string): Promise<Map<string, number>> {
  const shown = await boosts.listBoosts(db, jobPostId, ['standing', 'paid']);
  return new Map(shown.slice(0, boostSlots).map(({ proposalId }, index) => [proposalId, index + 1]));
}
