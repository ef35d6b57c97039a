import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Person } from '../../platform/auth/actor.ts';
import { inWidget } from '../../testing/actors.ts';
import { ApprovalsWorld, usd } from '../../testing/approvals-world.ts';
import { signLink } from './approval-link.ts';
import { type Approver, anything, type PolicyDocument, type PolicyStep } from './approval-policy.ts';
import { readApprovalLog } from './read-approval-log.ts';

const hourMs = 3_600_000;
const role = (name: 'approver' | 'financeAdmin' | 'owner', where: 'tenant' | 'team' = 'tenant'): Approver => ({
  kind: 'role',
  role: name,
  where,
});
const any = (...approvers: Approver[]): PolicyStep => ({ approvers, needs: 'any', escalation: null });
const all = (...approvers: Approver[]): PolicyStep => ({ approvers, needs: 'all', escalation: null });
const always = (...steps: PolicyStep[]): PolicyDocument => ({
  rules: [{ id: 'all', name: 'All of it', conditions: anything, steps }],
  otherwise: { steps: [] },
});

let world: ApprovalsWorld;
let finance: Person;
before(async () => {
  world = await ApprovalsWorld.open();
});
after(() => world.close());
beforeEach(async () => {
  await world.reset();
  finance = await world.person('Fee', ['financeAdmin']);
});

const delegate = (from: Person, to: Person, more: object = {}) =>
  world.call(from, 'POST', '/v1/approval-delegations', {
    toPersonId: to.personId,
    startsAt: at(0),
    endsAt: at(24),
    ...more,
  }) as unknown as Promise<{ status: number; code?: string; id: string }>;
const at = (hours: number) => new Date(world.deps.clock.now() + hours * hourMs).toISOString();

describe('steps', () => {
  test('the second is asked after the first, and only the last yes moves the subject', async () => {
    await world.setRules(always(any(role('approver')), any(role('financeAdmin'))));
    const { id, subject } = await world.requested();
    assert.equal((await world.get(id, finance)).whyNot, 'role');
    const first = await world.approve(world.approver, id);
    assert.deepEqual([first.state, first.step, subject.told.length], ['requested', 2, 0]);
    assert.equal((await world.approve(world.approver, id)).status, 403);
    assert.equal((await world.get(id, finance)).endsIt, true);
    assert.equal((await world.approve(finance, id)).state, 'approved');
    assert.equal(subject.told.length, 1);
    const { items } = (await world.ask(world.owner, 'GET', `/${id}/timeline`)) as unknown as {
      items: { move: string }[];
    };
    assert.deepEqual(
      items.map(({ move }) => move),
      ['request', 'approveStep', 'approve'],
    );
  });

  test('an all-of step counts different people, and each once', async () => {
    await world.setRules(always(all(role('approver'), role('financeAdmin'))));
    const { id, subject } = await world.requested();
    assert.equal((await world.approve(world.approver, id)).state, 'requested');
    assert.equal((await world.approve(world.approver, id)).code, 'approval_decided_already');
    assert.deepEqual([(await world.get(id)).steps[0]?.missing, subject.told.length], [1, 0]);
    assert.equal((await world.approve(finance, id)).state, 'approved');
  });

  test('64 yeses of two who must both agree move the subject once', async () => {
    await world.setRules(always(all(role('approver'), role('financeAdmin'))));
    const { id } = await world.requested();
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, n) => world.approve(n % 2 ? world.approver : finance, id)),
    );
    assert.equal(answers.filter(({ status }) => status === 200).length, 2);
    assert.equal((await world.get(id)).state, 'approved');
    const events = await world.deps.database.db.selectFrom('outboxEvents').selectAll().execute();
    assert.equal(events.filter(({ kind }) => (kind as string) === 'jobPostDecided').length, 1);
  });

  test('one no in any step ends it', async () => {
    await world.setRules(always(all(role('approver'), role('financeAdmin')), any(role('owner'))));
    const { id, subject } = await world.requested();
    await world.approve(world.approver, id);
    const answer = await world.ask(finance, 'POST', `/${id}/rejection`, { hash: 'h1', reason: 'Too dear' });
    assert.deepEqual([answer.state, subject.told[0]?.decision], ['rejected', 'rejected']);
    assert.deepEqual(
      answer.steps.map(({ state }) => state),
      ['rejected', 'skipped'],
    );
  });

  test('a role in a team decides in that team and sees no other', async () => {
    const { db } = world.deps.database;
    const dora = await world.person('Dora', []);
    await db
      .insertInto('teams')
      .values({ id: 'tm_d', tenantId: world.tenant.id, name: 'Design', createdAt: 0 })
      .execute();
    const member = {
      teamId: 'tm_d',
      personId: dora.personId,
      tenantId: world.tenant.id,
      role: 'approver',
      createdAt: 0,
    };
    await db.insertInto('teamMembers').values(member).execute();
    const inTeam: Person = { ...dora, teamRoles: { tm_d: ['approver'] } };
    await world.setRules(always(any(role('approver', 'team'), role('owner'))));
    const [here, there] = [await world.requested({ team: 'Design' }), await world.requested({ team: 'Build' })];
    assert.deepEqual(
      (await world.ask(inTeam, 'GET', '?view=all')).items.map(({ id }) => id),
      [here.id],
    );
    assert.equal((await world.get(there.id, inTeam)).status, 404);
    assert.equal((await world.approve(inTeam, here.id)).state, 'approved');
    assert.equal((await world.approve(inTeam, there.id)).status, 403);
  });

  test('a published version changes nothing of what was asked under the one before', async () => {
    await world.setRules(always(any(role('approver'))));
    const { id } = await world.requested();
    await world.setRules(always(any(role('owner'))));
    const read = await world.get(id, world.approver);
    assert.deepEqual([read.rule.name, read.mayDecide], ['All of it', true]);
    assert.equal((await world.approve(world.owner, id)).status, 403);
  });

  test('what waits too long is asked of the next higher role too, once', async () => {
    const step: PolicyStep = { ...any(role('approver')), escalation: { afterHours: 4, to: 'nextHigherRole' } };
    await world.setRules(always(step));
    const { id } = await world.requested();
    assert.equal((await world.get(id, finance)).mayDecide, false);
    world.deps.clock.advance(4 * hourMs);
    await world.deps.jobs.runDue();
    await world.deps.jobs.runDue();
    assert.equal((await world.get(id, finance)).mayDecide, true);
    assert.deepEqual(
      (await world.notices('approval.requested')).map(({ personIds }) => personIds),
      [[world.approver.personId], [finance.personId]],
    );
  });

  test('a widget that was granted it lists and decides', async () => {
    const { id } = await world.requested();
    const host = inWidget(world.approver, { approvals: { read: true, decide: true } });
    assert.equal((await world.ask(host, 'GET', '')).items.length, 1);
    const reading = inWidget(world.approver, { approvals: { read: true } });
    assert.equal((await world.ask(reading, 'POST', `/${id}/approval`, { hash: 'h1' })).status, 403);
    assert.equal((await world.ask(host, 'POST', `/${id}/approval`, { hash: 'h1' })).state, 'approved');
  });
});

