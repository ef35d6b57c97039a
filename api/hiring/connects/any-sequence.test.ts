import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { settlePayment } from '../../money/payments/settle-payment.ts';
import { Refusal } from '../../platform/http/problem.ts';
import { connectsWorld, dayMs, onPost } from '../../testing/connects-world.ts';
import { connectsPurchase, connectsPurpose, orderConnects } from './buy-connects.ts';
import { placeBoost } from './place-boost.ts';
import { refundConnects } from './return-connects.ts';
import { payBoost, releaseBoost } from './settle-boost.ts';
import { spendConnects } from './spend-connects.ts';

const proposals = 6;
const aProposal = fc.nat({ max: proposals - 1 });
const amount = fc.integer({ min: 1, max: 16 });

/** Everything that can happen to a wallet, in any order. */
const anyStep = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('spend' as const), amount }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('boost' as const), proposal: aProposal, amount }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('refund' as const), proposal: aProposal }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('open' as const), proposal: aProposal }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('release' as const), proposal: aProposal }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('buy' as const),
      card: fc.constantFrom('sandbox_card_success', 'sandbox_card_decline', 'sandbox_card_delay'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('wait' as const), days: fc.constantFrom(1, 40, 200, 364, 366) }),
  },
);

describe('any sequence of grants, purchases, bids, returns and expiries', () => {
  const { deps, wallet, transact, proven, newcomer, pass } = connectsWorld();
  let runs = 0;

  test('keeps sums at zero, nothing below zero, lots equal to the balance, and spends the soonest to expire', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 25 }), async (steps) => {
        const run = `run${++runs}`;
        const { id } = await newcomer(run);
        const payments = { ...deps(), purposes: { [connectsPurchase]: connectsPurpose(deps()) } };
        const on = (proposal: number) => onPost(id, `${run}_${proposal}`, `jp_${run}`);
        let spends = 0;
        for (const step of steps) {
          const before = await wallet(id);
          try {
            switch (step.does) {
              case 'spend':
                await transact((trx) => spendConnects(trx, deps(), { ...on(spends), amount: step.amount }));
                spends = Math.min(spends + 1, proposals - 1);
                break;
              case 'boost':
                await transact((trx) => placeBoost(trx, deps(), { ...on(step.proposal), amount: step.amount }));
                break;
              case 'refund':
                await transact((trx) =>
                  refundConnects(trx, deps(), { proposalId: on(step.proposal).proposalId, reason: 'postClosed' }),
                );
                break;
              case 'open':
                await transact((trx) => payBoost(trx, deps(), on(step.proposal)));
                break;
              case 'release':
                await transact((trx) => releaseBoost(trx, deps(), on(step.proposal)));
                break;
              case 'buy': {
                const card = { token: step.card, label: 'a card' };
                const { id: paymentId } = await transact((trx) =>
                  orderConnects(trx, deps(), id, { connects: 10, card }),
                );
                await settlePayment(payments, paymentId);
                break;
              }
              case 'wait':
                await pass(step.days * dayMs);
                break;
            }
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
          const after = await wallet(id);
          assert.ok(after.balance >= 0 && after.held >= 0);
          assert.equal(
            after.lots.reduce((sum, { remaining }) => sum + remaining, 0),
            after.balance,
          );
          if (step.does === 'spend') assertSoonestFirst(before.lots, after.lots);
        }
        assert.deepEqual(await proven(), []);
      }),
      { numRuns: 40 },
    );
  });
});

type Lots = { id: string; remaining: number; expiresAt: number }[];

/** A lot is touched only when every lot that expires sooner is used up. */
function assertSoonestFirst(before: Lots, after: Lots): void {
  const left = new Map(after.map(({ id, remaining }) => [id, remaining]));
  const touched = before.findLastIndex(({ id, remaining }) => (left.get(id) ?? 0) < remaining);
  for (const { id, expiresAt } of before.slice(0, Math.max(touched, 0))) {
    if (expiresAt < before[touched]!.expiresAt) assert.equal(left.get(id) ?? 0, 0);
  }
}
