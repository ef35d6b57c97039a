import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { offersWorld, usd } from '../../testing/offers-world.ts';
import { dayMs, refusal } from '../../testing/proposals-world.ts';
import type { FreelancerOffer, Offer, OfferDifferences } from './schema.ts';

const hourly = (rate: number, weeklyLimitHours = 20) =>
  ({ kind: 'hourly', rate: usd(rate), weeklyLimitHours, manualTimeAllowed: true }) as const;

describe('counter-offers', () => {
  const world = offersWorld();
  const { send, ok, accept, offered, counter, trySend, member, freelancer, mine } = world;

  test('the freelancer’s terms are version 2; sent back as they are they are version 3 with the same hash', async () => {
    const [owner, ada] = [await member('Owner0'), await freelancer('Ada0')];
    const { id, termsHash } = await offered(owner, ada, { payment: hourly(5_000), endsOn: '2027-03-01' });
    const countered = await ok<FreelancerOffer>(await counter(ada, id, 1, { payment: hourly(6_000) }, 'More scope.'));
    assert.deepEqual([countered.state, countered.version, countered.message], ['countered', 2, 'More scope.']);
    assert.notEqual(countered.termsHash, termsHash);
    assert.deepEqual(countered.amounts.freelancerNet, usd(5_400));
    assert.ok((await world.told(owner)).includes('offer.countered'));
    assert.deepEqual(await refusal(await accept(ada, countered)), [409, 'offer_countered']);
    const back = await ok<Offer>(await trySend(owner, id));
    assert.deepEqual(
      back.versions.map(({ version, by, termsHash: hash, signatures }) => [version, by, hash, signatures.length]),
      [
        [1, 'client', termsHash, 1],
        [2, 'freelancer', countered.termsHash, 0],
        [3, 'client', countered.termsHash, 1],
      ],
    );
    assert.ok((await world.told(ada)).includes('offer.counterAnswered'));
    assert.deepEqual(await refusal(await accept(ada, { id, version: 1, termsHash })), [409, 'offer_outdated']);
    assert.equal((await accept(ada, back)).status, 200);
  });

  test('what the client writes in answer is not shown before it is sent', async () => {
    const [owner, ada] = [await member('Owner1'), await freelancer('Ada1')];
    const { id } = await offered(owner, ada, { payment: hourly(5_000) });
    const countered = await ok<FreelancerOffer>(await counter(ada, id, 1, { payment: hourly(6_000) }));
    const etag = (await send(owner, 'GET', `/v1/offers/${id}`)).headers.get('etag')!;
    const edit = { payment: hourly(5_500), message: 'Half way?', title: 'Another title' };
    await ok(await send(owner, 'PATCH', `/v1/offers/${id}`, edit, { 'if-match': etag }));
    const seen = await world.read(ada, id);
    assert.deepEqual([seen.termsHash, seen.title, seen.message], [countered.termsHash, 'Build a shop', '']);
    const { items } = await ok<{ items: FreelancerOffer[] }>(await send(ada, 'GET', mine));
    assert.deepEqual(items[0]?.payment, hourly(6_000));
    const sent = await ok<Offer>(await trySend(owner, id));
    const now = await world.read(ada, id);
    assert.deepEqual([now.version, now.termsHash, now.message], [3, sent.termsHash, 'Half way?']);
  });

  test('the difference of two versions names each field and marks the text word by word', async () => {
    const [owner, ada] = [await member('Owner2'), await freelancer('Ada2')];
    const { id } = await offered(owner, ada, { text: 'Paid within 30 days.\n\nBoth keep secrets.' });
    const milestones = [
      { description: 'Design', dueOn: '2026-12-10', amount: usd(40_000) },
      { description: 'Build', dueOn: null, amount: usd(60_000) },
      { description: 'Support', dueOn: null, amount: usd(10_000) },
    ];
    const terms = {
      payment: { kind: 'fixed', total: usd(110_000), milestones },
      endsOn: '2027-01-31',
      text: 'Paid within 14 days.\n\nBoth keep secrets.',
    };
    await ok(await counter(ada, id, 1, terms));
    for (const [who, path] of [
      [owner, '/v1/offers'],
      [ada, mine],
    ] as const) {
      const { changes, text } = await ok<OfferDifferences>(
        await send(who, 'GET', `${path}/${id}/versions/1/differences/2`),
      );
      assert.deepEqual(
        changes.map(({ path: field, label, before, after }) => [field, label, before, after]),
        [
          ['/endsOn', 'endsOn', null, '2027-01-31'],
          ['/payment/total', 'total', usd(90_000), usd(110_000)],
          ['/payment/milestones/0/amount', 'milestone.amount', usd(30_000), usd(40_000)],
          ['/payment/milestones/2', 'milestone', null, milestones[2]],
        ],
      );
      assert.deepEqual(text, [
        { kind: 'same', text: 'Paid within ' },
        { kind: 'removed', text: '30' },
        { kind: 'added', text: '14' },
        { kind: 'same', text: ' days.\n\nBoth keep secrets.' },
      ]);
      assert.equal((await send(who, 'GET', `${path}/${id}/versions/1/differences/9`)).status, 404);
    }
  });

  test('the same terms, another currency, an old version or a milestone too small are no counter-offer', async () => {
    const [owner, ada] = [await member('Owner3'), await freelancer('Ada3')];
    const { id } = await offered(owner, ada, { payment: hourly(5_000) });
    const euros = { ...hourly(5_000), rate: { amountMinor: 5_000, currency: 'EUR' } };
    const small = {
      kind: 'fixed',
      total: usd(1),
      milestones: [{ description: 'x', dueOn: null, amount: usd(1) }],
    };
    assert.deepEqual(await refusal(await counter(ada, id, 1, {})), [422, 'nothing_changed']);
    assert.deepEqual(await refusal(await counter(ada, id, 1, { payment: hourly(5_000) })), [422, 'nothing_changed']);
    const { terms } = await world.read(ada, id);
    assert.deepEqual(await refusal(await counter(ada, id, 1, { text: terms.text })), [422, 'nothing_changed']);
    assert.deepEqual(await refusal(await counter(ada, id, 1, { payment: euros })), [422, 'currency_differs']);
    assert.deepEqual(await refusal(await counter(ada, id, 2, { nda: true })), [409, 'offer_outdated']);
    assert.deepEqual(await refusal(await counter(ada, id, 1, { payment: small })), [422, 'offer_incomplete']);
    assert.equal((await counter(ada, id, 1, { purchaseOrder: { kind: 'notYet' } })).status, 422, 'not theirs to set');
    const message = await counter(ada, id, 1, { nda: true }, 'call +49 170 1234567');
    assert.deepEqual(await refusal(message), [422, 'contact_details_in_text']);
    assert.equal((await world.read(ada, id)).version, 1);
  });

  test('another freelancer’s offer answers like a missing one, whatever is asked of it', async () => {
    const [owner, ada, bea] = [await member('Owner4'), await freelancer('Ada4'), await freelancer('Bea4')];
    const { id } = await offered(owner, ada);
    for (const [method, path, body] of [
      ['GET', ''],
      ['GET', '/versions'],
      ['GET', '/versions/1/differences/1'],
      ['GET', '/document'],
      ['GET', '/timeline'],
      ['POST', '/counter', { version: 1, terms: { nda: true } }],
      ['POST', '/decline', { reason: 'x' }],
    ] as const) {
      const theirs = await send(bea, method, `${mine}/${id}${path}`, body);
      const missing = await send(bea, method, `${mine}/of_none${path}`, body);
      assert.equal(theirs.status, 404, path);
      assert.deepEqual(await theirs.json(), await missing.json());
    }
    assert.equal((await world.read(ada, id)).state, 'sent');
  });

  test('countering races withdrawing: the counter-offer is withdrawn, or never was', async () => {
    const owner = await member('Owner5');
    const ada = await freelancer('Ada5');
    for (let round = 0; round < 12; round++) {
      const { id } = await offered(owner, ada);
      const racers = [() => counter(ada, id, 1, { nda: true }), () => world.withdraw(owner, id)];
      const answers = await Promise.all((round % 2 ? racers : racers.toReversed()).map((race) => race()));
      const { state, versions } = await world.readAsTeam(owner, id);
      const wins = answers.filter(({ status }) => status === 200).length;
      assert.ok(wins >= 1);
      // Both may win one after the other: withdrawn after the counter-offer, which is kept.
      const expected = state === 'countered' ? [1, 2] : [wins, wins === 2 ? 2 : 1];
      assert.deepEqual([wins, versions.length], expected, state);
    }
  });

  test('a counter-offer that the client does not answer expires; the freelancer may decline before', async () => {
    const [owner, ada] = [await member('Owner6'), await freelancer('Ada6')];
    const [left, declined] = [await offered(owner, ada), await offered(owner, ada)];
    await world.pass(10 * dayMs);
    await ok(await counter(ada, left.id, 1, { nda: true }));
    await ok(await counter(ada, declined.id, 1, { nda: true }));
    await ok(await world.decline(ada, declined.id));
    await world.pass(29 * dayMs);
    assert.equal((await world.readAsTeam(owner, left.id)).state, 'countered');
    await world.pass(dayMs);
    assert.equal((await world.readAsTeam(owner, left.id)).state, 'expired');
    assert.equal((await world.readAsTeam(owner, declined.id)).state, 'declined');
    assert.deepEqual(await refusal(await trySend(owner, left.id)), [409, 'offer_expired']);
  });
});
