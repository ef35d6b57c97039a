import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readTimeline } from '../../platform/moves/read-timeline.ts';
import { clockDoer } from '../../platform/moves/record-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { dayMs, proposalsWorld, refusal } from '../../testing/proposals-world.ts';
import { hireProposal, offerProposal, reopenProposal } from './offer-proposal.ts';
import type { OwnProposal } from './own-schema.ts';
import { countProposals, findProposal } from './read-proposals.ts';

const own = '/v1/freelancers/me/proposals';

describe('how a proposal ends', () => {
  const world = proposalsWorld();
  const { send, post, freelancer, member, propose, balance, endPost } = world;

  const read = async (who: Parameters<typeof send>[0], id: string) =>
    (await (await send(who, 'GET', `${own}/${id}`)).json()) as OwnProposal;
  const scope = () => tenantScope(world.acme().id);
  const transact = <T>(work: Parameters<ReturnType<typeof world.deps>['database']['transaction']>[0]) =>
    world.deps().database.transaction(work) as Promise<T>;
  const offer = (id: string) =>
    transact((trx) => offerProposal(trx, world.deps(), scope(), clockDoer('job_1'), id, 'of_1'));
  const hire = (id: string) =>
    transact((trx) => hireProposal(trx, world.deps(), scope(), clockDoer('job_1'), id, 'of_1'));
  const reopen = (id: string) =>
    transact((trx) =>
      reopenProposal(trx, world.deps(), scope(), clockDoer('job_1'), id, { offerId: 'of_1', reason: 'offerExpired' }),
    );

  test('a decline carries a reason and words without contact details; its connects stay spent', async () => {
    const owner = await member('Owner1');
    const ada = await freelancer('Ada1');
    const { id } = await propose(ada, await post(owner));
    const message = 'Thanks; write me at owner@acme.com';
    const declined = await send(owner, 'POST', `/v1/proposals/${id}/decline`, { reason: 'rateTooHigh', message });
    assert.equal(declined.status, 200);
    const { state, closing, mayWithdraw, mayEditTerms } = await read(ada, id);
    assert.deepEqual([state, closing?.reason, closing?.text], ['declined', 'rateTooHigh', 'Thanks; write me at •••']);
    assert.deepEqual([mayWithdraw, mayEditTerms, await balance(ada)], [false, false, 2]);
    assert.ok((await world.told(ada)).includes('proposal.declined'));
    const again = await send(owner, 'POST', `/v1/proposals/${id}/decline`, { reason: 'other' });
    assert.deepEqual(await refusal(again), [409, 'proposal_declined']);
    assert.equal((await send(owner, 'POST', `/v1/proposals/${id}/decline`, { reason: 'because' })).status, 422);
  });

  test('withdrawing is told to the client and returns no connects', async () => {
    const owner = await member('Owner2');
    const ada = await freelancer('Ada2');
    const jobId = await post(owner);
    const { id } = await propose(ada, jobId);
    const body = { reason: 'notAvailable', text: 'Sorry.' };
    assert.equal((await send(ada, 'POST', `${own}/${id}/withdrawal`, body)).status, 200);
    assert.deepEqual(await refusal(await send(ada, 'POST', `${own}/${id}/withdrawal`, body)), [
      409,
      'proposal_withdrawn',
    ]);
    assert.deepEqual(await refusal(await send(owner, 'POST', `/v1/proposals/${id}/decline`, { reason: 'other' })), [
      409,
      'proposal_withdrawn',
    ]);
    assert.equal(await balance(ada), 2);
    assert.ok((await world.told(owner)).includes('proposal.withdrawn'));
    assert.deepEqual((await countProposals(world.db(), [jobId])).get(jobId), { total: 0, unread: 0 });
    await endPost(jobId, 'closed');
    assert.equal(await balance(ada), 2, 'nor when the post closes');
  });

  test('a decline and a withdrawal at the same moment have one winner, and the timeline tells one end', async () => {
    const owner = await member('Owner3');
    const cheap = { budgetMinMinor: 100, budgetMaxMinor: 100 };
    const ada = await freelancer('Ada3');
    for (let round = 0; round < 5; round++) {
      const { id } = await propose(ada, await post(owner, cheap));
      const answers = await Promise.all([
        send(owner, 'POST', `/v1/proposals/${id}/decline`, { reason: 'other' }),
        send(ada, 'POST', `${own}/${id}/withdrawal`, { reason: 'other' }),
        send(owner, 'POST', `/v1/proposals/${id}/decline`, { reason: 'rateTooHigh' }),
      ]);
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409]);
      const timeline = await readTimeline(world.db(), scope(), { kind: 'proposal', id }, 'team');
      assert.equal(timeline.filter(({ move }) => move === 'decline' || move === 'withdraw').length, 1);
    }
  });

  for (const [how, hired, returned] of [
    ['closed', 0, true], ['removed', 0, true], ['expired', 0, true], ['filled', 1, false], ['closed', 1, false],
  ] as const) // biome-ignore format: a table
    test(`a post that is ${how} after ${hired} hires ${returned ? 'returns' : 'keeps'} connects, once`, async () => {
      const owner = await member(`Owner ${how} ${hired}`.replaceAll(' ', '.'));
      const jobId = await post(owner);
      const [ada, bob] = [await freelancer(`Ada.${how}.${hired}`), await freelancer(`Bob.${how}.${hired}`)];
      const [one, two] = [await propose(ada, jobId), await propose(bob, jobId)];
      await send(owner, 'POST', `/v1/proposals/${two.id}/decline`, { reason: 'anotherChosen' });
      await endPost(jobId, how, hired);
      const [mine, declined] = [await read(ada, one.id), await read(bob, two.id)];
      const reason = `post${how[0]!.toUpperCase()}${how.slice(1)}`;
      assert.deepEqual([mine.state, mine.closing?.reason, mine.connects.returned], ['closed', reason, returned]);
      assert.deepEqual([declined.state, declined.connects.returned], ['declined', returned]);
      assert.deepEqual([await balance(ada), await balance(bob)], returned ? [10, 10] : [2, 2]);
      const told = await world.told(ada);
      assert.deepEqual([told.includes('proposal.closed'), told.includes('connects.returned')], [true, returned]);
      await world.pass(20 * dayMs);
      const returns = (await world.told(ada)).filter((kind) => kind === 'connects.returned');
      assert.equal(returns.length, returned ? 1 : 0, 'nor later, as unopened');
    });

  test('unopened for 14 days, a proposal gives its connects back and stays; an opened one does not', async () => {
    const owner = await member('Owner5');
    const jobId = await post(owner);
    const [ada, bob] = [await freelancer('Ada5'), await freelancer('Bob5')];
    const [one, two] = [await propose(ada, jobId), await propose(bob, jobId)];
    await send(owner, 'GET', `/v1/proposals/${two.id}`);
    await world.pass(14 * dayMs - 1000);
    assert.equal((await read(ada, one.id)).connects.returned, false);
    await world.pass(15 * 60_000 + 1000);
    const [unopened, opened] = [await read(ada, one.id), await read(bob, two.id)];
    assert.deepEqual([unopened.state, unopened.connects.returned], ['submitted', true]);
    assert.deepEqual([opened.state, opened.connects.returned], ['submitted', false]);
    await send(owner, 'GET', `/v1/proposals/${one.id}`);
    await endPost(jobId, 'closed');
    assert.deepEqual(
      [await read(ada, one.id), await read(bob, two.id)].map(({ connects }) => connects.returned),
      [true, true],
    );
  });

  test('an offer opens the proposal; ended without a contract it can be talked about again; accepted it is hired', async () => {
    const owner = await member('Owner6');
    const jobId = await post(owner);
    const ada = await freelancer('Ada6');
    const { id } = await propose(ada, jobId);
    await offer(id);
    const offered = await read(ada, id);
    assert.deepEqual([offered.state, offered.viewedAt !== null, offered.mayEditTerms], ['offered', true, false]);
    assert.deepEqual(await refusal(await send(ada, 'POST', `${own}/${id}/withdrawal`, { reason: 'other' })), [
      409,
      'proposal_offered',
    ]);
    await reopen(id);
    assert.equal((await findProposal(world.db(), scope(), id))?.state, 'active');
    await offer(id);
    await hire(id);
    await assert.rejects(hire(id), { status: 409, code: 'proposal_hired' });
    await endPost(jobId, 'filled', 1);
    assert.equal((await read(ada, id)).state, 'hired');
  });

  test('an offer outlives the end of its post; when it comes to nothing the proposal ends with the post', async () => {
    const owner = await member('Owner7');
    const jobId = await post(owner);
    const ada = await freelancer('Ada7');
    const { id } = await propose(ada, jobId);
    await offer(id);
    await endPost(jobId, 'expired');
    assert.equal((await read(ada, id)).state, 'offered');
    await reopen(id);
    const { state, closing } = await read(ada, id);
    assert.deepEqual([state, closing?.reason, await balance(ada)], ['closed', 'postExpired', 10]);
  });

  test('a removed post takes even offered proposals with it', async () => {
    const jobId = await post(await member('Owner8'));
    const ada = await freelancer('Ada8');
    const { id } = await propose(ada, jobId);
    await offer(id);
    await endPost(jobId, 'removed');
    assert.deepEqual([(await read(ada, id)).state, await balance(ada)], ['closed', 10]);
  });

  test('the same news twice ends nothing twice', async () => {
    const jobId = await post(await member('Owner9'));
    const ada = await freelancer('Ada9');
    await propose(ada, jobId);
    await endPost(jobId, 'closed');
    const ended = { id: jobId, tenantId: world.acme().id, how: 'closed', hadHire: false } as const;
    const { outbox, database, jobs, clock } = world.deps();
    await outbox.record(database.db, 'jobPostEnded', world.acme().id, ended, clock.now());
    await jobs.runDue();
    assert.equal(await balance(ada), 10);
    assert.equal((await world.told(ada)).filter((kind) => kind === 'proposal.closed').length, 1);
  });
});
