import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { inWidget } from '../../testing/actors.ts';
import { type Freelancing, proposalsWorld, refusal } from '../../testing/proposals-world.ts';
import { readBoard } from './read-board.ts';
import type { Proposal, ProposalBoard, ProposalNote, ProposalRatings } from './schema.ts';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const fixed = (amountMinor: number) => ({ bid: { kind: 'fixed', total: usd(amountMinor) } });

describe('the review board', () => {
  const world = proposalsWorld();
  const { send, post, freelancer, member, propose } = world;

  const boardOf = async (who: Parameters<typeof send>[0], jobId: string, query = '') =>
    (await (await send(who, 'GET', `/v1/job-posts/${jobId}/proposals${query}`)).json()) as ProposalBoard;
  const names = ({ items }: ProposalBoard) => items.map(({ freelancer: { name } }) => name);

  async function skilled(who: Freelancing, jobSuccess: number | null, ...skills: string[]): Promise<Freelancing> {
    const rows = skills.map((skillId, position) => ({
      freelancerId: who.freelancerId,
      skillId,
      name: skillId,
      position,
    }));
    await world.db().insertInto('freelancerSkills').values(rows).execute();
    await world.db().updateTable('freelancers').set({ jobSuccess }).where('id', '=', who.freelancerId).execute();
    return who;
  }

  test('has what a card needs: who, for how much, how it fits and why', async () => {
    const owner = await member('Owner1');
    const questions = [{ id: 'qu_1', kind: 'yesNo', text: 'Free?', choices: [], isRequired: true }];
    const jobId = await post(owner, { skills: ['react', 'node-js'], questions: JSON.stringify(questions) });
    const ada = await skilled(await freelancer('Ada1'), 95, 'react');
    const { id } = await propose(ada, jobId, { answers: [{ questionId: 'qu_1', value: true }] });
    const board = await boardOf(owner, jobId);
    const [card] = board.items;
    assert.deepEqual([board.total, board.counts.submitted, board.jobPost.questions.length], [1, 1, 1]);
    assert.deepEqual([card!.id, card!.freelancer.name, card!.bid], [id, 'Ada1', { kind: 'fixed', total: usd(90_000) }]);
    assert.deepEqual([card!.fit.matchedSkills, card!.fit.missingSkills], [['React'], ['Node.js']]);
    assert.deepEqual(card!.fit.reasons, ['withinBudget', 'jobSuccess', 'availableNow']);
    assert.equal(card!.letterExcerpt, 'I have built three of these and would like to build yours.');
    assert.deepEqual(card!.answers, [{ questionId: 'qu_1', text: 'yes' }]);
    assert.deepEqual([card!.viewedAt, card!.boostPlace, card!.isInvited], [null, null, false]);
  });

  test('sorts by fit with boosts first, by bid, by time, by job success and by the team’s rating', async () => {
    const owner = await member('Owner2');
    const jobId = await post(owner, { skills: ['react'], budgetMinMinor: 10_000, budgetMaxMinor: 10_000 });
    const fit = await skilled(await freelancer('Fit2'), 90, 'react');
    const cheap = await skilled(await freelancer('Cheap2'), 99, 'figma');
    const boosted = await skilled(await freelancer('Boosted2'), null, 'figma');
    await propose(fit, jobId, fixed(10_000));
    world.deps().clock.advance(1000);
    const { id: cheapId } = await propose(cheap, jobId, fixed(6_000));
    world.deps().clock.advance(1000);
    await propose(boosted, jobId, { ...fixed(15_000), boostBid: 2 });
    await send(owner, 'PUT', `/v1/proposals/${cheapId}/rating`, { stars: 5 });
    const orders = {
      bestMatch: ['Boosted2', 'Fit2', 'Cheap2'],
      newest: ['Boosted2', 'Cheap2', 'Fit2'],
      bidLow: ['Cheap2', 'Fit2', 'Boosted2'],
      bidHigh: ['Boosted2', 'Fit2', 'Cheap2'],
      jobSuccess: ['Cheap2', 'Fit2', 'Boosted2'],
      rating: ['Cheap2', 'Boosted2', 'Fit2'],
    };
    for (const [sort, expected] of Object.entries(orders))
      assert.deepEqual(names(await boardOf(owner, jobId, `?sort=${sort}`)), expected, sort);
    assert.equal((await boardOf(owner, jobId)).items[0]!.boostPlace, 1);
  });

  test('filters by state, flags, bid, job success, rating and words; counts stay whole', async () => {
    const owner = await member('Owner3');
    const jobId = await post(owner);
    const [one, two, three] = [await freelancer('One3'), await freelancer('Two3'), await freelancer('Three3')];
    await skilled(one, 80, 'react');
    const ids = [];
    for (const [who, amount] of [
      [one, 50_000],
      [two, 60_000],
      [three, 70_000],
    ] as const)
      ids.push((await propose(who, jobId, fixed(amount))).id);
    await send(owner, 'PUT', `/v1/proposals/${ids[0]}/shortlisted`, { shortlisted: true });
    await send(owner, 'PUT', `/v1/proposals/${ids[1]}/archived`, { archived: true });
    await send(owner, 'POST', `/v1/proposals/${ids[2]}/decline`, { reason: 'rateTooHigh' });
    await send(owner, 'PUT', `/v1/proposals/${ids[0]}/rating`, { stars: 4 });
    const found = {
      '': ['One3', 'Three3'], '?archived=only': ['Two3'], '?archived=with': ['One3', 'Three3', 'Two3'],
      '?shortlisted=true': ['One3'], '?shortlisted=false': ['Three3'], '?state=declined': ['Three3'],
      '?state=declined&state=submitted': ['One3', 'Three3'], '?bidMin=60000': ['Three3'], '?bidMax=60000': ['One3'],
      '?jobSuccessMin=70': ['One3'], '?ratingMin=4': ['One3'], '?q=REACT': ['One3'], '?q=thre': ['Three3'],
    }; // biome-ignore format: a table
    for (const [query, expected] of Object.entries(found)) {
      const board = await boardOf(owner, jobId, query);
      assert.deepEqual(names(board).sort(), expected.sort(), query);
      assert.deepEqual([board.total, board.counts.shortlisted, board.counts.archived], [3, 1, 1], query);
    }
  });

  test('marks as viewed when somebody who hires opens it, once, and not when others look on', async () => {
    const [owner, auditor, viewer] = [
      await member('Owner4'),
      await member('Auditor4', 'auditor'),
      await member('Viewer4', 'viewer'),
    ];
    const jobId = await post(owner);
    const ada = await freelancer('Ada4');
    const { id } = await propose(ada, jobId);
    for (const looker of [auditor, viewer])
      assert.equal(((await (await send(looker, 'GET', `/v1/proposals/${id}`)).json()) as Proposal).viewedAt, null);
    await boardOf(owner, jobId);
    assert.equal((await boardOf(owner, jobId)).items[0]!.viewedAt, null, 'a card is not the proposal');
    const opened = (await (await send(owner, 'GET', `/v1/proposals/${id}`)).json()) as Proposal;
    assert.notEqual(opened.viewedAt, null);
    world.deps().clock.advance(60_000);
    const again = (await (await send(owner, 'GET', `/v1/proposals/${id}`)).json()) as Proposal;
    assert.equal(again.viewedAt, opened.viewedAt);
  });

  test('two to four proposals of one post stand side by side in the order asked for', async () => {
    const owner = await member('Owner5');
    const [jobId, other] = [await post(owner), await post(owner)];
    const one = await propose(await freelancer('One5'), jobId);
    const two = await propose(await freelancer('Two5'), jobId);
    const elsewhere = await propose(await freelancer('Three5'), other);
    const compare = (...ids: string[]) =>
      send(owner, 'GET', `/v1/proposals/compare?${ids.map((id) => `id=${id}`).join('&')}`);
    const { items } = (await (await compare(two.id, one.id)).json()) as { items: Proposal[] };
    assert.deepEqual(
      items.map(({ freelancer: { name } }) => name),
      ['Two5', 'One5'],
    );
    assert.deepEqual(await refusal(await compare(one.id, elsewhere.id)), [422, 'proposals_of_different_posts']);
    assert.equal((await compare(one.id)).status, 422);
    assert.equal((await compare('a', 'b', 'c', 'd', 'e')).status, 422);
    assert.equal((await compare(one.id, 'pr_none')).status, 404);
  });

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

  test('opens with one round of queries, however many proposals there are', async () => {
    const owner = await member('Owner13');
    const jobId = await post(owner);
    for (const name of ['Ada13', 'Bob13', 'Eve13']) await propose(await freelancer(name), jobId);
    const seen: ('asked' | 'answered')[] = [];
    const watched = world.db().withPlugin({
      transformQuery: ({ node }) => {
        seen.push('asked');
        return node;
      },
      transformResult: async ({ result }) => {
        seen.push('answered');
        return result;
      },
    });
    const query = { sort: 'bestMatch', archived: 'without' } as const;
    const viewer = { personId: owner.personId, mayAnswer: true };
    const board = await readBoard(watched, tenantScope(world.acme().id), jobId, viewer, query);
    assert.equal(board.items.length, 3);
    assert.equal(seen.lastIndexOf('asked') + 1, seen.indexOf('answered'), 'no query waits for another');
    assert.ok(seen.length <= 20, `${seen.length / 2} queries`);
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
