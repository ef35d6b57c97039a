import type { Logger } from 'pino';
import type { Clock, NewId } from '../clock/clock.ts';
import type { Database, Executor } from '../database/database.ts';
import { dispatchEvents } from '../events/dispatch-events.ts';
import type { EventKind, RecordedEvent } from '../events/events.ts';
import { type Job, jobAttemptsMax, jobLeaseMs, retryDelayMs } from './job.ts';
import { claimDueJobs, finishJob, insertJobOnce, type JobRow } from './store.ts';

/** Runs at least once; a handler makes its effect and its repeat harmless (guarded update, unique key). */
export type JobHandler = (job: Job) => Promise<void>;

/** Work that comes back every so often: expiry, digests, grants. */
export type ClockJob = { kind: string; everyMs: number; run: JobHandler };

/** `kind` is the listener's own name; one job is made for each event it listens to. */
export type EventListener<K extends EventKind = EventKind> = {
  kind: string;
  on: K;
  run: (event: RecordedEvent<K>) => Promise<void>;
};

export type JobDeps = { database: Database; clock: Clock; newId: NewId; log: Logger };

export type JobRunner = {
  /** Queues `kind` once for `key`, in the caller's transaction. */
  enqueue(
    trx: Executor,
    kind: string,
    key: string,
    payload: unknown,
    runAtMs: number,
    tenantId?: string | null,
  ): Promise<void>;
  handle(kind: string, run: JobHandler): void;
  every(job: ClockJob): void;
  listen<K extends EventKind>(listener: EventListener<K>): void;
  /** Does all that is due now, then resolves with how many jobs ran: tests and the loop call it. */
  runDue(): Promise<number>;
  start(pollMs?: number): void;
  /** Waits for what is running. */
  stop(): Promise<void>;
};

const claimedMax = 20;

export function createJobRunner({ database, clock, newId, log }: JobDeps): JobRunner {
  const runner = newId('runner');
  const handlers = new Map<string, JobHandler>();
  const clockJobs: ClockJob[] = [];
  const listeners: EventListener[] = [];
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running: Promise<unknown> = Promise.resolve();

  async function enqueue(
    trx: Executor,
    kind: string,
    key: string,
    payload: unknown,
    runAtMs: number,
    tenantId: string | null = null,
  ) {
    await insertJobOnce(trx, {
      id: newId('job'),
      kind,
      key,
      tenantId,
      payload: JSON.stringify(payload),
      state: 'queued',
      runAt: runAtMs,
      attempts: 0,
      leasedBy: null,
      leasedUntil: null,
      lastError: null,
      createdAt: clock.now(),
      finishedAt: null,
    });
  }

  /** Each event becomes one job a listener, exactly once: both happen in one transaction. */
  async function enqueueListeners(trx: Executor, event: RecordedEvent): Promise<void> {
    for (const { kind } of listeners.filter(({ on }) => on === event.kind)) {
      await enqueue(trx, kind, event.id, event, clock.now(), event.tenantId);
    }
  }

  async function enqueueClockJobs(): Promise<void> {
    for (const { kind, everyMs } of clockJobs) {
      const period = Math.floor(clock.now() / everyMs);
      if (enqueuedPeriods.get(kind) === period) continue;
      await enqueue(database.db, kind, String(period), { period }, clock.now());
      enqueuedPeriods.set(kind, period);
    }
  }
  const enqueuedPeriods = new Map<string, number>();

  async function runOne(row: JobRow): Promise<void> {
    const job: Job = { ...row, payload: JSON.parse(row.payload), runAtMs: row.runAt };
    try {
      await handlers.get(row.kind)!(job);
      await finishJob(database.db, row.id, runner, { state: 'done', finishedAt: clock.now(), lastError: null });
    } catch (error) {
      const dead = row.attempts >= jobAttemptsMax;
      log[dead ? 'error' : 'warn'](
        { err: error, job: row.id, kind: row.kind, attempts: row.attempts },
        dead ? 'job is dead' : 'job failed',
      );
      await finishJob(database.db, row.id, runner, {
        lastError: String(error).slice(0, 500),
        ...(dead
          ? { state: 'dead', finishedAt: clock.now() }
          : { state: 'queued', runAt: clock.now() + retryDelayMs(row.attempts, Math.random()) }),
      });
    }
  }

  async function runDue(): Promise<number> {
    let ran = 0;
    await enqueueClockJobs();
    while (!stopped) {
      await dispatchEvents({ database, clock }, enqueueListeners);
      if (handlers.size === 0) return ran;
      const claimed = await claimDueJobs(database, runner, [...handlers.keys()], clock.now(), jobLeaseMs, claimedMax);
      if (claimed.length === 0) return ran;
      await Promise.all(claimed.map(runOne));
      ran += claimed.length;
    }
    return ran;
  }

  function loop(pollMs: number): void {
    timer = setTimeout(() => {
      running = runDue()
        .catch((error: unknown) => log.error({ err: error }, 'job loop failed'))
        .finally(() => {
          if (!stopped) loop(pollMs);
        });
    }, pollMs);
  }

  return {
    enqueue,
    handle: (kind, run) => void handlers.set(kind, run),
    every: (job) => {
      clockJobs.push(job);
      handlers.set(job.kind, job.run);
    },
    listen: (listener) => {
      listeners.push(listener as unknown as EventListener);
      handlers.set(listener.kind, (job) => listener.run(job.payload as never));
    },
    runDue,
    start: (pollMs = 250) => loop(pollMs),
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
