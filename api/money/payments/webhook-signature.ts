import { createHmac, timingSafeEqual } from 'node:crypto';
import { WebhookRefused } from './processor.ts';

/** An event is believed for so long, and so much may the sender's clock be ahead. */
export const toleranceSeconds = 300;

/** `t=1793966400,v1=…`: HMAC-SHA-256 over `t.body`, as the best-known processor signs. */
export function signWebhook(rawBody: string, secret: string, nowMs: number): string {
  const t = Math.floor(nowMs / 1000);
  return `t=${t},v1=${digestOf(rawBody, secret, t)}`;
}

/** @throws WebhookRefused */
export function verifyWebhook(rawBody: string, signature: string | undefined, secret: string, nowMs: number): void {
  if (!signature) throw new WebhookRefused('signature_missing');
  const parts = signature.split(',').map((part) => part.split('='));
  const t = Number(parts.find(([name]) => name === 't')?.[1]);
  if (!Number.isSafeInteger(t)) throw new WebhookRefused('signature_wrong');
  const expected = Buffer.from(digestOf(rawBody, secret, t));
  const isSigned = parts.some(([name, value = '']) => {
    const given = Buffer.from(value);
    return name === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
  if (!isSigned) throw new WebhookRefused('signature_wrong');
  requireRecent(t, nowMs);
}

/** Past and future. @throws WebhookRefused */
export function requireRecent(timestampSeconds: number, nowMs: number): void {
  const ageSeconds = nowMs / 1000 - timestampSeconds;
  if (ageSeconds > toleranceSeconds) throw new WebhookRefused('event_too_old');
  if (ageSeconds < -toleranceSeconds) throw new WebhookRefused('event_from_future');
}

function digestOf(rawBody: string, secret: string, t: number): string {
  return createHmac('sha256', secret).update(`${t}.${rawBody}`).digest('hex');
}
