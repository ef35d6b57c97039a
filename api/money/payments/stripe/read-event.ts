import Stripe from 'stripe';
import { z } from '../../../platform/http/routes.ts';
import { type EventObject, type ProcessorEvent, WebhookRefused } from '../processor.ts';
import { requireRecent } from '../webhook-signature.ts';

const reference = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]);
const eventSchema = z.object({
  id: z.string().startsWith('evt_').max(255),
  object: z.literal('event'),
  type: z.string().min(1).max(100),
  account: z.string().max(255).nullish(),
  data: z.object({
    object: z.object({
      id: z.string().max(255).optional(),
      object: z.string().max(100),
      payment_intent: reference.nullish(),
    }),
  }),
});

/** Signed by one of our endpoints' secrets, not long ago and not from the future. @throws WebhookRefused */
export function readStripeEvent(
  rawBody: string,
  signature: string | undefined,
  secrets: readonly string[],
  nowMs: number,
): ProcessorEvent {
  if (!signature) throw new WebhookRefused('signature_missing');
  if (!secrets.some((secret) => isSigned(rawBody, signature, secret))) throw new WebhookRefused('signature_wrong');
  // The client checks the past only; a signature has one timestamp, which it covers.
  requireRecent(Number(/(?:^|,)t=(\d+)/.exec(signature)?.[1]), nowMs);
  const { data: event } = eventSchema.safeParse(JSON.parse(rawBody));
  if (!event) throw new WebhookRefused('event_malformed');
  const { object } = event.data;
  return {
    id: event.id,
    kind: event.type,
    object: {
      ...lookedAt(object.object, object.id ?? event.id, object.payment_intent),
      account: event.account ?? null,
    },
  };
}

/** By Stripe's own library; a tolerance of 0 leaves the age to us, whose clock is handed in. */
function isSigned(rawBody: string, signature: string, secret: string): boolean {
  try {
    Stripe.webhooks.constructEvent(rawBody, signature, secret, 0);
    return true;
  } catch {
    return false;
  }
}

const kinds: Readonly<Record<string, EventObject>> = {
  payment_intent: 'payment',
  refund: 'refund',
  dispute: 'dispute',
  setup_intent: 'setup',
  account: 'account',
  transfer: 'transfer',
  payout: 'payout',
};

function lookedAt(object: string, id: string, paymentIntent: string | null | undefined) {
  if (object === 'charge' && paymentIntent) return { kind: 'payment', id: paymentIntent } as const;
  return { kind: kinds[object] ?? 'other', id };
}
