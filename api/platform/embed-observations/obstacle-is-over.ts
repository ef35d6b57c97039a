import type { EpochMs } from '../database/database.ts';
import type { EmbedCspReportRow, EmbedSightingRow } from './table.ts';

/** What is known to work, to judge by whether an obstacle still stands. */
export type Working = {
  nowMs: EpochMs;
  allowed: ReadonlySet<string>;
  lastSessionMs: EpochMs | undefined;
  lastLoadMs: (origin: string) => EpochMs | undefined;
  lastUseMs: (origin: string) => EpochMs | undefined;
};

const dayMs = 24 * 60 * 60 * 1000;
/** A browser tells what it blocked some time after the page loaded. */
const reportDelayMs = 5000;

/** Whoever mends something wants to see that it is mended, and keeps the line for the next who asks what happened. */
export function refusalIsOver(
  { kind, code, origin, lastAt }: Pick<EmbedSightingRow, 'kind' | 'code' | 'origin' | 'lastAt'>,
  { nowMs, allowed, lastSessionMs, lastUseMs }: Working,
): boolean {
  if (nowMs - lastAt > dayMs) return true;
  if (code === 'origin_not_allowed') return allowed.has(origin);
  if (kind === 'request') return (lastUseMs(origin) ?? 0) > lastAt;
  // Of one person only: that others get their sessions does not help them.
  return code !== 'unknown_member' && (lastSessionMs ?? 0) > lastAt;
}

/** The page was loaded again and its browser had the time to complain again. */
export function blockedIsOver(
  { origin, lastAt }: Pick<EmbedCspReportRow, 'origin' | 'lastAt'>,
  { nowMs, lastLoadMs }: Working,
): boolean {
  const loadMs = lastLoadMs(origin) ?? 0;
  return nowMs - lastAt > dayMs || (loadMs > lastAt && nowMs - loadMs > reportDelayMs);
}
