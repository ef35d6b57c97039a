import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Question } from '../job-posts/job-post.ts';
import { acceptAnswers } from './answer-rules.ts';
import { bidKindsFor, problemsOfBid } from './bid-rules.ts';
import { earningsOf } from './earnings.ts';
import { fitOf } from './fit.ts';
import { proposalCan, proposalStates } from './proposal.ts';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const bounds = { hourlyMin: 3, hourlyMax: 1000, totalMin: 5, totalMax: 10_000_000, milestoneMin: 5 };
const codes = (...args: Parameters<typeof problemsOfBid>) => problemsOfBid(...args).map(({ code }) => code);

test('an hourly post takes a rate, a fixed one a total or milestones', () => {
  assert.deepEqual(bidKindsFor({ kind: 'hourly', min: usd(1), max: usd(2) }), ['hourly']);
  assert.deepEqual(bidKindsFor({ kind: 'fixed', amount: usd(1) }), ['fixed', 'milestones']);
  assert.deepEqual(bidKindsFor(null), ['hourly', 'fixed', 'milestones']);
});

test('bounds are in whole units, whatever decimals a currency has', () => {
  const yen = (amountMinor: number) => ({ amountMinor, currency: 'JPY' });
  const dinar = (amountMinor: number) => ({ amountMinor, currency: 'KWD' });
  const rows = [[usd(499), usd(500)], [yen(4), yen(5)], [dinar(4999), dinar(5000)]] as const; // biome-ignore format: a table
  for (const [low, enough] of rows) {
    assert.deepEqual(codes({ kind: 'fixed', total: low }, null, bounds, '2026-11-23'), ['bid_too_low']);
    assert.deepEqual(codes({ kind: 'fixed', total: enough }, null, bounds, '2026-11-23'), []);
  }
  assert.deepEqual(codes({ kind: 'hourly', rate: usd(100_001) }, null, bounds, '2026-11-23'), ['bid_too_high']);
});

test('milestones are accepted exactly when they add up to the total', () => {
  const amounts = fc.array(fc.integer({ min: 500, max: 1_000_000 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(amounts, fc.integer({ min: -3, max: 3 }), (parts, off) => {
      const sum = parts.reduce((so, part) => so + part, 0);
      const milestones = parts.map((part) => ({ description: 'A part', dueOn: null, amount: usd(part) }));
      const found = codes({ kind: 'milestones', total: usd(sum + off), milestones }, null, bounds, '2026-11-23');
      assert.equal(found.includes('milestones_do_not_sum'), off !== 0);
    }),
  );
});

test('a fee and a net always sum to the bid', () => {
  const sliding = {
    kind: 'sliding',
    currency: 'USD',
    tiers: [
      { upToMinor: 50_000, basisPoints: 2000 },
      { upToMinor: 1_000_000, basisPoints: 1000 },
      { upToMinor: null, basisPoints: 500 },
    ],
  } as const;
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 ** 12 }),
      fc.constantFrom('USD', 'JPY', 'KWD'),
      (amountMinor, currency) => {
        const bid = { kind: 'fixed', total: { amountMinor, currency } } as const;
        for (const schedule of [{ kind: 'flat', basisPoints: 1000 } as const, sliding]) {
          const { gross, fee, net } = earningsOf(bid, schedule);
          assert.equal(fee.amountMinor + net.amountMinor, gross.amountMinor);
        }
      },
    ),
  );
  // The golden values of the domain rules.
  assert.deepEqual(earningsOf({ kind: 'fixed', total: usd(60_000) }, sliding).net, usd(49_000));
  assert.deepEqual(
    earningsOf({ kind: 'fixed', total: usd(26_664) }, { kind: 'flat', basisPoints: 1000 }).net,
    usd(23_998),
  );
});

const question = (more: Partial<Question>): Question => ({
  id: 'qu',
  kind: 'text',
  text: 'Why?',
  choices: [],
  isRequired: true,
  ...more,
});

test('every question is answered once, in the order of the post, as it was asked', () => {
  const questions = [question({ id: 'a' }), question({ id: 'b', kind: 'yesNo', isRequired: false }), question({ id: 'c', kind: 'choice', choices: ['X'] })]; // biome-ignore format: a list
  const { answers, problems } = acceptAnswers(
    [
      { questionId: 'c', value: 'X' },
      { questionId: 'a', value: ' Because\u200b ' },
    ],
    questions,
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(
    answers.map(({ questionId, value }) => [questionId, value]),
    [
      ['a', 'Because'],
      ['b', null],
      ['c', 'X'],
    ],
  );
});

test('no is an answer; blanks are none', () => {
  const asked = [question({ kind: 'yesNo' })];
  assert.deepEqual(acceptAnswers([{ questionId: 'qu', value: false }], asked).problems, []);
  const [blank] = acceptAnswers([{ questionId: 'qu', value: ' \u200b\n ' }], [question({})]).problems;
  assert.equal(blank?.code, 'answer_missing');
});

test('the better fit scores higher, all else equal', () => {
  const facts = {
    postSkills: [{ id: 'react', name: 'React' }, { id: 'sql', name: 'SQL' }],
    budget: { kind: 'fixed', amount: usd(100_000) },
    skills: [{ id: 'react', name: 'React' }],
    bid: { kind: 'fixed', total: usd(100_000) },
    jobSuccess: 80,
    isVerified: false,
    isInvited: false,
    openToOffers: false,
  } as const; // biome-ignore format: short
  const base = fitOf(facts).score;
  const better = [
    { skills: facts.postSkills },
    { jobSuccess: 100 },
    { isVerified: true },
    { isInvited: true },
    { openToOffers: true },
  ];
  for (const change of better) assert.ok(fitOf({ ...facts, ...change }).score > base, JSON.stringify(change));
  assert.ok(fitOf({ ...facts, bid: { kind: 'fixed', total: usd(150_000) } }).score < base);
  assert.equal(fitOf({ ...facts, skills: [{ id: 'own-1', name: 'sql' }] }).matchedSkills[0], 'SQL', 'by name too');
  const best = fitOf({ ...facts, ...Object.assign({}, ...better) });
  assert.deepEqual([best.score, best.missingSkills], [1, []]);
});

test('an ended proposal has no way back, and none is both offered and withdrawn', () => {
  const ended = proposalStates.filter((state) => ['declined', 'withdrawn', 'closed', 'hired'].includes(state));
  for (const state of ended) for (const can of Object.values(proposalCan)) assert.equal(can({ state }), false, state);
  assert.equal(proposalCan.withdraw({ state: 'offered' }), false);
  assert.equal(proposalCan.hire({ state: 'active' }), false);
});
