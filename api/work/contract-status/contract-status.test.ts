import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readSum } from '../../money/ledger/read-ledger.ts';
import { setPersonDisabled } from '../../platform/auth/disable-person.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { inWidget } from '../../testing/actors.ts';
import { contractsWorld } from '../../testing/contracts-world.ts';
import { usd } from '../../testing/offers-world.ts';
import { dayMs } from '../../testing/proposals-world.ts';
import { touchContract } from '../contracts/touch-contract.ts';
import { dueOf, type NextStep, sortSteps } from './next-step.ts';
import type { ContractStatusPage } from './schema.ts';

const step = (who: NextStep['who'], dueAtMs: number | null, what: NextStep['what'] = 'submitWork'): NextStep => ({
  who,
  what,
  subject: null,
  dueAtMs,
  action: null,
});

test('a side sees its own steps first, of each what is due soonest; what takes its time comes last', () => {
  const steps = [step('nobody', 1), step('client', null), step('freelancer', 5), step('client', 9)];
  const order = (side: 'client' | 'freelancer') =>
    sortSteps(steps, side).map(({ who, dueAtMs }) => `${who} ${dueAtMs}`);
  assert.deepEqual(order('client'), ['client 9', 'client null', 'freelancer 5', 'nobody 1']);
  assert.deepEqual(order('freelancer'), ['freelancer 5', 'client 9', 'client null', 'nobody 1']);
  assert.deepEqual([dueOf(steps, 'client', 99), dueOf(steps, 'freelancer', 99)], [9, 5]);
  assert.deepEqual([dueOf([step('client', null)], 'client', 99), dueOf([], 'client', 99)], [99, null]);
});

