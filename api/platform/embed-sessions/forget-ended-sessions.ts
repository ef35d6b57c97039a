import type { Executor } from '../database/database.ts';
import { deleteSignInsEndedBefore } from './sign-in-store.ts';
import { deleteSessionsExpiredBefore } from './store.ts';

const dayMs = 24 * 60 * 60 * 1000;
const keptMs = dayMs;
/** Who agreed to a page within this time is not asked again. */
const signInsKeptMs = 90 * dayMs;

export async function forgetEndedSessions(db: Executor, nowMs: number): Promise<void> {
  await deleteSessionsExpiredBefore(db, nowMs - keptMs);
  await deleteSignInsEndedBefore(db, nowMs - signInsKeptMs);
}
