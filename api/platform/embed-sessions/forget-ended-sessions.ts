import type { Executor } from '../database/database.ts';
import { deleteSessionsExpiredBefore } from './store.ts';

const keptMs = 24 * 60 * 60 * 1000;

export function forgetEndedSessions(db: Executor, nowMs: number): Promise<void> {
  return deleteSessionsExpiredBefore(db, nowMs - keptMs);
}