describe('delegates', () => {
  test('somebody who stands in decides, and it says for whom', async () => {
    await world.setRules(always(any(role('approver'))));
    assert.equal((await delegate(world.approver, finance)).status, 201);
    const { id } = await world.requested();
    assert.equal((await world.get(id, finance)).decidesFor?.name, 'Arno');
    const answer = await world.approve(finance, id);
    assert.deepEqual([answer.decidedBy?.name, answer.decidedFor?.name], ['Fee', 'Arno']);
    const log = [];
    const asOfMs = world.deps.clock.now();
    for await (const batch of readApprovalLog(world.deps.database.db, world.scope, {
      fromMs: 0,
      toMs: asOfMs + 1,
      asOfMs,
    }))
      log.push(...batch);
    assert.deepEqual(
      log.map(({ approverId, delegateId, state }) => [approverId, delegateId, state]),
      [[world.approver.personId, finance.personId, 'approved']],
    );
  });

  test('never what they asked for, nor what the one they stand in for asked for', async () => {
    await world.setRules(always(any(role('approver'), role('owner'))));
    await delegate(world.approver, finance);
    const own = await world.requested({ requesterId: finance.personId });
    assert.equal((await world.approve(finance, own.id)).code, 'own_request');
    const theirs = await world.requested({ requesterId: world.approver.personId });
    assert.deepEqual(
      [(await world.approve(finance, theirs.id)).code, (await world.get(theirs.id, finance)).whyNot],
      ['own_request', 'own_delegation'],
    );
  });

  test('only in their days, and not once it was ended', async () => {
    await world.setRules(always(any(role('approver'))));
    const { id } = await delegate(world.approver, finance, { startsAt: at(1), endsAt: at(3) });
    const asked = await world.requested();
    assert.equal((await world.approve(finance, asked.id)).status, 403);
    world.deps.clock.advance(hourMs);
    assert.equal((await world.get(asked.id, finance)).mayDecide, true);
    assert.equal((await world.call(world.approver, 'POST', `/v1/approval-delegations/${id}/end`)).status, 200);
    assert.equal((await world.approve(finance, asked.id)).status, 403);
  });

  test('a cycle is refused, straight and through others; another time is not', async () => {
    await delegate(world.approver, finance);
    assert.deepEqual([(await delegate(finance, world.approver)).code], ['delegation_cycle']);
    await delegate(finance, world.owner);
    assert.deepEqual([(await delegate(world.owner, world.approver)).code], ['delegation_cycle']);
    const later = { startsAt: at(25), endsAt: at(30) };
    assert.equal((await delegate(world.owner, world.approver, later)).status, 201);
  });

  test('only an admin gives away what another decides', async () => {
    const fromPersonId = world.approver.personId;
    assert.equal((await delegate(finance, world.owner, { fromPersonId })).status, 403);
    assert.equal((await delegate(world.owner, finance, { fromPersonId })).status, 201);
  });
});

