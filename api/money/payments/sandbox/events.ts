import { z } from '../../../platform/http/routes.ts';
import { eventObjects, type ProcessorEvent, WebhookRefused } from '../processor.ts';
import { verifyWebhook } from '../webhook-signature.ts';

const eventSchema = z.object({
  id: z.string().min(1).max(255),
  kind: z.string().min(1).max(100),
  object: z.object({ kind: z.enum(eventObjects), id: z.string().min(1).max(255) }),
});

/** @throws WebhookRefused */
export function readSandboxEvent(
  rawBody: string,
  signature: string | undefined,
  secret: string,
  nowMs: number,
): ProcessorEvent {
  verifyWebhook(rawBody, signature, secret, nowMs);
  const { data } = eventSchema.safeParse(JSON.parse(rawBody));
  if (!data) throw new WebhookRefused('event_malformed');
  return { ...data, object: { ...data.object, account: null } };
}
