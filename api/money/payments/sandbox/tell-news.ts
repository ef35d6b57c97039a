import type { EventObject } from '../processor.ts';
import { signWebhook } from '../webhook-signature.ts';
import { sandboxCards } from './cards.ts';
import * as charges from './charge-store.ts';
import type { SandboxDeps } from './deps.ts';
import * as disputes from './dispute-store.ts';
import { answerOf as disputeAnswerOf } from './disputes.ts';
import * as refunds from './refund-store.ts';

type Deliver = (rawBody: string, signature: string) => Promise<void>;

const batchMax = 100;
const dayMs = 86_400_000;
const evidenceDays = 7;

/**
 * Tells of what was decided since: as events through the same path as any processor's. Delivered before it is marked
 * as told, so that a crash repeats it.
 */
export async function tellSandboxNews(deps: SandboxDeps, secret: string, deliver: Deliver): Promise<void> {
  const { database, clock } = deps;
  const { db } = database;
  const tell = async (kind: string, object: { kind: EventObject; id: string }) => {
    // The same news has the same id, however often it is told.
    const rawBody = JSON.stringify({ id: `sbx_event_${object.id}_${kind}`, kind, object });
    await deliver(rawBody, signWebhook(rawBody, secret, clock.now()));
  };
  for (const { externalId } of await charges.listChargesToTell(db, clock.now(), batchMax)) {
    await tell('payment.decided', { kind: 'payment', id: externalId });
    await charges.markChargeTold(db, externalId);
  }
  for (const { externalId } of await refunds.listRefundsToTell(db, clock.now(), batchMax)) {
    await tell('refund.decided', { kind: 'refund', id: externalId });
    await refunds.markRefundTold(db, externalId);
  }
  await openDisputes(deps);
  for (const { externalId } of await disputes.listDisputesToTell(db, batchMax)) {
    await tell('dispute.opened', { kind: 'dispute', id: externalId });
    await disputes.markDisputeTold(db, externalId);
  }
  for (const dispute of await disputes.listDisputesToDecide(db, clock.now(), batchMax)) {
    const { state } = disputeAnswerOf(dispute, clock.now());
    await tell(`dispute.${state}`, { kind: 'dispute', id: dispute.externalId });
    await disputes.setDisputeState(db, dispute.externalId, state);
  }
}

/** The bank's side of a card whose payments it takes back. */
async function openDisputes({ database, clock, newId }: SandboxDeps): Promise<void> {
  const { db } = database;
  const nowMs = clock.now();
  const chargedBefore = nowMs - sandboxCards.sandbox_card_dispute.disputedAfterMs;
  for (const charge of await charges.listChargesToDispute(db, 'sandbox_card_dispute', chargedBefore, batchMax)) {
    await disputes.insertDisputeOnce(db, {
      externalId: newId('sbx_dispute'),
      chargeId: charge.externalId,
      amountMinor: charge.amountMinor,
      currency: charge.currency,
      reason: 'fraudulent',
      state: 'needsResponse',
      evidence: null,
      evidenceDueAt: nowMs + evidenceDays * dayMs,
      decidesAt: null,
      isTold: 0,
    });
  }
}
