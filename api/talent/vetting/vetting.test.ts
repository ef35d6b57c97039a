import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import {
  criteria,
  dayMs,
  operatorDesk as desk,
  hourMs,
  ownVetting,
  tenantDesk,
  vettingWorld,
} from '../../testing/vetting-world.ts';
import { readFreelancerRows } from '../freelancers/read-freelancers.ts';
import type { OpenProgram, OwnVetting } from './own-schema.ts';
import { readPoolVettings, readVetted } from './read-vetting.ts';
import type { DeskSummary, QueuedCase } from './schema.ts';

const reasons = [{ category: 'skills', text: 'Too little depth yet.' }];
const decide = (outcome: string, why: object[] = reasons) => ({ outcome, reasons: why, internalNote: 'for us alone' });

describe('vetting', () => {
  const world = vettingWorld();
  const { ask, refused, send, person, own, theCase, score } = world;
  let pro: { id: string; rubricId: string };
  let acme: { id: string; rubricId: string };
  const db = () => world.deps().database.db;
  const at = (id: string, path = '') => `${desk}/applications/${id}${path}`;
  const memberOf = async (freelancerId: string, poolId = 'pl_pro') => {
    const members = db().selectFrom('talentPoolMembers').select('state').where('poolId', '=', poolId);
    return (await members.where('freelancerId', '=', freelancerId).executeTakeFirst())?.state;
  };

  before(async () => {
    await world.vetters('vera', 'victor', 'vito');
    await world.members('acme', {
      rosa: 'recruiter',
      hanna: 'hiringManager',
      oskar: 'owner',
      ann: 'auditor',
      finn: 'viewer',
    });
    await world.members('globex', { gil: 'owner' });
    const names = ['ada', 'ben', 'cleo', 'dora', 'emil', 'fay', 'gus', 'hugo', 'iris', 'jo', 'kim', 'lea'];
    await world.freelancers(Object.fromEntries(names.map((name) => [name, { categoryId: 'web-development' }])));
    pro = await world.program(desk, person('vera'), null, 'pl_pro');
    acme = await world.program(tenantDesk, person('rosa'), 'acme', 'pl_acme');
  });

  test('leads from an application to the pool: two reviewers, a decision, a badge with its date', async () => {
    const id = await world.interviewed(desk, person('vera'), null, 'ada', pro.id);
    assert.equal((await score(desk, person('vera'), null, id, pro.rubricId, 3)).status, 200);
    assert.deepEqual(await refused(person('victor'), null, 'POST', at(id, '/decision'), decide('approved', [])), [
      409,
      'scores_missing',
    ]);
    const again = await score(desk, person('vera'), null, id, pro.rubricId, 1);
    assert.deepEqual([again.status, (await again.json()).code], [409, 'reviewer_already_scored']);
    const hidden = await theCase(desk, person('victor'), null, id);
    assert.deepEqual([hidden.scores.length, hidden.hiddenScores, hidden.percent], [0, 1, null]);
    assert.equal((await score(desk, person('victor'), null, id, pro.rubricId, 3, 2)).status, 200);
    const scored = await theCase(desk, person('victor'), null, id);
    assert.deepEqual(
      [scored.state, scored.scores.length, scored.percent, scored.isPassing],
      ['scored', 2, 93.75, true],
    );
    const approved = await ask<{ state: string; expiresAt: string }>(
      person('victor'),
      null,
      'POST',
      at(id, '/decision'),
      decide('approved', []),
    );
    assert.equal(approved.state, 'member');
    assert.equal(await memberOf('fr_ada'), 'active');
    const nowMs = world.deps().clock.now();
    const day = new Date(nowMs).toISOString().slice(0, 10);
    const row = (await readFreelancerRows(db(), ['fr_ada'])).get('fr_ada')!;
    assert.deepEqual([row.badge, row.expertVettedOn], ['expertVetted', day]);
    assert.equal((await readVetted(db(), ['fr_ada'])).get('fr_ada')?.since, day);
    const [facts] = await readPoolVettings(db(), tenantScope(''), ['pl_pro']);
    assert.deepEqual([facts!.rubricVersion, facts!.scoreBasisPoints, facts!.vettedBy.length], [1, 9375, 2]);
    const mine = await own('ada', null, id);
    assert.deepEqual([mine.next.step, mine.decision?.outcome], ['enjoy', 'approved']);
    assert.doesNotMatch(JSON.stringify(mine), /for us alone|percent|93\.75/);
  });

  test('two scores at once of the same reviewer count once', async () => {
    const id = await world.interviewed(desk, person('vera'), null, 'ben', pro.id);
    const twice = await Promise.all([1, 2].map(() => score(desk, person('vera'), null, id, pro.rubricId, 2)));
    assert.deepEqual(twice.map(({ status }) => status).sort(), [200, 409]);
    assert.equal((await theCase(desk, person('vera'), null, id)).scoresGiven, 1);
  });

  test('asks a third reviewer when two are far apart, and the one who is off does not decide', async () => {
    const id = await world.interviewed(desk, person('vera'), null, 'cleo', pro.id);
    await score(desk, person('vera'), null, id, pro.rubricId, 3);
    await score(desk, person('victor'), null, id, pro.rubricId, 1, 1);
    const between = await theCase(desk, person('vera'), null, id);
    assert.deepEqual([between.state, between.scoresNeeded], ['interviewed', 3]);
    await score(desk, person('vito'), null, id, pro.rubricId, 3);
    const after = await theCase(desk, person('vito'), null, id);
    assert.deepEqual([after.state, after.percent], ['scored', 100]);
  });

  test('scores by the version of the first score; drafts measure nobody and published versions never change', async () => {
    const id = await world.interviewed(desk, person('vera'), null, 'dora', pro.id);
    const draft = await ask<{ id: string }>(person('vera'), null, 'POST', `${desk}/programs/${pro.id}/rubrics`);
    const byDraft = await score(desk, person('vera'), null, id, draft.id, 3);
    assert.deepEqual([byDraft.status, (await byDraft.json()).code], [422, 'rubric_not_published']);
    const body = { criteria, passPercent: 10 };
    const change = await refused(
      person('vera'),
      null,
      'PUT',
      `${desk}/rubrics/${pro.rubricId}`,
      body,
      `"${pro.rubricId}.3"`,
    );
    assert.deepEqual(change, [409, 'vetting_rubric_published']);
    await score(desk, person('vera'), null, id, pro.rubricId, 1, 1);
    await ask(person('vera'), null, 'POST', `${desk}/rubrics/${draft.id}/publication`);
    const byOther = await score(desk, person('victor'), null, id, draft.id, 1, 1);
    assert.deepEqual([byOther.status, (await byOther.json()).code], [409, 'rubric_outdated']);
    assert.equal((await score(desk, person('victor'), null, id, pro.rubricId, 1, 1)).status, 200);
    pro.rubricId = draft.id;
    assert.deepEqual(await refused(person('vito'), null, 'POST', at(id, '/decision'), decide('approved')), [
      409,
      'criterion_below_floor',
    ]);
    assert.deepEqual(await refused(person('vito'), null, 'POST', at(id, '/decision'), decide('rejected', [])), [
      422,
      'reason_missing',
    ]);
    await ask(person('vito'), null, 'POST', at(id, '/decision'), decide('rejected'));
    const mine = await own('dora', null, id);
    assert.deepEqual([mine.state, mine.decision?.reasons], ['rejected', reasons]);
    const reapply = { programId: pro.id, statement: '' };
    assert.deepEqual(await refused(person('dora'), null, 'POST', ownVetting, reapply), [409, 'cool_down']);
    const { items } = await ask<{ items: OpenProgram[] }>(person('dora'), null, 'GET', `${ownVetting}/programs`);
    assert.deepEqual(
      [items[0]!.mayApply, items[0]!.coolDownUntil],
      [{ may: false, whyNot: 'cool_down' }, mine.coolDownUntil],
    );
    await hearsDora(id);
  });

  /** The decider does not hear the appeal, and does not decide again. */
  async function hearsDora(id: string) {
    await ask(person('dora'), null, 'POST', `${ownVetting}/${id}/appeal`, { text: 'Look at my work again.' });
    const twice = await refused(person('dora'), null, 'POST', `${ownVetting}/${id}/appeal`, { text: 'Again.' });
    assert.deepEqual(twice, [409, 'already_appealed']);
    const granted = { outcome: 'overturned', reason: 'The depth was not asked about.' };
    assert.deepEqual(await refused(person('vito'), null, 'POST', at(id, '/appeal/decision'), granted), [
      403,
      'own_decision',
    ]);
    await ask(person('vera'), null, 'POST', at(id, '/appeal/decision'), granted);
    const reopened = await theCase(desk, person('vera'), null, id);
    assert.deepEqual([reopened.state, reopened.coolDownUntil], ['scored', null]);
    assert.deepEqual(await refused(person('vito'), null, 'POST', at(id, '/decision'), decide('rejected')), [
      403,
      'decided_before',
    ]);
    await ask(person('victor'), null, 'POST', at(id, '/decision'), decide('needsMore'));
    await ask(person('dora'), null, 'POST', `${ownVetting}/${id}/answer`, { text: 'Here is a case study.' });
    assert.equal((await theCase(desk, person('vera'), null, id)).answer, 'Here is a case study.');
  }

  test('an interview is moved once and a day before at the latest; each time is taken once', async () => {
    const id = await world.withDocuments(desk, person('vera'), null, 'emil', pro.id);
    const rival = await world.withDocuments(desk, person('vera'), null, 'fay', pro.id);
    const [near, far, late] = [
      await world.slot(desk, person('vera'), null, 30),
      await world.slot(desk, person('vera'), null, 60),
      await world.slot(desk, person('vera'), null, 90),
    ];
    const both = await Promise.all([
      send(person('emil'), null, 'POST', `${ownVetting}/${id}/interview`, { slotId: near }),
      send(person('fay'), null, 'POST', `${ownVetting}/${rival}/interview`, { slotId: near }),
    ]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
    const [first, second] = both[0]!.status === 200 ? ['emil', 'fay'] : ['fay', 'emil'];
    const [won, lost] = first === 'emil' ? [id, rival] : [rival, id];
    assert.deepEqual(
      await refused(person(second!), null, 'POST', `${ownVetting}/${lost}/interview`, { slotId: near }),
      [409, 'slot_taken'],
    );
    await ask(person(first!), null, 'POST', `${ownVetting}/${won}/interview/move`, { slotId: far });
    assert.deepEqual(
      await refused(person(first!), null, 'POST', `${ownVetting}/${won}/interview/move`, { slotId: late }),
      [409, 'interview_moved_already'],
    );
    await ask(person(second!), null, 'POST', `${ownVetting}/${lost}/interview`, { slotId: near });
    world.deps().clock.advance(7 * hourMs);
    assert.deepEqual(
      await refused(person(second!), null, 'POST', `${ownVetting}/${lost}/interview/move`, { slotId: late }),
      [409, 'interview_too_soon'],
    );
    assert.deepEqual(await refused(person('vera'), null, 'POST', at(lost, '/interview/held')), [
      409,
      'interview_not_started',
    ]);
    const file = await send(person(first!), null, 'GET', `${ownVetting}/${won}/interview.ics`);
    assert.match(file.headers.get('content-type')!, /text\/calendar/);
    assert.match(await file.text(), /SEQUENCE:1\r\n/);
    await world.deps().jobs.runDue();
    const mail = world
      .deps()
      .mailer.recent(`${first}@mail.example`)
      .find(({ attachments }) => attachments?.length);
    assert.match(String(mail!.attachments![0]!.content), /BEGIN:VEVENT/);
    world.deps().clock.advance(24 * hourMs);
    await ask(person(second!), null, 'POST', `${ownVetting}/${lost}/interview/reviewer-no-show`, {
      reason: 'I waited half an hour.',
    });
    assert.equal((await own(second!, null, lost)).state, 'documentReview');
    assert.deepEqual(
      await refused(person('vera'), null, 'POST', `${desk}/slots`, {
        startsAt: ['2026-11-01T09:00:00Z'],
        minutes: 30,
        timeZone: 'Europe/Berlin',
        place: 'x',
      }),
      [422, 'slot_in_past'],
    );
  });

  test('stops at facts that are missing, says which, and goes on when they are there', async () => {
    const strict = await world.program(desk, person('vera'), null, 'pl_pro', {
      name: 'Strict',
      categoryId: 'legal',
      requiredSkills: [{ id: 'react', name: 'React' }],
    });
    const applied = await ask<OwnVetting>(person('gus'), null, 'POST', ownVetting, {
      programId: strict.id,
      statement: '',
    });
    assert.equal(applied.state, 'eligibilityCheck');
    const open = applied.eligibility.filter(({ isMet }) => !isMet).map(({ fact }) => fact);
    assert.ok(open.includes('category'), open.join());
    assert.deepEqual(await refused(person('gus'), null, 'POST', ownVetting, { programId: strict.id, statement: '' }), [
      409,
      'already_applied',
    ]);
    const path = `${desk}/programs/${strict.id}`;
    const etag = (await send(person('vera'), null, 'GET', path)).headers.get('etag')!;
    await ask(person('vera'), null, 'PATCH', path, { categoryId: null, requiredSkills: [] }, etag);
    assert.equal(
      (await ask<OwnVetting>(person('gus'), null, 'POST', `${ownVetting}/${applied.id}/eligibility`)).state,
      'documentReview',
    );
    assert.deepEqual(
      await refused(person('gus'), null, 'POST', `${ownVetting}/${applied.id}/interview`, { slotId: 'vs_1' }),
      [409, 'documents_open'],
    );
  });

  test('follows a member to suspension, its end, revocation and back on appeal', async () => {
    const id = await world.interviewed(desk, person('vera'), null, 'hugo', pro.id);
    await score(desk, person('vera'), null, id, pro.rubricId, 3);
    await score(desk, person('victor'), null, id, pro.rubricId, 3);
    await ask(person('vito'), null, 'POST', at(id, '/decision'), decide('approved'));
    const badge = async () => (await readFreelancerRows(db(), ['fr_hugo'])).get('fr_hugo')!.badge;
    const until = new Date(world.deps().clock.now() + 10 * dayMs).toISOString();
    await ask(person('vera'), null, 'POST', at(id, '/suspension'), { reasons, until, internalNote: '' });
    assert.deepEqual([await memberOf('fr_hugo'), await badge()], ['suspended', null]);
    world.deps().clock.advance(11 * dayMs);
    await world.deps().jobs.runDue();
    assert.deepEqual([await memberOf('fr_hugo'), await badge()], ['active', 'expertVetted']);
    await ask(person('vera'), null, 'POST', at(id, '/revocation'), { reasons, internalNote: '' });
    assert.deepEqual([await memberOf('fr_hugo'), await badge()], ['removed', null]);
    await ask(person('hugo'), null, 'POST', `${ownVetting}/${id}/appeal`, { text: 'It was not me.' });
    await ask(person('victor'), null, 'POST', at(id, '/appeal/decision'), { outcome: 'overturned', reason: 'True.' });
    assert.deepEqual([await memberOf('fr_hugo'), await badge()], ['active', 'expertVetted']);
  });

  test('tells before a place ends, renews it without an interview, and ends the others', async () => {
    const ids: string[] = [];
    for (const name of ['iris', 'jo']) {
      const id = await world.interviewed(desk, person('vera'), null, name, pro.id);
      await score(desk, person('vera'), null, id, pro.rubricId, 3);
      await score(desk, person('victor'), null, id, pro.rubricId, 3);
      await ask(person('vito'), null, 'POST', at(id, '/decision'), decide('approved'));
      ids.push(id);
    }
    const [iris, jo] = ids as [string, string];
    assert.deepEqual(await refused(person('iris'), null, 'POST', `${ownVetting}/${iris}/renewal`, { statement: '' }), [
      409,
      'renewal_too_early',
    ]);
    world.deps().clock.advance(340 * dayMs);
    await world.deps().jobs.runDue();
    const expiring = await own('iris', null, iris);
    assert.deepEqual([expiring.state, expiring.next.step], ['expiring', 'renew']);
    const renewal = await ask<OwnVetting>(person('iris'), null, 'POST', `${ownVetting}/${iris}/renewal`, {
      statement: '',
    });
    await world.acceptDocument(desk, person('vera'), null, 'iris', renewal.id);
    const slotId = await world.slot(desk, person('vera'), null, 30);
    assert.deepEqual(await refused(person('iris'), null, 'POST', `${ownVetting}/${renewal.id}/interview`, { slotId }), [
      409,
      'renewal_without_interview',
    ]);
    await score(desk, person('vera'), null, renewal.id, pro.rubricId, 3);
    await score(desk, person('victor'), null, renewal.id, pro.rubricId, 3);
    await ask(person('vito'), null, 'POST', at(renewal.id, '/decision'), decide('approved'));
    assert.equal((await own('iris', null, iris)).state, 'renewed');
    world.deps().clock.advance(30 * dayMs);
    await world.deps().jobs.runDue();
    assert.deepEqual([await memberOf('fr_iris'), await memberOf('fr_jo')], ['active', 'expired']);
    const ended = await own('jo', null, jo);
    assert.equal(ended.state, 'expired');
    assert.equal((await readVetted(db(), ['fr_iris', 'fr_jo'])).has('fr_jo'), false);
  });

  test('at a company’s desk whoever scored does not decide, and nobody vets themselves', async () => {
    const id = await world.interviewed(tenantDesk, person('rosa'), 'acme', 'kim', acme.id);
    const mine = (path: string) => `${tenantDesk}/applications/${id}${path}`;
    await score(tenantDesk, person('rosa'), 'acme', id, acme.rubricId, 3);
    await score(tenantDesk, person('hanna'), 'acme', id, acme.rubricId, 3);
    assert.deepEqual(await refused(person('rosa'), 'acme', 'POST', mine('/decision'), decide('approved')), [
      403,
      'decided_by_reviewer',
    ]);
    const self = { ...person('kim'), roles: ['owner'] as const };
    assert.deepEqual(await refused(self, 'acme', 'POST', mine('/decision'), decide('approved')), [
      403,
      'own_application',
    ]);
    await ask(person('oskar'), 'acme', 'POST', mine('/decision'), decide('approved'));
    assert.equal(await memberOf('fr_kim', 'pl_acme'), 'active');
    assert.equal((await readFreelancerRows(db(), ['fr_kim'])).get('fr_kim')!.badge === 'expertVetted', false);
    const queue = await ask<{ items: QueuedCase[] }>(
      person('ann'),
      'acme',
      'GET',
      `${tenantDesk}/applications?queue=members`,
    );
    assert.deepEqual(
      queue.items.map((one) => one.freelancer.name),
      ['kim'],
    );
    const summary = await ask<DeskSummary>(person('rosa'), 'acme', 'GET', `${tenantDesk}/summary`);
    assert.deepEqual(summary.queues.find((one) => one.queue === 'members')?.count, 1);
    assert.equal(summary.reviewers.find((one) => one.person.name === 'rosa')?.scoredLately, 1);
  });

  test('shows no desk another’s cases, and no reader changes anything', async () => {
    const id = await world.withDocuments(tenantDesk, person('rosa'), 'acme', 'lea', acme.id);
    const path = `${tenantDesk}/applications/${id}`;
    assert.deepEqual(await refused(person('gil'), 'globex', 'GET', path), [404, 'not_found']);
    assert.deepEqual(await refused(person('vera'), null, 'GET', at(id)), [404, 'not_found']);
    assert.deepEqual(await refused(person('rosa'), 'acme', 'GET', at(id)), [403, 'forbidden']);
    assert.deepEqual(await refused(person('finn'), 'acme', 'GET', path), [403, 'forbidden']);
    assert.deepEqual(await refused(person('ann'), 'acme', 'POST', `${path}/decision`, decide('rejected')), [
      403,
      'forbidden',
    ]);
    assert.deepEqual(await refused(person('lea'), 'globex', 'GET', `${ownVetting}/${id}`), [404, 'not_found']);
    assert.deepEqual(await refused(person('ada'), 'acme', 'GET', `${ownVetting}/${id}`), [404, 'not_found']);
    const ofOperator = (await ask<{ items: QueuedCase[] }>(person('vera'), null, 'GET', `${desk}/applications?limit=1`))
      .items[0]!;
    assert.deepEqual(await refused(person('rosa'), 'acme', 'GET', `${tenantDesk}/applications/${ofOperator.id}`), [
      404,
      'not_found',
    ]);
    const owner = { ...person('gil') };
    assert.deepEqual(await refused(owner, 'fennec', 'GET', `${tenantDesk}/summary`), [403, 'plan_does_not_include']);
  });

  test('an invitation that nobody answers lapses; one that is accepted goes on like an application', async () => {
    const invite = (freelancerId: string) => ({ programId: acme.id, freelancerId, message: 'We know your work.' });
    const made = await ask<{ id: string }>(
      person('rosa'),
      'acme',
      'POST',
      `${tenantDesk}/invitations`,
      invite('fr_ada'),
    );
    const again = await refused(person('rosa'), 'acme', 'POST', `${tenantDesk}/invitations`, invite('fr_ada'));
    assert.deepEqual(again, [409, 'already_applied']);
    const accepted = await ask<OwnVetting>(person('ada'), null, 'POST', `${ownVetting}/${made.id}/acceptance`, {
      statement: '',
    });
    assert.deepEqual([accepted.state, accepted.desk], ['documentReview', 'acme']);
    const other = await ask<{ id: string }>(
      person('rosa'),
      'acme',
      'POST',
      `${tenantDesk}/invitations`,
      invite('fr_ben'),
    );
    world.deps().clock.advance(31 * dayMs);
    await world.deps().jobs.runDue();
    assert.equal((await own('ben', null, other.id)).state, 'lapsed');
  });
});
