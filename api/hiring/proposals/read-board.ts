import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { amountOfBid } from './bid-rules.ts';
import { type CardViewer, presentCard, readCardFacts } from './present-cards.ts';
import { type BoardSort, boardMax, type ProposalState, proposalStates } from './proposal.ts';
import type { ProposalBoard, ProposalCard } from './schema.ts';
import { countStatesOfPost, listBoardRows } from './store.ts';

export type BoardQuery = {
  sort: BoardSort;
  state?: ProposalState[] | undefined;
  shortlisted?: 'true' | 'false' | undefined;
  archived: 'without' | 'only' | 'with';
  unread?: 'true' | undefined;
  badge?: NonNullable<ProposalCard['freelancer']['badge']>[] | undefined;
  jobSuccessMin?: number | undefined;
  bidMin?: number | undefined;
  bidMax?: number | undefined;
  ratingMin?: number | undefined;
  q?: string | undefined;
};

/** The whole board of a post: one round of queries, whatever is filtered and however it is sorted. @throws 404 */
export async function readBoard(
  db: Executor,
  scope: TenantScope,
  jobPostId: string,
  viewer: CardViewer,
  query: BoardQuery,
): Promise<ProposalBoard> {
  const [facts, rows, states] = await Promise.all([
    readCardFacts(db, scope, jobPostId, viewer),
    listBoardRows(db, scope, jobPostId, boardMax),
    countStatesOfPost(db, scope, jobPostId),
  ]);
  const { post } = facts;
  const cards = rows.map((row) => presentCard(row, facts));
  const skillsOf = (card: ProposalCard) => facts.freelancers.get(card.freelancer.id)?.skills ?? [];
  return {
    jobPost: {
      id: post.id,
      title: post.title,
      state: post.state,
      skills: post.skills.map(({ name }) => name),
      questions: post.questions.map(({ id, kind, text }) => ({ id, kind, text })),
    },
    items: cards.filter((card) => passes(card, query, skillsOf)).sort(orders[query.sort]),
    total: states.reduce((sum, { count }) => sum + count, 0),
    counts: {
      ...(Object.fromEntries(proposalStates.map((state) => [state, 0])) as Record<ProposalState, number>),
      ...Object.fromEntries(states.map(({ state, count }) => [state, count])),
      shortlisted: cards.filter(({ isShortlisted }) => isShortlisted).length,
      archived: cards.filter(({ isArchived }) => isArchived).length,
      unread: cards.filter(({ unreadMessages }) => unreadMessages > 0).length,
    },
  };
}

function passes(card: ProposalCard, query: BoardQuery, skillsOf: (card: ProposalCard) => { name: string }[]): boolean {
  const { freelancer, rating } = card;
  const { amountMinor } = amountOfBid(card.bid);
  if (query.archived !== 'with' && card.isArchived !== (query.archived === 'only')) return false;
  if (query.state && !query.state.includes(card.state)) return false;
  if (query.shortlisted && card.isShortlisted !== (query.shortlisted === 'true')) return false;
  if (query.unread && card.unreadMessages === 0) return false;
  if (query.badge && !query.badge.some((badge) => badge === freelancer.badge)) return false;
  if ((freelancer.jobSuccess ?? 0) < (query.jobSuccessMin ?? 0)) return false;
  if (amountMinor < (query.bidMin ?? 0) || amountMinor > (query.bidMax ?? Number.MAX_SAFE_INTEGER)) return false;
  if ((rating.average ?? 0) < (query.ratingMin ?? 0)) return false;
  if (!query.q) return true;
  const words = [freelancer.name, freelancer.headline, ...skillsOf(card).map(({ name }) => name)];
  return words.some((word) => word.toLowerCase().includes(query.q!.toLowerCase()));
}

type Order = (one: ProposalCard, other: ProposalCard) => number;

/** Instants are all written alike, so that their texts compare as they do. */
const newest: Order = (one, other) =>
  one.submittedAt === other.submittedAt ? 0 : one.submittedAt > other.submittedAt ? -1 : 1;
const bid = (card: ProposalCard) => amountOfBid(card.bid).amountMinor;
/** What a boost bought: its places, in their order. */
const boosted: Order = (one, other) => (one.boostPlace ?? 99) - (other.boostPlace ?? 99);

const orders: Record<BoardSort, Order> = {
  bestMatch: first(boosted, (one, other) => other.fit.score - one.fit.score, newest),
  newest: first(newest),
  bidLow: first((one, other) => bid(one) - bid(other), newest),
  bidHigh: first((one, other) => bid(other) - bid(one), newest),
  jobSuccess: first((one, other) => (other.freelancer.jobSuccess ?? -1) - (one.freelancer.jobSuccess ?? -1), newest),
  rating: first((one, other) => (other.rating.average ?? 0) - (one.rating.average ?? 0), newest),
};

/** The first that tells two apart; among equals the id, so that a board does not jump. */
function first(...all: Order[]): Order {
  return (one, other) => {
    for (const order of all) {
      const difference = order(one, other);
      if (difference !== 0) return difference;
    }
    return one.id < other.id ? -1 : 1;
  };
}
