import type { Executor } from '../../platform/database/database.ts';
import { readFreelancerRows } from '../freelancers/read-freelancers.ts';
import { dayMs } from './deps.ts';
import { type Desk, reviewersOf } from './desk.ts';
import { countInterviews, countOpenSlots } from './interview-store.ts';
import { namesOf, presentQueue } from './present-case.ts';
import { listPrograms } from './program-store.ts';
import { countScoresByReviewer, listAppealedCases } from './review-store.ts';
import type { DeskSummary, QueuedCase } from './schema.ts';
import { type CaseFilter, countByAssignee, countByState, listCases, listFreelancersMet } from './store.ts';
import { queueOf, type VettingQueue, vettingQueueNames, vettingQueues } from './vetting-application.ts';

const latelyDays = 30;

/** Queues with counts and ages, and what each reviewer has to do. */
export async function readSummary(db: Executor, desk: Desk, nowMs: number): Promise<DeskSummary> {
  const { scope } = desk;
  const states = await countByState(db, scope);
  const reviewers = await reviewersOf(db, scope);
  const named = await namesOf(db, reviewers);
  const open = await countByAssignee(db, scope);
  const interviews = await countInterviews(db, scope);
  const slots = await countOpenSlots(db, scope, nowMs);
  const scored = await countScoresByReviewer(db, scope, nowMs - latelyDays * dayMs);
  const of = (counts: readonly { personId: string | null; count: number }[], id: string) =>
    Number(counts.find(({ personId }) => personId === id)?.count ?? 0);
  return {
    queues: vettingQueueNames.map((queue) => {
      const own = states.filter(({ state }) => queueOf(state) === queue);
      const oldest = Math.min(...own.map((one) => Number(one.oldest)));
      return {
        queue,
        count: own.reduce((sum, { count }) => sum + Number(count), 0),
        oldestDays: own.length === 0 ? null : Math.floor((nowMs - oldest) / dayMs),
      };
    }),
    appeals: (await listAppealedCases(db, scope)).length,
    reviewers: reviewers
      .map((id) => ({
        person: named(id),
        open: of(open, id),
        interviews: of(interviews, id),
        openSlots: of(slots, id),
        scoredLately: of(scored, id),
      }))
      .sort((a, b) => a.person.name.localeCompare(b.person.name)),
    programs: (await listPrograms(db, scope)).map(({ id, name, state }) => ({ id, name, state })),
    mayReview: desk.mayReview,
  };
}

export type CaseQuery = {
  queue: VettingQueue | 'appeals' | 'all';
  program?: string | undefined;
  assignee?: string | undefined;
  minAgeDays?: number | undefined;
  q?: string | undefined;
};
export type CasePlace = { stateSince: number; id: string };

/** A page of a queue, and where the next one begins. */
export async function readQueue(
  db: Executor,
  desk: Desk,
  { queue, program, assignee, minAgeDays, q }: CaseQuery,
  after: CasePlace | undefined,
  limit: number,
  nowMs: number,
): Promise<{ items: QueuedCase[]; next: CasePlace | undefined }> {
  const { scope, person } = desk;
  const filter: CaseFilter = { programId: program };
  if (assignee !== undefined)
    filter.assigneeId = assignee === 'nobody' ? null : assignee === 'me' ? person.personId : assignee;
  if (queue === 'appeals') filter.ids = await listAppealedCases(db, scope);
  else if (queue !== 'all') filter.states = vettingQueues[queue];
  if (minAgeDays !== undefined) filter.sinceMs = nowMs - minAgeDays * dayMs;
  if (q) filter.freelancerIds = await freelancersNamed(db, desk, q);
  if (filter.ids?.length === 0 || filter.freelancerIds?.length === 0) return { items: [], next: undefined };
  const rows = await listCases(db, scope, filter, { after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: await presentQueue(db, page, nowMs),
    next: last && { stateSince: last.stateSince, id: last.id },
  };
}

/** A desk meets hundreds, so that their names are looked through here. */
async function freelancersNamed(db: Executor, { scope }: Desk, q: string): Promise<string[]> {
  const rows = await readFreelancerRows(db, await listFreelancersMet(db, scope));
  const sought = q.toLocaleLowerCase();
  return [...rows.values()].filter(({ name }) => name.toLocaleLowerCase().includes(sought)).map(({ id }) => id);
}
