import type { ElevationScope } from '../auth/require-role.ts';
import type { EpochMs } from '../database/database.ts';
import { unprocessable } from '../http/problem.ts';

/** What a raised session is for, and when the person last confirmed who they are. */
export type Elevation = { scopes: readonly ElevationScope[]; confirmedAtMs: EpochMs };

/** A raised session is for the one thing somebody is about to do. */
export const elevatedSecondsMax = 300;

const confirmationAgeMaxMs = 5 * 60 * 1000;
/** Two servers' clocks are seldom the same to the second. */
const clockDifferenceMaxMs = 5000;

/**
 * What a host's server vouches for: this person typed their password, or went through the company's sign-on, just now.
 * @param nowMs by the hosts' clock, which is the real one also where a demo's runs ahead
 * @throws 422 confirmation_missing | confirmation_without_elevation | confirmation_in_future | confirmation_too_old
 */
export function vouchedElevation(
  scopes: readonly ElevationScope[] | undefined,
  confirmedAt: string | undefined,
  nowMs: EpochMs,
): Elevation | undefined {
  if (!scopes && confirmedAt === undefined) return undefined;
  if (!scopes) throw refusal('confirmation_without_elevation', 'Say in elevate what the confirmation is for.');
  if (confirmedAt === undefined)
    throw refusal('confirmation_missing', 'Say in confirmedAt when the person confirmed who they are.');
  const confirmedAtMs = Date.parse(confirmedAt);
  if (confirmedAtMs > nowMs + clockDifferenceMaxMs)
    throw refusal('confirmation_in_future', 'The confirmation is in the future. Set your server’s clock.');
  if (nowMs - confirmedAtMs > confirmationAgeMaxMs)
    throw refusal('confirmation_too_old', 'The confirmation is over five minutes old. Ask the person again.');
  return { scopes: [...new Set(scopes)], confirmedAtMs };
}

function refusal(code: string, message: string) {
  return unprocessable(code, `No session was made. ${message}`, [{ pointer: '/confirmedAt', code, message }]);
}
