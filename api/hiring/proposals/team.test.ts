import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inWidget } from '../../testing/actors.ts';
import { proposalsWorld, refusal } from '../../testing/proposals-world.ts';
import type { ProposalBoard, ProposalNote, ProposalRatings } from './schema.ts';

describe('what the team does with a proposal', () => {
  const world = proposalsWorld();
  const { send, post, freelancer, member, propose } = world;

  const boardOf = async (who: Parameters<typeof send>[0], jobId: string) =>
    (await (await send(who, 'GET', `/v1/job-posts/${jobId}/proposals`)).json()) as ProposalBoard;

  test('notes are the author’s to change, everybody’s on the team to read', async () => {
    const [owner, approver, viewer] = [
      await member('Owner6'),
      await member('Approver6', 'approver'),
      await member('Viewer6', 'viewer'),
    ];
    const jobId = await post(owner);
    const { id } = await propose(await freelancer('Ada6'), jobId);
    const notes = `/v1/proposals/${id}/notes`;
    const added = (await (await send(approver, 'POST', notes, { text: 'Knows our stack' })).json()) as ProposalNote;
    assert.deepEqual([added.author.name, added.isOwn, added.editedAt], ['Approver6', true, null]);
    assert.deepEqual(await refusal(await send(owner, 'PATCH', `${notes}/${added.id}`, { text: 'No' })), [
      403,
      'forbidden',
    ]);
    assert.deepEqual(await refusal(await send(owner, 'DELETE', `${notes}/${added.id}`)), [403, 'forbidden']);
    assert.equal((await send(viewer, 'POST', notes, { text: 'x' })).status, 403);
    const edited = (await (
      await send(approver, 'PATCH', `${notes}/${added.id}`, { text: 'Knows it well' })
    ).json()) as ProposalNote;
    assert.deepEqual([edited.text, edited.editedAt !== null], ['Knows it well', true]);
    const read = (await (await send(viewer, 'GET', notes)).json()) as { items: ProposalNote[] };
    assert.deepEqual(
      read.items.map(({ text, isOwn }) => [text, isOwn]),
      [['Knows it well', false]],
    );
    assert.equal((await boardOf(owner, jobId)).items[0]!.noteCount, 1);
    assert.equal((await send(approver, 'DELETE', `${notes}/${added.id}`)).status, 204);
    assert.equal((await boardOf(owner, jobId)).items[0]!.noteCount, 0);
  });

  test('each member rates once; the board shows the average and one’s own', async () => {
    const [owner, recruiter] = [await member('Owner7'), await member('Recruiter7', 'recruiter')];
    const jobId = await post(owner);
    const { id } = await propose(await freelancer('Ada7'), jobId);
    const rate = async (who: typeof owner, stars: number | null) =>
      (await (await send(who, 'PUT', `/v1/proposals/${id}/rating`, { stars })).json()) as ProposalRatings;
    await rate(owner, 2);
    await rate(owner, 5);
    assert.equal((await rate(recruiter, 4)).average, 4.5);
    assert.deepEqual((await boardOf(owner, jobId)).items[0]!.rating, { average: 4.5, count: 2, own: 5 });
    assert.deepEqual(
      (await rate(owner, null)).items.map(({ member: { name }, stars }) => [name, stars]),
      [['Recruiter7', 4]],
    );
    assert.equal((await send(owner, 'PUT', `/v1/proposals/${id}/rating`, { stars: 6 })).status, 422);
  });

  test('several are declined or archived in one command, each with its own outcome', async () => {
    const owner = await member('Owner8');
    const [jobId, other] = [await post(owner), await post(owner)];
    const [ada, bob, eve] = [await freelancer('Ada8'), await freelancer('Bob8'), await freelancer('Eve8')];
    const [one, two] = [await propose(ada, jobId), await propose(bob, jobId)];
    const elsewhere = await propose(eve, other);
    await send(bob, 'POST', `/v1/freelancers/me/proposals/${two.id}/withdrawal`, { reason: 'other' });
    const body = { ids: [one.id, two.id, elsewhere.id, 'pr_none'], reason: 'anotherChosen', message: 'Thank you.' };
    const declined = await send(owner, 'POST', `/v1/job-posts/${jobId}/proposals/decline`, body);
    assert.deepEqual(await declined.json(), {
      items: [
        { id: one.id, outcome: 'done' },
        { id: two.id, outcome: 'proposal_withdrawn' },
        { id: elsewhere.id, outcome: 'not_found' },
        { id: 'pr_none', outcome: 'not_found' },
      ],
      done: 1,
    });
    const archived = await send(owner, 'POST', `/v1/job-posts/${jobId}/proposals/archive`, { ids: [one.id, two.id] });
    assert.equal(((await archived.json()) as { done: number }).done, 2);
    const again = await send(owner, 'POST', `/v1/job-posts/${jobId}/proposals/archive`, { ids: [one.id] });
    assert.deepEqual(((await again.json()) as { items: unknown }).items, [{ id: one.id, outcome: 'unchanged' }]);
    assert.ok((await world.told(ada)).includes('proposal.declined'));
    assert.equal(
      (await send(owner, 'POST', `/v1/job-posts/${jobId}/proposals/archive`, { ids: Array(101).fill('a') })).status,
      422,
    );
  });

  test('an auditor and a viewer read all of it and change none', async () => {
    const owner = await member('Owner9');
    const jobId = await post(owner);
    const { id } = await propose(await freelancer('Ada9'), jobId);
    const reads = [`/v1/job-posts/${jobId}/proposals`, `/v1/proposals/${id}`, `/v1/proposals/${id}/notes`, `/v1/proposals/${id}/ratings`, `/v1/proposals/${id}/messages`, `/v1/proposals/${id}/timeline`]; // biome-ignore format: a list
    const changes = [
      ['PUT', 'shortlisted', { shortlisted: true }], ['PUT', 'archived', { archived: true }], ['PUT', 'rating', { stars: 3 }],
      ['POST', 'decline', { reason: 'other' }], ['POST', 'notes', { text: 'x' }], ['POST', 'messages', { text: 'x' }],
      ['POST', 'messages/read-mark', { upTo: 1 }], ['POST', 'interview-request', { message: 'x', times: ['2099-01-01T09:00:00Z'] }],
    ] as const; // biome-ignore format: a table
    for (const role of ['auditor', 'viewer'] as const) {
      const who = await member(`${role}9`, role);
      for (const path of reads) assert.equal((await send(who, 'GET', path)).status, 200, `${role} ${path}`);
      for (const [method, what, body] of changes)
        assert.equal((await send(who, method, `/v1/proposals/${id}/${what}`, body)).status, 403, `${role} ${what}`);
    }
    assert.equal((await boardOf(owner, jobId)).items[0]!.isShortlisted, false);
  });

  test('another client finds nothing, exactly as for an id that never was', async () => {
    const owner = await member('Owner10');
    const stranger = await member('Stranger10', 'owner', world.globex());
    const jobId = await post(owner);
    const { id } = await propose(await freelancer('Ada10'), jobId);
    const at = (path: string, method = 'GET', body?: unknown) =>
      world.sendAt(world.globex(), stranger, method, path, body);
    const missing = await (await at('/v1/proposals/pr_none')).text();
    for (const path of [
      `/v1/proposals/${id}`,
      `/v1/job-posts/${jobId}/proposals`,
      `/v1/proposals/${id}/notes`,
      `/v1/proposals/compare?id=${id}&id=${id}x`,
    ])
      assert.equal(await (await at(path)).text(), missing, path);
    assert.equal((await at(`/v1/proposals/${id}/decline`, 'POST', { reason: 'other' })).status, 404);
    assert.equal((await at(`/v1/proposals/${id}/rating`, 'PUT', { stars: 1 })).status, 404);
  });

  test('a widget session does only what it was granted', async () => {
    const owner = await member('Owner11');
    const jobId = await post(owner);
    const { id } = await propose(await freelancer('Ada11'), jobId);
    const grants = (...features: string[]) =>
      inWidget(owner, { proposals: Object.fromEntries(features.map((one) => [one, true])) });
    const path = `/v1/proposals/${id}`;
    assert.equal((await send(grants(), 'GET', path)).status, 403);
    assert.equal((await send(grants('read'), 'GET', path)).status, 200);
    assert.equal((await send(grants('read'), 'POST', `${path}/notes`, { text: 'x' })).status, 403);
    assert.equal((await send(grants('note'), 'POST', `${path}/notes`, { text: 'x' })).status, 201);
    assert.equal((await send(grants('read', 'note'), 'PUT', `${path}/shortlisted`, { shortlisted: true })).status, 403);
    assert.equal((await send(grants('decide'), 'PUT', `${path}/shortlisted`, { shortlisted: true })).status, 200);
    assert.equal((await send(grants('decide'), 'POST', `${path}/messages`, { text: 'Hi' })).status, 403);
    assert.equal((await send(grants('message'), 'POST', `${path}/messages`, { text: 'Hi' })).status, 201);
  });

  test('nothing of the team’s own ever appears in what the freelancer is answered', async () => {
    const owner = await member('Owner12');
    const jobId = await post(owner);
    const ada = await freelancer('Ada12');
    const { id } = await propose(ada, jobId, { boostBid: 1 });
    const secret = 'zebra-crossing';
    await send(owner, 'GET', `/v1/proposals/${id}`);
    await send(owner, 'PUT', `/v1/proposals/${id}/shortlisted`, { shortlisted: true });
    await send(owner, 'PUT', `/v1/proposals/${id}/archived`, { archived: true });
    await send(owner, 'PUT', `/v1/proposals/${id}/rating`, { stars: 1 });
    await send(owner, 'POST', `/v1/proposals/${id}/notes`, { text: secret });
    await send(owner, 'POST', `/v1/proposals/${id}/messages`, { text: 'Shall we talk?' });
    const answers = [`/v1/freelancers/me/proposals`, `/v1/freelancers/me/proposals/${id}`, `/v1/freelancers/me/proposals/${id}/timeline`, `/v1/freelancers/me/proposals/${id}/messages`, `/v1/freelancers/me/jobs/${jobId}/proposal-terms`]; // biome-ignore format: a list
    for (const path of answers) {
      const answer = await send(ada, 'GET', path);
      const text = await answer.text();
      assert.equal(answer.status, 200, path);
      assert.doesNotMatch(text, new RegExp(`${secret}|${owner.personId}`), path);
      assert.doesNotMatch(
        namesIn(JSON.parse(text)).join(' '),
        /shortlist|archiv|restor|rating|rated|note|stars|fit\b/i,
        path,
      );
    }
    const own = (await (await send(ada, 'GET', answers[2]!)).json()) as { items: { move: string }[] };
    assert.deepEqual(
      own.items.map(({ move }) => move),
      ['submit', 'viewed', 'reply'],
    );
    const team = (await (await send(owner, 'GET', `/v1/proposals/${id}/timeline`)).json()) as {
      items: { move: string }[];
    };
    assert.deepEqual(team.items.map(({ move }) => move), ['submit', 'viewed', 'shortlisted', 'archived', 'rated', 'noteAdded', 'reply']); // biome-ignore format: a list
  });
});

/** Every property name, and every text that could be one: names of moves and states. */
function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}
