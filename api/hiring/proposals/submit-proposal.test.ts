import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { proposalFor, proposalsWorld, refusal } from '../../testing/proposals-world.ts';
import type { OwnProposal, ProposalTerms } from './own-schema.ts';

const path = '/v1/freelancers/me/proposals';
const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

describe('sending a proposal', () => {
  const world = proposalsWorld();
  const { send, post, freelancer, member, propose, balance } = world;

  test('terms say before writing what it costs, what it pays and what is asked', async () => {
    const owner = await member('Owner0');
    const questions = [{ id: 'qu_1', kind: 'text', text: 'When?', choices: [], isRequired: true }];
    const jobId = await post(owner, { questions: JSON.stringify(questions) });
    const ada = await freelancer('Ada0');
    const answer = await send(ada, 'GET', `/v1/freelancers/me/jobs/${jobId}/proposal-terms`);
    const terms = (await answer.json()) as ProposalTerms;
    assert.deepEqual(terms.connects, { price: 8, free: null, balance: 10, balanceAfter: 2 });
    assert.deepEqual(terms.bidKinds, ['fixed', 'milestones']);
    assert.deepEqual(terms.limits.min, usd(500));
    assert.deepEqual(terms.boost, { places: 4, taken: 0, minimumBid: 1, maximumBid: 200 });
    assert.deepEqual(terms.feeSchedule, { kind: 'flat', basisPoints: 1000 });
    assert.deepEqual([terms.client.name, terms.refusal, terms.questions], ['Acme', null, questions]);
  });

  test('fee and net are the money’s own: 900.00 leaves 810.00', async () => {
    const jobId = await post(await member('Owner1'));
    const ada = await freelancer('Ada1');
    const preview = await send(ada, 'POST', `${path}/preview`, proposalFor(jobId));
    const { earnings, connects, errors } = (await preview.json()) as never as {
      earnings: OwnProposal['earnings'];
      connects: object;
      errors: unknown[];
    };
    assert.deepEqual(earnings, { gross: usd(90_000), fee: usd(9_000), net: usd(81_000), per: 'project' });
    assert.deepEqual([connects, errors], [{ spent: 8, boostBid: 0, balanceAfter: 2 }, []]);
    assert.equal(await balance(ada), 10, 'a preview takes nothing');
    assert.deepEqual((await propose(ada, jobId)).earnings, earnings);
  });

  test('it takes its connects in the same breath, tells the owner, and is there to be read', async () => {
    const owner = await member('Owner2');
    const jobId = await post(owner);
    const ada = await freelancer('Ada2');
    const sent = await propose(ada, jobId);
    assert.deepEqual([sent.state, sent.connects.spent, sent.viewedAt, sent.termsVersion], ['submitted', 8, null, 1]);
    assert.equal(await balance(ada), 2);
    assert.deepEqual(await world.told(owner), ['proposal.submitted']);
    const read = await send(ada, 'GET', `${path}/${sent.id}`);
    assert.deepEqual(await read.json(), sent);
    const timeline = await send(ada, 'GET', `${path}/${sent.id}/timeline`);
    const { items } = (await timeline.json()) as { items: { move: string; to: string }[] };
    assert.deepEqual(
      items.map(({ move, to }) => [move, to]),
      [['submit', 'submitted']],
    );
  });

  test('a second proposal on the same post is refused, and nothing is taken again', async () => {
    const jobId = await post(await member('Owner3'), { budgetMinMinor: 10_000, budgetMaxMinor: 10_000 });
    const ada = await freelancer('Ada3');
    await propose(ada, jobId);
    assert.deepEqual(await refusal(await send(ada, 'POST', path, proposalFor(jobId))), [409, 'already_proposed']);
    assert.equal(await balance(ada), 8);
  });

  test('two at the same moment make one proposal and are paid for once', async () => {
    const jobId = await post(await member('Owner4'), { budgetMinMinor: 10_000, budgetMaxMinor: 10_000 });
    const ada = await freelancer('Ada4');
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(ada, 'POST', path, proposalFor(jobId))));
    const codes = await Promise.all(answers.map(refusal));
    assert.equal(codes.filter(([status]) => status === 201).length, 1);
    assert.deepEqual(
      new Set(codes.filter(([status]) => status !== 201).map(String)),
      new Set(['409,already_proposed']),
    );
    assert.equal(await balance(ada), 8);
  });

  test('the same Idempotency-Key sends once and answers the same', async () => {
    const jobId = await post(await member('Owner5'));
    const ada = await freelancer('Ada5');
    const once = () => send(ada, 'POST', path, proposalFor(jobId), { 'idempotency-key': 'send-1' });
    const [first, second] = [await once(), await once()];
    assert.deepEqual([first.status, second.status], [201, 201]);
    assert.deepEqual(await first.json(), await second.json());
  });

  test('a post that takes no proposals says which way it ended; one that is hidden is not there', async () => {
    const owner = await member('Owner6');
    const ada = await freelancer('Ada6');
    for (const state of ['paused', 'filled', 'closed', 'expired', 'removed'] as const) {
      const jobId = await post(owner, { state });
      assert.deepEqual(await refusal(await send(ada, 'POST', path, proposalFor(jobId))), [409, `job_post_${state}`]);
      const terms = await send(ada, 'GET', `/v1/freelancers/me/jobs/${jobId}/proposal-terms`);
      assert.equal(((await terms.json()) as ProposalTerms).refusal?.code, `job_post_${state}`);
    }
    for (const hidden of [{ visibility: 'invitedOnly' }, { visibility: 'poolOnly' }, { state: 'draft' }] as const)
      assert.equal((await send(ada, 'POST', path, proposalFor(await post(owner, hidden)))).status, 404);
    const closedAndHidden = await post(owner, { visibility: 'invitedOnly', state: 'closed' });
    assert.equal((await send(ada, 'POST', path, proposalFor(closedAndHidden))).status, 404);
    assert.equal((await send(ada, 'POST', path, proposalFor('jp_nowhere'))).status, 404);
    assert.equal(await balance(ada), 10);
  });

  test('at another client’s address the post is not there', async () => {
    const jobId = await post(await member('Owner7'));
    const ada = await freelancer('Ada7');
    assert.equal((await world.sendAt(world.globex(), ada, 'POST', path, proposalFor(jobId))).status, 404);
    assert.equal((await world.sendAt(world.acme(), ada, 'POST', path, proposalFor(jobId))).status, 201);
  });

  test('who works at the client does not propose to it', async () => {
    const owner = await member('Owner8');
    const jobId = await post(owner);
    const insider = await freelancer('Insider8');
    const { addMember } = await import('../../platform/tenants/create-tenant.ts');
    const { database } = world.deps();
    await database.transaction((trx) => addMember(trx, world.deps(), world.acme().id, insider.personId, ['viewer']));
    assert.deepEqual(await refusal(await send(insider, 'POST', path, proposalFor(jobId))), [403, 'member_of_client']);
  });

  test('a private profile does not propose', async () => {
    const jobId = await post(await member('Owner9'));
    const ada = await freelancer('Ada9');
    await world
      .db()
      .updateTable('freelancers')
      .set({ visibility: 'private' })
      .where('id', '=', ada.freelancerId)
      .execute();
    assert.deepEqual(await refusal(await send(ada, 'POST', path, proposalFor(jobId))), [409, 'profile_private']);
  });

  test('too few connects are refused by name, and no proposal is kept', async () => {
    const owner = await member('Owner10');
    const ada = await freelancer('Ada10');
    await propose(ada, await post(owner));
    const dear = await post(owner);
    assert.deepEqual(await refusal(await send(ada, 'POST', path, proposalFor(dear))), [
      409,
      'connects_balance_too_low',
    ]);
    const boosted = { ...proposalFor(await post(owner, { budgetMinMinor: 100, budgetMaxMinor: 100 })), boostBid: 1 };
    assert.deepEqual(await refusal(await send(ada, 'POST', path, boosted)), [409, 'connects_balance_too_low']);
    assert.equal(await balance(ada), 2);
    const list = (await (await send(ada, 'GET', path)).json()) as { items: unknown[] };
    assert.equal(list.items.length, 1);
  });

  test('an invitation makes it free, lets an invited-only post be seen, and is accepted by proposing', async () => {
    const owner = await member('Owner11');
    const jobId = await post(owner, { visibility: 'invitedOnly' });
    const ada = await freelancer('Ada11');
    const invited = await send(owner, 'POST', `/v1/job-posts/${jobId}/invitations`, {
      freelancerIds: [ada.freelancerId],
    });
    const { items } = (await invited.json()) as { items: { invitationId: string }[] };
    const sent = await propose(ada, jobId);
    assert.deepEqual([sent.connects.spent, sent.invitationId], [0, items[0]!.invitationId]);
    assert.equal(await balance(ada), 10);
    const invitation = await send(ada, 'GET', `/v1/freelancers/me/invitations/${sent.invitationId}`);
    const { state, proposalId } = (await invitation.json()) as { state: string; proposalId: string };
    assert.deepEqual([state, proposalId], ['accepted', sent.id]);
  });

  const wrong: [string, object, string, string][] = [
    ['a negative amount', { bid: { kind: 'fixed', total: usd(-1) } }, 'invalid_input', '/bid/total/amountMinor'],
    ['nothing', { bid: { kind: 'fixed', total: usd(0) } }, 'bid_too_low', '/bid/total/amountMinor'],
    ['beyond exact numbers', { bid: { kind: 'fixed', total: usd(2 ** 53) } }, 'invalid_input', '/bid/total/amountMinor'],
    ['a made-up currency', { bid: { kind: 'fixed', total: { amountMinor: 9000, currency: 'XXZ' } } }, 'invalid_input', '/bid/total/currency'],
    ['another currency', { bid: { kind: 'fixed', total: { amountMinor: 9000, currency: 'EUR' } } }, 'bid_currency_differs', '/bid/total/currency'],
    ['below the minimum', { bid: { kind: 'fixed', total: usd(499) } }, 'bid_too_low', '/bid/total/amountMinor'],
    ['an hourly rate for a fixed post', { bid: { kind: 'hourly', rate: usd(5000) } }, 'bid_kind_differs', '/bid/kind'],
    ['milestones that do not sum', { bid: { kind: 'milestones', total: usd(90_000), milestones: [{ description: 'All', dueOn: null, amount: usd(80_000) }] } }, 'milestones_do_not_sum', '/bid/total/amountMinor'],
    ['a milestone below the minimum', { bid: { kind: 'milestones', total: usd(90_000), milestones: [{ description: 'A', dueOn: null, amount: usd(400) }, { description: 'B', dueOn: null, amount: usd(89_600) }] } }, 'bid_too_low', '/bid/milestones/0/amount/amountMinor'],
    ['a milestone due yesterday', { bid: { kind: 'milestones', total: usd(90_000), milestones: [{ description: 'All', dueOn: '2026-11-22', amount: usd(90_000) }] } }, 'milestone_due_past', '/bid/milestones/0/dueOn'],
    ['contact details in a milestone', { bid: { kind: 'milestones', total: usd(90_000), milestones: [{ description: 'mail ada@okafor.example', dueOn: null, amount: usd(90_000) }] } }, 'contact_details_in_text', '/bid/milestones/0/description'],
    ['an empty letter', { coverLetter: ' \u200b ' }, 'cover_letter_missing', '/coverLetter'],
    ['HTML in the letter', { coverLetter: 'Hello <script>alert(1)</script>' }, 'html_in_text', '/coverLetter'],
    ['an address in the letter', { coverLetter: 'Write to ada (at) okafor dot com' }, 'contact_details_in_text', '/coverLetter'],
    ['a mailto link in the letter', { coverLetter: 'Write [here](mailto:ada@okafor.example)' }, 'contact_details_in_text', '/coverLetter'],
    ['a required answer missing', { answers: [] }, 'answer_missing', '/answers'],
    ['an answer of another kind', { answers: [{ questionId: 'qu_text', value: true }] }, 'answer_wrong_kind', '/answers/0/value'],
    ['a choice that is none', { answers: [{ questionId: 'qu_text', value: 'Soon' }, { questionId: 'qu_choice', value: 'Blue' }] }, 'answer_not_a_choice', '/answers/1/value'],
    ['a number in an answer', { answers: [{ questionId: 'qu_text', value: 'Call me on +49 170 1234567' }] }, 'contact_details_in_text', '/answers/0/value'],
    ['an answer to no question', { answers: [{ questionId: 'qu_text', value: 'Soon' }, { questionId: 'qu_other', value: 'x' }] }, 'answer_to_no_question', '/answers/1/questionId'],
    ['an answer twice', { answers: [{ questionId: 'qu_text', value: 'a' }, { questionId: 'qu_text', value: 'b' }] }, 'answer_repeated', '/answers/1/questionId'],
    ['a file that was not uploaded', { answers: [{ questionId: 'qu_text', value: 'Soon' }, { questionId: 'qu_file', value: 'fl_none' }] }, 'attachment_unknown', '/answers/0'],
    ['an attachment that was not uploaded', { attachmentIds: ['fl_none'] }, 'attachment_unknown', '/attachmentIds/0'],
    ['a boost beyond the most', { boostBid: 201 }, 'boost_out_of_bounds', '/boostBid'],
  ]; // biome-ignore format: a table

  test('what is not accepted is named with its field, and nothing is kept or taken', async () => {
    const questions = [
      { id: 'qu_text', kind: 'text', text: 'When?', choices: [], isRequired: true },
      { id: 'qu_choice', kind: 'choice', text: 'Which?', choices: ['Red', 'Green'], isRequired: false },
      { id: 'qu_file', kind: 'file', text: 'Show one', choices: [], isRequired: false },
    ];
    const jobId = await post(await member('Owner12'), { questions: JSON.stringify(questions) });
    const ada = await freelancer('Ada12');
    const fine = { ...proposalFor(jobId), answers: [{ questionId: 'qu_text', value: 'Soon' }] };
    for (const [what, change, code, pointer] of wrong) {
      const answer = await send(ada, 'POST', path, { ...fine, ...change });
      const problem = (await answer.json()) as { code: string; errors?: { pointer: string }[] };
      assert.deepEqual([answer.status, problem.code, problem.errors?.[0]?.pointer], [422, code, pointer], what);
    }
    assert.equal(await balance(ada), 10);
    assert.equal((await send(ada, 'POST', path, fine)).status, 201);
  });

  test('milestones that sum are kept in their order', async () => {
    const jobId = await post(await member('Owner13'));
    const milestones = [
      { description: 'First', dueOn: '2026-12-01', amount: usd(30_000) },
      { description: 'Then', dueOn: null, amount: usd(60_000) },
    ];
    const bid = { kind: 'milestones', total: usd(90_000), milestones };
    const sent = await propose(await freelancer('Ada13'), jobId, { bid });
    assert.deepEqual(sent.bid, bid);
  });
});