describe('rules of a tenant', () => {
  const put = (document: PolicyDocument, ifMatch: string, by = world.owner) =>
    world.call(by, 'PUT', '/v1/approval-policy', document, { 'if-match': ifMatch }) as unknown as Promise<{
      status: number;
      etag: string;
      code: string;
      detail: string;
    }>;
  const etag = async () => (await world.call(world.owner, 'GET', '/v1/approval-policy')).etag;

  test('a draft counts once it is published; a stale one overwrites nothing', async () => {
    const before = await etag();
    const saved = await put(always(any(role('financeAdmin'), role('owner'))), before);
    assert.equal(saved.status, 200, saved.detail);
    assert.equal((await put(always(), before)).status, 412);
    await world.setPolicy({});
    assert.equal(await world.request(), 'notNeeded');
    const again = await put(always(any(role('financeAdmin'), role('owner'))), await etag());
    const published = await world.call(
      world.owner,
      'POST',
      '/v1/approval-policy/publication',
      {},
      { 'if-match': again.etag },
    );
    assert.equal(published.status, 200);
    assert.equal((await world.get((await world.requested()).id)).rule.policyVersion, 2);
  });

  test('one that leaves somebody without an approver is refused and names the gap', async () => {
    const answer = await put(always(any(role('owner'))), await etag());
    assert.deepEqual([answer.status, answer.code], [422, 'policy_has_gap']);
    assert.match(answer.detail, /nobody but Olga could decide what Olga requests/);
    assert.equal((await put(always(), '"x"', world.approver)).status, 403);
  });

  test('what would happen is what happens: the rule, why not the others, and who is asked', async () => {
    await delegate(world.approver, finance);
    const answer = (await world.call(world.manager, 'POST', '/v1/approvals/simulations', {
      kind: 'jobPost',
      amount: usd(600_000),
    })) as unknown as {
      asks: boolean;
      rule: { id: string };
      others: { why: string }[];
      steps: { people: { name: string; delegates: { name: string }[] }[] }[];
    };
    assert.deepEqual([answer.asks, answer.rule.id, answer.others.map(({ why }) => why)], [true, 'jobPost', ['later']]);
    assert.deepEqual(
      answer.steps[0]?.people.map(({ name, delegates }) => [name, delegates.map((one) => one.name)]),
      [
        ['Arno', ['Fee']],
        ['Fee', []],
        ['Olga', []],
      ],
    );
  });
});

describe('links in mails', () => {
  const linkFor = (person: Person, approvalId: string, more: object = {}) =>
    signLink(world.deps.secret, {
      approvalId,
      step: 1,
      hash: 'h1',
      personId: person.personId,
      untilMs: world.deps.clock.now() + hourMs,
      ...more,
    });
  const by = (person: Person, id: string, link: string) =>
    world.ask(person, 'POST', `/${id}/approval`, { hash: 'h1', link });

  test('looking decides nothing; the own session decides, once', async () => {
    const { id } = await world.requested();
    const link = linkFor(world.approver, id);
    const read = `/${id}/link?link=${encodeURIComponent(link)}`;
    assert.equal((await world.ask(world.approver, 'GET', read)).state as string, 'valid');
    assert.equal((await world.get(id)).state, 'requested');
    assert.equal((await world.ask(world.owner, 'GET', read)).state as string, 'otherPerson');
    assert.equal((await by(world.owner, id, link)).code, 'link_of_another_person');
    assert.equal((await by(world.approver, id, link)).state, 'approved');
    assert.equal((await by(world.approver, id, link)).code, 'link_used');
  });

  test('one that has ended, is of other terms or was changed decides nothing', async () => {
    const { id } = await world.requested();
    const old = linkFor(world.approver, id, { hash: 'h0' });
    const ended = linkFor(world.approver, id, { untilMs: world.deps.clock.now() });
    const link = linkFor(world.approver, id);
    const codes = [];
    for (const one of [old, ended, `${link.slice(0, -2)}xx`, 'x']) codes.push((await by(world.approver, id, one)).code);
    assert.deepEqual(codes, ['link_outdated', 'link_expired', 'link_invalid', 'link_invalid']);
    assert.equal((await world.get(id)).state, 'requested');
  });
});
