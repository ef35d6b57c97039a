import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { onboardingWorld } from '../../testing/onboarding-world.ts';
import { refusal } from '../../testing/proposals-world.ts';
import type { OnboardingTask } from '../onboarding/schema.ts';
import { type Answers, classify, flawOf, type QuestionnaireDefinition } from './questionnaire.ts';
import type { ClassificationQuestionnaire } from './schema.ts';
import { starters } from './starters.ts';

/** Of each question the answer at this place, or its last. */
const answersAt = ({ questions }: QuestionnaireDefinition, at: number): Record<string, string> =>
  Object.fromEntries(questions.map(({ id, answers }) => [id, (answers[at] ?? answers.at(-1)!).id]));

describe('judging answers', () => {
  for (const { key, definition } of starters)
    test(`${key} has no flaw, names its source, and reaches all three results`, () => {
      assert.equal(flawOf(definition), undefined);
      assert.match(definition.source, /Not legal advice|Keine Rechtsberatung/);
      assert.equal(classify(definition, answersAt(definition, 0))?.result, 'independent');
      assert.equal(classify(definition, answersAt(definition, 9))?.result, 'employee');
      const results = new Set(
        fc
          .sample(answersOf(definition), { numRuns: 300, seed: 7 })
          .map((answers) => classify(definition, answers)?.result),
      );
      assert.ok(results.has('review'));
    });

  test('the sum is that of its parts, and the first rule that holds decides whatever the sum', () => {
    for (const { definition } of starters)
      fc.assert(
        fc.property(answersOf(definition), (answers) => {
          const { sum, parts, result, decidedBy } = classify(definition, answers)!;
          assert.equal(
            sum,
            parts.reduce((total, { weight }) => total + weight, 0),
          );
          const rule = definition.rules.find(({ when }) =>
            when.every((one) => answers[one.questionId] === one.answerId),
          );
          assert.equal(decidedBy, rule?.reason ?? null);
          if (rule) assert.equal(result, rule.result);
          else if (sum <= definition.independentAtMost) assert.equal(result, 'independent');
          else assert.equal(result, sum >= definition.employeeAtLeast ? 'employee' : 'review');
        }),
        { numRuns: 60 },
      );
  });

  test('nothing comes of answers that are missing or of another question', () => {
    const { definition } = starters[0]!;
    const { market: _one, ...missing } = answersAt(definition, 0);
    assert.equal(classify(definition, missing), undefined);
    assert.equal(classify(definition, { ...answersAt(definition, 0), market: 'ongoing' }), undefined);
  });
});

function answersOf({ questions }: QuestionnaireDefinition): fc.Arbitrary<Answers> {
  return fc.record(
    Object.fromEntries(questions.map(({ id, answers }) => [id, fc.constantFrom(...answers.map((one) => one.id))])),
  );
}

