import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type FoundFreelancer, readFound } from '../../talent/freelancers/read-for-search.ts';
import { slotsOfPost } from '../connects/read-boosts.ts';
import { getJobPost, type JobPostRecord } from '../job-posts/read-job-posts.ts';
import { readThreadsOfPost, type ThreadCount } from '../proposal-messages/read-threads.ts';
import type { KeptAnswer } from './answer-rules.ts';
import { fitOf } from './fit.ts';
import { presentClosing } from './present-closing.ts';
import { bidOf } from './read-proposals.ts';
import type { ProposalCard } from './schema.ts';
import { type BoardRow, freelancersOfPost } from './store.ts';
import { averageOf } from './team-ratings.ts';
import { countNotesOfPost, listRatingsOfPost } from './team-store.ts';

/** Everything beside the rows that cards of one post show. */
export type CardFacts = {
  post: JobPostRecord;
  freelancers: ReadonlyMap<string, FoundFreelancer>;
  threads: ReadonlyMap<string, ThreadCount>;
  noteCounts: ReadonlyMap<string, number>;
  ratings: ReadonlyMap<string, readonly { personId: string; stars: number }[]>;
  slots: ReadonlyMap<string, number>;
  viewer: CardViewer;
};

/** Nothing waits for somebody who only looks on. */
export type CardViewer = { personId: string; mayAnswer: boolean };

/** All in one round: each query names the post, none waits for another. @throws 404 */
export async function readCardFacts(
  db: Executor,
  scope: TenantScope,
  jobPostId: string,
  viewer: CardViewer,
  freelancerIds?: readonly string[],
): Promise<CardFacts> {
  const [post, freelancers, threads, noteCounts, ratings, slots] = await Promise.all([
    getJobPost(db, scope, jobPostId),
    readFound(db, freelancerIds ?? freelancersOfPost(db, scope, jobPostId), false),
    readThreadsOfPost(db, scope, jobPostId, viewer.personId),
    countNotesOfPost(db, scope, jobPostId),
    listRatingsOfPost(db, scope, jobPostId),
    slotsOfPost(db, jobPostId),
  ]);
  const byProposal = Map.groupBy(ratings, ({ proposalId }) => proposalId);
  return { post, freelancers, threads, noteCounts, ratings: byProposal, slots, viewer };
}

export function presentCard(row: BoardRow, facts: CardFacts): ProposalCard {
  const found = facts.freelancers.get(row.freelancerId);
  const bid = bidOf(row);
  const ratings = facts.ratings.get(row.id) ?? [];
  const thread = facts.threads.get(row.id);
  return {
    id: row.id,
    state: row.state,
    freelancer: presentFreelancer(row.freelancerId, found),
    bid,
    fit: fitOf({
      postSkills: facts.post.skills,
      budget: facts.post.budget,
      skills: found?.skills ?? [],
      bid,
      jobSuccess: found?.jobSuccess ?? null,
      isVerified: found?.isVerified ?? false,
      isInvited: row.invitationId !== null,
      openToOffers: found?.availability.openToOffers ?? false,
    }),
    letterExcerpt: row.letterExcerpt,
    answers: shortAnswers(JSON.parse(row.answers)),
    attachmentCount: row.attachmentCount,
    boostPlace: facts.slots.get(row.id) ?? null,
    isInvited: row.invitationId !== null,
    isShortlisted: row.shortlistedAt !== null,
    isArchived: row.isArchived === 1,
    rating: {
      average: averageOf(ratings),
      count: ratings.length,
      own: ratings.find(({ personId }) => personId === facts.viewer.personId)?.stars ?? null,
    },
    noteCount: facts.noteCounts.get(row.id) ?? 0,
    messageCount: thread?.messages ?? 0,
    unreadMessages: facts.viewer.mayAnswer ? (thread?.unread ?? 0) : 0,
    submittedAt: isoInstant(row.createdAt),
    termsChangedAt: row.termsChangedAt === null ? null : isoInstant(row.termsChangedAt),
    viewedAt: row.viewedAt === null ? null : isoInstant(row.viewedAt),
    closing: presentClosing(row),
  };
}

/** Whoever proposed is shown to the post's team, also with a profile that is private by now. */
function presentFreelancer(id: string, found: FoundFreelancer | undefined): ProposalCard['freelancer'] {
  return {
    id,
    name: found?.name ?? '',
    headline: found?.headline ?? '',
    photoUrl: found?.photoUrl ?? null,
    country: found?.country ?? '',
    timezone: found?.timezone ?? '',
    hourlyRate: found?.hourlyRate ?? null,
    jobSuccess: found?.jobSuccess ?? null,
    badge: found?.badge ?? null,
    isVerified: found?.isVerified ?? false,
    hoursPerWeek: found?.availability.hoursPerWeek ?? 0,
    nextFreeDate: found?.availability.nextFreeDate ?? null,
  };
}

const answerLength = 140;

function shortAnswers(answers: readonly KeptAnswer[]): ProposalCard['answers'] {
  return answers.map(({ questionId, value, fileName }) => {
    const text = typeof value === 'boolean' ? (value ? 'yes' : 'no') : (value ?? fileName ?? '').replace(/\s+/g, ' ');
    return { questionId, text: text.length > answerLength ? `${text.slice(0, answerLength).toWellFormed()}…` : text };
  });
}
