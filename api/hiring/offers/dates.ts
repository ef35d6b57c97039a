import { isoInstant } from '../../platform/clock/clock.ts';

/** The UTC date of an instant: `2026-11-23`. */
export function isoDate(epochMs: number): string {
  return isoInstant(epochMs).slice(0, 10);
}
