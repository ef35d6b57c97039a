import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { publishRules, simpleRules } from '../../testing/approval-rules.ts';
import { offersWorld, usd } from '../../testing/offers-world.ts';
import { dayMs, refusal } from '../../testing/proposals-world.ts';
import type { Offer } from './schema.ts';

type Approval = { id: string; hash: string; facts: { label: string; value: unknown }[] };
const hourly = (rate: number) =>
  ({ kind: 'hourly', rate: usd(rate), weeklyLimitHours: 20, manualTimeAllowed: true }) as const;

describe('offers that need an approval', () => {
  const world = offersWorld();
  const { send, ok, accept, draft, offered, trySend, member, freelancer, mine } = world;

  async function people(name: string) {
    const boss = await member(`Boss${name}`, 'owner');
    await publishRules(world.deps(), world.acme().id, simpleRules({ offersFromMinor: 50_000 }));
    return { boss, manager: await member(`Manager${name}`), ada: await freelancer(`Ada${name}`) };
  }
  const approvalOf = async (who: Parameters<typeof send>[0], offer: Offer): Promise<Approval> =>
    ok(await send(who, 'GET', `/v1/approvals/${offer.approvalId}`));
  const approve = async (who: Parameters<typeof send>[0], { id, hash }: Approval) =>
    send(who, 'POST', `/v1/approvals/${id}/approval`, { hash });

  test('it waits unseen by the freelancer, and the approval sends it as it was signed', async () => {
    const { boss, manager, ada } = await people('0');
    const offer = await offered(manager, ada);
    assert.deepEqual([offer.state, offer.version, offer.expiresAt], ['pendingApproval', 0, null]);
    assert.equal((await send(ada, 'GET', `${mine}/${offer.id}`)).status, 404);
    const approval = await approvalOf(boss, offer);
    assert.equal(approval.hash, offer.termsHash);
    assert.deepEqual(approval.facts.slice(0, 3), [
      { label: 'freelancer', value: 'Ada0' },
      { label: 'total', value: usd(90_000) },
      { label: 'milestones', value: '2' },
    ]);
    assert.equal((await approve(manager, approval)).status, 403);
    world.deps().clock.advance(3_600_000);
    await ok(await approve(boss, approval));
    const sent = await world.read(ada, offer.id);
    assert.deepEqual([sent.state, sent.version, sent.sentBy], ['sent', 1, 'Manager0']);
    const [signature] = sent.versions[0]!.signatures;
    assert.equal(signature?.typedName, 'Manager0');
    assert.ok(Date.parse(signature!.signedAt) < Date.parse(sent.sentAt), 'signed when it was asked for');
    const moves = await world.timeline(ada, `${mine}/${offer.id}`);
    assert.deepEqual(moves, ['send'], 'approvals are the team’s own');
    assert.deepEqual(await world.timeline(manager, `/v1/offers/${offer.id}`), [
      'draft',
      'requestApproval',
      'approve',
      'send',
    ]);
    assert.equal((await accept(ada, sent)).status, 200);
  });

  test('below the rule’s amount nobody is asked', async () => {
    const { manager, ada } = await people('1');
    const milestones = [{ description: 'All', dueOn: null, amount: usd(49_999) }];
    const offer = await offered(manager, ada, { payment: { kind: 'fixed', total: usd(49_999), milestones } });
    assert.equal(offer.state, 'sent');
  });

  test('rejected, it is a draft again that can be changed and asked for anew', async () => {
    const { boss, manager, ada } = await people('2');
    const offer = await offered(manager, ada);
    const approval = await approvalOf(boss, offer);
    const edit = await send(manager, 'PATCH', `/v1/offers/${offer.id}`, { nda: true }, { 'if-match': '"x"' });
    assert.equal(edit.status, 412);
    const etag = (await send(manager, 'GET', `/v1/offers/${offer.id}`)).headers.get('etag')!;
    const frozen = await send(manager, 'PATCH', `/v1/offers/${offer.id}`, { nda: true }, { 'if-match': etag });
    assert.deepEqual(await refusal(frozen), [409, 'offer_pending_approval']);
    const rejection = { hash: approval.hash, reason: 'Too dear' };
    await ok(await send(boss, 'POST', `/v1/approvals/${approval.id}/rejection`, rejection));
    const back = await world.readAsTeam(manager, offer.id);
    assert.deepEqual([back.state, back.version], ['draft', 0]);
    assert.deepEqual(await refusal(await approve(boss, approval)), [409, 'approval_rejected']);
    const again = await ok<Offer>(await trySend(manager, offer.id));
    assert.notEqual(again.approvalId, offer.approvalId);
    assert.equal(again.state, 'pendingApproval');
  });

  test('another price after the approval asks again, other words do not', async () => {
    const { boss, manager, ada } = await people('3');
    const offer = await offered(manager, ada, { payment: hourly(5_000), endsOn: '2027-12-31' });
    await ok(await approve(boss, await approvalOf(boss, offer)));
    await ok(await world.counter(ada, offer.id, 1, { nda: true }));
    const words = await ok<Offer>(await trySend(manager, offer.id));
    assert.deepEqual([words.state, words.version], ['sent', 3]);
    await ok(await world.counter(ada, offer.id, 3, { payment: hourly(5_100) }));
    const price = await ok<Offer>(await trySend(manager, offer.id));
    assert.deepEqual([price.state, price.version], ['pendingApproval', 4]);
    const seen = await world.read(ada, offer.id);
    assert.deepEqual([seen.state, seen.version, seen.expiresAt], ['countered', 4, null]);
    await ok(await approve(boss, await approvalOf(boss, price)));
    assert.deepEqual((await world.read(ada, offer.id)).version, 5);
  });

  test('withdrawn while it waits, the approval is asked for no more and nobody else hears of it', async () => {
    const { boss, manager, ada } = await people('4');
    const offer = await offered(manager, ada);
    const approval = await approvalOf(boss, offer);
    await ok(await world.withdraw(manager, offer.id));
    assert.deepEqual(await refusal(await approve(boss, approval)), [409, 'approval_cancelled']);
    assert.deepEqual(await world.told(ada), []);
  });

  test('approving races withdrawing: sent or withdrawn, never both', async () => {
    const { boss, manager, ada } = await people('5');
    for (let round = 0; round < 6; round++) {
      const offer = await offered(manager, ada);
      const approval = await approvalOf(boss, offer);
      const racers = [() => approve(boss, approval), () => world.withdraw(manager, offer.id)];
      const answers = await Promise.all((round % 2 ? racers : racers.toReversed()).map((race) => race()));
      const { state, versions } = await world.readAsTeam(manager, offer.id);
      // Approved first, it was sent and then withdrawn; withdrawn first, nothing was ever sent.
      const wins = answers.filter(({ status }) => status === 200).length;
      assert.ok((state === 'sent' || state === 'withdrawn') && wins >= 1, state);
      assert.equal(versions.length, state === 'sent' || wins === 2 ? 1 : 0);
    }
  });

  test('an approval that nobody decides brings the draft back', async () => {
    const { manager, ada } = await people('6');
    const offer = await offered(manager, ada);
    await world.pass(15 * dayMs);
    const back = await world.readAsTeam(manager, offer.id);
    assert.equal(back.state, 'draft');
    assert.equal((await world.timeline(manager, `/v1/offers/${offer.id}`)).at(-1), 'sendBack');
    assert.equal((await draft(manager, { kind: 'freelancer', freelancerId: ada.freelancerId })).state, 'draft');
  });
});
