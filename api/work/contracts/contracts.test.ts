import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { offersWorld } from '../../testing/offers-world.ts';
import { dayMs, type Freelancing, type Member, refusal } from '../../testing/proposals-world.ts';
import { startOf } from './contract.ts';
import { workedWithUs } from './read-contracts.ts';
import type { Contract, FreelancerContract } from './schema.ts';

const own = '/v1/freelancers/me/contracts';

test('work starts at once without a start date or when it has come, and else at its first UTC instant', () => {
  const nowMs = Date.UTC(2026, 10, 23, 12);
  assert.deepEqual(startOf(null, nowMs), { state: 'active', startsAtMs: nowMs });
  assert.equal(startOf('2026-11-23', nowMs).state, 'active');
  assert.deepEqual(startOf('2026-11-24', nowMs), { state: 'ready', startsAtMs: Date.UTC(2026, 10, 24) });
  assert.equal(startOf('2026-11-24', Date.UTC(2026, 10, 24)).state, 'active');
  assert.equal(startOf('2026-11-24', Date.UTC(2026, 10, 24) - 1).state, 'ready');
});

describe('contracts', () => {
  const world = offersWorld();
  const { send, sendAt, ok, accept, offered, member, freelancer } = world;

  async function contract(owner: Member, who: Freelancing, startsOn: string | null): Promise<string> {
    const offer = await offered(owner, who, { startsOn, endsOn: null, payment: plain });
    const { contractId } = await ok<{ contractId: string }>(await accept(who, offer));
    return contractId;
  }
  const plain = {
    kind: 'hourly',
    rate: { amountMinor: 100, currency: 'USD' },
    weeklyLimitHours: null,
    manualTimeAllowed: true,
  } as const;
  /** Days from the world's present day. */
  const day = (days: number) =>
    Temporal.Instant.fromEpochMilliseconds(world.deps().clock.now() + days * dayMs)
      .toString()
      .slice(0, 10);

  test('a ready contract becomes active on its date by the clock, once, and both hear of it', async () => {
    const [owner, ada] = [await member('Owner0'), await freelancer('Ada0')];
    const id = await contract(owner, ada, day(2));
    const read = async () => ok<Contract>(await send(owner, 'GET', `/v1/contracts/${id}`));
    assert.deepEqual([(await read()).state, (await read()).startedAt], ['ready', null]);
    const knows = workedWithUs(world.db());
    const scope = tenantScope(world.acme().id);
    assert.equal((await knows(scope)).has(ada.freelancerId), false, 'nobody has worked before the start');
    const midnight = Date.parse(`${day(2)}T00:00:00Z`) - world.deps().clock.now();
    await world.pass(midnight - 1);
    assert.equal((await read()).state, 'ready');
    await world.pass(1);
    await world.pass(60_000);
    assert.equal((await read()).state, 'active');
    assert.equal((await knows(scope)).has(ada.freelancerId), true);
    assert.equal((await knows(tenantScope(world.globex().id))).has(ada.freelancerId), false);
    for (const who of [owner, ada])
      assert.equal((await world.told(who)).filter((kind) => kind === 'contract.started').length, 1);
    assert.deepEqual(await world.timeline(owner, `/v1/contracts/${id}`), ['open', 'start']);
    assert.deepEqual(await world.timeline(ada, `${own}/${id}`), ['open', 'start']);
  });

  test('either side cancels before the start, with a reason, and never after', async () => {
    const [owner, ada] = [await member('Owner1'), await freelancer('Ada1')];
    const [byTeam, byAda] = [await contract(owner, ada, day(5)), await contract(owner, ada, day(5))];
    const active = await contract(owner, ada, null);
    const reason = { reason: 'The project stopped' };
    const cancelled = await ok<Contract>(await send(owner, 'POST', `/v1/contracts/${byTeam}/cancellation`, reason));
    assert.deepEqual([cancelled.state, cancelled.cancelReason], ['cancelled', 'The project stopped']);
    assert.ok((await world.told(ada)).includes('contract.cancelled'));
    await ok<FreelancerContract>(await send(ada, 'POST', `${own}/${byAda}/cancellation`, reason));
    for (const path of [`/v1/contracts/${active}/cancellation`, `/v1/contracts/${byTeam}/cancellation`]) {
      const [, code] = await refusal(await send(owner, 'POST', path, reason));
      assert.equal(code, path.includes(active) ? 'contract_active' : 'contract_cancelled');
    }
    await world.pass(6 * dayMs);
    assert.equal((await ok<Contract>(await send(owner, 'GET', `/v1/contracts/${byTeam}`))).state, 'cancelled');
  });

  test('cancelling races the start: one of them holds', async () => {
    const [owner, ada] = [await member('Owner2'), await freelancer('Ada2')];
    const id = await contract(owner, ada, day(1));
    world.deps().clock.advance(2 * dayMs);
    const [answer] = await Promise.all([
      send(ada, 'POST', `${own}/${id}/cancellation`, { reason: 'Ill' }),
      world.deps().jobs.runDue(),
    ]);
    const { state } = await ok<Contract>(await send(owner, 'GET', `/v1/contracts/${id}`));
    assert.equal(state, answer.status === 200 ? 'cancelled' : 'active');
  });

  test('a client reads its own, a freelancer theirs, nobody another’s; pages go on where they ended', async () => {
    const [owner, ada, bea] = [await member('Owner3'), await freelancer('Ada3'), await freelancer('Bea3')];
    const ids = [await contract(owner, ada, null), await contract(owner, ada, null), await contract(owner, bea, null)];
    const viewer = await member('View3', 'viewer');
    const detail = await ok<Contract>(await send(viewer, 'GET', `/v1/contracts/${ids[0]}`));
    assert.deepEqual(
      [detail.freelancer.name, detail.signedByClient, detail.signedByFreelancer],
      ['Ada3', 'Owner3', 'Ada3'],
    );
    const cancel = await send(viewer, 'POST', `/v1/contracts/${ids[0]}/cancellation`, { reason: 'x' });
    assert.equal(cancel.status, 403);
    const seen = await ok<FreelancerContract>(await send(ada, 'GET', `${own}/${ids[0]}`));
    assert.equal(seen.client.name, 'Acme');
    assert.equal('costCenter' in seen, false, 'the client’s books are its own');
    const other = await member('Globex3', 'owner', world.globex());
    for (const sub of ['', '/timeline']) {
      assert.equal((await send(ada, 'GET', `${own}/${ids[2]}${sub}`)).status, 404);
      assert.equal((await sendAt(world.globex(), other, 'GET', `/v1/contracts/${ids[0]}${sub}`)).status, 404);
    }
    assert.equal((await sendAt(world.globex(), ada, 'GET', `${own}/${ids[0]}`)).status, 404);
    type Page = { items: { id: string }[]; nextCursor: string | null };
    const found: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const more: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
      const page: Page = await ok<Page>(await send(ada, 'GET', `${own}?limit=1${more}`));
      found.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    assert.deepEqual(found.toSorted(), [ids[0]!, ids[1]!].toSorted());
  });
});
