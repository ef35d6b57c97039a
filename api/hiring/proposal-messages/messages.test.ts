import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { clockDoer } from '../../platform/moves/record-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { proposalsWorld, refusal } from '../../testing/proposals-world.ts';
import { hireProposal, offerProposal } from '../proposals/offer-proposal.ts';
import type { ProposalBoard } from '../proposals/schema.ts';
import type { ProposalMessage, ProposalThread } from './schema.ts';

describe('the thread of a proposal', () => {
  const world = proposalsWorld();
  const { send, post, freelancer, member, propose } = world;
  const own = (id: string) => `/v1/freelancers/me/proposals/${id}`;
  const thread = async (who: Parameters<typeof send>[0], path: string) =>
    (await (await send(who, 'GET', `${path}/messages`)).json()) as ProposalThread;

  async function proposed(n: number) {
    const owner = await member(`Owner${n}`);
    const ada = await freelancer(`Ada${n}`);
    const jobId = await post(owner);
    const { id } = await propose(ada, jobId);
    return { owner, ada, jobId, id, client: `/v1/proposals/${id}`, mine: own(id) };
  }

  test('the freelancer waits for the client’s first word, which makes the proposal active', async () => {
    const { owner, ada, client, mine } = await proposed(1);
    const early = await send(ada, 'POST', `${mine}/messages`, { text: 'Hello?' });
    assert.deepEqual(await refusal(early), [409, 'client_has_not_replied']);
    assert.equal((await thread(ada, mine)).whyNot, 'clientHasNotReplied');
    const written = await send(owner, 'POST', `${client}/messages`, { text: 'Hello Ada' });
    assert.equal(written.status, 201);
    const { state, viewedAt, mayWrite } = (await (await send(ada, 'GET', mine)).json()) as Record<string, unknown>;
    assert.deepEqual([state, viewedAt !== null, mayWrite], ['active', true, true]);
    assert.equal((await send(ada, 'POST', `${mine}/messages`, { text: 'Hello' })).status, 201);
    const { items } = await thread(ada, mine);
    assert.deepEqual(
      items.map(({ side, author, text }) => [side, author.name, author.isYou, text]),
      [
        ['client', 'Owner1', false, 'Hello Ada'],
        ['freelancer', 'Ada1', true, 'Hello'],
      ],
    );
    assert.deepEqual(await world.told(ada), ['proposal.replied']);
    assert.ok((await world.told(owner)).includes('proposal.messageSent'));
  });

  test('two members who reply first at the same moment both get through, in order', async () => {
    const { owner, ada, client, mine } = await proposed(2);
    const recruiter = await member('Recruiter2', 'recruiter');
    const writers = [owner, recruiter, owner, recruiter];
    const answers = await Promise.all(
      writers.map((who, n) => send(who, 'POST', `${client}/messages`, { text: `No. ${n}` })),
    );
    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 201, 201, 201],
    );
    const { items } = await thread(ada, mine);
    assert.deepEqual(
      items.map(({ sequence }) => sequence),
      [1, 2, 3, 4],
    );
    assert.equal((await world.told(ada)).filter((kind) => kind === 'proposal.replied').length, 1);
  });

  test('contact details are masked until there is a contract', async () => {
    const { owner, ada, client, mine, id } = await proposed(3);
    const sent = (await (
      await send(owner, 'POST', `${client}/messages`, { text: 'Mail owner@acme.com' })
    ).json()) as ProposalMessage;
    assert.deepEqual([sent.text, sent.isMasked], ['Mail •••', true]);
    await send(ada, 'POST', `${mine}/messages`, { text: 'Or ada [at] okafor [dot] com' });
    assert.doesNotMatch(JSON.stringify(await thread(owner, client)), /okafor/);
    const scope = tenantScope(world.acme().id);
    await world.deps().database.transaction(async (trx) => {
      await offerProposal(trx, world.deps(), scope, clockDoer('job_1'), id, 'of_1');
      await hireProposal(trx, world.deps(), scope, clockDoer('job_1'), id, 'of_1');
    });
    const hired = (await (
      await send(owner, 'POST', `${client}/messages`, { text: 'Mail owner@acme.com' })
    ).json()) as ProposalMessage;
    assert.deepEqual([hired.text, hired.isMasked], ['Mail owner@acme.com', false]);
  });

  test('an interview is asked for with times to come, and opens the talk', async () => {
    const { owner, ada, client, mine } = await proposed(4);
    const ask = (times: string[]) =>
      send(owner, 'POST', `${client}/interview-request`, { message: 'Shall we talk?', times });
    assert.deepEqual(await refusal(await ask(['2026-11-23T11:00:00Z'])), [422, 'interview_time_past']);
    assert.equal((await ask([])).status, 422);
    assert.equal((await ask(['tomorrow'])).status, 422);
    const asked = (await (await ask(['2026-12-02T10:00:00+01:00', '2026-12-01T09:00:00Z'])).json()) as ProposalMessage;
    assert.deepEqual(
      [asked.kind, asked.times],
      ['interviewRequest', ['2026-12-01T09:00:00.000Z', '2026-12-02T09:00:00.000Z']],
    );
    assert.deepEqual(await world.told(ada), ['proposal.interviewRequested']);
    const { items } = (await (await send(ada, 'GET', `${mine}/timeline`)).json()) as { items: { move: string }[] };
    assert.deepEqual(
      items.map(({ move }) => move),
      ['submit', 'viewed', 'reply', 'interviewRequested'],
    );
  });

  test('what was read is marked for each person; the other side sees that it was', async () => {
    const { owner, ada, jobId, client, mine } = await proposed(5);
    const recruiter = await member('Recruiter5', 'recruiter');
    for (const text of ['One', 'Two']) await send(owner, 'POST', `${client}/messages`, { text });
    const before = await thread(ada, mine);
    assert.deepEqual([before.unread, before.items.map(({ readByOther }) => readByOther)], [2, [false, false]]);
    await send(ada, 'POST', `${mine}/messages/read-mark`, { upTo: 1 });
    assert.equal((await thread(ada, mine)).unread, 1);
    assert.deepEqual(
      (await thread(owner, client)).items.map(({ readByOther }) => readByOther),
      [true, false],
    );
    await send(ada, 'POST', `${mine}/messages/read-mark`, { upTo: 99 });
    await send(ada, 'POST', `${mine}/messages/read-mark`, { upTo: 1 });
    assert.equal((await thread(ada, mine)).unread, 0, 'a mark does not go back');
    await send(ada, 'POST', `${mine}/messages`, { text: 'Three' });
    const board = async (who: typeof owner) =>
      ((await (await send(who, 'GET', `/v1/job-posts/${jobId}/proposals`)).json()) as ProposalBoard).items[0]!;
    assert.deepEqual([(await board(owner)).unreadMessages, (await board(recruiter)).unreadMessages], [1, 1]);
    await send(owner, 'POST', `${client}/messages/read-mark`, { upTo: 3 });
    assert.deepEqual([(await board(owner)).unreadMessages, (await board(recruiter)).unreadMessages], [0, 1]);
    assert.equal((await board(owner)).messageCount, 3);
  });

  test('an ended proposal takes no messages from either side, and keeps what was said', async () => {
    const { owner, ada, client, mine } = await proposed(6);
    await send(owner, 'POST', `${client}/messages`, { text: 'Hello' });
    await send(owner, 'POST', `${client}/decline`, { reason: 'other' });
    assert.deepEqual(await refusal(await send(owner, 'POST', `${client}/messages`, { text: 'x' })), [
      409,
      'proposal_declined',
    ]);
    assert.deepEqual(await refusal(await send(ada, 'POST', `${mine}/messages`, { text: 'x' })), [
      409,
      'proposal_declined',
    ]);
    const { items, mayWrite, whyNot } = await thread(ada, mine);
    assert.deepEqual([items.length, mayWrite, whyNot], [1, false, 'proposalEnded']);
  });

  test('a message sent twice with one key is one message; empty and overlong ones are refused', async () => {
    const { owner, client } = await proposed(7);
    const once = () => send(owner, 'POST', `${client}/messages`, { text: 'Hello' }, { 'idempotency-key': 'm-1' });
    assert.deepEqual(await (await once()).json(), await (await once()).json());
    assert.equal((await thread(owner, client)).items.length, 1);
    for (const text of ['   ', 'x'.repeat(4001)])
      assert.equal((await send(owner, 'POST', `${client}/messages`, { text })).status, 422);
  });
});
