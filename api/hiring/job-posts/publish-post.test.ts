import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type JobPostsApp, openJobPostsApp, problemsIn } from '../../testing/job-posts-app.ts';
import type { JobPostFields } from './schema.ts';

const dayMs = 86_400_000;

describe('publishing', () => {
  let app: JobPostsApp;
  before(async () => {
    app = await openJobPostsApp();
  });
  after(() => app.close());

  const refusedAtPublish = async (fields: JobPostFields) => {
    const { id } = await app.draft(fields);
    const answer = await app.ask('mia@acme', 'POST', `job-posts/${id}/publish`);
    const kept = await app.ask('mia@acme', 'GET', `job-posts/${id}`);
    assert.equal(kept.body.state, 'draft');
    return answer;
  };

  test('opens a whole post for thirty days, seen in its timeline', async () => {
    const { id } = await app.draft();
    const { status, body } = await app.ask('mia@acme', 'POST', `job-posts/${id}/publish`);
    assert.deepEqual([status, body.state], [200, 'open']);
    assert.equal(Date.parse(body.expiresAt) - Date.parse(body.publishedAt), 30 * dayMs);
    assert.deepEqual(await app.movesOf(id), ['create', 'publish']);
    assert.equal((await app.eventsOf('jobPostChanged', id)).length, 1);
  });

  test('names every missing part with its pointer', async () => {
    const made = await app.ask('mia@acme', 'POST', 'job-posts', { visibility: 'poolOnly', overlapHours: 2 });
    const answer = await app.ask('mia@acme', 'POST', `job-posts/${made.body.id}/publish`);
    assert.equal(answer.status, 422);
    assert.deepEqual(problemsIn(answer.body), [
      '/title title_missing',
      '/description description_missing',
      '/categoryId category_missing',
      '/skills skills_missing',
      '/budget budget_missing',
      '/experienceLevel level_missing',
      '/poolIds pools_missing',
      '/timezone timezone_missing',
    ]);
    const preview = await app.ask('mia@acme', 'GET', `job-posts/${made.body.id}/preview`);
    assert.deepEqual(problemsIn({ errors: preview.body.problems }), problemsIn(answer.body));
  });

  const refused: [fields: JobPostFields, problem: string][] = [
    [{ title: 'Write to john (at) example dot com' }, '/title contact_details_in_text'],
    [{ description: 'Call +49 170 1234567' }, '/description contact_details_in_text'],
    [{ description: 'Mail john**@**example.com' }, '/description contact_details_in_text'],
    [{ description: 'Talk [here](https://wa.me/491701234567)' }, '/description contact_details_in_text'],
    [{ description: 'Mail [me](mailto:john@example.com)' }, '/description contact_details_in_text'],
    [{ description: 'Mail john&#64;example.com' }, '/description contact_details_in_text'],
    [{ description: 'The first task is unpaid' }, '/description unpaid_work'],
    [{ description: 'You must pay a registration fee of $20' }, '/description fee_to_apply'],
    [
      {
        questions: [
          { kind: 'text', text: 'What is your skype? Mine is: telegram @john_doe', choices: [], isRequired: true },
        ],
      },
      '/questions/0/text contact_details_in_text',
    ],
    [
      { questions: [{ kind: 'text', text: '', choices: [], isRequired: true }] },
      '/questions/0/text question_text_missing',
    ],
    [
      { questions: [{ kind: 'choice', text: 'Which?', choices: ['A', 'A'], isRequired: true }] },
      '/questions/0/choices choices_missing',
    ],
  ];
  for (const [fields, problem] of refused) {
    test(`is refused by name: ${JSON.stringify(fields)}`, async () => {
      const answer = await refusedAtPublish(fields);
      assert.equal(answer.status, 422);
      assert.equal(answer.body.code, problem.split(' ')[1]);
      assert.deepEqual(problemsIn(answer.body), [problem]);
    });
  }

  test('an identical open post is refused, however it is spelled, until the other one has ended', async () => {
    const first = await app.open({ title: 'The same thing' });
    const twin = { title: '  THE same   thing ', skills: [{ name: 'typescript' }, { name: 'react.js' }] };
    const answer = await refusedAtPublish(twin);
    assert.deepEqual([answer.status, answer.body.code], [409, 'identical_open_post']);
    await app.ask('mia@acme', 'POST', `job-posts/${first.id}/close`, { reason: 'mistake' });
    const again = await app.draft(twin);
    assert.equal((await app.ask('mia@acme', 'POST', `job-posts/${again.id}/publish`)).status, 200);
  });

  test('the same text for another budget, or of another client, is another post', async () => {
    await app.open({ title: 'One text' });
    const budget = { kind: 'fixed', amount: { amountMinor: 90_000, currency: 'USD' } } as const;
    assert.equal((await app.open({ title: 'One text', budget })).state, 'open');
    assert.equal((await app.open({ title: 'One text' }, 'olga@globex')).state, 'open');
  });

  test('two who publish the same at one moment: one is open, the other told why', async () => {
    const drafts = await Promise.all([1, 2, 3, 4].map(() => app.draft({ title: 'At one moment' })));
    const answers = await Promise.all(drafts.map(({ id }) => app.ask('mia@acme', 'POST', `job-posts/${id}/publish`)));
    const statuses = answers.map(({ status }) => status).sort();
    assert.deepEqual(statuses, [200, 409, 409, 409]);
    for (const { status, body } of answers) if (status === 409) assert.equal(body.code, 'identical_open_post');
  });

  test('a click twice publishes once', async () => {
    const { id } = await app.draft();
    const answers = await Promise.all([1, 2, 3].map(() => app.ask('mia@acme', 'POST', `job-posts/${id}/publish`)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409]);
    assert.deepEqual(await app.movesOf(id), ['create', 'publish']);
  });
});
