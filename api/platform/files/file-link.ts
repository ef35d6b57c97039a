import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock/clock.ts';

export type LinkDeps = { clock: Clock; secret: string };

const minuteMs = 60_000;

/**
 * An address behind the API's base that is the right to read one file and ends by itself. Within a span of its length
 * it stays the same, so that what shows it does not change each time it is read.
 */
export function fileLink(deps: LinkDeps, fileId: string, minutes: number): string {
  const spanMs = minutes * minuteMs;
  const until = (Math.floor(deps.clock.now() / spanMs) + 2) * spanMs;
  return `/v1/files/${fileId}/download?until=${until}&signature=${signatureOf(deps, fileId, until)}`;
}

/** Whether this address was given out by us and has not ended. */
export function isLinkValid(
  deps: LinkDeps,
  fileId: string,
  { until, signature }: { until?: string | undefined; signature?: string | undefined },
): boolean {
  const endsMs = Number(until);
  if (!Number.isSafeInteger(endsMs) || endsMs <= deps.clock.now()) return false;
  const expected = Buffer.from(signatureOf(deps, fileId, endsMs));
  const given = Buffer.from(signature ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function signatureOf({ secret }: LinkDeps, fileId: string, until: number): string {
  return createHmac('sha256', secret).update(`file\0${fileId}\0${until}`).digest('base64url').slice(0, 32);
}
