import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { proposalsWorld, refusal } from '../../testing/proposals-world.ts';
import type { OwnProposal } from './own-schema.ts';

const path = '/v1/freelancers/me/proposals';
const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

describe('a proposal after it was sent', () => {
  const world = proposalsWorld();
  const { send, post, freelancer, member, propose, balance } = world;

  test('terms change by ETag while both talk; the letter does not; each version is kept', async () => {
    const owner = await member('Owner14');
    const jobId = await post(owner);
    const ada = await freelancer('Ada14');
    const sent = await propose(ada, jobId);
    const one = `${path}/${sent.id}`;
    const bid = { kind: 'fixed', total: usd(80_000) };
    const etag = (await send(ada, 'GET', one)).headers.get('etag')!;
    assert.deepEqual(await refusal(await send(ada, 'PATCH', one, { bid })), [428, 'if_match_required']);
    assert.deepEqual(await refusal(await send(ada, 'PATCH', one, { coverLetter: 'New' }, { 'if-match': etag })), [
      422,
      'invalid_input',
    ]);
    const changed = await send(ada, 'PATCH', one, { bid }, { 'if-match': etag });
    const now = (await changed.json()) as OwnProposal;
    assert.deepEqual([now.bid, now.termsVersion, now.coverLetter], [bid, 2, sent.coverLetter]);
    assert.deepEqual(await refusal(await send(ada, 'PATCH', one, { bid }, { 'if-match': etag })), [
      412,
      'changed_meanwhile',
    ]);
    const versions = await world
      .db()
      .selectFrom('proposalTerms')
      .selectAll()
      .where('proposalId', '=', sent.id)
      .execute();
    assert.deepEqual(versions.map(({ version, bid }) => [version, JSON.parse(bid).total.amountMinor]).sort(), [
      [1, 90_000],
      [2, 80_000],
    ]);
    assert.ok((await world.told(owner)).includes('proposal.changed'));
    const withdrawn = await send(ada, 'POST', `${one}/withdrawal`, { reason: 'notAvailable' });
    const last = await send(ada, 'PATCH', one, { bid }, { 'if-match': changed.headers.get('etag')! });
    assert.deepEqual([withdrawn.status, (await refusal(last))[0]], [200, 412]);
    const fresh = (await send(ada, 'GET', one)).headers.get('etag')!;
    assert.deepEqual(await refusal(await send(ada, 'PATCH', one, { bid }, { 'if-match': fresh })), [
      409,
      'proposal_withdrawn',
    ]);
  });

  test('nobody reads or changes what is another freelancer’s', async () => {
    const jobId = await post(await member('Owner15'));
    const [ada, eve] = [await freelancer('Ada15'), await freelancer('Eve15')];
    const { id } = await propose(ada, jobId);
    const one = `${path}/${id}`;
    const asked = [
      ['GET', one], ['GET', `${one}/timeline`], ['GET', `${one}/messages`],
      ['PATCH', one, {}], ['POST', `${one}/withdrawal`, { reason: 'other' }], ['POST', `${one}/boost`, { boostBid: 1 }],
      ['POST', `${one}/messages`, { text: 'Hi' }], ['POST', `${one}/messages/read-mark`, { upTo: 1 }],
    ] as const; // biome-ignore format: a table
    for (const [method, address, body] of asked)
      assert.equal((await send(eve, method, address, body, { 'if-match': '"x"' })).status, 404, `${method} ${address}`);
    assert.deepEqual(((await (await send(eve, 'GET', path)).json()) as { items: unknown[] }).items, []);
    const nobody = await member('Nobody15', 'viewer');
    assert.deepEqual(await refusal(await send(nobody, 'GET', path)), [403, 'no_freelancer_account']);
  });

  test('own proposals come page by page, newest first, with counts by state', async () => {
    const owner = await member('Owner16');
    const ada = await freelancer('Ada16');
    const ids: string[] = [];
    for (let n = 0; n < 3; n++) {
      world.deps().clock.advance(1000);
      const jobId = await post(owner, { budgetMinMinor: 100, budgetMaxMinor: 100 });
      ids.unshift((await propose(ada, jobId)).id);
    }
    await send(ada, 'POST', `${path}/${ids[2]}/withdrawal`, { reason: 'other' });
    type Page = { items: { id: string }[]; counts: Record<string, number>; nextCursor: string | null };
    const first = (await (await send(ada, 'GET', `${path}?limit=2`)).json()) as Page;
    const second = (await (await send(ada, 'GET', `${path}?limit=2&cursor=${first.nextCursor}`)).json()) as Page;
    assert.deepEqual(
      [...first.items, ...second.items].map(({ id }) => id),
      ids,
    );
    assert.deepEqual([first.counts.submitted, first.counts.withdrawn, second.nextCursor], [2, 1, null]);
    const withdrawn = (await (await send(ada, 'GET', `${path}?state=withdrawn`)).json()) as Page;
    assert.deepEqual(
      withdrawn.items.map(({ id }) => id),
      [ids[2]],
    );
    const foreign = await send(ada, 'GET', `${path}?limit=2&state=submitted&cursor=${first.nextCursor}`);
    assert.deepEqual(await refusal(foreign), [400, 'invalid_cursor']);
  });

  test('a boost can be raised until the client has opened the proposal', async () => {
    const owner = await member('Owner17');
    const jobId = await post(owner, { budgetMinMinor: 100, budgetMaxMinor: 100 });
    const ada = await freelancer('Ada17');
    const { id } = await propose(ada, jobId, { boostBid: 2 });
    assert.equal(await balance(ada), 6);
    const raised = await send(ada, 'POST', `${path}/${id}/boost`, { boostBid: 4 });
    const { boost, connects } = (await raised.json()) as OwnProposal;
    assert.deepEqual([boost, connects.boostBid, await balance(ada)], [{ state: 'standing', place: 1 }, 4, 4]);
    await send(owner, 'GET', `/v1/proposals/${id}`);
    assert.deepEqual(await refusal(await send(ada, 'POST', `${path}/${id}/boost`, { boostBid: 5 })), [
      409,
      'proposal_opened',
    ]);
    const opened = (await (await send(ada, 'GET', `${path}/${id}`)).json()) as OwnProposal;
    assert.deepEqual([opened.boost?.state, opened.viewedAt !== null], ['paid', true]);
  });
});
