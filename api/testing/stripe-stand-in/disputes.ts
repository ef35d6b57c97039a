import { z } from '../../platform/http/routes.ts';
import { invalidRequest, type StripeObject } from './objects.ts';
import { operation } from './operation.ts';
import { expand, flag, idOf, none, onlyExpand, text } from './params.ts';
import type { StandInState } from './state.ts';

const evidence = z.strictObject({
  uncategorized_text: text(20_000),
  uncategorized_file: idOf('file').optional(),
  service_documentation: idOf('file').optional(),
  customer_communication: idOf('file').optional(),
});

export const disputeOperations = [
  operation('GET', '/v1/disputes/:id', onlyExpand, (state, _, { id }) => state.get('dispute', id!)),
  operation(
    'POST',
    '/v1/disputes/:id',
    z.strictObject({ evidence, submit: flag, expand }),
    (state, { evidence: given, submit }, { id }) => {
      const dispute = state.get('dispute', id!);
      requireOpen(dispute);
      const files = [given.uncategorized_file, given.service_documentation, given.customer_communication];
      for (const file of files.filter((one) => one !== undefined)) state.get('file', file);
      const status = submit ? 'under_review' : dispute.status;
      const updated = state.put({ ...dispute, status, evidence: given });
      state.tell('charge.dispute.updated', updated);
      return updated;
    },
  ),
  operation('POST', '/v1/disputes/:id/close', none, (state, _, { id }) => {
    requireOpen(state.get('dispute', id!));
    return decideDispute(state, id!, 'lost');
  }),
];

function requireOpen({ status }: StripeObject): void {
  if (status !== 'needs_response')
    throw invalidRequest('dispute_not_open', `This dispute has the status ${String(status)} and takes no evidence.`);
}

const dayS = 86_400;

/** What a payer's bank does some days after it was charged. */
export function openDispute(state: StandInState, paymentIntent: string, part?: number): StripeObject {
  const intent = state.get('payment_intent', paymentIntent);
  const dispute = state.put({
    id: state.newId('dp'),
    object: 'dispute',
    created: state.seconds(),
    amount: part ?? intent.amount,
    currency: intent.currency,
    payment_intent: paymentIntent,
    charge: intent.latest_charge,
    reason: 'fraudulent',
    status: 'needs_response',
    evidence: {},
    evidence_details: { due_by: state.seconds() + 7 * dayS },
  });
  state.tell('charge.dispute.created', dispute);
  return dispute;
}

export function decideDispute(state: StandInState, id: string, status: 'won' | 'lost'): StripeObject {
  const decided = state.put({ ...state.get('dispute', id), status });
  state.tell('charge.dispute.closed', decided);
  return decided;
}
