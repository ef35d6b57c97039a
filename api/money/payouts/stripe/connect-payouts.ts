import type Stripe from 'stripe';
import { believed, idOf, keysLastMs, refusalOf, type StripeDeps } from '../../payments/stripe/stripe-client.ts';
import type { PayoutAnswer, PayoutRail, PayoutRequest } from '../../payout-methods/payout-rail.ts';

type Payouts = Pick<PayoutRail, 'submit' | 'lookUp' | 'findNamed'>;

/**
 * Two steps: a transfer to the payee's account at Stripe, and from there a payout to the bank. The transfer is what a
 * payout here is known by; the second step is found by it, and taken when it was not yet. What does not reach the bank is
 * brought back from the account before it is called failed.
 */
export function connectPayouts({ client, clock }: StripeDeps): Payouts {
  async function submit(request: PayoutRequest): Promise<PayoutAnswer> {
    const { idempotencyKey, amount, recordedAtMs, description } = request;
    const account = accountOf(request);
    const forgotten = clock.now() - recordedAtMs > keysLastMs ? await findTransfer(idempotencyKey) : undefined;
    if (forgotten) return answerOf(forgotten, request);
    const params: Stripe.TransferCreateParams = {
      amount: amount.amountMinor,
      currency: amount.currency.toLowerCase(),
      destination: account,
      description,
      transfer_group: idempotencyKey,
      metadata: { payout: idempotencyKey },
    };
    const transfer = await decided(client.transfers.create(params, { idempotencyKey: `transfer ${idempotencyKey}` }));
    if ('refusedFor' in transfer) return { externalId: null, amount, state: 'failed', reason: transfer.refusedFor };
    return answerOf(transferOf(transfer), request);
  }

  /** What came into being there under a key that is forgotten by now. */
  async function findTransfer(idempotencyKey: string): Promise<Stripe.Transfer | undefined> {
    const found = listed(await client.transfers.list({ transfer_group: idempotencyKey, limit: 10 }));
    return found.data.map(transferOf).find(({ metadata }) => metadata.payout === idempotencyKey);
  }

  async function answerOf(transfer: Stripe.Transfer, request: PayoutRequest): Promise<PayoutAnswer> {
    const account = accountOf(request);
    requireSame(transfer, request);
    if (idOf(transfer.destination) !== account || transfer.metadata.payout !== request.idempotencyKey)
      throw new Error(`Stripe answered with another’s transfer: ${transfer.id}`);
    const { id, amount_reversed: reversed } = transfer;
    const answer = { externalId: id, amount: request.amount };
    if (reversed !== 0 && reversed !== transfer.amount)
      throw new Error(`A part of the transfer ${id} was taken back at Stripe by hand: ${reversed}`);
    const known = await findPayout(transfer, account);
    if (reversed !== 0) return { ...answer, state: 'failed', reason: known?.failure_code ?? 'taken_back' };
    const payout = known ?? (await createPayout(transfer, account, request));
    if ('refusedFor' in payout) {
      await takeBack(transfer);
      return { ...answer, state: 'failed', reason: payout.refusedFor };
    }
    requireSame(payout, request);
    switch (payout.status) {
      case 'paid':
        return { ...answer, state: 'paid' };
      case 'pending':
      case 'in_transit':
        return { ...answer, state: 'processing', arrivesAtMs: payout.arrival_date * 1000 };
      case 'failed':
      case 'canceled':
        await takeBack(transfer);
        return { ...answer, state: 'failed', reason: payout.failure_code ?? payout.status };
      default:
        throw new Error(`Stripe answered with a payout in a state that is not known here: ${payout.status}`);
    }
  }

  async function findPayout(transfer: Stripe.Transfer, stripeAccount: string): Promise<Stripe.Payout | undefined> {
    const params: Stripe.PayoutListParams = { created: { gte: transfer.created - 60 }, limit: 100 };
    for (;;) {
      const { data, has_more: hasMore } = listed(await client.payouts.list(params, { stripeAccount }));
      const found = data.map(payoutOf).find(({ metadata }) => metadata?.transfer === transfer.id);
      const last = data.at(-1);
      if (found || !hasMore || !last) return found;
      params.starting_after = last.id;
    }
  }

  async function createPayout({ id }: Stripe.Transfer, stripeAccount: string, { amount }: PayoutRequest) {
    const params: Stripe.PayoutCreateParams = {
      amount: amount.amountMinor,
      currency: amount.currency.toLowerCase(),
      metadata: { transfer: id },
    };
    const payout = await decided(client.payouts.create(params, { idempotencyKey: `payout ${id}`, stripeAccount }));
    return 'refusedFor' in payout ? payout : payoutOf(payout);
  }

  async function takeBack({ id, amount }: Stripe.Transfer): Promise<void> {
    const reversal = await client.transfers.createReversal(id, { amount }, { idempotencyKey: `reversal ${id}` });
    believed(reversal, 'transfer_reversal', 'trr');
    if (idOf(reversal.transfer) !== id || reversal.amount !== amount)
      throw new Error(`Stripe took something else back than ${id}: ${reversal.id}`);
  }

  return {
    submit,
    lookUp: async (externalId, request) => answerOf(transferOf(await client.transfers.retrieve(externalId)), request),
    async findNamed(id, stripeAccount) {
      if (stripeAccount === null) return undefined;
      return payoutOf(await client.payouts.retrieve(id, {}, { stripeAccount })).metadata?.transfer;
    },
  };
}

const transferOf = (answer: Stripe.Transfer) => believed(answer, 'transfer', 'tr');
const payoutOf = (answer: Stripe.Payout) => believed(answer, 'payout', 'po');

/** That nothing was found counts only in a list. */
function listed<T>(answer: Stripe.ApiList<T>): Stripe.ApiList<T> {
  if (answer?.object === 'list' && Array.isArray(answer.data) && typeof answer.has_more === 'boolean') return answer;
  throw new Error(`Stripe answered with something else than a list: ${String(answer?.object)}`);
}

function accountOf({ destination }: PayoutRequest): string {
  if (destination.kind !== 'account' || !destination.token.startsWith('acct_'))
    throw new Error('a payout through Stripe goes to an account at Stripe');
  return destination.token;
}

function requireSame(found: { id: string; amount: number; currency: string }, { amount }: PayoutRequest): void {
  if (found.amount !== amount.amountMinor || found.currency.toUpperCase() !== amount.currency)
    throw new Error(`Stripe answered with another amount: ${found.id}, ${found.amount} ${found.currency}`);
}

/** Only with a code did Stripe decide: without one it is our request that was not understood, and nobody's fault here. */
async function decided<T extends object>(asked: Promise<T>): Promise<T | { refusedFor: string }> {
  try {
    return await asked;
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal?.error.code || refusal.error.statusCode === 404) throw error;
    return { refusedFor: refusal.code };
  }
}
