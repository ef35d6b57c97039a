import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type Freelancing, proposalsWorld, refusal } from '../../testing/proposals-world.ts';
import { readBoard } from './read-board.ts';
import type { Proposal, ProposalBoard } from './schema.ts';

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
});