describe('contract status', () => {
  const world = contractsWorld();
  const { ask, contract, member, freelancer, ok, status, ownStatus, list } = world;

  test('it says at each step who must act, until when, and where the money is, as the ledger has it', async () => {
    const [owner, ada] = [await member('Owner0'), await freelancer('Ada0')];
    await world.prefund(200_000);
    const { id, plan } = await contract(owner, ada);
    const [design] = plan;
    const next = async () => {
      const { nextStep } = await status(owner, id);
      return [nextStep?.who, nextStep?.what, nextStep?.subject?.name, nextStep?.action];
    };
    assert.deepEqual(await next(), ['client', 'fundMilestone', 'Design', 'fund']);
    await ok(await world.fund(owner, design!.id));
    assert.deepEqual(await next(), ['freelancer', 'submitWork', 'Design', 'submit']);
    await ok(await world.submit(ada, design!.id, 'It is **done**'), 201);
    assert.deepEqual(await next(), ['client', 'reviewSubmission', 'Design', 'release']);
    const submitted = await status(owner, id);
    assert.equal(Date.parse(submitted.nextStep!.dueAt!), world.deps().clock.now() + 14 * dayMs);
    assert.deepEqual(
      submitted.deliverables.map(({ version, note, answer }) => [version, note, answer]),
      [[1, 'It is done', 'waiting']],
    );
    assert.deepEqual(
      submitted.milestones.map(({ rights }) => [rights.fund.may, rights.release.may]),
      [
        [false, true],
        [true, false],
      ],
    );
    await ok(await world.release(owner, design!.id, { amount: usd(20_000) }));
    const { money, timeline } = await status(owner, id);
    const amounts = Object.fromEntries(Object.entries(money).map(([name, amount]) => [name, amount?.amountMinor]));
    assert.deepEqual(amounts, {
      funded: 30_000,
      inEscrow: 10_000,
      held: 0,
      released: 20_000,
      net: 18_000,
      paid: 31_500,
      remaining: 60_000,
    });
    assert.equal(await readSum(world.db(), { kind: 'freelancerPending', ownerId: ada.freelancerId }, 'USD'), 18_000);
    assert.deepEqual([...new Set(timeline.map(({ subject }) => subject.kind))].toSorted(), ['contract', 'milestone']);
    const own = (await ownStatus(ada, id)).money;
    assert.deepEqual(
      own,
      { ...money, paid: null },
      'both see the same figures, but the client’s fees are the client’s',
    );
    await world.proveAll();
  });

  test('rights follow role, grant and side, each with its reason', async () => {
    const [owner, ada, finance] = [
      await member('Owner1'),
      await freelancer('Ada1'),
      await member('Fin1', 'financeAdmin'),
    ];
    const { id } = await contract(owner, ada);
    const { rights } = await status(finance, id);
    assert.deepEqual(
      [rights.fund, rights.pause],
      [
        { may: true, reason: null },
        { may: false, reason: 'roleReadsOnly' },
      ],
    );
    assert.deepEqual((await ownStatus(ada, id)).rights.fund, { may: false, reason: 'otherSide' });
    assert.deepEqual((await ownStatus(ada, id)).rights.end, { may: true, reason: null });
    const path = `/v1/contract-status/${id}`;
    const widget = (grants: Record<string, boolean>) => inWidget(owner, { contractStatus: grants });
    assert.equal((await ask(widget({}), 'GET', path)).status, 403);
    const inside = await ok<{ rights: typeof rights }>(await ask(widget({ read: true, release: true }), 'GET', path));
    assert.deepEqual(
      [inside.rights.fund.reason, inside.rights.release.reason, inside.rights.end.reason],
      ['notGranted', 'nothingSubmitted', 'notGranted'],
    );
    const pause = (grants: Record<string, boolean>) =>
      ask(widget(grants), 'POST', `/v1/contracts/${id}/pause`, { reason: 'x' });
    assert.equal((await pause({ read: true })).status, 403);
    assert.equal((await pause({ manage: true })).status, 200);
    assert.deepEqual((await status(owner, id)).rights.fund, { may: false, reason: 'paused' });
  });

  test('lists filter by state, team and who is waited for, count without limit of sight, and go on where they ended', async () => {
    const [owner, ada, bea] = [await member('Owner2'), await freelancer('Ada2'), await freelancer('Bea2')];
    const ids: string[] = [];
    for (let at = 0; at < 3; at++) {
      ids.push((await contract(owner, ada, { team: 'Shop2' })).id);
      world.deps().clock.advance(1000);
    }
    const { id: beas } = await contract(owner, bea, { team: 'Shop2' });
    await ok(await world.command(owner, ids[0]!, 'pause', { reason: 'x' }));
    const team = '?team=Shop2';
    const found = async (query: string) => (await list(owner, `${team}${query}`)).items.map(({ id }) => id);
    assert.deepEqual(await found(''), [beas, ...ids.toReversed()]);
    assert.deepEqual(await found('&filter=paused'), [ids[0]]);
    assert.deepEqual(await found(`&freelancer=${bea.freelancerId}`), [beas]);
    assert.equal((await found('&filter=waiting')).length, 4, 'three to fund, one to resume');
    const { counts } = await list(owner, team);
    const count = (filter: string) => counts.find((one) => one.filter === filter)?.count;
    assert.deepEqual([count('active'), count('paused'), count('waiting'), count('open')], [3, 1, 4, 4]);
    await ok(await world.end(ada, ids[2]!));
    assert.equal((await found('&filter=waiting')).includes(ids[2]!), false, 'what was just done waits no more');
    assert.deepEqual((await list(ada, '?filter=waiting')).items, []);

    for (const query of [team, `${team}&filter=waiting`]) {
      const whole = (await list(owner, query)).items.map(({ id }) => id);
      const paged: string[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const more: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
        const page: ContractStatusPage = await list(owner, `${query}&limit=1${more}`);
        paged.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      assert.deepEqual(paged, whole);
    }
    const first = await list(owner, `${team}&limit=1`);
    const stolen = await ask(ada, 'GET', `/v1/freelancers/me/contract-status?cursor=${first.nextCursor}`);
    assert.equal(stolen.status, 400);
  });

  test('nobody sees another’s: a foreign contract is not there', async () => {
    const [owner, ada, bea] = [await member('Owner3'), await freelancer('Ada3'), await freelancer('Bea3')];
    const other = await member('Globex3', 'owner', world.globex());
    const { id } = await contract(owner, ada);
    for (const sub of ['', '/timeline']) {
      const path = `/v1/contract-status/${id}${sub}`;
      assert.equal((await world.askAt(world.globex(), other, 'GET', path)).status, 404);
      assert.equal((await ask(bea, 'GET', `/v1/freelancers/me/contract-status/${id}${sub}`)).status, 404);
    }
    const page = await world.askAt(world.globex(), other, 'GET', '/v1/contract-status');
    assert.deepEqual((await ok<ContractStatusPage>(page)).items, []);
  });

  test('a stream tells of changes to whom they belong, and ends when the sign-in is not allowed any more', async () => {
    const [owner, ada] = [await member('Owner4'), await freelancer('Ada4')];
    const other = await member('Globex4', 'owner', world.globex());
    const { id } = await contract(owner, ada);
    const open = async (answer: Response) => {
      assert.equal(answer.headers.get('content-type'), 'text/event-stream');
      return answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    };
    const own = await open(await ask(owner, 'GET', '/v1/contract-status/changes'));
    const foreign = await open(await world.askAt(world.globex(), other, 'GET', '/v1/contract-status/changes'));
    const freelancers = await open(await ask(ada, 'GET', '/v1/freelancers/me/contract-status/changes'));
    const listening = await Promise.all([own, foreign, freelancers].map((reader) => reader.read()));
    assert.deepEqual(
      listening.map(({ value }) => value),
      Array.from({ length: 3 }, () => ': listening\n\n'),
    );
    await world.streams().look();
    const deps = world.deps();
    await deps.database.transaction((trx) => touchContract(trx, deps, tenantScope(world.acme().id), id));
    const { revision } = await status(owner, id);
    await world.streams().look();
    const event = `event: changed\ndata: ${JSON.stringify({ contractId: id, revision })}\n\n`;
    const readUntil = async (reader: typeof own) => {
      for (let text = ''; ; ) {
        const { value, done } = await reader.read();
        text += value ?? '';
        if (done || text.includes(event)) return text;
      }
    };
    for (const reader of [own, freelancers]) assert.ok((await readUntil(reader)).includes(event));
    await setPersonDisabled({ authority: world.authority(), clock: deps.clock }, owner.personId, true);
    await world.streams().look();
    assert.equal((await own.read()).done, true, 'disabled');
    world.streams().close();
    assert.equal((await foreign.read()).done, true, 'and it never told of another’s');
  });
});
