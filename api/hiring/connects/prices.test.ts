import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { priceOfPost, priceOfProposal } from './connects.ts';
import { connectsPolicy } from './policy.ts';

const money = (amountMinor: number, currency = 'USD') => ({ amountMinor, currency });
const fixed = (amountMinor: number, currency?: string) =>
  ({ kind: 'fixed', amount: money(amountMinor, currency) }) as const;
const hourly = (min: number, max: number) => ({ kind: 'hourly', min: money(min), max: money(max) }) as const;

// biome-ignore format: a line each reads as a table
const table: [name: string, budget: Parameters<typeof priceOfPost>[0], price: number][] = [
  ['100.00 fixed', fixed(10_000), 2],
  ['a cent more', fixed(10_001), 4],
  ['10,000.00 fixed', fixed(1_000_000), 14],
  ['above all steps', fixed(1_000_001), 16],
  ['hourly by the upper end', hourly(500, 4000), 8],
  ['hourly above all steps', hourly(10_000, 10_001), 16],
  ['no budget', null, 6],
  ['15,000 yen are about 100 dollars', fixed(15_000, 'JPY'), 2],
  ['a currency without a rate', fixed(10_000, 'ISK'), 6],
];

describe('the price of a proposal', () => {
  for (const [name, budget, price] of table) test(`${name}: ${price}`, () => assert.equal(priceOfPost(budget), price));

  test('is 2–16, and never falls as the budget grows', () => {
    const amount = fc.integer({ min: 0, max: 10 ** 12 });
    fc.assert(
      fc.property(amount, amount, (one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        for (const budgetOf of [fixed, (minor: number) => hourly(0, minor)]) {
          const prices = [priceOfPost(budgetOf(less)), priceOfPost(budgetOf(more))] as const;
          assert.ok(prices[0] >= 2 && prices[1] <= 16 && prices[0] <= prices[1]);
        }
      }),
    );
  });

  test('is nothing for who was invited and for a post of a pool', () => {
    const post = { budget: fixed(500_000), visibility: 'public' };
    assert.equal(priceOfProposal(post, { isInvited: false }), 12);
    assert.equal(priceOfProposal(post, { isInvited: true }), 0);
    assert.equal(priceOfProposal({ ...post, visibility: 'poolOnly' }, { isInvited: false }), 0);
  });

  test('follows the policy of the installation, whose defaults are within its bounds', () => {
    const { prices } = connectsPolicy.schema.parse(connectsPolicy.defaults) as typeof connectsPolicy.defaults;
    assert.equal(priceOfPost(fixed(5_000_000), { ...prices, most: 10 }), 10);
  });
});
