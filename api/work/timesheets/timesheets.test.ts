import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Freelancing, type Member, refusal } from '../../testing/proposals-world.ts';
import { dayMs, hourMs, mine, minuteMs, mondayMs, timeWorld } from '../../testing/time-world.ts';
import { readContracts } from '../contracts/read-contracts.ts';
import { weekName, weekStartOf } from '../time-entries/time-entry.ts';
import { readWeeks } from './read-timesheets.ts';
import type { TimeAdjustment } from './schema.ts';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

describe('weeks of worked time', () => {
  const world = timeWorld();
  const { send, ok, enter, member, freelancer, until } = world;
  const nextWeek = () => weekStartOf(world.now()) + 7 * dayMs;

  /** A contract with `hours` by hand in a fresh week, at its Monday noon: charged. */
  async function charged(
    name: string,
    hours: number,
    terms = {},
  ): Promise<{ owner: Member; ada: Freelancing; id: string; week: number }> {
    const [owner, ada] = [await member(`Owner ${name}`), await freelancer(`Ada ${name}`)];
    const week = nextWeek();
    await until(week + hourMs, dayMs);
    const id = await world.hourly(owner, ada, terms);
    await until(week + 3 * dayMs, dayMs);
    await ok(await enter(ada, id, week + 2 * hourMs, hours * 60), 201);
    await until(week + 7 * dayMs, dayMs);
    await until(week + 7 * dayMs + 12 * hourMs);
    return { owner, ada, id, week };
  }
  const stateOf = async (owner: Member, id: string) =>
    (await world.weeks(owner, id)).map(({ state, charge }) => [state, charge]);

  test('a month of weeks: each is closed, charged, accepted and available at its own hour, and the ledger agrees', async () => {
    const [owner, ada] = [await member('Owner m'), await freelancer('Ada m')];
    await world.prefund(2_000_000);
    const id = await world.hourly(owner, ada, { rateMinor: 2222, weeklyLimitHours: 12 });
    const first = mondayMs;
    for (let week = 0; week < 4; week++) {
      const startMs = first + week * 7 * dayMs;
      await until(startMs + 5 * dayMs, dayMs);
      // The first week began at noon; in the third there is more than the limit.
      await ok(await enter(ada, id, startMs + dayMs, (week === 2 ? 14 : 12) * 60), 201);
    }
    const lastMs = first + 3 * 7 * dayMs;
    await until(lastMs + 7 * dayMs - 1000);
    assert.deepEqual((await stateOf(owner, id))[0], ['open', 'none']);
    await world.pass(1000);
    assert.deepEqual((await stateOf(owner, id))[0], ['freelancerReview', 'none']);
    await world.pass(12 * hourMs - 1000);
    assert.deepEqual((await stateOf(owner, id))[0], ['freelancerReview', 'none']);
    await world.pass(1000);
    assert.deepEqual((await stateOf(owner, id))[0], ['clientReview', 'paid']);
    assert.equal(await world.available('contractHold', id), 26_664);
    await world.proveAll();
    await until(lastMs + 12 * dayMs - 1000);
    assert.deepEqual((await stateOf(owner, id))[0], ['clientReview', 'paid'], 'Friday 23:59:59 is still the client’s');
    await world.pass(1000);
    assert.deepEqual((await stateOf(owner, id))[0], ['security', 'paid']);
    assert.equal(await world.available('contractHold', id), 0);
    assert.equal(await world.available('freelancerPending', ada.freelancerId), 23_998);
    await world.proveAll();
    await until(lastMs + 17 * dayMs + 10 * minuteMs, dayMs);
    assert.deepEqual(await stateOf(owner, id), Array(4).fill(['available', 'paid']));
    // Golden: 12 h × 22.22 = 266.64 → fee 26.66, net 239.98, four times; 13.33 of client fee each.
    assert.equal(await world.available('freelancerAvailable', ada.freelancerId), 4 * 23_998);
    assert.equal(await world.available('clientFunding', world.acme().id), 2_000_000 - 4 * (26_664 + 1333));
    const third = (await world.weeks(owner, id)).at(-3)!;
    assert.deepEqual([third.billedMinutes, third.overLimitMinutes, third.amount], [720, 120, usd(26_664)]);
    await world.proveAll();
  });

  test('a week without billed time costs nothing and waits for nobody', async () => {
    const [owner, ada] = [await member('Owner n'), await freelancer('Ada n')];
    const weekMs = nextWeek();
    await until(weekMs + hourMs, dayMs);
    const id = await world.hourly(owner, ada);
    await until(weekMs + 3 * hourMs);
    const { entry } = await ok<{ entry: { id: string; etag: string } }>(
      await enter(ada, id, weekMs + 2 * hourMs, 60),
      201,
    );
    await ok(await send(ada, 'DELETE', `${mine}/time-entries/${entry.id}`, undefined, { 'if-match': entry.etag }));
    await until(weekMs + 8 * dayMs, dayMs);
    assert.deepEqual(await stateOf(owner, id), [['unbilled', 'none']]);
    await world.proveAll();
  });

  test('a declined card rests the contract; tried again daily, and when it pays, work goes on and both hear of it', async () => {
    await world.card('sandbox_card_decline');
    const { owner, ada, id, week } = await charged('d', 2);
    const state = async () => (await readContracts(world.db(), [id])).get(id)!.state;
    assert.deepEqual(await stateOf(owner, id), [['clientReview', 'declined']]);
    assert.equal(await state(), 'paused');
    assert.equal((await refusal(await enter(ada, id, week + 7 * dayMs, 60)))[1], 'contract_paused');
    const [standing] = (await readWeeks(world.db(), [id], world.now())).get(id)!.waiting;
    assert.deepEqual([standing?.charge, standing?.amount], ['declined', usd(12_000)]);
    await world.pass(dayMs);
    assert.equal((await world.timesheet(owner, (await world.weeks(owner, id))[0]!.id)).charge, 'declined');
    await until(week + 12 * dayMs + hourMs, dayMs);
    assert.deepEqual(await stateOf(owner, id), [['accepted', 'declined']], 'accepted by the clock, and nothing earned');
    await world.proveAll();
    await world.card('sandbox_card_success');
    await until(week + 14 * dayMs, dayMs);
    assert.deepEqual(await stateOf(owner, id), [['security', 'paid']]);
    assert.equal(await state(), 'active');
    assert.ok((await world.told(owner)).includes('week.chargeDeclined'));
    assert.ok((await world.told(ada)).includes('week.notPaid'));
    await world.proveAll();
  });

  test('the client accepts early once, whoever clicks and the clock at one moment', async () => {
    await world.prefund(1_000_000);
    const { owner, ada, id, week } = await charged('a', 3);
    const sheet = (await world.weeks(owner, id))[0]!.id;
    const accept = (key: string) =>
      send(owner, 'POST', `/v1/timesheets/${sheet}/acceptance`, undefined, { 'idempotency-key': key });
    await until(week + 12 * dayMs - minuteMs, dayMs);
    world.deps().clock.advance(minuteMs);
    const [...answers] = await Promise.all([
      accept('one'),
      accept('two'),
      accept('two'),
      world
        .deps()
        .jobs.runDue()
        .then(() => undefined),
    ]);
    const codes = answers.flatMap((answer) => (answer ? [answer.status] : []));
    assert.ok(
      codes.every((status) => status === 200 || status === 409),
      `${codes}`,
    );
    assert.deepEqual(await stateOf(owner, id), [['security', 'paid']]);
    assert.equal(await world.available('freelancerPending', ada.freelancerId), 16_200);
    const viewer = await member('Viewer a', 'viewer');
    assert.equal((await send(viewer, 'POST', `/v1/timesheets/${sheet}/acceptance`)).status, 403);
    const stranger = await member('Globex a', 'owner', world.globex());
    assert.equal((await world.sendAt(world.globex(), stranger, 'GET', `/v1/timesheets/${sheet}`)).status, 404);
    await world.proveAll();
  });

  test('disputed segments are frozen, the rest is earned; withdrawn, conceded and decided each go their way', async () => {
    await world.prefund(1_000_000);
    for (const [how, hours] of [
      ['withdrawal', 4],
      ['concession', 4],
      ['decision', 4],
    ] as const) {
      const { owner, ada, id, week } = await charged(`x ${how}`, hours, { rateMinor: 3333 });
      const before = await world.available('clientFunding', world.acme().id);
      const sheet = (await world.weeks(owner, id))[0]!.id;
      const { days } = await world.timesheet(owner, sheet);
      const segments = days.flatMap((day) => day.segments.map((segment) => segment.id));
      const disputed = segments.slice(0, 7);
      const dispute = (segmentIds: string[]) =>
        send(owner, 'POST', `/v1/timesheets/${sheet}/dispute`, { segmentIds, reason: 'Nothing was done' });
      assert.equal((await refusal(await dispute(['sg_none'])))[1], 'segment_unknown');
      assert.deepEqual(await stateOf(owner, id), [['clientReview', 'paid']], 'a refused dispute changed nothing');
      const frozen = await ok<{ disputed: { amountMinor: number }; state: string }>(await dispute(disputed));
      // 24 × 33.33 ⁄ 6 = 133.32; the other 17 come to 94.435 → 94.44.
      assert.deepEqual([frozen.state, frozen.disputed.amountMinor], ['disputed', 13_332 - 9444]);
      assert.equal(await world.available('freelancerPending', ada.freelancerId), 9444 - 944);
      assert.equal(await world.available('contractHold', id), 0);
      await world.proveAll();
      const reason = { reason: 'Talked about it' };
      if (how === 'withdrawal')
        await ok(await send(owner, 'POST', `/v1/timesheets/${sheet}/dispute/withdrawal`, reason));
      if (how === 'concession')
        await ok(await send(ada, 'POST', `${mine}/timesheets/${sheet}/dispute/concession`, reason));
      if (how === 'decision') {
        const mediator = { ...(await freelancer('Mediator')), operatorRoles: ['mediator'] } as const;
        const desk = await ok<{ items: { timesheetId: string; segments: object[] }[] }>(
          await send(mediator, 'GET', '/v1/operator/timesheets/disputes'),
        );
        assert.deepEqual(
          desk.items.map(({ timesheetId, segments: all }) => [timesheetId, all.length]),
          [[sheet, 7]],
        );
        const path = `/v1/operator/timesheets/${sheet}/dispute/decision`;
        assert.equal((await send(ada, 'POST', path, { refundedSegmentIds: [], ...reason })).status, 403);
        const foreign = { refundedSegmentIds: [segments[10]!], ...reason };
        assert.equal(
          (await refusal(await send(mediator, 'POST', path, foreign)))[1],
          'segment_unknown',
          'it is not disputed',
        );
        await ok(await send(mediator, 'POST', path, { refundedSegmentIds: disputed.slice(0, 6), ...reason }));
      }
      const { dispute: done, earned, refunded, state } = await world.timesheet(owner, sheet);
      assert.equal(state, 'security');
      const back = { withdrawal: 0, concession: 3888, decision: 3888 - 556 }[how];
      assert.deepEqual([done!.refunded, refunded, earned], [usd(back), usd(back), usd(13_332 - back)]);
      const fee = Math.round((back * 667) / 13_332);
      assert.equal(
        (await world.available('clientFunding', world.acme().id)) - before,
        back + fee,
        'with the client’s fee on it',
      );
      await world.proveAll();
      await until(week + 14 * dayMs, dayMs);
      assert.deepEqual(await stateOf(owner, id), [['available', 'paid']]);
    }
  });

  test('a week disputed whole and conceded is refunded, and earned nobody anything', async () => {
    const { owner, ada, id } = await charged('w', 1);
    const sheet = (await world.weeks(owner, id))[0]!.id;
    const segmentIds = (await world.timesheet(owner, sheet)).days.flatMap((day) =>
      day.segments.map((segment) => segment.id),
    );
    await ok(await send(owner, 'POST', `/v1/timesheets/${sheet}/dispute`, { segmentIds, reason: 'Not agreed' }));
    await ok(await send(ada, 'POST', `${mine}/timesheets/${sheet}/dispute/concession`, { reason: 'True' }));
    assert.deepEqual(await stateOf(owner, id), [['refunded', 'paid']]);
    await world.proveAll();
  });

  test('a closed week is put right by adjustments: given back, added, never more than there is', async () => {
    await world.card('sandbox_card_success');
    const { owner, ada, id, week } = await charged('j', 5);
    const sheet = (await world.weeks(owner, id))[0]!.id;
    const give = (amountMinor: number, currency = 'USD') =>
      send(ada, 'POST', `${mine}/timesheets/${sheet}/adjustments`, {
        amount: { amountMinor, currency },
        reason: 'Counted twice',
      });
    assert.equal((await refusal(await give(100)))[1], 'amount_over_earning', 'nothing is earned yet');
    await ok(await send(owner, 'POST', `/v1/timesheets/${sheet}/acceptance`));
    assert.equal((await refusal(await give(30_001)))[1], 'amount_over_earning');
    assert.equal((await refusal(await give(100, 'EUR')))[1], 'currency_mixed');
    for (const wrong of [-1, 0, 1.5, 2 ** 60, '5'])
      assert.equal((await give(wrong as number)).status, 422, String(wrong));
    const given = await ok<TimeAdjustment>(await give(6000), 201);
    assert.deepEqual([given.kind, given.state], ['givenBack', 'done']);
    assert.equal(await world.available('freelancerPending', ada.freelancerId), 21_600);
    world.deps().clock.advance(1);
    const add = { amount: usd(4000), reason: 'Came on Sunday' };
    const added = await ok<TimeAdjustment>(await send(owner, 'POST', `/v1/timesheets/${sheet}/adjustments`, add), 201);
    assert.deepEqual([added.kind, added.state], ['added', 'done']);
    assert.equal(await world.available('freelancerPending', ada.freelancerId), 21_600 + 3600);
    world.deps().clock.advance(1);
    await world.card('sandbox_card_decline');
    assert.equal((await send(owner, 'POST', `/v1/timesheets/${sheet}/adjustments`, add)).status, 402);
    const { adjustments } = await world.sheet(ada, id, weekName(week));
    assert.deepEqual(
      adjustments.map(({ kind, state }) => [kind, state]),
      [
        ['givenBack', 'done'],
        ['added', 'done'],
        ['added', 'declined'],
      ],
    );
    await world.proveAll();
    await until(week + 14 * dayMs, dayMs);
    assert.equal(await world.available('freelancerAvailable', ada.freelancerId), 25_200);
    await world.proveAll();
  });
});
