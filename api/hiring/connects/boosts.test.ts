import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { connectsWorld, onPost } from '../../testing/connects-world.ts';
import { placeBoost } from './place-boost.ts';
import { boostStanding, slotsOfPost } from './read-boosts.ts';
import { refundConnects } from './return-connects.ts';
import { payBoost, releaseBoost } from './settle-boost.ts';
import { spendConnects } from './spend-connects.ts';

describe('boosts', () => {
  const { deps, wallet, transact, proven, newcomer, told } = connectsWorld();
  const bid = (freelancerId: string, proposalId: string, jobPostId: string, amount: number) =>
    transact((trx) => placeBoost(trx, deps(), { ...onPost(freelancerId, proposalId, jobPostId), amount }));
  const opened = (proposalId: string) => transact((trx) => payBoost(trx, deps(), { proposalId }));
  const ended = (proposalId: string) => transact((trx) => releaseBoost(trx, deps(), { proposalId }));
  const slots = async (jobPostId: string) => [...(await slotsOfPost(deps().database.db, jobPostId)).keys()];

  /** Freelancers a, b, c … who bid 2, 3, 4 … on a post of their own. */
  async function fourBidders(post: string) {
    const bidders = [];
    for (const [index, name] of ['a', 'b', 'c', 'd'].entries()) {
      const { id } = await newcomer(`${post}_${name}`);
      await bid(id, `${post}_${name}`, post, index + 2);
      bidders.push(id);
    }
    return bidders;
  }

  test('a bid that stands is held, not spent, and its bidder learns the slot and nobody else’s bid', async () => {
    const [a] = await fourBidders('jp_held');
    const { balance, held, lots } = await wallet(a!);
    assert.deepEqual([balance, held, lots[0]!.remaining], [8, 2, 8]);
    const standing = await boostStanding(deps().database.db, {
      jobPostId: 'jp_held',
      proposalId: 'jp_held_a',
      freelancerId: a!,
    });
    assert.deepEqual(standing, { slots: 4, taken: 4, own: { amount: 2, state: 'standing', slot: 4 } });
    const stranger = { jobPostId: 'jp_held', proposalId: 'jp_held_a', freelancerId: 'fr_other' };
    assert.equal((await boostStanding(deps().database.db, stranger)).own, null);
  });

  test('a higher bid takes the last slot: the outbid one gets everything back, hears of it and may raise', async () => {
    const [a, b] = await fourBidders('jp_outbid');
    const { id } = await newcomer('outbidder');
    assert.equal((await bid(id, 'pr_outbidder', 'jp_outbid', 6)).own!.slot, 1);
    assert.deepEqual(await slots('jp_outbid'), ['pr_outbidder', 'jp_outbid_d', 'jp_outbid_c', 'jp_outbid_b']);
    const { balance, held } = await wallet(a!);
    assert.deepEqual([balance, held], [10, 0]);
    assert.deepEqual(await told('person_jp_outbid_a'), [
      { kind: 'connects.outbid', words: { title: 'Post jp_outbid' } },
    ]);

    assert.equal((await bid(a!, 'jp_outbid_a', 'jp_outbid', 7)).own!.slot, 1);
    assert.deepEqual([(await wallet(a!)).held, (await wallet(b!)).held], [7, 0]);
    assert.deepEqual(await proven(), []);
  });

  test('an equal bid is later and does not take a slot; it holds nothing', async () => {
    await fourBidders('jp_equal');
    const { id } = await newcomer('equal');
    const standing = await bid(id, 'pr_equal', 'jp_equal', 2);
    assert.deepEqual(standing.own, { amount: 2, state: 'outbid', slot: null });
    assert.deepEqual([(await wallet(id)).balance, (await wallet(id)).held], [10, 0]);
  });

  test('a bid is raised, never lowered, and a raise holds the new bid alone', async () => {
    const { id } = await newcomer('raiser');
    await bid(id, 'pr_raiser', 'jp_raise', 4);
    for (const amount of [3, 4])
      await assert.rejects(bid(id, 'pr_raiser', 'jp_raise', amount), { status: 409, code: 'boost_not_higher' });
    await bid(id, 'pr_raiser', 'jp_raise', 9);
    assert.deepEqual([(await wallet(id)).balance, (await wallet(id)).held], [1, 9]);
  });

  test('a bid beyond the balance or the bounds is refused, and the bid before it stands', async () => {
    const { id } = await newcomer('bounds');
    await bid(id, 'pr_bounds', 'jp_bounds', 5);
    await assert.rejects(bid(id, 'pr_bounds', 'jp_bounds', 11), { status: 409, code: 'connects_balance_too_low' });
    for (const amount of [0, -3, 2.5, 201, Number.NaN])
      await assert.rejects(bid(id, 'pr_bounds', 'jp_bounds', amount), { status: 422, code: 'boost_out_of_bounds' });
    assert.deepEqual([(await wallet(id)).balance, (await wallet(id)).held], [5, 5]);
  });

  test('the client opening the proposal pays the bid, once; then it cannot be raised and keeps its slot', async () => {
    const { id } = await newcomer('opened');
    await bid(id, 'pr_opened', 'jp_opened', 5);
    await Promise.all(Array.from({ length: 8 }, () => opened('pr_opened')));
    assert.deepEqual([(await wallet(id)).balance, (await wallet(id)).held], [5, 0]);
    await assert.rejects(bid(id, 'pr_opened', 'jp_opened', 6), { status: 409, code: 'boost_paid' });
    assert.deepEqual(await slots('jp_opened'), ['pr_opened']);
    await ended('pr_opened');
    assert.equal((await wallet(id)).balance, 5);
  });

  test('a proposal that ends unopened pays nothing, and its slot is free', async () => {
    const { id } = await newcomer('unopened');
    await bid(id, 'pr_ended', 'jp_ended', 5);
    await ended('pr_ended');
    await opened('pr_ended');
    assert.deepEqual([(await wallet(id)).balance, (await wallet(id)).held], [10, 0]);
    assert.deepEqual(await slots('jp_ended'), []);
    await assert.rejects(bid(id, 'pr_ended', 'jp_ended', 6), { status: 409, code: 'boost_released' });
  });

  test('a post that ends without a hire gives back the proposal’s price and its paid boost together', async () => {
    const { id } = await newcomer('both');
    await transact(async (trx) => {
      await placeBoost(trx, deps(), { ...onPost(id, 'pr_both', 'jp_both'), amount: 3 });
      await spendConnects(trx, deps(), { ...onPost(id, 'pr_both', 'jp_both'), amount: 4 });
    });
    await opened('pr_both');
    assert.equal((await wallet(id)).balance, 3);
    const refund = () =>
      transact((trx) => refundConnects(trx, deps(), { proposalId: 'pr_both', reason: 'postClosed' }));
    assert.deepEqual([await refund(), await refund()], [7, 0]);
    assert.equal((await wallet(id)).balance, 10);
    assert.deepEqual(await told('person_both'), [
      { kind: 'connects.returned', words: { count: '7', title: 'Post jp_both', reason: 'postClosed' } },
    ]);
    assert.deepEqual(await proven(), []);
  });

  test('16 bid at once on one post: the four highest stand and nothing else is held', async () => {
    const bidders = await Promise.all(Array.from({ length: 16 }, (_, n) => newcomer(`race_${n}`)));
    await Promise.all(bidders.map(({ id }, n) => bid(id, `pr_race_${n}`, 'jp_race', (n % 8) + 1)));
    const held = await Promise.all(bidders.map(async ({ id }) => (await wallet(id)).held));
    assert.deepEqual(held.filter((count) => count > 0).sort(), [7, 7, 8, 8]);
    assert.equal((await slots('jp_race')).length, 4);
    assert.deepEqual(await proven(), []);
  });

  test('opening a proposal and outbidding it race: paid or outbid, never both', async () => {
    for (let round = 0; round < 10; round++) {
      const post = `jp_duel_${round}`;
      const [a] = await fourBidders(post);
      const { id } = await newcomer(`duel_${round}`);
      await Promise.all([opened(`${post}_a`), bid(id, `pr_duel_${round}`, post, 9)]);
      const boost = await boostStanding(deps().database.db, {
        jobPostId: post,
        proposalId: `${post}_a`,
        freelancerId: a!,
      });
      const { balance, held } = await wallet(a!);
      assert.equal(held, 0);
      assert.equal(balance, boost.own!.state === 'paid' ? 8 : 10);
    }
    assert.deepEqual(await proven(), []);
  });
});
