import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Database, Executor } from '../../platform/database/database.ts';
import type { Outbox } from '../../platform/events/events.ts';
import type { Files } from '../../platform/files/files.ts';
import { notFound } from '../../platform/http/problem.ts';
import { type FreelancerRecord, getFreelancerOf, getRecord } from './read-freelancers.ts';
import { findFreelancers, raiseRevision, recordActivity, updateFreelancer } from './store.ts';
import type { FreelancerRow } from './table.ts';

export type ChangeDeps = { database: Database; outbox: Outbox; clock: Clock; newId: NewId; files: Files };

/** Throws 412 or 428 when the revision is not the one a person read. */
export type RevisionCheck = (row: FreelancerRow) => void;
/** For what adds and overwrites nothing. */
export const anyRevision: RevisionCheck = () => {};

/**
 * One change of the own profile: checks the revision, raises it, makes the change and tells of it, all or nothing.
 * @throws 404 when the person is no freelancer, 412 when somebody else was first
 */
export function changeOwn(
  { database, outbox, clock }: ChangeDeps,
  personId: string,
  check: RevisionCheck,
  change: (trx: Executor, row: FreelancerRow) => Promise<void>,
): Promise<FreelancerRecord> {
  return database.transaction(async (trx) => {
    const nowMs = clock.now();
    const row = await takeRevision(trx, () => getFreelancerOf(trx, personId), check, nowMs);
    await change(trx, row);
    await recordActivity(trx, row.id, nowMs);
    await outbox.record(trx, 'freelancerChanged', null, { id: row.id, revision: row.revision + 1 }, nowMs);
    return getRecord(trx, row.id);
  });
}

const activityEveryMs = 24 * 60 * 60 * 1000;

/** Somebody who comes back keeps the profile visible; noted once a day, no change of the profile. */
export async function noteActivity({ database, clock }: Pick<ChangeDeps, 'database' | 'clock'>, row: FreelancerRow) {
  const isRecent = clock.now() - row.lastActiveAt < activityEveryMs && row.idleWarnedAt === null;
  if (!isRecent) await recordActivity(database.db, row.id, clock.now());
}

/** What later wings write: statistics and proofs. Raises the revision and tells of the change. */
export type FreelancerStatistics = Partial<
  Pick<
    FreelancerRow,
    | 'jobSuccess'
    | 'badge'
    | 'expertVettedOn'
    | 'responseTimeHours'
    | 'identityVerifiedOn'
    | 'phoneVerified'
    | 'emailVerified'
  >
>;

/** @throws 404 */
export async function recordStatistics(
  trx: Executor,
  outbox: Outbox,
  id: string,
  statistics: FreelancerStatistics,
  nowMs: number,
): Promise<void> {
  const row = await takeRevision(trx, () => getFreelancerById(trx, id), anyRevision, nowMs);
  await updateFreelancer(trx, id, statistics);
  await outbox.record(trx, 'freelancerChanged', null, { id, revision: row.revision + 1 }, nowMs);
}

/** Raising the revision first makes the row ours until the transaction ends; its loser looks again. */
async function takeRevision(
  trx: Executor,
  read: () => Promise<FreelancerRow>,
  check: RevisionCheck,
  nowMs: number,
): Promise<FreelancerRow> {
  while (true) {
    const row = await read();
    check(row);
    if (await raiseRevision(trx, row.id, row.revision, nowMs)) return row;
  }
}

async function getFreelancerById(trx: Executor, id: string): Promise<FreelancerRow> {
  const [row] = await findFreelancers(trx, [id]);
  if (!row) throw notFound();
  return row;
}
