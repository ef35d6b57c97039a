import { createHash } from 'node:crypto';
import { type Database, type Executor, isUniqueViolation } from '../database/database.ts';
import type { HttpContext } from './environment.ts';
import { findRecord, insertRecord } from './idempotency-store.ts';
import { Refusal } from './problem.ts';

export type StoredAnswer = { status: number; body: unknown };

/** Keys whose effect is under way in this process; another process waits at the unique index instead. */
const inFlight = new Set<string>();

/**
 * Runs `effect` once for each Idempotency-Key of an owner and keeps its answer in the effect's own transaction for ever.
 * Missing key 400, same key with another body 422, in flight 409, repeat → the same answer.
 * @param owner who the key belongs to: tenant id or person id
 */
export async function onceByKey(
  c: HttpContext,
  database: Database,
  owner: string,
  nowMs: number,
  effect: (trx: Executor) => Promise<StoredAnswer>,
): Promise<StoredAnswer> {
  const key = requireIdempotencyKey(c);
  const requestHash = createHash('sha256')
    .update(`${c.req.method} ${c.req.path}\n${await c.req.text()}`)
    .digest('base64url');
  const flight = `${owner}\0${key}`;
  if (inFlight.has(flight))
    throw new Refusal(409, 'request_in_flight', 'The same request is still under way. Ask again in a moment.');
  inFlight.add(flight);
  try {
    return await oneTransaction();
  } catch (error) {
    // Another process committed the same key first: its answer is ours.
    if (!isUniqueViolation(error)) throw error;
    return await oneTransaction();
  } finally {
    inFlight.delete(flight);
  }

  function oneTransaction(): Promise<StoredAnswer> {
    return database.transaction(async (trx) => {
      const known = await findRecord(trx, owner, key);
      if (known) return replay(known, requestHash);
      const answer = await effect(trx);
      await insertRecord(trx, {
        owner,
        key,
        requestHash,
        status: answer.status,
        body: JSON.stringify(answer.body),
        createdAt: nowMs,
      });
      return answer;
    });
  }
}

/** For what moves no money: kept by an Idempotency-Key where one is sent, and simply done where none is. */
export function onceIfKeyed(
  c: HttpContext,
  database: Database,
  owner: string,
  nowMs: number,
  effect: (trx: Executor) => Promise<StoredAnswer>,
): Promise<StoredAnswer> {
  const isKeyed = c.req.header('idempotency-key') !== undefined;
  return isKeyed ? onceByKey(c, database, owner, nowMs, effect) : database.transaction(effect);
}

function requireIdempotencyKey(c: HttpContext): string {
  const key = c.req.header('idempotency-key');
  if (key && key.length <= 255) return key;
  throw new Refusal(
    400,
    'idempotency_key_required',
    'Send an Idempotency-Key of 1–255 characters, so that a repeat does nothing twice.',
  );
}

function replay(known: { requestHash: string; status: number; body: string }, requestHash: string): StoredAnswer {
  if (known.requestHash !== requestHash) {
    throw new Refusal(
      422,
      'idempotency_key_reused',
      'This Idempotency-Key was used for another request. Nothing was changed; use a new key.',
    );
  }
  return { status: known.status, body: JSON.parse(known.body) };
}
