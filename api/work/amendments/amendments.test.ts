import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { asksNobody } from '../../procurement/approvals/approval-policy.ts';
import { publishRules, simpleRules } from '../../testing/approval-rules.ts';
import { contractsWorld, mine } from '../../testing/contracts-world.ts';
import { usd } from '../../testing/offers-world.ts';
import { dayMs, type Freelancing, type Member, refusal } from '../../testing/proposals-world.ts';
import { nextWeekOf } from '../contracts/contract.ts';
import { termsOfWeek } from '../contracts/read-contracts.ts';
import type { Amendment, AmendmentList, AmendmentPreview, TermsChange } from './schema.ts';

const hourly = { kind: 'hourly', rate: usd(5000), weeklyLimitHours: 20, manualTimeAllowed: true } as const;

describe('amendments', () => {
  const world = contractsWorld();
  const { ask, contract, member, freelancer, ok, pass } = world;
  const isMember = (who: Member | Freelancing) => who.roles.length > 0;
  const base = (who: Member | Freelancing) => (isMember(who) ? '/v1' : mine);
  const preview = (who: Member | Freelancing, id: string, change: TermsChange) =>
    ask(who, 'POST', `${base(who)}/contracts/${id}/amendments/preview`, { change });
  const list = async (who: Member | Freelancing, id: string): Promise<AmendmentList> =>
    ok(await ask(who, 'GET', `${base(who)}/contracts/${id}/amendments`));

  async function tryPropose(who: Member | Freelancing, id: string, change: TermsChange): Promise<Response> {
    const { termsHash, signerName: typedName } = await ok<AmendmentPreview>(await preview(who, id, change));
    const body = { change, termsHash, typedName, message: 'As we said' };
    // No two are proposed in the same instant: the newest is listed first.
    world.deps().clock.advance(1);
    return ask(who, 'POST', `${base(who)}/contracts/${id}/amendments`, body);
  }
  const propose = async (who: Member | Freelancing, id: string, change: TermsChange): Promise<Amendment> =>
    ok(await tryPropose(who, id, change), 201);
  const sign = (who: Member | Freelancing, { id, termsHash }: Amendment, typedName: string) =>
    ask(who, 'POST', `${base(who)}/amendments/${id}/signature`, { termsHash, typedName });
  const plainContract = async (owner: Member, ada: Freelancing) =>
    (await contract(owner, ada, { payment: hourly, startsOn: null, endsOn: null })).id;

  test('another rate counts from the next Monday 00:00 UTC; earlier weeks keep theirs', async () => {
    const [owner, ada] = [await member('Owner0'), await freelancer('Ada0')];
    const id = await plainContract(owner, ada);
    const change = { rate: usd(6000) };
    const shown = await ok<AmendmentPreview>(await preview(owner, id, change));
    assert.deepEqual(
      shown.differences.changes.map(({ path, before, after }) => [path, before, after]),
      [['/payment/rate', usd(5000), usd(6000)]],
    );
    assert.equal(shown.takesEffect, 'nextWeek');
    const proposed = await propose(owner, id, change);
    assert.deepEqual([proposed.state, proposed.mayAnswer, proposed.mayWithdraw], ['proposed', false, true]);
    assert.equal((await world.ownStatus(ada, id)).nextStep?.what, 'signAmendment');
    const [seen] = (await list(ada, id)).items;
    assert.equal(seen?.mayAnswer, true);
    const agreed = await ok<Amendment>(await sign(ada, seen!, 'Ada0'));
    const monday = nextWeekOf(world.deps().clock.now());
    assert.deepEqual([agreed.state, Date.parse(agreed.effectiveFrom!)], ['agreed', monday]);
    const rateOf = async (weekMs: number) => {
      const terms = (await termsOfWeek(world.db(), [id], weekMs)).get(id);
      return terms?.payment.kind === 'hourly' && terms.payment.rate.amountMinor;
    };
    assert.deepEqual([await rateOf(monday - 7 * dayMs), await rateOf(monday)], [5000, 6000]);
    await pass(monday - world.deps().clock.now() - 1000);
    assert.equal((await list(ada, id)).items[0]?.state, 'agreed');
    await pass(61_000);
    const { items, versions } = await list(owner, id);
    assert.equal(items[0]?.state, 'inForce');
    assert.deepEqual(
      versions.map(({ version, isInForce }) => [version, isInForce]),
      [
        [2, true],
        [1, false],
      ],
    );
    assert.deepEqual(
      items[0]?.signatures.map(({ side, typedName, termsHash }) => [side, typedName, termsHash]).toSorted(),
      [
        ['client', 'Owner0', proposed.termsHash],
        ['freelancer', 'Ada0', proposed.termsHash],
      ],
    );
    assert.equal(await rateOf(monday - 7 * dayMs), 5000);
  });

  test('everything but the rate counts at once; a second proposal waits for the first', async () => {
    const [owner, ada] = [await member('Owner1'), await freelancer('Ada1')];
    const id = await plainContract(owner, ada);
    const proposed = await propose(ada, id, { endsOn: '2027-06-30', weeklyLimitHours: 30 });
    assert.deepEqual(await refusal(await tryPropose(owner, id, { endsOn: '2028-01-01' })), [409, 'amendment_open']);
    assert.equal((await world.status(owner, id)).nextStep?.what, 'signAmendment');
    const agreed = await ok<Amendment>(await sign(owner, proposed, ' owner1 '));
    assert.equal(agreed.state, 'inForce');
    assert.equal((await world.status(owner, id)).endsOn, '2027-06-30');
    const [status] = await refusal(await sign(owner, proposed, 'Owner1'));
    assert.equal(status, 409);
  });

  test('one side cannot answer for the other, sign under another name or hash, nor what was not put to it', async () => {
    const [owner, ada, bea] = [await member('Owner2'), await freelancer('Ada2'), await freelancer('Bea2')];
    const id = await plainContract(owner, ada);
    const proposed = await propose(owner, id, { endsOn: '2027-01-31' });
    const refused = async (answer: Response) => (await refusal(answer))[1];
    assert.equal(await refused(await sign(owner, proposed, 'Owner2')), 'own_amendment');
    assert.equal(await refused(await sign(ada, proposed, 'Bea2')), 'name_differs');
    assert.equal(
      await refused(await sign(ada, { ...proposed, termsHash: 'f'.repeat(64) }, 'Ada2')),
      'amendment_outdated',
    );
    assert.equal((await sign(bea, proposed, 'Bea2')).status, 404);
    const viewer = await member('Viewer2', 'viewer');
    assert.equal((await ask(viewer, 'POST', `/v1/amendments/${proposed.id}/withdrawal`)).status, 403);
    const other = await member('Globex2', 'owner', world.globex());
    const foreign = await world.askAt(world.globex(), other, 'POST', `/v1/amendments/${proposed.id}/withdrawal`);
    assert.equal(foreign.status, 404);
    const taken = await ask(ada, 'POST', `${mine}/amendments/${proposed.id}/withdrawal`);
    assert.equal(await refused(taken), 'other_sides_amendment');
    const declined = await ask(ada, 'POST', `${mine}/amendments/${proposed.id}/decline`, { reason: 'Too early' });
    assert.equal((await ok<Amendment>(declined)).state, 'declined');
    assert.equal(await refused(await sign(ada, proposed, 'Ada2')), 'amendment_declined');
    assert.equal((await world.status(owner, id)).endsOn, null);
  });

  test('terms that cannot be are refused by name', async () => {
    const [owner, ada] = [await member('Owner3'), await freelancer('Ada3')];
    const id = await plainContract(owner, ada);
    const { id: fixed } = await contract(owner, ada);
    const cases: [string, TermsChange, string][] = [
      [id, {}, 'nothing_changed'],
      [id, { rate: usd(5000) }, 'nothing_changed'],
      [id, { rate: { amountMinor: 5000, currency: 'EUR' } }, 'currency_differs'],
      [id, { total: usd(100) }, 'not_fixed'],
      [id, { endsOn: '2020-01-01' }, 'end_in_past'],
      [id, { text: '<b>x</b>' }, 'html_in_text'],
      [id, { text: ' ' }, 'text_missing'],
      [fixed, { rate: usd(1) }, 'not_hourly'],
      [fixed, { total: usd(89_999) }, 'total_below_planned'],
      [fixed, { total: usd(0) }, 'invalid_input'],
    ];
    for (const [contractId, change, code] of cases)
      assert.deepEqual(await refusal(await preview(owner, contractId, change)), [422, code], JSON.stringify(change));
    assert.equal((await preview(owner, fixed, { total: usd(120_000) })).status, 200);
  });

  test('other money is approved again: the client’s own before the freelancer sees it, the freelancer’s before it counts', async () => {
    const [owner, ada, boss] = [
      await member('Owner4', 'owner'),
      await freelancer('Ada4'),
      await member('Boss4', 'approver'),
    ];
    const id = await plainContract(owner, ada);
    await publishRules(world.deps(), world.acme().id, simpleRules({ offersFromMinor: 0 }));
    const decide = async ({ approvalId, termsHash: hash }: Amendment, how: 'approval' | 'rejection') =>
      ok(await ask(boss, 'POST', `/v1/approvals/${approvalId}/${how}`, { hash, reason: 'Because' }));
    try {
      const own = await propose(owner, id, { weeklyLimitHours: 25 });
      assert.equal(own.state, 'pendingApproval');
      assert.deepEqual((await list(ada, id)).items, [], 'the freelancer does not see it yet');
      assert.equal((await world.ownStatus(ada, id)).amendment, null);
      await decide(own, 'approval');
      const [seen] = (await list(ada, id)).items;
      assert.equal(seen?.state, 'proposed');
      await ok(await sign(ada, seen!, 'Ada4'));

      const theirs = await propose(ada, id, { weeklyLimitHours: 35 });
      const waiting = await ok<Amendment>(await sign(owner, theirs, 'Owner4'));
      assert.equal(waiting.state, 'pendingSignature');
      await decide(waiting, 'rejection');
      const [back] = (await list(owner, id)).items;
      assert.deepEqual([back?.state, back?.signatures.map(({ side }) => side)], ['proposed', ['freelancer']]);
      const again = await ok<Amendment>(await sign(owner, theirs, 'Owner4'));
      await decide(again, 'approval');
      assert.equal((await list(ada, id)).items[0]?.state, 'inForce');

      const words = await propose(owner, id, { text: 'Other words' });
      assert.equal(words.state, 'proposed', 'words are not approved');
    } finally {
      await publishRules(world.deps(), world.acme().id, asksNobody);
    }
  });

  test('nobody answers: it expires after 14 days; a contract that ends takes it away', async () => {
    const [owner, ada] = [await member('Owner5'), await freelancer('Ada5')];
    const [slow, ending] = [await plainContract(owner, ada), await plainContract(owner, ada)];
    const proposed = await propose(owner, slow, { endsOn: '2028-01-01' });
    await propose(owner, ending, { endsOn: '2028-01-01' });
    await ok(await world.end(ada, ending));
    assert.equal((await list(owner, ending)).items[0]?.state, 'withdrawn');
    await pass(14 * dayMs - 1000);
    assert.equal((await list(owner, slow)).items[0]?.state, 'proposed');
    world.deps().clock.advance(2000);
    assert.deepEqual(await refusal(await sign(ada, proposed, 'Ada5')), [409, 'amendment_expired']);
    await pass(60_000);
    assert.equal((await list(owner, slow)).items[0]?.state, 'expired');
  });

  test('signing races withdrawing: one of them holds', async () => {
    const [owner, ada] = [await member('Owner6'), await freelancer('Ada6')];
    for (let round = 0; round < 4; round++) {
      const id = await plainContract(owner, ada);
      const proposed = await propose(owner, id, { endsOn: '2028-01-01' });
      const answers = await Promise.all([
        sign(ada, proposed, 'Ada6'),
        ask(owner, 'POST', `/v1/amendments/${proposed.id}/withdrawal`),
      ]);
      assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409]);
      const { endsOn } = await world.status(owner, id);
      assert.equal(endsOn, answers[0].status === 200 ? '2028-01-01' : null);
    }
  });
});
