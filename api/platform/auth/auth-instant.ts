import type { EpochMs } from '../database/database.ts';

/** How the auth library keeps an instant: a Date from PostgreSQL, ISO text from SQLite. Written as ISO text. */
export type AuthInstant = Date | string;

export function authInstant(epochMs: EpochMs): string {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toString({ smallestUnit: 'millisecond' });
}

export function fromAuthInstant(instant: AuthInstant): EpochMs {
  return new Date(instant).getTime();
}
