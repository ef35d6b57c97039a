import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { offersWorld, usd } from '../../testing/offers-world.ts';
import { dayMs, refusal } from '../../testing/proposals-world.ts';
import type { Accepted } from './accept-offer.ts';
import type { Offer } from './schema.ts';

const hourly = { kind: 'hourly', rate: usd(5_000), weeklyLimitHours: 20, manualTimeAllowed: false } as const;

describe('accepting an offer', () => {
  const world = offersWorld();
  const { send, sendAt, ok, accept, offered, draft, trySend, member, freelancer, post, propose, mine } = world;
  const contractsOf = (offerId: string) =>
    world.db().selectFrom('contracts').selectAll().where('offerId', '=', offerId).execute();
  const signaturesOf = (offerId: string) =>
    world.db().selectFrom('offerSignatures').selectAll().where('offerId', '=', offerId).orderBy('side').execute();

  test('one signature moves offer, proposal, post and contract together, and both sides hear of it', async () => {
    const [owner, ada] = [await member('Owner0'), await freelancer('Ada0')];
    const jobId = await post(owner);
    const { id: proposalId } = await propose(ada, jobId);
    const offer = await draft(owner, { kind: 'proposal', proposalId }, { startsOn: '2026-12-01' });
    const { id, version, termsHash } = await ok<Offer>(await trySend(owner, offer.id));
    const accepted = await ok<Accepted>(await accept(ada, { id, version, termsHash }));
    assert.deepEqual([accepted.offerId, accepted.contractState], [id, 'ready']);
    const [contract] = await contractsOf(id);
    assert.deepEqual(
      [contract?.id, contract?.termsHash, contract?.proposalId, contract?.jobPostId, contract?.clientPersonId],
      [accepted.contractId, termsHash, proposalId, jobId, owner.personId],
    );
    const after = await world.readAsTeam(owner, id);
    assert.deepEqual([after.state, after.contractId], ['accepted', accepted.contractId]);
    const proposal = await ok<{ state: string }>(await send(ada, 'GET', `/v1/freelancers/me/proposals/${proposalId}`));
    assert.equal(proposal.state, 'hired');
    const { state, hired } = await world
      .db()
      .selectFrom('jobPosts')
      .select(['state', 'hired'])
      .where('id', '=', jobId)
      .executeTakeFirstOrThrow();
    assert.deepEqual([state, hired], ['filled', 1]);
    assert.ok((await world.told(owner)).includes('offer.accepted'));
    assert.deepEqual((await world.told(ada)).slice(0, 2).sort(), ['contract.ready', 'offer.sent']);
    const [client, theirs] = await signaturesOf(id);
    assert.deepEqual(
      [client, theirs].map((row) => [row?.side, row?.typedName, row?.termsHash, row?.version, row?.sessionId]),
      [
        ['client', 'Owner0', termsHash, 1, `session_${owner.personId}`],
        ['freelancer', 'Ada0', termsHash, 1, `session_${ada.personId}`],
      ],
    );
    assert.equal(theirs?.address, 'local');
  });

  test('64 at the same moment make one contract', async () => {
    const [owner, ada] = [await member('Owner1'), await freelancer('Ada1')];
    const offer = await offered(owner, ada);
    const answers = await Promise.all(Array.from({ length: 64 }, () => accept(ada, offer)));
    const codes = (await Promise.all(answers.map(refusal))).map(String);
    assert.equal(codes.filter((code) => code === '200,').length, 1);
    assert.deepEqual(new Set(codes), new Set(['200,', '409,offer_accepted']));
    assert.equal((await contractsOf(offer.id)).length, 1);
    assert.equal((await signaturesOf(offer.id)).length, 2);
  });

  test('the same key again gives the same answer; without one nothing is signed', async () => {
    const [owner, ada] = [await member('Owner2'), await freelancer('Ada2')];
    const offer = await offered(owner, ada);
    const bare = { version: 1, termsHash: offer.termsHash, typedName: 'Ada2', agrees: true };
    const keyless = await send(ada, 'POST', `${mine}/${offer.id}/acceptance`, bare);
    assert.deepEqual(await refusal(keyless), [400, 'idempotency_key_required']);
    const first = await ok<Accepted>(await accept(ada, offer, {}, 'once'));
    assert.deepEqual(await ok<Accepted>(await accept(ada, offer, {}, 'once')), first);
    const other = await accept(ada, offer, { typedName: 'ADA2' }, 'once');
    assert.deepEqual(await refusal(other), [422, 'idempotency_key_reused']);
  });

  test('only what is put to this freelancer, in its newest version, under the own name, is signed', async () => {
    const [owner, ada, bea] = [await member('Owner3'), await freelancer('Ada Łuk3'), await freelancer('Bea3')];
    const offer = await offered(owner, ada);
    assert.deepEqual(await refusal(await accept(bea, offer)), [404, 'not_found']);
    assert.deepEqual(await refusal(await accept(ada, { ...offer, version: 2 })), [409, 'offer_outdated']);
    assert.deepEqual(await refusal(await accept(ada, { ...offer, termsHash: 'f'.repeat(64) })), [
      409,
      'offer_outdated',
    ]);
    for (const typedName of ['', 'Bea3', 'Ada Luk3'])
      assert.deepEqual(await refusal(await accept(ada, offer, { typedName })), [422, 'name_differs']);
    assert.equal((await accept(ada, offer, { agrees: false })).status, 422);
    const elsewhere = await sendAt(world.globex(), ada, 'GET', `${mine}/${offer.id}`);
    assert.equal(elsewhere.status, 404, 'at another client’s address it does not exist');
    assert.equal((await contractsOf(offer.id)).length, 0);
    await ok(await accept(ada, offer, { typedName: '  ada   ŁUK3 ' }));
    assert.equal((await contractsOf(offer.id)).length, 1);
  });

  test('to the millisecond before it ends it is signed, from then on never', async () => {
    const [owner, ada] = [await member('Owner4'), await freelancer('Ada4')];
    const [kept, late] = [await offered(owner, ada), await offered(owner, ada)];
    world.deps().clock.advance(30 * dayMs - 1);
    await ok(await accept(ada, kept));
    world.deps().clock.advance(1);
    assert.deepEqual(await refusal(await accept(ada, late)), [409, 'offer_expired'], 'before the clock came by');
    assert.deepEqual(await refusal(await world.counter(ada, late.id, 1, { nda: true })), [409, 'offer_expired']);
    await world.pass(60_000);
    assert.deepEqual(await refusal(await accept(ada, late)), [409, 'offer_expired']);
    assert.equal((await world.readAsTeam(owner, late.id)).state, 'expired');
    assert.equal((await world.readAsTeam(owner, kept.id)).state, 'accepted');
  });

  test('around its end a signature and the clock never both win', async () => {
    const [owner, ada] = [await member('Owner5'), await freelancer('Ada5')];
    const { clock, jobs } = world.deps();
    for (const offsetMs of [-1000, -1, 0, 1, 1000]) {
      const offer = await offered(owner, ada);
      clock.advance(30 * dayMs + offsetMs);
      const [answer] = await Promise.all([accept(ada, offer), jobs.runDue()]);
      await world.pass(60_000);
      const { state } = await world.readAsTeam(owner, offer.id);
      const contracts = (await contractsOf(offer.id)).length;
      assert.deepEqual(
        [answer.status, state, contracts],
        offsetMs < 0 ? [200, 'accepted', 1] : [409, 'expired', 0],
        `${offsetMs} ms`,
      );
    }
  });

  test('signing races withdrawing: one wins, the other is told, and the proposal agrees', async () => {
    const owner = await member('Owner6');
    const outcomes = new Set<string>();
    for (let round = 0; round < 12; round++) {
      const ada = await freelancer(`Ada6x${round}`);
      const { id: proposalId } = await propose(ada, await post(owner));
      const offer = await world.sent(owner, { kind: 'proposal', proposalId });
      const racers = [() => accept(ada, offer), () => world.withdraw(owner, offer.id)];
      const answers = await Promise.all((round % 2 ? racers : racers.toReversed()).map((race) => race()));
      const statuses = answers.map(({ status }) => status).sort();
      assert.deepEqual(statuses, [200, 409]);
      const { state } = await world.readAsTeam(owner, offer.id);
      const { state: proposalState } = await ok<{ state: string }>(
        await send(ada, 'GET', `/v1/freelancers/me/proposals/${proposalId}`),
      );
      const contracts = (await contractsOf(offer.id)).length;
      outcomes.add(`${state} ${proposalState} ${contracts}`);
    }
    for (const outcome of outcomes) assert.match(outcome, /^(accepted hired 1|withdrawn active 0)$/);
  });

  test('two signed at once for a post that wants one: one is hired, the other offer ends with the post', async () => {
    const owner = await member('Owner7');
    const [ada, bea] = [await freelancer('Ada7'), await freelancer('Bea7')];
    const jobPostId = await post(owner);
    const [one, two] = await Promise.all(
      [ada, bea].map(({ freelancerId }) =>
        world.sent(owner, { kind: 'freelancer', freelancerId, jobPostId }, { payment: hourly }),
      ),
    );
    const answers = await Promise.all([accept(ada, one!), accept(bea, two!)]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
    const refused = answers.find(({ status }) => status === 409)!;
    assert.deepEqual(await refusal(refused), [409, 'job_post_filled']);
    await world.deps().jobs.runDue();
    const states = await Promise.all([one!, two!].map(async ({ id }) => (await world.readAsTeam(owner, id)).state));
    assert.deepEqual(states.sort(), ['accepted', 'withdrawn']);
  });

  test('whoever made or sent the offer does not sign it for the other side', async () => {
    const [owner, ada] = [await member('Owner8'), await freelancer('Ada8')];
    const offer = await offered(owner, ada);
    await world
      .db()
      .updateTable('freelancers')
      .set({ personId: owner.personId })
      .where('id', '=', ada.freelancerId)
      .execute();
    const twice = { ...owner, roles: [], freelancerId: ada.freelancerId };
    assert.deepEqual(await refusal(await accept(twice, offer, { typedName: 'Ada8' })), [409, 'own_offer']);
    assert.equal((await contractsOf(offer.id)).length, 0);
  });

  test('declining gives a reason, lets the proposal be talked about again and tells who offered', async () => {
    const [owner, ada] = [await member('Owner9'), await freelancer('Ada9')];
    const { id: proposalId } = await propose(ada, await post(owner));
    const { id } = await world.sent(owner, { kind: 'proposal', proposalId });
    const declined = await ok<Offer>(await world.decline(ada, id));
    assert.deepEqual([declined.state, declined.endReason], ['declined', 'Too little time']);
    const proposal = await ok<{ state: string }>(await send(ada, 'GET', `/v1/freelancers/me/proposals/${proposalId}`));
    assert.equal(proposal.state, 'active');
    assert.ok((await world.told(owner)).includes('offer.declined'));
    assert.deepEqual(await refusal(await world.decline(ada, id)), [409, 'offer_declined']);
    assert.deepEqual(await refusal(await world.withdraw(owner, id)), [409, 'offer_declined']);
    const again = await world.sent(owner, { kind: 'proposal', proposalId });
    assert.equal(again.state, 'sent');
  });
});
