import assert from 'node:assert/strict';
import { proveLedger } from '../money/ledger/prove-ledger.ts';
import { proofs } from '../proofs.ts';
import { decideDispute, openDispute } from '../testing/stripe-stand-in/disputes.ts';
import { decidePayment } from '../testing/stripe-stand-in/payment-intents.ts';
import type { StripeEvent } from '../testing/stripe-stand-in/state.ts';
import { openStripeWorld } from '../testing/stripe-world.ts';

/** All orders of a list: 720 for six. */
export function permutations<T>(list: readonly T[]): T[][] {
  if (list.length <= 1) return [[...list]];
  return list.flatMap((first, at) => permutations(list.toSpliced(at, 1)).map((rest) => [first, ...rest]));
}

/**
 * A bank debit that is paid, disputed and lost, told by six events in each of these orders: the end is the same. Every
 * order is a payment of its own.
 * @returns how many orders ended otherwise
 */
export async function runWebhookOrders(
  orders: readonly (readonly number[])[],
): Promise<{ runs: number; wrong: string[] }> {
  const world = await openStripeWorld();
  const { app, standIn } = world;
  const { db } = app.deps.database;
  const wrong: string[] = [];
  try {
    const method = await world.save('pm_usBankAccount');
    for (const order of orders) {
      const since = standIn.events.length;
      const payment = await world.prefund(method);
      const intent = await world.externalIdOf(payment);
      decidePayment(standIn.state, intent, 'succeeded');
      const dispute = openDispute(standIn.state, intent);
      decideDispute(standIn.state, dispute.id, 'lost');
      const events = sixOf(standIn.events.slice(since));
      for (const at of order) {
        const answer = await world.deliver(events[at]!);
        assert.equal(answer.status, 200);
        await app.deps.jobs.runDue();
      }
      const paid = await db
        .selectFrom('payments')
        .select(['state', 'isDisputed'])
        .where('id', '=', payment.id)
        .execute();
      const disputes = await db
        .selectFrom('bankDisputes')
        .select('state')
        .where('paymentId', '=', payment.id)
        .execute();
      const end = JSON.stringify([paid, disputes]);
      const expected = JSON.stringify([[{ state: 'posted', isDisputed: 1 }], [{ state: 'lost' }]]);
      if (end !== expected) wrong.push(`${order.join()}: ${end}`);
    }
    wrong.push(...(await proveLedger(db, proofs)).broken);
    return { runs: orders.length, wrong };
  } finally {
    await world.close();
  }
}

/** What Stripe tells of it; the last one twice, as Stripe may. */
function sixOf(events: readonly StripeEvent[]): StripeEvent[] {
  const [processing, succeeded, created, closed] = ['processing', 'succeeded', 'dispute.created', 'dispute.closed'].map(
    (name) => events.find(({ type }) => type.endsWith(name))!,
  );
  const updated = { ...created!, id: `${created!.id}u`, type: 'charge.dispute.updated' };
  return [processing!, succeeded!, created!, updated, closed!, closed!];
}