describe('classification before work', () => {
  const world = onboardingWorld();
  const { member, freelancer, ok, does, hands, decides } = world;

  test('a published version is never changed: the next one is drafted beside it', async () => {
    const owner = await member('Owner0', 'owner');
    const first = await world.questionnaire(owner);
    const path = `/v1/classification/questionnaires/${first.id}`;
    const read = await does(owner, 'GET', path);
    const etag = read.headers.get('etag')!;
    const edited = { ...first.published!, employeeAtLeast: 9 };
    const draft = await ok<ClassificationQuestionnaire>(
      await does(owner, 'PUT', path, { name: 'Ours', definition: edited }, { 'if-match': etag }),
    );
    assert.deepEqual([draft.state, draft.publishedVersion, draft.publishedHash], ['draft', 1, first.publishedHash]);
    assert.equal(
      (await does(owner, 'PUT', path, { name: 'Ours', definition: edited }, { 'if-match': etag })).status,
      412,
    );
    const again = (await does(owner, 'GET', path)).headers.get('etag')!;
    const second = await ok<ClassificationQuestionnaire>(
      await does(owner, 'POST', `${path}/publication`, undefined, { 'if-match': again }),
    );
    assert.deepEqual([second.state, second.publishedVersion], ['published', 2]);
    const { items } = await ok<{ items: { version: number; hash: string; definition: object }[] }>(
      await does(owner, 'GET', `${path}/versions`),
    );
    assert.deepEqual(
      items.map(({ version, hash }) => [version, hash === first.publishedHash]),
      [
        [2, false],
        [1, true],
      ],
    );
    assert.deepEqual(items[1]!.definition, first.published);
    assert.equal((await does(owner, 'DELETE', path)).status, 204);
    assert.deepEqual(await ok(await does(owner, 'POST', `${path}/restoration`)), second);
    assert.equal((await does(owner, 'POST', `${path}/restoration`)).status, 404);
    const crossed = { ...edited, independentAtMost: 20 };
    const last = (await does(owner, 'GET', path)).headers.get('etag')!;
    const broken = await does(owner, 'PUT', path, { name: 'Ours', definition: crossed }, { 'if-match': last });
    const refused = await does(owner, 'POST', `${path}/publication`, undefined, {
      'if-match': broken.headers.get('etag')!,
    });
    assert.deepEqual(await refusal(refused), [422, 'bounds_crossed']);
  });

  test('answers are judged by the version that the contract opened with, looked at by another person, overridden with name and reason', async () => {
    const [owner, manager, ada] = [await member('Owner1', 'owner'), await member('Mia1'), await freelancer('Ada1')];
    await world.noTemplates(owner);
    const rules = await world.questionnaire(owner);
    const task = {
      key: 'class',
      kind: 'classification',
      title: 'Classification',
      dueDays: 3,
      questionnaireId: rules.id,
    } as const;
    await world.template(owner, [{ ...task, owner: 'client' }]);
    const { id } = await world.contract(owner, ada);
    const [open] = (await world.of(owner, id)).tasks;
    assert.deepEqual([open!.classification?.version, open!.classification?.ruleHash], [1, rules.publishedHash]);
    // A newer version is for contracts that open from now on.
    const path = `/v1/classification/questionnaires/${rules.id}`;
    const etag = (await does(owner, 'GET', path)).headers.get('etag')!;
    const definition = { ...rules.published!, independentAtMost: -100 };
    const saved = await does(owner, 'PUT', path, { name: 'Ours', definition }, { 'if-match': etag });
    await ok(await does(owner, 'POST', `${path}/publication`, undefined, { 'if-match': saved.headers.get('etag')! }));

    const free = answersAt(rules.published!, 0);
    assert.deepEqual(await refusal(await hands(manager, open!.id, { answers: {} })), [422, 'answers_incomplete']);
    const answered = await ok<OnboardingTask>(await hands(manager, open!.id, { answers: free }));
    assert.deepEqual([answered.state, answered.classification?.classified?.result], ['submitted', 'independent']);
    assert.deepEqual(await refusal(await decides(manager, open!.id, 'acceptance')), [403, 'own_answers']);
    assert.deepEqual(await refusal(await decides(owner, open!.id, 'acceptance', { result: 'employee' })), [
      422,
      'reason_missing',
    ]);
    const reason = 'Three years in the same team';
    assert.deepEqual(await refusal(await decides(owner, open!.id, 'acceptance', { result: 'employee', reason })), [
      409,
      'classification_not_independent',
    ]);
    const back = await ok<OnboardingTask>(await decides(owner, open!.id, 'return', { result: 'employee', reason }));
    assert.deepEqual(
      [back.state, back.classification?.result, back.classification?.isOverridden, back.classification?.reviewedBy],
      ['returned', 'employee', true, 'Owner1'],
    );
    await ok(await hands(manager, open!.id, { answers: free }));
    const done = await ok<OnboardingTask>(await decides(owner, open!.id, 'acceptance'));
    assert.deepEqual(
      [done.state, done.classification?.result, done.classification?.isOverridden],
      ['accepted', 'independent', false],
    );
    // The freelancer hears the state, not what was said about them.
    const own = (await world.own(ada, '?filter=all')).items[0]!;
    assert.deepEqual(
      [own.classification?.answers, own.classification?.classified, own.classification?.reviewedBy],
      [null, null, null],
    );
  });
});
