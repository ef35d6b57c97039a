import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { everybody, ndaTask, onboardingWorld, paperTask } from '../../testing/onboarding-world.ts';
import { dayMs, refusal } from '../../testing/proposals-world.ts';
import { addMonths } from './onboarding-task.ts';
import { templateApplies } from './onboarding-template.ts';
import { readOnboardingAsOf } from './read-onboarding.ts';
import type { OnboardingTask } from './schema.ts';

test('a month later is the same day, or the last of a shorter month', () => {
  const day = (text: string) => Date.parse(`${text}T08:30:00Z`);
  for (const [from, months, to] of [
    ['2026-01-31', 1, '2026-02-28'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2026-11-23', 12, '2027-11-23'],
    ['2026-03-31', 6, '2026-09-30'],
  ] as const)
    assert.equal(addMonths(day(from), months), day(to), `${from} + ${months}`);
});

test('a template asks contracts that have everything it names; an empty list asks nothing', () => {
  const contract = { team: 'Design', categoryId: 'c1', country: 'DE', contractType: 'fixed', nda: true } as const;
  for (const [applies, does] of [
    [{}, true],
    [{ teams: ['Design', 'Sales'] }, true],
    [{ teams: ['Sales'] }, false],
    [{ countries: ['DE'], contractTypes: ['hourly'] }, false],
    [{ countries: ['DE'], categoryIds: ['c1'], contractTypes: ['fixed'] }, true],
  ] as const)
    assert.equal(templateApplies({ ...everybody, ...applies }, contract), does, JSON.stringify(applies));
  assert.equal(templateApplies({ ...everybody, teams: ['Design'] }, { ...contract, team: null }), false);
});

describe('before work', () => {
  const world = onboardingWorld();
  const { member, freelancer, template, contract, of, sign, hands, decides, ok, does, paper, told, pass } = world;
  const byTitle = (tasks: readonly OnboardingTask[], title: string) => tasks.find((task) => task.title === title)!;
  const run = () => world.deps().jobs.runDue();

  test('a contract waits until all is done, and nothing is billed before: no funding, time, bonus or retainer', async () => {
    const [owner, ada] = [await member('Owner0', 'owner'), await freelancer('Ada0')];
    await template(owner, [ndaTask, paperTask]);
    const { id, plan } = await contract(owner, ada);
    assert.equal((await world.status(owner, id)).state, 'pendingOnboarding');
    const step = (await world.ownStatus(ada, id)).nextStep!;
    assert.deepEqual([step.who, step.what, step.subject?.name], ['freelancer', 'onboardingTask', 'Non-disclosure']);
    assert.ok((await told(ada)).includes('onboarding.asked'));

    await world.prefund(200_000);
    const source = { kind: 'balance' };
    const amount = { amountMinor: 10_000, currency: 'USD' };
    const monday = new Date(world.deps().clock.now() - dayMs / 4).toISOString();
    const hourly = await world.offered(owner, ada, {
      payment: { kind: 'hourly', rate: amount, weeklyLimitHours: 40, manualTimeAllowed: true },
    });
    const { contractId, contractState } = await ok<{ contractId: string; contractState: string }>(
      await world.accept(ada, hourly),
    );
    assert.equal(contractState, 'pendingOnboarding');
    for (const [what, attempt] of [
      ['funding', () => world.fund(owner, plan[0]!.id)],
      ['a quote for it', () => world.send(owner, 'GET', `/v1/milestones/${plan[0]!.id}/funding-quote`)],
      ['a bonus', () => world.send(owner, 'POST', `/v1/contracts/${id}/bonuses`, { amount, source })],
      [
        'a retainer',
        () => world.send(owner, 'POST', `/v1/contracts/${id}/retainers`, { amount, span: 'month', source }),
      ],
      ['the timer', () => does(ada, 'POST', '/v1/freelancers/me/timer/start', { contractId, memo: 'Build' })],
      [
        'a time entry',
        () =>
          does(ada, 'POST', '/v1/freelancers/me/time-entries', {
            ...{ contractId, startsAt: monday, memo: 'Build' },
            endsAt: new Date(Date.parse(monday) + dayMs / 24).toISOString(),
          }),
      ],
    ] as const)
      assert.deepEqual(await refusal(await attempt()), [409, 'onboarding_incomplete'], what);

    const { tasks } = await of(owner, id);
    const signed = await ok<OnboardingTask>(await sign(ada, byTitle(tasks, 'Non-disclosure')));
    assert.deepEqual([signed.state, signed.signature?.typedName], ['accepted', 'Ada0']);
    const insurance = byTitle(tasks, 'Insurance');
    const waitsForOwner = async () =>
      (await world.list(owner, '?filter=waiting')).items.some((contract) => contract.id === id);
    await run();
    assert.equal(await waitsForOwner(), false);
    assert.deepEqual(await refusal(await hands(ada, insurance.id, {})), [422, 'document_missing']);
    const handedIn = await ok<OnboardingTask>(
      await hands(ada, insurance.id, { documents: [{ fileId: await paper(ada) }] }),
    );
    assert.deepEqual([handedIn.state, handedIn.waitsFor, handedIn.documents.length], ['submitted', 'client', 1]);
    await run();
    assert.equal((await world.status(owner, id)).state, 'pendingOnboarding');
    assert.equal(await waitsForOwner(), true);

    await ok(await decides(owner, insurance.id, 'return', { reason: 'The page with the sum is missing' }));
    assert.ok((await told(ada)).includes('onboarding.returned'));
    await ok(await hands(ada, insurance.id, { documents: [{ fileId: await paper(ada), validUntil: '2027-02-01' }] }));
    const accepted = await ok<OnboardingTask>(await decides(owner, insurance.id, 'acceptance'));
    assert.equal(accepted.validUntil, '2027-02-02T00:00:00.000Z');
    assert.deepEqual(accepted.documents.map(({ validity }) => validity).toSorted(), ['renewed', 'valid']);
    assert.equal((await of(owner, id)).state, 'complete');
    await run();
    assert.equal((await world.status(owner, id)).state, 'active');
    await ok(await world.fund(owner, plan[0]!.id));
    assert.deepEqual((await world.timeline(owner, `/v1/contracts/${id}`)).slice(-3), [
      'onboardingCompleted',
      'onboard',
      'start',
    ]);
  });

  test('what was done and holds counts for the next contract; a newer text asks again', async () => {
    const [owner, bea] = [await member('Owner1', 'owner'), await freelancer('Bea1')];
    await world.noTemplates(owner);
    const made = await template(owner, [
      ndaTask,
      { ...ndaTask, key: 'own', title: 'This contract only', validMonths: null },
    ]);
    const first = await contract(owner, bea);
    for (const task of (await of(owner, first.id)).tasks) await ok(await sign(bea, task));
    await run();

    const second = await contract(owner, bea);
    const tasks = (await of(owner, second.id)).tasks;
    const [reused, own] = [byTitle(tasks, 'Non-disclosure'), byTitle(tasks, 'This contract only')];
    assert.deepEqual([reused.state, own.state], ['accepted', 'open']);
    assert.equal(reused.signature?.typedName, 'Bea1');
    assert.equal(reused.reusedFrom, byTitle((await of(owner, first.id)).tasks, 'Non-disclosure').id);
    assert.equal(own.reusedFrom, null);

    const save = async (version: number, tasks: readonly object[]) => {
      const path = `/v1/onboarding/templates/${made.id}`;
      const body = { name: 'T', applies: everybody, tasks };
      const answer = await does(owner, 'PUT', path, body, { 'if-match': `"${made.id}.${version - 1}"` });
      assert.equal((await ok<{ version: number }>(answer)).version, version);
    };
    const stateOfNext = async () =>
      byTitle((await of(owner, (await contract(owner, bea)).id)).tasks, 'Non-disclosure').state;
    await save(2, [{ ...ndaTask, dueDays: 9 }]);
    assert.equal(await stateOfNext(), 'accepted');
    await save(3, [{ ...ndaTask, text: 'You say nothing at all.' }]);
    assert.equal(await stateOfNext(), 'open');
    await save(4, [ndaTask]);
    assert.equal(await stateOfNext(), 'accepted');
    // Put away and taken out again it is asked as before, in the version it had.
    const templatePath = `/v1/onboarding/templates/${made.id}`;
    const kept = await ok(await does(owner, 'GET', templatePath));
    assert.equal((await does(owner, 'DELETE', templatePath)).status, 204);
    assert.equal((await does(owner, 'GET', templatePath)).status, 404);
    assert.deepEqual(await ok(await does(owner, 'POST', `${templatePath}/restoration`)), kept);
    assert.equal((await does(owner, 'POST', `${templatePath}/restoration`)).status, 404);
    // Another person did nothing yet, and another client’s papers are its own.
    const cid = await freelancer('Cid1');
    assert.ok((await of(owner, (await contract(owner, cid)).id)).tasks.every(({ state }) => state === 'open'));

    await pass(366 * dayMs);
    const fourth = (await of(owner, (await contract(owner, bea)).id)).tasks;
    assert.equal(byTitle(fourth, 'Non-disclosure').state, 'open');
  });

  test('a signature stands over the text that was read, under the own name, and only of who has to sign', async () => {
    const [owner, dan, eve] = [await member('Owner2', 'owner'), await freelancer('Dan2'), await freelancer('Eve2')];
    await world.noTemplates(owner);
    await template(owner, [ndaTask]);
    const { id } = await contract(owner, dan);
    const [task] = (await of(owner, id)).tasks;
    assert.deepEqual(await refusal(await sign(dan, task!, { textHash: 'a'.repeat(64) })), [409, 'text_changed']);
    assert.deepEqual(await refusal(await sign(dan, task!, { typedName: 'Dana' })), [422, 'name_differs']);
    assert.equal((await sign(eve, task!)).status, 404);
    assert.equal((await hands(owner, task!.id, { textHash: task!.textHash, typedName: 'Owner2' })).status, 403);
    const globex = await member('Globex2', 'owner', world.globex());
    assert.equal((await world.doesAt(world.globex(), globex, 'GET', `/v1/onboarding/tasks/${task!.id}`)).status, 404);
    await ok(await sign(dan, task!));
    assert.deepEqual(await refusal(await sign(dan, task!)), [409, 'onboarding_task_accepted']);
  });

  test('an account admin lets a contract go on by name and with a reason; nobody else does, and the freelancer is not told why', async () => {
    const [owner, manager, finn] = [await member('Owner3', 'owner'), await member('Mia3'), await freelancer('Finn3')];
    await world.noTemplates(owner);
    await template(owner, [paperTask]);
    const { id } = await contract(owner, finn);
    const [task] = (await of(owner, id)).tasks;
    assert.equal((await decides(manager, task!.id, 'override', { reason: 'Known' })).status, 403);
    const auditor = await member('Aud3', 'auditor');
    assert.equal((await decides(auditor, task!.id, 'acceptance')).status, 403);
    await ok(await decides(owner, task!.id, 'override', { reason: 'Known for years' }));
    const seen = await world.task(auditor, task!.id);
    assert.deepEqual(
      [seen.state, seen.override?.by, seen.override?.reason],
      ['overridden', 'Owner3', 'Known for years'],
    );
    const { items } = await world.own(finn, '?filter=all');
    assert.deepEqual([items[0]!.state, items[0]!.override], ['overridden', null]);
    await run();
    assert.equal((await world.status(owner, id)).state, 'active');
  });

  test('papers are for the two sides and auditors; others see that there are some', async () => {
    const [owner, gus] = [await member('Owner4', 'owner'), await freelancer('Gus4')];
    await world.noTemplates(owner);
    await template(owner, [paperTask]);
    const { id } = await contract(owner, gus);
    const [task] = (await of(owner, id)).tasks;
    await ok(await hands(gus, task!.id, { documents: [{ fileId: await paper(gus) }] }));
    for (const [role, sees] of [
      ['owner', true],
      ['hiringManager', true],
      ['auditor', true],
      ['viewer', false],
      ['recruiter', false],
      ['financeAdmin', false],
    ] as const) {
      const person = await member(`Role4${role}`, role);
      const shown = await world.task(person, task!.id);
      assert.deepEqual([shown.documents.length, shown.areDocumentsHidden], sees ? [1, false] : [0, true], role);
      assert.equal((await does(person, 'GET', '/v1/compliance-documents')).status, sees ? 200 : 403, role);
    }
    const [document] = (await world.task(owner, task!.id)).documents;
    assert.equal(document!.scan, 'notScanned');
    assert.match(document!.hash, /^[0-9a-f]{64}$/);
  });

  test('before a validity ends it is asked for again; when it ends it is told, and a tenant may let work rest for it', async () => {
    const [owner, hal] = [await member('Owner5', 'owner'), await freelancer('Hal5')];
    await world.noTemplates(owner);
    await template(owner, [{ ...ndaTask, validMonths: 2 }]);
    await world.setPolicy(owner, 'onboarding', { pausesContractWhenLapsed: true });
    const { id, plan } = await contract(owner, hal);
    await ok(await sign(hal, (await of(owner, id)).tasks[0]!));
    await run();
    await ok(await world.fund(owner, plan[0]!.id));
    await pass(29 * dayMs);
    assert.equal((await of(owner, id)).tasks.length, 1);
    await pass(3 * dayMs);
    const [held, again] = (await of(owner, id)).tasks.toSorted(
      (one, other) => (one.renewalOf ? 1 : -1) - (other.renewalOf ? 1 : -1),
    );
    assert.deepEqual([held!.state, again!.state, again!.renewalOf], ['accepted', 'open', held!.id]);
    assert.equal((await world.status(owner, id)).state, 'active');
    assert.ok((await told(hal)).includes('onboarding.renew'));
    await pass(30 * dayMs);
    assert.equal((await world.task(owner, held!.id)).state, 'expired');
    assert.equal((await of(owner, id)).state, 'lapsed');
    await run();
    const status = await world.status(owner, id);
    assert.equal(status.state, 'paused');
    assert.ok(status.pauses.some(({ kind }) => kind === 'onboarding'));
    assert.deepEqual(await refusal(await world.command(owner, id, 'resumption')), [409, 'onboarding_lapsed']);
    assert.deepEqual(await refusal(await world.fund(owner, plan[1]!.id)), [409, 'contract_paused']);
    await ok(await sign(hal, again!));
    await run();
    assert.equal((await of(owner, id)).state, 'complete');
    assert.ok((await world.status(owner, id)).pauses.every(({ kind }) => kind !== 'onboarding'));
    await world.setPolicy(owner, 'onboarding', {});
  });

  test('a contract that is cancelled asks for nothing more', async () => {
    const [owner, ida] = [await member('Owner6', 'owner'), await freelancer('Ida6')];
    await world.noTemplates(owner);
    await template(owner, [ndaTask]);
    const { id } = await contract(owner, ida);
    await ok(await world.command(owner, id, 'cancellation', { reason: 'Project stopped' }));
    const [task] = (await of(owner, id)).tasks;
    assert.equal(task!.state, 'dropped');
    assert.deepEqual(await refusal(await sign(ida, task!)), [409, 'onboarding_task_dropped']);
    await run();
    assert.equal((await world.status(owner, id)).state, 'cancelled');
  });

  test('facts as of an instant stay what they were', async () => {
    const [owner, jon] = [await member('Owner7', 'owner'), await freelancer('Jon7')];
    await world.noTemplates(owner);
    await template(owner, [ndaTask]);
    const { id } = await contract(owner, jon);
    const opened = world.deps().clock.now();
    const statesAsOf = async (asOfMs: number) => {
      const scope = tenantScope(world.acme().id);
      const states: string[] = [];
      for await (const facts of readOnboardingAsOf(world.db(), scope, { asOfMs, contractIds: [id] }, 1))
        states.push(...facts.map(({ state, documentHash }) => `${state} ${documentHash === null ? '–' : 'hash'}`));
      return states;
    };
    await pass(dayMs);
    await ok(await sign(jon, (await of(owner, id)).tasks[0]!));
    assert.deepEqual(await statesAsOf(opened - 1), []);
    assert.deepEqual(await statesAsOf(opened), ['open –']);
    assert.deepEqual(await statesAsOf(world.deps().clock.now()), ['accepted hash']);
  });

  test('a background check is the client’s to say, with a reason', async () => {
    const [owner, kim] = [await member('Owner8', 'owner'), await freelancer('Kim8')];
    await world.noTemplates(owner);
    await template(owner, [{ key: 'check', kind: 'backgroundCheck', title: 'Check', owner: 'client', dueDays: 3 }]);
    const { id } = await contract(owner, kim);
    const [task] = (await of(owner, id)).tasks;
    assert.deepEqual(await refusal(await hands(owner, task!.id, {})), [409, 'check_result_wanted']);
    assert.equal((await decides(owner, task!.id, 'check-result', { outcome: 'clear' })).status, 422);
    const failed = { outcome: 'notClear', reason: 'The reference did not know them' };
    assert.equal((await ok<OnboardingTask>(await decides(owner, task!.id, 'check-result', failed))).state, 'returned');
    assert.equal((await world.own(kim, '?filter=all')).items[0]!.returnReason, null);
    const documents = [{ fileId: await paper(owner) }];
    const clear = { outcome: 'clear', reason: 'It was another person', documents };
    assert.equal((await ok<OnboardingTask>(await decides(owner, task!.id, 'check-result', clear))).state, 'accepted');
    await run();
    assert.equal((await world.status(owner, id)).state, 'active');
  });

  test('a template with nothing to sign, a task twice or a questionnaire that is not in force is refused with its place', async () => {
    const owner = await member('Owner9', 'owner');
    for (const [tasks, code, pointer] of [
      [[{ ...ndaTask, text: '' }], 'text_missing', '/tasks/0/text'],
      [[ndaTask, { ...ndaTask }], 'key_repeated', '/tasks/1/key'],
      [[{ ...ndaTask, kind: 'classification' }], 'questionnaire_needed', '/tasks/0/questionnaireId'],
      [
        [{ ...ndaTask, kind: 'classification', questionnaireId: 'cq_none' }],
        'questionnaire_not_published',
        '/tasks/0/questionnaireId',
      ],
    ] as const) {
      const answer = await does(owner, 'POST', '/v1/onboarding/templates', { name: 'T', applies: everybody, tasks });
      const { errors } = (await answer.clone().json()) as { errors: { pointer: string }[] };
      assert.deepEqual([...(await refusal(answer)), errors[0]!.pointer], [422, code, pointer]);
    }
    const basic = { ...world.acme(), plan: 'basic' } as const;
    assert.deepEqual(await refusal(await world.doesAt(basic, owner, 'GET', '/v1/onboarding/templates')), [
      403,
      'plan_does_not_include',
    ]);
  });
});
