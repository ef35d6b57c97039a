import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixedPrice, offersWorld, usd } from '../../testing/offers-world.ts';
import { dayMs, refusal } from '../../testing/proposals-world.ts';
import type { Offer } from './schema.ts';

describe('making an offer', () => {
  const world = offersWorld();
  const { send, sendAt, ok, draft, trySend, offered, member, freelancer, post, propose, mine } = world;

  test('from a proposal it starts with the bid, the post’s place in the books and the standard terms', async () => {
    const owner = await member('Owner0');
    const ada = await freelancer('Ada0');
    const jobId = await post(owner, {
      title: 'Move a shop',
      team: 'Web',
      costCenter: 'CC-7',
      purchaseOrder: JSON.stringify({ kind: 'number', number: 'PO-1' }),
    });
    const { id: proposalId } = await propose(ada, jobId);
    const answer = await send(owner, 'POST', '/v1/offers', { to: { kind: 'proposal', proposalId } });
    const offer = await ok<Offer>(answer, 201);
    assert.deepEqual(offer.terms.payment, {
      kind: 'fixed',
      total: usd(90_000),
      milestones: [{ description: 'Move a shop', dueOn: null, amount: usd(90_000) }],
    });
    assert.deepEqual(
      [offer.title, offer.team, offer.costCenter, offer.terms.purchaseOrder, offer.freelancer?.name, offer.state],
      ['Move a shop', 'Web', 'CC-7', { kind: 'number', number: 'PO-1' }, 'Ada0', 'draft'],
    );
    assert.equal(offer.terms.template?.id, 'standard');
    assert.deepEqual(offer.amounts, {
      basis: 'total',
      gross: usd(90_000),
      freelancerFee: usd(9_000),
      freelancerNet: usd(81_000),
      clientFee: usd(4_500),
      clientTotal: usd(94_500),
    });
    const sent = await ok<Offer>(await trySend(owner, offer.id));
    assert.deepEqual([sent.state, sent.version], ['sent', 1]);
    const proposal = await ok<{ state: string }>(await send(ada, 'GET', `/v1/freelancers/me/proposals/${proposalId}`));
    assert.equal(proposal.state, 'offered');
    assert.deepEqual(await world.told(ada), ['offer.sent']);
    const second = await draft(owner, { kind: 'freelancer', freelancerId: ada.freelancerId, jobPostId: jobId });
    assert.equal(second.jobPost?.title, 'Move a shop');
    assert.deepEqual(
      await refusal(await send(owner, 'POST', '/v1/offers', { to: { kind: 'proposal', proposalId } })),
      [409, 'proposal_offered'],
      'one offer at a time grows from a proposal',
    );
  });

  test('what is missing or does not fit is named field by field, and nothing is sent', async () => {
    const [owner, ada] = [await member('Owner1'), await freelancer('Ada1')];
    const milestone = (amountMinor: number, more: object = {}) => ({
      description: 'Part',
      dueOn: null,
      amount: usd(amountMinor),
      ...more,
    });
    const fixed = (total: number, ...milestones: ReturnType<typeof milestone>[]) => ({
      payment: { kind: 'fixed' as const, total: usd(total), milestones },
    });
    const hourly = { kind: 'hourly' as const, rate: usd(0), weeklyLimitHours: null, manualTimeAllowed: true };
    // biome-ignore format: a line each reads as a table
    const cases: [object, string, string][] = [
      [{ title: '' }, '/title', 'required'],
      [{ text: ' ' }, '/text', 'required'],
      [{ payment: null }, '/payment', 'required'],
      [{ payment: hourly }, '/payment/rate', 'rate_not_positive'],
      [fixed(500), '/payment/milestones', 'required'],
      [fixed(499, milestone(499)), '/payment/milestones/0/amount', 'milestone_below_minimum'],
      [fixed(1001, milestone(500), milestone(500)), '/payment/total', 'milestones_do_not_sum'],
      [fixed(500, milestone(500, { description: '' })), '/payment/milestones/0/description', 'required'],
      [fixed(500, milestone(500, { amount: { amountMinor: 500, currency: 'EUR' } })), '/payment/milestones/0/amount', 'currency_mixed'],
      [{ startsOn: '2026-11-20' }, '/startsOn', 'starts_in_past'],
      [{ startsOn: '2026-12-20', endsOn: '2026-12-19', payment: { ...hourly, rate: usd(1) } }, '/endsOn', 'ends_before_start'],
      [{ startsOn: '2026-12-01', ...fixed(500, milestone(500, { dueOn: '2026-11-30' })) }, '/payment/milestones/0/dueOn', 'due_before_start'],
      [{ endsOn: '2026-12-01', ...fixed(500, milestone(500, { dueOn: '2026-12-02' })) }, '/payment/milestones/0/dueOn', 'due_after_end'],
    ];
    for (const [fields, pointer, code] of cases) {
      const { id } = await draft(owner, { kind: 'freelancer', freelancerId: ada.freelancerId }, fields);
      const answer = await trySend(owner, id);
      const problem = (await answer.json()) as { code: string; errors: { pointer: string; code: string }[] };
      assert.deepEqual([answer.status, problem.code], [422, 'offer_incomplete'], pointer);
      assert.deepEqual(
        problem.errors.map((error) => [error.pointer, error.code]),
        [[pointer, code]],
      );
      assert.equal((await world.readAsTeam(owner, id)).state, 'draft');
    }
    assert.deepEqual(await world.told(ada), []);
    const least = await offered(owner, ada, fixed(500, milestone(500)));
    assert.equal(least.state, 'sent', '5.00 is enough');
  });

  test('absurd, negative or unknown money, 51 milestones and unknown fields are refused at the door', async () => {
    const owner = await member('Owner2');
    const to = { kind: 'email', email: 'x@people.example', name: 'X' };
    const hourly = { kind: 'hourly', rate: usd(100), weeklyLimitHours: 40, manualTimeAllowed: true };
    for (const fields of [
      { payment: { ...hourly, rate: usd(-1) } },
      { payment: { ...hourly, rate: usd(10 ** 13) } },
      { payment: { ...hourly, rate: usd(1.5) } },
      { payment: { ...hourly, rate: { amountMinor: 1, currency: 'XXX' } } },
      { payment: { ...hourly, weeklyLimitHours: 169 } },
      { payment: { ...fixedPrice, milestones: Array(51).fill(fixedPrice.milestones[0]) } },
      { startsOn: '2026-02-30' },
      { state: 'sent' },
    ]) {
      assert.equal((await send(owner, 'POST', '/v1/offers', { ...fields, to })).status, 422, JSON.stringify(fields));
    }
  });

  test('contact details and HTML have no place in title, milestones or message; terms may name addresses', async () => {
    const [owner, ada] = [await member('Owner3'), await freelancer('Ada3')];
    const to = { kind: 'freelancer', freelancerId: ada.freelancerId };
    const milestones = [{ description: 'mail me: ada (at) example (dot) com', dueOn: null, amount: usd(500) }];
    // biome-ignore format: a line each reads as a table
    const cases: [object, string, string][] = [
      [{ title: 'Call +49 170 1234567' }, '/title', 'contact_details_in_text'],
      [{ title: '<script>alert(1)</script>' }, '/title', 'html_in_text'],
      [{ message: 'write to ada@example.com' }, '/message', 'contact_details_in_text'],
      [{ message: '<img src=x onerror=alert(1)>' }, '/message', 'html_in_text'],
      [{ text: 'a <iframe src=x></iframe>' }, '/text', 'html_in_text'],
      [{ payment: { kind: 'fixed', total: usd(500), milestones } }, '/payment/milestones/0/description', 'contact_details_in_text'],
    ];
    for (const [fields, pointer, code] of cases) {
      const answer = await send(owner, 'POST', '/v1/offers', { to, ...fields });
      const problem = (await answer.json()) as { code: string; errors: { pointer: string }[] };
      assert.deepEqual([answer.status, problem.code, problem.errors[0]?.pointer], [422, code, pointer]);
    }
    const fine = await send(owner, 'POST', '/v1/offers', { to, text: 'Notices go to legal@acme.example.' });
    assert.equal(fine.status, 201);
  });

  test('a recruiter drafts but does not send or withdraw; viewers and auditors read; others see nothing', async () => {
    const [owner, recruiter, viewer, auditor] = [
      await member('Owner4'),
      await member('Rec4', 'recruiter'),
      await member('View4', 'viewer'),
      await member('Aud4', 'auditor'),
    ];
    const ada = await freelancer('Ada4');
    const { id } = await draft(recruiter, { kind: 'freelancer', freelancerId: ada.freelancerId });
    assert.equal((await trySend(recruiter, id)).status, 403);
    assert.equal((await world.readAsTeam(viewer, id)).id, id);
    for (const reader of [viewer, auditor]) {
      assert.equal((await trySend(reader, id)).status, 403);
      assert.equal((await send(reader, 'PATCH', `/v1/offers/${id}`, {}, { 'if-match': '"x"' })).status, 403);
      assert.equal((await world.withdraw(reader, id)).status, 403);
    }
    assert.equal((await send(ada, 'GET', `${mine}/${id}`)).status, 404, 'a draft does not exist for its freelancer');
    const other = await member('Globex4', 'owner', world.globex());
    const theirs = await sendAt(world.globex(), other, 'GET', `/v1/offers/${id}`);
    const missing = await sendAt(world.globex(), other, 'GET', '/v1/offers/of_none');
    assert.equal(theirs.status, 404);
    assert.deepEqual(await theirs.json(), await missing.json());
    await ok(await trySend(owner, id));
    assert.equal((await world.withdraw(recruiter, id)).status, 403, 'what was sent is no recruiter’s to take back');
    const thrown = await draft(recruiter, { kind: 'freelancer', freelancerId: ada.freelancerId });
    assert.equal((await world.withdraw(recruiter, thrown.id)).status, 200, 'a draft is');
  });

  test('the sender signs with the own name and over the terms that were read', async () => {
    const [owner, ada] = [await member('Zoë  Müller5'), await freelancer('Ada5')];
    const offer = await draft(owner, { kind: 'freelancer', freelancerId: ada.freelancerId });
    for (const typedName of ['', ' ', 'Somebody Else', 'Zoe Müller5'])
      assert.deepEqual(await refusal(await trySend(owner, offer.id, { typedName })), [422, 'name_differs']);
    const stale = await trySend(owner, offer.id, { termsHash: '0'.repeat(64) });
    assert.deepEqual(await refusal(stale), [409, 'offer_outdated']);
    const sent = await ok<Offer>(
      await trySend(owner, offer.id, { typedName: ' ZOË müller5 ', termsHash: offer.termsHash }),
    );
    assert.deepEqual(
      sent.versions.map(({ version, by, signatures }) => [version, by, signatures.map((s) => [s.side, s.typedName])]),
      [[1, 'client', [['client', 'ZOË müller5']]]],
    );
  });

  test('a draft is edited with its ETag; what was sent is not edited', async () => {
    const [owner, ada] = [await member('Owner6'), await freelancer('Ada6')];
    const { id } = await draft(owner, { kind: 'freelancer', freelancerId: ada.freelancerId });
    const etag = (await send(owner, 'GET', `/v1/offers/${id}`)).headers.get('etag')!;
    const path = `/v1/offers/${id}`;
    assert.equal((await send(owner, 'PATCH', path, { nda: true })).status, 428);
    const changed = await send(owner, 'PATCH', path, { nda: true, team: 'Web' }, { 'if-match': etag });
    assert.deepEqual([(await ok<Offer>(changed)).terms.nda, changed.headers.get('etag') === etag], [true, false]);
    assert.equal((await send(owner, 'PATCH', path, { nda: false }, { 'if-match': etag })).status, 412);
    await ok(await trySend(owner, id));
    const newest = (await send(owner, 'GET', path)).headers.get('etag')!;
    const late = await send(owner, 'PATCH', path, { nda: false }, { 'if-match': newest });
    assert.deepEqual(await refusal(late), [409, 'offer_sent']);
    assert.deepEqual(await refusal(await trySend(owner, id)), [409, 'offer_sent']);
  });

  test('nobody is offered to who could not sign: oneself, an unclaimed profile, an ended post', async () => {
    const [owner, ada] = [await member('Owner7'), await freelancer('Ada7')];
    const both = { ...ada, roles: ['owner'] as const };
    const self = await send(both, 'POST', '/v1/offers', { to: { kind: 'freelancer', freelancerId: ada.freelancerId } });
    assert.deepEqual(await refusal(self), [409, 'offer_to_yourself']);
    await world.db().updateTable('freelancers').set({ personId: null }).where('id', '=', ada.freelancerId).execute();
    const nobody = await send(owner, 'POST', '/v1/offers', {
      to: { kind: 'freelancer', freelancerId: ada.freelancerId },
    });
    assert.deepEqual(await refusal(nobody), [409, 'profile_not_claimed']);
    const bea = await freelancer('Bea7');
    const jobPostId = await post(owner);
    const live = await draft(owner, { kind: 'freelancer', freelancerId: bea.freelancerId, jobPostId });
    await world.endPost(jobPostId, 'closed');
    assert.equal((await world.readAsTeam(owner, live.id)).state, 'withdrawn', 'a draft goes with its post');
    const to = { kind: 'freelancer', freelancerId: bea.freelancerId, jobPostId };
    assert.deepEqual(await refusal(await send(owner, 'POST', '/v1/offers', { to })), [409, 'job_post_closed']);
  });

  test('an offer waits 30 days in an enterprise; a reminder comes two days before, once', async () => {
    const [owner, ada] = [await member('Owner8'), await freelancer('Ada8')];
    const { id, expiresAt } = await offered(owner, ada, { endsOn: null });
    assert.equal(Date.parse(expiresAt!) - world.deps().clock.now(), 30 * dayMs);
    await world.pass(28 * dayMs - 60_000);
    assert.deepEqual(await world.told(ada), ['offer.sent']);
    await world.pass(60_000);
    await world.pass(dayMs);
    assert.deepEqual(await world.told(ada), ['offer.sent', 'offer.expiring']);
    await world.pass(dayMs);
    assert.equal((await world.readAsTeam(owner, id)).state, 'expired');
    assert.deepEqual(await world.told(ada), ['offer.sent', 'offer.expiring', 'offer.expired']);
    assert.deepEqual(await world.told(owner), ['offer.expired']);
    assert.deepEqual(await world.timeline(owner, `/v1/offers/${id}`), ['draft', 'send', 'expire']);
    assert.deepEqual(await world.timeline(ada, `${mine}/${id}`), ['send', 'expire']);
  });

  test('a repeated key drafts one offer', async () => {
    const [owner, ada] = [await member('Owner9'), await freelancer('Ada9')];
    const body = { to: { kind: 'freelancer', freelancerId: ada.freelancerId } };
    const key = { 'idempotency-key': 'a click' };
    const [one, two] = [
      await ok<Offer>(await send(owner, 'POST', '/v1/offers', body, key), 201),
      await ok<Offer>(await send(owner, 'POST', '/v1/offers', body, key), 201),
    ];
    assert.equal(one.id, two.id);
    const { items } = await ok<{ items: Offer[] }>(await send(owner, 'GET', '/v1/offers?limit=100'));
    assert.equal(items.filter(({ freelancer: to }) => to?.id === ada.freelancerId).length, 1);
  });
});
