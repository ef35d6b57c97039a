import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { clockDoer } from '../../platform/moves/record-move.ts';
import { requireMove } from '../../platform/moves/require-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { contractsWorld } from '../../testing/contracts-world.ts';
import { dayMs, refusal } from '../../testing/proposals-world.ts';
import { type ContractMove, type ContractState, contractMoves, contractStates, nextWeekOf } from './contract.ts';
import { pauseForDispute, resumeAfterDispute } from './pause-contract.ts';
import { requireLive, requireWorking, termsOfWeek } from './read-contracts.ts';
import type { Contract } from './schema.ts';

test('a move that the table does not list is refused, named after the state', () => {
  for (const name of Object.keys(contractMoves) as ContractMove[])
    for (const state of contractStates) {
      const { from, to } = contractMoves[name];
      const move = () => requireMove<ContractState, ContractMove>(contractMoves, 'contract', name, state).to;
      if ((from as readonly ContractState[]).includes(state)) assert.equal(move(), to);
      else
        assert.throws(move, {
          status: 409,
          code: `contract_${state.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
        });
    }
});

test('work goes on in an active contract only; money is decided about until the contract has ended', () => {
  const may = (require: (contract: { state: ContractState }) => void) =>
    contractStates.filter((state) => {
      try {
        require({ state });
        return true;
      } catch {
        return false;
      }
    });
  assert.deepEqual(may(requireWorking), ['active']);
  assert.deepEqual(may(requireLive), ['active', 'paused', 'ending']);
});

test('the next week begins on Monday 00:00 UTC, from Monday’s first instant to Sunday’s last', () => {
  const monday = Date.UTC(2026, 10, 23);
  assert.equal(nextWeekOf(monday), monday + 7 * dayMs);
  assert.equal(nextWeekOf(monday - 1), monday);
  assert.equal(nextWeekOf(monday + 7 * dayMs - 1), monday + 7 * dayMs);
});

describe('a contract’s life', () => {
  const world = contractsWorld();
  const { contract, command, end, ok, member, freelancer, told, pass } = world;
  const state = async (owner: Parameters<typeof world.status>[0], id: string) => (await world.status(owner, id)).state;

  test('the client pauses with a reason and lets work go on; both hear of it, and money stays where it is', async () => {
    const [owner, ada] = [await member('Owner0'), await freelancer('Ada0')];
    const { id, plan } = await contract(owner, ada);
    await world.prefund(50_000);
    await ok(await world.fund(owner, plan[0]!.id));
    const paused = await ok<Contract>(await command(owner, id, 'pause', { reason: 'Holidays' }));
    assert.deepEqual(
      [paused.state, paused.pauses.map(({ kind, reason }) => [kind, reason])],
      ['paused', [['client', 'Holidays']]],
    );
    assert.equal((await world.status(owner, id)).money.inEscrow.amountMinor, 30_000);
    const [status, code] = await refusal(await world.fund(owner, plan[1]!.id));
    assert.deepEqual([status, code], [409, 'contract_paused']);
    assert.deepEqual(await refusal(await command(owner, id, 'pause', { reason: 'Again' })), [409, 'contract_paused']);
    const active = await ok<Contract>(await command(owner, id, 'resumption'));
    assert.deepEqual([active.state, active.pauses], ['active', []]);
    for (const who of [owner, ada])
      assert.deepEqual((await told(who)).filter((kind) => /contract\.(paused|resumed)/.test(kind)).toSorted(), [
        'contract.paused',
        'contract.resumed',
      ]);
    assert.deepEqual(await refusal(await command(owner, id, 'resumption')), [409, 'contract_active']);
  });

  test('only who manages contracts pauses and ends for the client; an auditor reads', async () => {
    const [owner, ada] = [await member('Owner1'), await freelancer('Ada1')];
    const { id } = await contract(owner, ada);
    for (const role of ['viewer', 'auditor', 'recruiter', 'financeAdmin'] as const) {
      const person = await member(`${role}1`, role);
      assert.equal((await command(person, id, 'pause', { reason: 'x' })).status, 403);
      assert.equal((await end(person, id)).status, 403);
      const { rights } = await world.status(person, id);
      assert.deepEqual(rights.pause, { may: false, reason: 'roleReadsOnly' });
    }
    const other = await member('Globex1', 'owner', world.globex());
    const foreign = await world.askAt(world.globex(), other, 'POST', `/v1/contracts/${id}/end`, { reason: 'other' });
    assert.equal(foreign.status, 404);
    const bea = await freelancer('Bea1');
    assert.equal((await end(bea, id)).status, 404);
    assert.equal((await world.ask(ada, 'POST', `/v1/operator/contracts/${id}/hold`, { reason: 'x' })).status, 403);
    assert.equal(await state(owner, id), 'active');
  });

  test('a hold and a bank’s dispute are not the client’s to lift, and work goes on when the last of them is gone', async () => {
    const [owner, ada] = [await member('Owner2'), await freelancer('Ada2')];
    const { id } = await contract(owner, ada);
    const deps = world.deps();
    const scope = tenantScope(world.acme().id);
    const inTrx = (work: typeof pauseForDispute | typeof resumeAfterDispute) =>
      deps.database.transaction((trx) => work(trx, deps, scope, clockDoer('job_1'), id, 'Card ending in 3220'));
    const operate = (path: string) =>
      world.ask(world.operator(), 'POST', `/v1/operator/contracts/${id}/${path}`, { reason: 'Looked into' });
    await ok(await operate('hold'));
    assert.deepEqual(await refusal(await operate('hold')), [409, 'contract_on_hold']);
    await inTrx(pauseForDispute);
    await inTrx(pauseForDispute);
    for (const [path, body] of [['resumption'], ['end', { reason: 'completed' }]] as const)
      assert.deepEqual(await refusal(await command(owner, id, path, body)), [409, 'contract_in_dispute']);
    assert.deepEqual((await world.status(owner, id)).rights.resume, { may: false, reason: 'inDispute' });
    assert.deepEqual((await ok<{ state: string }>(await operate('hold/lifting'))).state, 'paused');
    assert.deepEqual(await refusal(await operate('hold/lifting')), [409, 'contract_not_on_hold']);
    await inTrx(resumeAfterDispute);
    assert.equal(await state(owner, id), 'active');
    await inTrx(resumeAfterDispute);
    assert.equal(await state(owner, id), 'active');
    assert.equal((await told(ada)).filter((kind) => kind === 'contract.disputed').length, 1);
  });

  test('after 30 days without anything done it pauses, told five days before; whatever is done starts the days anew', async () => {
    const [owner, ada] = [await member('Owner3'), await freelancer('Ada3')];
    const [idle, busy] = [await contract(owner, ada), await contract(owner, ada)];
    await pass(25 * dayMs - 1000);
    assert.equal((await told(ada)).includes('contract.idleSoon'), false);
    await pass(60_000);
    assert.equal((await told(ada)).filter((kind) => kind === 'contract.idleSoon').length, 2);
    await world.prefund(50_000);
    await ok(await world.fund(owner, busy.plan[0]!.id));
    await pass(5 * dayMs - 120_000);
    assert.equal(await state(owner, idle.id), 'active');
    await pass(180_000);
    assert.deepEqual([await state(owner, idle.id), await state(owner, busy.id)], ['paused', 'active']);
    assert.deepEqual((await world.status(owner, idle.id)).nextStep?.what, 'resume');
    await ok(await command(owner, idle.id, 'resumption'));
    await pass(dayMs);
    assert.equal(await state(owner, idle.id), 'active');
  });

  test('a contract without open money has ended at once, takes feedback for 14 days, then is closed', async () => {
    const [owner, ada] = [await member('Owner4'), await freelancer('Ada4')];
    const { id } = await contract(owner, ada);
    const ended = await ok<Contract>(await end(ada, id, 'availability'));
    assert.deepEqual([ended.state, ended.endedBy, ended.endReason], ['ended', 'freelancer', 'availability']);
    await pass(60_000);
    assert.equal(await state(owner, id), 'feedbackOpen');
    await pass(14 * dayMs - 180_000);
    assert.equal(await state(owner, id), 'feedbackOpen');
    await pass(240_000);
    assert.equal(await state(owner, id), 'closed');
    assert.deepEqual(await world.timeline(owner, `/v1/contracts/${id}`), [
      'open',
      'end',
      'settle',
      'openFeedback',
      'close',
    ]);
    for (const [path, body] of [
      ['pause', { reason: 'x' }],
      ['resumption', undefined],
      ['end', { reason: 'other' }],
      ['cancellation', { reason: 'x' }],
    ] as const) {
      assert.deepEqual(await refusal(await command(owner, id, path, body)), [409, 'contract_closed'], path);
    }
  });

  test('a freelancer who ends gives escrow back at once; a client asks for it, and what was handed in is decided first', async () => {
    const [owner, ada] = [await member('Owner5'), await freelancer('Ada5')];
    await world.prefund(200_000);
    const [given, asked] = [await contract(owner, ada), await contract(owner, ada)];
    await ok(await world.fund(owner, given.plan[0]!.id));
    assert.equal((await ok<Contract>(await end(ada, given.id))).state, 'ended');
    assert.deepEqual((await world.status(owner, given.id)).money.inEscrow.amountMinor, 0);

    for (const { id } of asked.plan) await ok(await world.fund(owner, id));
    await ok(await world.submit(ada, asked.plan[1]!.id), 201);
    const ending = await ok<Contract>(await end(owner, asked.id, 'notNeeded'));
    assert.equal(ending.state, 'ending');
    const status = await world.status(owner, asked.id);
    assert.deepEqual(status.openMoney.toSorted(), ['milestone_refund_requested', 'milestone_submitted']);
    assert.equal(status.money.inEscrow.amountMinor, 90_000);
    await ok(await world.release(owner, asked.plan[1]!.id));
    await pass(60_000);
    assert.equal(await state(owner, asked.id), 'ending');
    await pass(7 * dayMs + 120_000);
    // The job that settles may have run before the one that gives back.
    await pass(60_000);
    const settled = await world.status(owner, asked.id);
    assert.equal(['ended', 'feedbackOpen'].includes(settled.state), true, settled.state);
    assert.deepEqual(
      [settled.money.inEscrow.amountMinor, settled.money.released.amountMinor, settled.money.funded.amountMinor],
      [0, 60_000, 60_000],
    );
    await world.proveAll();
  });

  test('both end at once, or one pauses while the other ends: one of them holds, the other is told why not', async () => {
    const [owner, ada] = [await member('Owner6'), await freelancer('Ada6')];
    for (let round = 0; round < 4; round++) {
      const { id } = await contract(owner, ada);
      const both = await Promise.all([end(owner, id), end(ada, id)]);
      assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409]);
      const { id: other } = await contract(owner, ada);
      const [pause, ended] = await Promise.all([command(owner, other, 'pause', { reason: 'x' }), end(ada, other)]);
      assert.equal(ended!.status === 200 || ended!.status === 409, true);
      const found = await state(owner, other);
      // A paused contract may be ended too, an ended one is paused no more.
      if (ended!.status === 200) assert.match(found, /^(ended|feedbackOpen)$/);
      else assert.equal(found, 'paused');
      assert.equal([200, 409].includes(pause!.status), true);
    }
  });

  test('a contract has its fees from its opening, whatever the policy says later', async () => {
    const [owner, ada] = [await member('Owner7'), await freelancer('Ada7')];
    const { id } = await contract(owner, ada);
    const row = await world.db().selectFrom('contracts').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    assert.deepEqual(JSON.parse(row.fees), {
      freelancer: { kind: 'flat', basisPoints: 1000 },
      client: { basisPoints: 500, initiationMinor: 0 },
    });
    const week = await termsOfWeek(world.db(), [id], nextWeekOf(world.deps().clock.now()));
    assert.equal(week.get(id)?.title, 'Build a shop');
  });
});
