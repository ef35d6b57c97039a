import type { EpochMs } from '../database/database.ts';
import type { ApiKeyRow } from './table.ts';

export const keyWarnings = ['never_used', 'long_unused', 'old', 'ending'] as const;
export type KeyWarning = (typeof keyWarnings)[number];

const dayMs = 24 * 60 * 60 * 1000;
const endingDays = 7;
/** Somebody who just made a key is about to use it. */
const graceDays = 7;

export function warningsOf(
  key: Pick<ApiKeyRow, 'createdAt' | 'lastUsedAt' | 'expiresAt' | 'revokedAt' | 'replacedById'>,
  { keyUnusedDays, keyAgeDays }: { keyUnusedDays: number; keyAgeDays: number },
  nowMs: EpochMs,
): KeyWarning[] {
  const { createdAt, lastUsedAt, expiresAt, revokedAt, replacedById } = key;
  if (revokedAt !== null || (expiresAt !== null && expiresAt <= nowMs)) return [];
  const isOver = (sinceMs: EpochMs, days: number) => nowMs - sinceMs > days * dayMs;
  const warnings: KeyWarning[] = [];
  if (lastUsedAt === null && isOver(createdAt, graceDays)) warnings.push('never_used');
  if (lastUsedAt !== null && isOver(lastUsedAt, keyUnusedDays)) warnings.push('long_unused');
  if (isOver(createdAt, keyAgeDays)) warnings.push('old');
  // One that was rotated ends on purpose.
  if (expiresAt !== null && replacedById === null && expiresAt - nowMs < endingDays * dayMs) warnings.push('ending');
  return warnings;
}
