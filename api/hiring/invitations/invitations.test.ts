import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inWidget } from '../../testing/actors.ts';
import { dayMs, type Freelancing, type Member, proposalsWorld, refusal } from '../../testing/proposals-world.ts';
import { readInvitationsOf, readInvitedAmong } from './read-invitations.ts';
import type { Invitation, InviteAnswer, OwnInvitation } from './schema.ts';

const own = '/v1/freelancers/me/invitations';

describe('invitations', () => {
  const world = proposalsWorld();
  const { send, post, freelancer, member } = world;

  const invite = (who: Parameters<typeof send>[0], jobId: string, freelancerIds: string[], message = '') =>
    send(who, 'POST', `/v1/job-posts/${jobId}/invitations`, { freelancerIds, message });
  async function invited(owner: Member, jobId: string, ada: Freelancing): Promise<string> {
    const { items } = (await (await invite(owner, jobId, [ada.freelancerId])).json()) as InviteAnswer;
    assert.equal(items[0]!.outcome, 'invited');
    return items[0]!.invitationId!;
  }
  const read = async (ada: Freelancing, id: string) =>
    (await (await send(ada, 'GET', `${own}/${id}`)).json()) as OwnInvitation;

  test('the answer says what became of each, and only who is invited now is told', async () => {
    const owner = await member('Owner1');
    const jobId = await post(owner);
    const [fresh, known, proposer, decliner] = [await freelancer('Fresh1'), await freelancer('Known1'), await freelancer('Proposer1'), await freelancer('Decliner1')]; // biome-ignore format: a list
    const hidden = await freelancer('Hidden1');
    await world
      .db()
      .updateTable('freelancers')
      .set({ visibility: 'private' })
      .where('id', '=', hidden.freelancerId)
      .execute();
    const insider = await freelancer('Insider1');
    const { addMember } = await import('../../platform/tenants/create-tenant.ts');
    const { database } = world.deps();
    await database.transaction((trx) => addMember(trx, world.deps(), world.acme().id, insider.personId, ['viewer']));
    const knownId = await invited(owner, jobId, known);
    await world.propose(proposer, jobId);
    const declinedId = await invited(owner, jobId, decliner);
    await send(decliner, 'POST', `${own}/${declinedId}/decline`, { reason: 'rateTooLow' });
    const all = [fresh, known, proposer, decliner, hidden, insider, fresh].map(({ freelancerId }) => freelancerId);
    const answer = (await (await invite(owner, jobId, [...all, 'fr_nobody'], 'Come!')).json()) as InviteAnswer;
    assert.deepEqual(answer.items.map(({ outcome }) => outcome), ['invited', 'alreadyInvited', 'alreadyProposed', 'declinedBefore', 'notAvailable', 'ownMember', 'notAvailable']); // biome-ignore format: a list
    assert.deepEqual([answer.invited, answer.items[1]!.invitationId], [1, knownId]);
    assert.deepEqual(await world.told(fresh), ['invitation.sent']);
    assert.deepEqual([await world.told(known), await world.told(insider)], [['invitation.sent'], []]);
    const list = (await (await send(owner, 'GET', `/v1/job-posts/${jobId}/invitations`)).json()) as { items: Invitation[]; counts: Record<string, number> }; // biome-ignore format: one line
    assert.deepEqual([list.items.length, list.counts.sent, list.counts.declined], [3, 2, 1]);
    const said = list.items.find(({ id }) => id === declinedId)!;
    assert.deepEqual(
      [said.freelancer.name, said.decline, said.invitedBy.name],
      ['Decliner1', { reason: 'rateTooLow', text: '' }, 'Owner1'],
    );
  });

  test('two members inviting the same person at the same moment make one invitation', async () => {
    const owner = await member('Owner2');
    const recruiter = await member('Recruiter2', 'recruiter');
    const jobId = await post(owner);
    const ada = await freelancer('Ada2');
    const answers = await Promise.all(
      [owner, recruiter, owner, recruiter].map((who) => invite(who, jobId, [ada.freelancerId])),
    );
    const outcomes = await Promise.all(
      answers.map(async (answer) => ((await answer.json()) as InviteAnswer).items[0]!.outcome),
    );
    assert.deepEqual(outcomes.sort(), ['alreadyInvited', 'alreadyInvited', 'alreadyInvited', 'invited']);
    assert.deepEqual(await world.told(ada), ['invitation.sent']);
  });

  test('only an open post invites; a message names no contact details; at most thirty at once', async () => {
    const owner = await member('Owner3');
    const ada = await freelancer('Ada3');
    for (const state of ['draft', 'paused', 'closed', 'removed', 'filled', 'expired'] as const)
      assert.deepEqual(await refusal(await invite(owner, await post(owner, { state }), [ada.freelancerId])), [
        409,
        `job_post_${state}`,
      ]);
    const pending = await invite(owner, await post(owner, { state: 'pendingApproval' }), [ada.freelancerId]);
    assert.deepEqual(await refusal(pending), [409, 'job_post_pending_approval']);
    const jobId = await post(owner);
    const spoken = await invite(owner, jobId, [ada.freelancerId], 'mail me: owner (at) acme dot com');
    assert.deepEqual(await refusal(spoken), [422, 'contact_details_in_text']);
    assert.equal(
      (
        await invite(
          owner,
          jobId,
          Array.from({ length: 31 }, (_, n) => `fr_${n}`),
        )
      ).status,
      422,
    );
    assert.equal((await invite(owner, jobId, [])).status, 422);
    assert.deepEqual(await world.told(ada), []);
  });

  test('accepting and declining are told to the client; each happens once', async () => {
    const owner = await member('Owner4');
    const [ada, bob] = [await freelancer('Ada4'), await freelancer('Bob4')];
    const jobId = await post(owner);
    const [toAda, toBob] = [await invited(owner, jobId, ada), await invited(owner, jobId, bob)];
    const accepted = (await (await send(ada, 'POST', `${own}/${toAda}/acceptance`)).json()) as OwnInvitation;
    assert.deepEqual([accepted.state, accepted.client.name, accepted.answeredAt !== null], ['accepted', 'Acme', true]);
    const declined = await send(bob, 'POST', `${own}/${toBob}/decline`, {
      reason: 'other',
      text: 'Call +49 170 1234567',
    });
    assert.deepEqual(((await declined.json()) as OwnInvitation).decline, { reason: 'other', text: 'Call •••' });
    assert.deepEqual((await world.told(owner)).sort(), ['invitation.accepted', 'invitation.declined']);
    assert.deepEqual(await refusal(await send(ada, 'POST', `${own}/${toAda}/decline`, { reason: 'other' })), [
      409,
      'invitation_accepted',
    ]);
    assert.deepEqual(await refusal(await send(bob, 'POST', `${own}/${toBob}/acceptance`)), [
      409,
      'invitation_declined',
    ]);
    const withdrawal = await send(owner, 'POST', `/v1/invitations/${toAda}/withdrawal`, {});
    assert.deepEqual(await refusal(withdrawal), [409, 'invitation_accepted']);
    const both = await readInvitedAmong(world.db(), ada.freelancerId, [jobId, 'jp_other']);
    assert.deepEqual([[...both], (await readInvitationsOf(world.db(), bob.freelancerId)).length], [[jobId], 0]);
  });

  test('an acceptance and a withdrawal at the same moment have one winner', async () => {
    const owner = await member('Owner5');
    const jobId = await post(owner);
    for (let round = 0; round < 5; round++) {
      const ada = await freelancer(`Ada5.${round}`);
      const id = await invited(owner, jobId, ada);
      const answers = await Promise.all([
        send(ada, 'POST', `${own}/${id}/acceptance`),
        send(owner, 'POST', `/v1/invitations/${id}/withdrawal`, { reason: 'found somebody' }),
      ]);
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
    }
  });

  test('taken back, somebody can be invited anew', async () => {
    const owner = await member('Owner6');
    const jobId = await post(owner);
    const ada = await freelancer('Ada6');
    const id = await invited(owner, jobId, ada);
    assert.equal((await send(owner, 'POST', `/v1/invitations/${id}/withdrawal`, {})).status, 200);
    assert.notEqual(await invited(owner, jobId, ada), id);
    assert.deepEqual((await world.told(ada)).toSorted(), [
      'invitation.sent',
      'invitation.sent',
      'invitation.withdrawn',
    ]);
  });

  test('unanswered for 14 days it expires, not a second before, and its sender is told', async () => {
    const owner = await member('Owner7');
    const ada = await freelancer('Ada7');
    const id = await invited(owner, await post(owner), ada);
    await world.pass(14 * dayMs - 1000);
    assert.equal((await read(ada, id)).state, 'sent');
    await world.pass(15 * 60_000 + 1000);
    assert.equal((await read(ada, id)).state, 'expired');
    assert.deepEqual(await refusal(await send(ada, 'POST', `${own}/${id}/acceptance`)), [409, 'invitation_expired']);
    assert.ok((await world.told(owner)).includes('invitation.expired'));
    const { items } = (await (await send(owner, 'GET', `/v1/invitations/${id}/timeline`)).json()) as { items: { move: string; actor: { kind: string } }[] }; // biome-ignore format: one line
    assert.deepEqual(
      items.map(({ move, actor }) => [move, actor.kind]),
      [
        ['send', 'person'],
        ['expire', 'clock'],
      ],
    );
  });

  test('a post that ends takes its unanswered invitations back', async () => {
    const owner = await member('Owner8');
    const jobId = await post(owner);
    const [ada, bob] = [await freelancer('Ada8'), await freelancer('Bob8')];
    const [toAda, toBob] = [await invited(owner, jobId, ada), await invited(owner, jobId, bob)];
    await send(bob, 'POST', `${own}/${toBob}/acceptance`);
    await world.endPost(jobId, 'closed');
    const [taken, kept] = [await read(ada, toAda), await read(bob, toBob)];
    assert.deepEqual([taken.state, taken.endReason, kept.state], ['withdrawn', 'postClosed', 'accepted']);
  });

  test('nobody answers or reads what was sent to somebody else', async () => {
    const owner = await member('Owner9');
    const [ada, eve] = [await freelancer('Ada9'), await freelancer('Eve9')];
    const id = await invited(owner, await post(owner), ada);
    for (const [
      method,
      path,
      body,
    ] of [['GET', ''], ['GET', '/timeline'], ['POST', '/acceptance'], ['POST', '/decline', { reason: 'other' }]] as const) // biome-ignore format: a list
      assert.equal((await send(eve, method, `${own}/${id}${path}`, body)).status, 404);
    assert.equal(
      (await world.sendAt(world.globex(), ada, 'GET', `${own}/${id}`)).status,
      404,
      'at another client’s address',
    );
    const stranger = await member('Stranger9', 'owner', world.globex());
    assert.equal(
      (await world.sendAt(world.globex(), stranger, 'POST', `/v1/invitations/${id}/withdrawal`, {})).status,
      404,
    );
    const list = (await (await send(ada, 'GET', own)).json()) as {
      items: OwnInvitation[];
      counts: Record<string, number>;
    };
    assert.deepEqual([list.items.map((one) => one.id), list.counts.sent], [[id], 1]);
  });

  test('talent search in a widget invites when it was granted; a viewer never does', async () => {
    const owner = await member('Owner10');
    const jobId = await post(owner);
    const ada = await freelancer('Ada10');
    const inSearch = (isOn: boolean) => inWidget(owner, { talentSearch: { invite: isOn } });
    assert.equal((await invite(inSearch(false), jobId, [ada.freelancerId])).status, 403);
    assert.equal((await invite(await member('Viewer10', 'viewer'), jobId, [ada.freelancerId])).status, 403);
    assert.equal((await invite(await member('Auditor10', 'auditor'), jobId, [ada.freelancerId])).status, 403);
    const answer = (await (await invite(inSearch(true), jobId, [ada.freelancerId])).json()) as InviteAnswer;
    assert.equal(answer.invited, 1);
  });
});
