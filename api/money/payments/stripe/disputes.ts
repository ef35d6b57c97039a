import type Stripe from 'stripe';
import type { DisputeAnswer, EvidenceRequest, PaymentProcessor } from '../processor.ts';
import { believed, disputePrefixes, idOf, refusalOf, type StripeDeps } from './stripe-client.ts';

type Disputes = Pick<PaymentProcessor, 'lookUpDispute' | 'submitEvidence' | 'acceptDispute'>;

/** Where files of evidence go, in this order. */
const fileFields = ['uncategorized_file', 'service_documentation', 'customer_communication'] as const;

export function stripeDisputes({ client }: StripeDeps): Disputes {
  async function lookUpDispute(id: string): Promise<DisputeAnswer> {
    return answerOf(disputeOf(await client.disputes.retrieve(id)));
  }

  return {
    lookUpDispute,
    async submitEvidence(request) {
      const { disputeId, idempotencyKey, text } = request;
      const evidence = { uncategorized_text: text, ...(await uploaded(request)) };
      const params = { evidence, submit: true };
      try {
        return answerOf(disputeOf(await client.disputes.update(disputeId, params, { idempotencyKey })));
      } catch (error) {
        // Submitted before, by an answer that was lost or at Stripe itself.
        if (!refusalOf(error)) throw error;
        return lookUpDispute(disputeId);
      }
    },
    async acceptDispute({ disputeId, idempotencyKey }) {
      try {
        return answerOf(disputeOf(await client.disputes.close(disputeId, {}, { idempotencyKey })));
      } catch (error) {
        if (!refusalOf(error)) throw error;
        return lookUpDispute(disputeId);
      }
    },
  };

  async function uploaded({ idempotencyKey, files }: EvidenceRequest): Promise<Record<string, string>> {
    const ids: Record<string, string> = {};
    for (const [at, { name, type, bytes }] of files.slice(0, fileFields.length).entries()) {
      const file = { data: Buffer.from(bytes), name, type };
      const params = { purpose: 'dispute_evidence', file } as const;
      const answer = await client.files.create(params, { idempotencyKey: `${idempotencyKey} file ${at}` });
      ids[fileFields[at]!] = believed(answer, 'file', 'file').id;
    }
    return ids;
  }
}

const disputeOf = (answer: Stripe.Dispute) => believed(answer, 'dispute', ...disputePrefixes);

function answerOf(dispute: Stripe.Dispute): DisputeAnswer {
  const { id, amount, currency, reason, status, payment_intent, evidence_details: evidence } = dispute;
  return {
    externalId: id,
    chargeId: idOf(payment_intent) ?? '',
    amount: { amountMinor: amount, currency: currency.toUpperCase() },
    reason,
    state: stateOf(status),
    evidenceDueAtMs: evidence?.due_by ? evidence.due_by * 1000 : null,
  };
}

/** An inquiry (`warning_…`) takes no money yet, but may: what was paid is kept as for a dispute until it is closed. */
function stateOf(status: Stripe.Dispute.Status): DisputeAnswer['state'] {
  switch (status) {
    case 'needs_response':
    case 'warning_needs_response':
    case 'appeal_needs_response':
      return 'needsResponse';
    case 'under_review':
    case 'warning_under_review':
    case 'appeal_under_review':
      return 'underReview';
    case 'won':
    case 'warning_closed':
    case 'prevented':
      return 'won';
    case 'lost':
      return 'lost';
    default:
      throw new Error(`Stripe answered with a dispute in a state that is not known here: ${status}`);
  }
}
