import type { Clock, NewId } from '../clock/clock.ts';
import type { Database, Executor } from '../database/database.ts';
import { insertAuthorityChange, listAuthorityChangesSince } from './authority-store.ts';
import { GuardedCache } from './guarded-cache.ts';
import type { FindFreelancerId, PersonAuthority } from './person-authority.ts';
import { readPersonAuthority } from './read-person-authority.ts';

export type AuthorityChange = { personId?: string; tenantId?: string; endedId?: string };

/**
 * Answers who may do what without a database read on the hot path. A change made on this node holds at once, one made
 * on another node within `pollMs`: every change leaves a row in a small feed that each node reads.
 */
export type Authority = {
  person(personId: string): Promise<PersonAuthority | undefined>;
  /** Read afresh: somebody who just became a freelancer is one on the next request. */
  findFreelancerId(personId: string): Promise<string | null>;
  /** Whether an embed session, a sign-in or a key was ended within the life of a widget token. */
  isEnded(id: string): boolean;
  /** Called once a request: reads the feed when the last look is too long ago. */
  refresh(): Promise<void>;
  /** Runs a transaction that changes authority; when it resolves this node has forgotten what no longer holds. */
  change<T>(work: (trx: Executor) => Promise<T>): Promise<T>;
  /** Records the change in the caller's transaction. */
  record(trx: Executor, change: AuthorityChange): Promise<void>;
  onTenantChange(forget: () => void): void;
};

const pollMs = 500;
/** A row may become visible later than its time says, by a slow commit or a skewed clock. */
const overlapMs = 30_000;
/** Feed rows are kept for an hour: a node that slept longer has missed some and starts afresh. */
export const feedKeptMs = 60 * 60 * 1000;
/** Ended ids matter no longer than the longest widget token. */
export const endedKeptMs = 16 * 60 * 1000;
const peopleMax = 20_000;

export type AuthorityDeps = { database: Database; clock: Clock; newId: NewId; findFreelancerId: FindFreelancerId };

export function createAuthority({ database, clock, newId, findFreelancerId }: AuthorityDeps): Authority {
  const people = new GuardedCache<PersonAuthority>(peopleMax);
  const ended = new Map<string, number>();
  const seen = new Map<string, number>();
  const tenantListeners: (() => void)[] = [];
  let polledAtMs = Number.NEGATIVE_INFINITY;
  let polling: Promise<void> | undefined;

  async function poll(): Promise<void> {
    const nowMs = clock.now();
    const sinceMs = Math.max(polledAtMs - overlapMs, nowMs - feedKeptMs);
    if (polledAtMs < sinceMs) {
      people.forgetAll();
      for (const forget of tenantListeners) forget();
    }
    for (const change of await listAuthorityChangesSince(database.db, sinceMs)) {
      if (seen.has(change.id)) continue;
      seen.set(change.id, change.createdAt);
      if (change.personId) people.forget(change.personId);
      if (change.tenantId) for (const forget of tenantListeners) forget();
      if (change.endedId) ended.set(change.endedId, change.createdAt);
    }
    polledAtMs = nowMs;
    dropOlderThan(seen, sinceMs - overlapMs);
    dropOlderThan(ended, nowMs - endedKeptMs);
  }

  /** One look at a time; a look that began before the caller's commit is not enough, so the caller waits and looks again. */
  async function pollAgain(): Promise<void> {
    await polling?.catch(() => {});
    await startPoll();
  }

  function startPoll(): Promise<void> {
    polling ??= poll().finally(() => {
      polling = undefined;
    });
    return polling;
  }

  return {
    person: (personId) => people.get(personId, () => readPersonAuthority(database.db, personId, findFreelancerId)),
    findFreelancerId: (personId) => findFreelancerId(database.db, personId),
    isEnded: (id) => ended.has(id),
    refresh: async () => {
      if (clock.now() - polledAtMs >= pollMs) await startPoll();
    },
    change: async (work) => {
      const result = await database.transaction(work);
      await pollAgain();
      return result;
    },
    record: (trx, { personId = null, tenantId = null, endedId = null }) =>
      insertAuthorityChange(trx, { id: newId('ac'), personId, tenantId, endedId, createdAt: clock.now() }),
    onTenantChange: (forget) => void tenantListeners.push(forget),
  };
}

/** Maps keep insertion order, and times only rise, so the old ones are in front. */
function dropOlderThan(times: Map<string, number>, limitMs: number): void {
  for (const [id, atMs] of times) {
    if (atMs >= limitMs) return;
    times.delete(id);
  }
}
