import { createHmac } from 'node:crypto';
import type { Logger } from 'pino';
import { type Clock, isoInstant } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import type { Violation } from './csp-report.ts';
import { type Batch, writeBatch } from './store.ts';
import type { SightingKind, UsageMetric } from './table.ts';

export type Sighting = { tenantId: string; kind: SightingKind; code?: string; origin?: string; detail?: string };
export type UseOfWidget = {
  tenantId: string;
  origin: string;
  widget: string;
  /** None for a publishable key: nobody is known to look. */
  by: { sessionId: string; personId: string } | undefined;
  metrics: readonly { metric: UsageMetric; detail?: string }[];
};

/** Counts in memory and writes in batches, so that no request waits for a write. */
export type EmbedObserver = {
  saw(sighting: Sighting): void;
  used(use: UseOfWidget): void;
  blocked(tenantId: string, violation: Violation): void;
  /** Writes what is counted: every few seconds by itself, and before anybody reads. */
  flush(): Promise<void>;
};

const flushAfterMs = 2000;
const useNotedEveryMs = 60_000;
/** More than this between two writes is a flood: what is over is not counted. */
const entriesMax = 20_000;

export function createEmbedObserver(deps: {
  database: Database;
  clock: Clock;
  log: Logger;
  secret: string;
}): EmbedObserver {
  const { database, clock, log, secret } = deps;
  let batch = emptyBatch();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  const counted = new Set<string>();
  let countedOn = '';
  const sessionNotedAtMs = new Map<string, number>();

  const today = () => {
    const day = isoInstant(clock.now()).slice(0, 10);
    if (day !== countedOn) counted.clear();
    countedOn = day;
    return day;
  };

  function add<Row extends { count: number }>(rows: Map<string, Row>, key: string, make: () => Row): void {
    const known = rows.get(key);
    if (known) known.count++;
    else if (rows.size < entriesMax) rows.set(key, make());
    timer ??= setTimeout(() => void flush(), flushAfterMs).unref();
  }

  function see<Row extends { count: number; lastAt: number }>(rows: Map<string, Row>, key: string, make: () => Row) {
    add(rows, key, make);
    const row = rows.get(key);
    if (row) row.lastAt = clock.now();
  }

  function count(tenantId: string, origin: string, widget: string, metric: UsageMetric, detail = ''): void {
    const day = today();
    add(batch.usage, `${tenantId} ${day} ${origin} ${widget} ${metric} ${detail}`, () => ({
      tenantId,
      day,
      origin,
      widget,
      metric,
      detail,
      count: 1,
    }));
  }

  function countOnce(tenantId: string, origin: string, widget: string, kind: 'session' | 'person', id: string): void {
    const day = today();
    const key = `${tenantId} ${origin} ${widget} ${kind} ${id}`;
    if (counted.has(key) || counted.size > 5 * entriesMax) return;
    counted.add(key);
    const subject = createHmac('sha256', secret)
      .update(`embed usage ${tenantId} ${id}`)
      .digest('base64url')
      .slice(0, 22);
    batch.subjects.push({ tenantId, day, origin, widget, kind, subject });
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const written = batch;
    batch = emptyBatch();
    writing = writing.then(() =>
      writeBatch(database, written).catch((error: unknown) => log.warn({ err: error }, 'sightings were not kept')),
    );
    return writing;
  }

  return {
    saw({ tenantId, kind, code = '', origin = '', detail = '' }) {
      const nowMs = clock.now();
      const row = { tenantId, kind, code, origin, detail, count: 1, firstAt: nowMs, lastAt: nowMs };
      see(batch.sightings, `${tenantId} ${kind} ${code} ${origin} ${detail}`, () => row);
    },
    used({ tenantId, origin, widget, by, metrics }) {
      for (const { metric, detail } of metrics) count(tenantId, origin, widget, metric, detail);
      if (!by) return;
      const { sessionId, personId } = by;
      for (const of of widget ? [widget, ''] : ['']) {
        countOnce(tenantId, origin, of, 'session', sessionId);
        countOnce(tenantId, origin, of, 'person', personId);
      }
      const nowMs = clock.now();
      if (nowMs - (sessionNotedAtMs.get(sessionId) ?? 0) < useNotedEveryMs) return;
      sessionNotedAtMs.set(sessionId, nowMs);
      if (sessionNotedAtMs.size > entriesMax) sessionNotedAtMs.delete(sessionNotedAtMs.keys().next().value!);
      batch.uses.set(sessionId, { tenantId, origin, atMs: nowMs });
    },
    blocked(tenantId, violation) {
      const { origin, directive, blocked, disposition } = violation;
      const nowMs = clock.now();
      const row = { tenantId, ...violation, count: 1, firstAt: nowMs, lastAt: nowMs };
      see(batch.reports, `${tenantId} ${origin} ${directive} ${blocked} ${disposition}`, () => row);
    },
    flush,
  };
}

const emptyBatch = (): Batch => ({
  usage: new Map(),
  sightings: new Map(),
  reports: new Map(),
  subjects: [],
  uses: new Map(),
});
