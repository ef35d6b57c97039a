import Stripe from 'stripe';
import type { Clock } from '../../../platform/clock/clock.ts';
import { stripeApiVersion } from './api-version.ts';

export type StripeSettings = {
  secretKey: string;
  publishableKey: string;
  /** One an endpoint; Connect has its own. */
  webhookSecrets: readonly string[];
  /** Only tests say where. */
  address?: { host: string; port: number; protocol: 'http' | 'https' };
};
export type StripeDeps = { client: Stripe; clock: Clock };

/** A request that hangs so long is given up; what it did is found out by asking again with its key. */
const timeoutMs = 15_000;

/** Repeats are ours, by the clock and the same key: the client's own would hide how long a processor is silent. */
export function createStripeClient({ secretKey, address }: StripeSettings): Stripe {
  return new Stripe(secretKey, {
    apiVersion: stripeApiVersion,
    maxNetworkRetries: 0,
    timeout: timeoutMs,
    telemetry: false,
    httpClient: Stripe.createFetchHttpClient(),
    ...address,
  });
}

/**
 * The client was seen to hand on a 404 without an `error` as if it were the object: an answer counts only when its type
 * and the beginning of its id are those asked for.
 */
export function believed<T extends { id: string; object: string }>(
  answer: T,
  object: T['object'],
  ...prefixes: readonly string[]
): T {
  const isPrefixed = (id: unknown) => prefixes.some((prefix) => String(id).startsWith(`${prefix}_`));
  if (answer?.object === object && isPrefixed(answer.id)) return answer;
  throw new Error(`Stripe answered with something else than a ${object}: ${String(answer?.object)} ${answer?.id}`);
}

/** Of a card, of a bank account. */
export const refundPrefixes = ['re', 'pyr'] as const;
export const disputePrefixes = ['dp', 'du'] as const;

/** Stripe says that it did nothing, and why; anything else may have happened or not. */
export function refusalOf(error: unknown): { code: string; error: Stripe.errors.StripeError } | undefined {
  const isRefusal =
    error instanceof Stripe.errors.StripeCardError || error instanceof Stripe.errors.StripeInvalidRequestError;
  if (!isRefusal) return undefined;
  return { code: error.decline_code ?? error.code ?? 'refused_by_processor', error };
}

/** Ids of what is expanded or not. */
export function idOf(reference: string | { id: string } | null | undefined): string | undefined {
  return typeof reference === 'string' ? reference : reference?.id;
}

/** Keys are remembered for a day at least; before that they alone keep a repeat from happening twice. */
export const keysLastMs = 20 * 3_600_000;
