import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isoInstant } from '../../platform/clock/clock.ts';
import { connectsWorld, dayMs, onPost } from '../../testing/connects-world.ts';
import { refundConnects } from './return-connects.ts';
import { spendConnects } from './spend-connects.ts';

describe('connects', () => {
  const { deps, wallet, transact, proven, newcomer, pass, told } = connectsWorld();
  const spend = (freelancerId: string, amount: number, proposalId: string) =>
    transact((trx) => spendConnects(trx, deps(), { ...onPost(freelancerId, proposalId), amount }));
  const refund = (proposalId: string, reason: Parameters<typeof refundConnects>[2]['reason']) =>
    transact((trx) => refundConnects(trx, deps(), { proposalId, reason }));

  test('the first look brings this month’s 10, and looking again brings no more', async () => {
    const { id } = await newcomer('looker');
    const looks = await Promise.all(Array.from({ length: 8 }, () => wallet(id)));
    assert.deepEqual(new Set(looks.map(({ balance }) => balance)), new Set([10]));
    assert.equal((await wallet(id)).nextGrantAt, '2026-12-01T00:00:00.000Z');
    assert.deepEqual(await proven(), []);
  });

  test('a proposal takes its price from the balance, and nothing where it is free', async () => {
    const { id } = await newcomer('spender');
    await spend(id, 6, 'pr_spend');
    await spend(id, 0, 'pr_free');
    const { balance, lots } = await wallet(id);
    assert.deepEqual([balance, lots.map(({ remaining }) => remaining)], [4, [4]]);
  });

  test('a balance that is too low is refused by name, and nothing is taken', async () => {
    const { id } = await newcomer('poor');
    await assert.rejects(spend(id, 11, 'pr_poor'), { status: 409, code: 'connects_balance_too_low' });
    assert.equal((await wallet(id)).balance, 10);
  });

  test('the same proposal is not paid for twice', async () => {
    const { id } = await newcomer('twice');
    await spend(id, 2, 'pr_twice');
    await assert.rejects(spend(id, 2, 'pr_twice'), { status: 409, code: 'proposal_paid' });
    assert.equal((await wallet(id)).balance, 8);
  });

  test('64 parallel proposals with connects for one: exactly one is paid', async () => {
    const { id } = await newcomer('parallel');
    const asked = await Promise.allSettled(Array.from({ length: 64 }, (_, n) => spend(id, 8, `pr_parallel_${n}`)));
    assert.equal(asked.filter(({ status }) => status === 'fulfilled').length, 1);
    for (const one of asked) if (one.status === 'rejected') assert.equal(one.reason.code, 'connects_balance_too_low');
    assert.equal((await wallet(id)).balance, 2);
    assert.deepEqual(await proven(), []);
  });

  test('what a proposal cost comes back once, to the lot it came from, and its owner is told why', async () => {
    const { id } = await newcomer('returned');
    await spend(id, 6, 'pr_returned');
    const counts = await Promise.all(Array.from({ length: 8 }, () => refund('pr_returned', 'postClosed')));
    assert.deepEqual(counts.sort(), [0, 0, 0, 0, 0, 0, 0, 6]);
    const { balance, lots } = await wallet(id);
    assert.deepEqual([balance, lots.length], [10, 1]);
    assert.deepEqual(await told('person_returned'), [
      { kind: 'connects.returned', words: { count: '6', title: 'Post jp_1', reason: 'postClosed' } },
    ]);
    assert.equal(await refund('pr_unknown', 'postClosed'), 0);
  });

  test('a tenant’s policy decides about posts that expired and proposals nobody opened', async () => {
    const { id } = await newcomer('policy');
    const settings = JSON.stringify({ returnsExpired: false, returnsUnopened: false, monthlyGrant: 1000 });
    const row = { name: 'connects', tenantId: 'tn_acme', settings, revision: 1, changedAt: 0 };
    await deps().database.db.insertInto('policies').values(row).execute();
    for (const proposalId of ['pr_expired', 'pr_unopened', 'pr_removed']) await spend(id, 2, proposalId);
    assert.equal(await refund('pr_expired', 'postExpired'), 0);
    assert.equal(await refund('pr_unopened', 'unopened'), 0);
    assert.equal(await refund('pr_removed', 'postRemoved'), 2);
    await deps().database.db.deleteFrom('policies').execute();
    assert.equal(await refund('pr_expired', 'postExpired'), 2);
    assert.equal(await refund('pr_unopened', 'unopened'), 2);
    assert.equal((await wallet(id)).balance, 10);
  });

  test('⏱ the next month brings the next grant by itself, once', async () => {
    const { id } = await newcomer('monthly');
    await wallet(id);
    await pass(8 * dayMs);
    const { balance, lots } = await wallet(id);
    assert.deepEqual([balance, lots.length], [20, 2]);
    await pass(dayMs);
    assert.equal((await wallet(id)).balance, 20);
  });

  test('⏱ the soonest to expire is spent first; what a year has passed over is gone, and was warned of', async () => {
    const { id } = await newcomer('expiring');
    const first = (await wallet(id)).lots[0]!;
    await pass(31 * dayMs);
    await spend(id, 7, 'pr_oldest');
    assert.deepEqual(
      (await wallet(id)).lots.map(({ id: lot, remaining }) => [lot === first.id, remaining]),
      [
        [true, 3],
        [false, 10],
      ],
    );
    await pass(first.expiresAt - 10 * dayMs - deps().clock.now());
    assert.deepEqual((await told('person_expiring')).at(-1), {
      kind: 'connects.expiring',
      words: { count: '3', date: isoInstant(first.expiresAt).slice(0, 10) },
    });
    const before = (await wallet(id)).balance;
    await pass(10 * dayMs);
    const after = await wallet(id);
    assert.equal(
      after.lots.some(({ id: lot }) => lot === first.id),
      false,
    );
    // A month may have begun in these ten days.
    assert.ok([before - 3, before - 3 + 10].includes(after.balance));
    assert.deepEqual(await proven(), []);
  });

  test('what comes back after its lot expired lives 30 days more', async () => {
    const { id } = await newcomer('late');
    await spend(id, 4, 'pr_late');
    deps().clock.advance(366 * dayMs);
    await refund('pr_late', 'postClosed');
    const { lots } = await wallet(id);
    const returned = lots.find(({ source }) => source === 'returned')!;
    assert.deepEqual([returned.remaining, returned.expiresAt - deps().clock.now()], [4, 30 * dayMs]);
    assert.deepEqual(await proven(), []);
  });

  test('connects that expired are not spent in the hour before the clock takes them', async () => {
    const { id } = await newcomer('hour');
    const { lots } = await wallet(id);
    deps().clock.advance(lots[0]!.expiresAt - deps().clock.now());
    // The old 10 are gone, this month's 10 have come.
    await assert.rejects(spend(id, 11, 'pr_hour'), { code: 'connects_balance_too_low' });
    assert.equal((await wallet(id)).balance, 10);
  });
});
