import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../../platform/clock/clock.ts';

type LinkDeps = { clock: Clock; secret: string };

const validMs = 24 * 3_600_000;

/** An address that is the right to fetch one delivery's file for a day: a receiver of a webhook has no session. */
export function fileLinkOf(deps: LinkDeps, deliveryId: string): string {
  const until = deps.clock.now() + validMs;
  return `/v1/reports/deliveries/${deliveryId}/file?until=${until}&signature=${signatureOf(deps, deliveryId, until)}`;
}

export function isFileLinkValid(deps: LinkDeps, deliveryId: string, until: number, signature: string): boolean {
  if (!Number.isSafeInteger(until) || until <= deps.clock.now()) return false;
  const [expected, given] = [Buffer.from(signatureOf(deps, deliveryId, until)), Buffer.from(signature)];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function signatureOf({ secret }: LinkDeps, deliveryId: string, until: number): string {
  return createHmac('sha256', secret).update(`report delivery\0${deliveryId}\0${until}`).digest('base64url');
}
