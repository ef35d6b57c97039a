import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { removeUnattachedFiles } from '../../platform/files/remove-unattached-files.ts';
import { storeUpload } from '../../platform/files/store-upload.ts';
import { type JobPostsApp, openJobPostsApp, problemsIn, wholePost } from '../../testing/job-posts-app.ts';
import type { JobPostFields } from './schema.ts';

describe('a draft', () => {
  let app: JobPostsApp;
  before(async () => {
    app = await openJobPostsApp();
  });
  after(() => app.close());

  test('saves itself field by field and keeps what is not sent', async () => {
    const made = await app.ask('mia@acme', 'POST', 'job-posts', { title: 'Half an idea' });
    assert.equal(made.status, 201);
    const { id } = made.body;
    const saved = await app.ask('mia@acme', 'PATCH', `job-posts/${id}`, { weeklyHours: 20 }, { 'if-match': made.etag });
    assert.equal(saved.status, 200);
    assert.deepEqual(
      [saved.body.state, saved.body.title, saved.body.weeklyHours, saved.body.budget],
      ['draft', 'Half an idea', 20, null],
    );
    const emptied = await app.ask(
      'mia@acme',
      'PATCH',
      `job-posts/${id}`,
      { weeklyHours: null },
      { 'if-match': saved.etag },
    );
    assert.equal(emptied.body.weeklyHours, null);
  });

  test('every field comes back as it was sent', async () => {
    const fields: JobPostFields = {
      ...wholePost,
      title: 'Every field',
      budget: {
        kind: 'hourly',
        min: { amountMinor: 2500, currency: 'EUR' },
        max: { amountMinor: 3500, currency: 'EUR' },
      },
      weeklyHours: 30,
      countries: ['DE', 'AT'],
      timezone: 'Europe/Berlin',
      overlapHours: 4,
      visibility: 'signedIn',
      questions: [
        { kind: 'text', text: 'Why you?', choices: [], isRequired: true },
        { kind: 'choice', text: 'Which one?', choices: ['A', 'B'], isRequired: false },
      ],
      team: 'Platform',
      costCenter: 'CC-1',
      purchaseOrder: { kind: 'notYet' },
      hires: 3,
    };
    const { description, skills, questions, ...rest } = fields;
    const { body } = await app.ask('mia@acme', 'POST', 'job-posts', fields);
    for (const [name, value] of Object.entries(rest)) assert.deepEqual(body[name], value, name);
    assert.equal(body.description.markdown, description);
    assert.equal(body.description.content[0].kind, 'paragraph');
    assert.deepEqual(
      body.skills.map(({ id }: { id: string }) => id),
      ['react', 'typescript'],
    );
    assert.deepEqual(
      body.questions.map(({ id: _, ...question }: { id: string }) => question),
      questions,
    );
    assert.equal(body.owner.name, 'mia');
  });

  test('nobody overwrites what somebody else saved meanwhile', async () => {
    const { id, etag } = await app.draft();
    const path = `job-posts/${id}`;
    assert.equal((await app.ask('rita@acme', 'PATCH', path, { title: 'Hers' }, { 'if-match': etag })).status, 200);
    const late = await app.ask('mia@acme', 'PATCH', path, { title: 'Mine' }, { 'if-match': etag });
    assert.deepEqual([late.status, late.body.code], [412, 'changed_meanwhile']);
    assert.equal((await app.ask('mia@acme', 'PATCH', path, { title: 'Mine' })).status, 428);
    assert.equal((await app.ask('mia@acme', 'GET', path)).body.title, 'Hers');
  });

  test('a question keeps its id while it is edited', async () => {
    const { id, etag } = await app.draft({
      questions: [{ kind: 'text', text: 'Why?', choices: [], isRequired: true }],
    });
    const before = (await app.ask('mia@acme', 'GET', `job-posts/${id}`)).body.questions[0];
    const questions = [
      { kind: 'yesNo', text: 'New?' },
      { ...before, text: 'Why you?' },
    ];
    const { body } = await app.ask('mia@acme', 'PATCH', `job-posts/${id}`, { questions }, { 'if-match': etag });
    assert.equal(body.questions[1].id, before.id);
    assert.notEqual(body.questions[0].id, before.id);
  });

  test('one Idempotency-Key makes one draft', async () => {
    const key = { 'idempotency-key': 'a click' };
    const [first, again] = [
      await app.ask('mia@acme', 'POST', 'job-posts', { title: 'Once' }, key),
      await app.ask('mia@acme', 'POST', 'job-posts', { title: 'Once' }, key),
    ];
    assert.equal(again.body.id, first.body.id);
  });

  test('is thrown away by hand; what was published is not', async () => {
    const { id } = await app.draft();
    assert.equal((await app.ask('mia@acme', 'DELETE', `job-posts/${id}`)).status, 204);
    assert.equal((await app.ask('mia@acme', 'GET', `job-posts/${id}`)).status, 404);
    const open = await app.open();
    const refused = await app.ask('mia@acme', 'DELETE', `job-posts/${open.id}`);
    assert.deepEqual([refused.status, refused.body.code], [409, 'job_post_open']);
  });

  test('thrown away by mistake it comes back whole, files and all, for who did it and for a day', async () => {
    const { owner } = await app.draft();
    const text = new TextEncoder().encode('What the shop sells.');
    const upload = { name: 'shop.txt', use: 'attachment', announcedBytes: text.length, chunks: chunks(text) } as const;
    const { fileId } = await storeUpload(app.deps, { personId: owner.id }, upload);
    const { id } = await app.draft({
      attachmentIds: [fileId],
      questions: [{ kind: 'text', text: 'Why you?', choices: [], isRequired: true }],
    });
    const before = await app.ask('mia@acme', 'GET', `job-posts/${id}`);
    const back = (who = 'mia@acme') => app.ask(who, 'POST', `job-posts/${id}/restoration`);
    await app.ask('mia@acme', 'DELETE', `job-posts/${id}`);
    await removeUnattachedFiles(app.deps);
    assert.equal((await back('rita@acme')).status, 404);
    assert.deepEqual(await back(), before);
    assert.equal(before.body.attachments.length, 1);
    assert.equal((await back()).status, 404);
    assert.deepEqual(await app.movesOf(id), ['create', 'discard', 'restore']);

    await app.ask('mia@acme', 'DELETE', `job-posts/${id}`);
    app.ports.clock.advance(25 * 60 * 60 * 1000);
    await app.deps.jobs.runDue();
    assert.equal((await back()).status, 404);
  });

  async function* chunks(bytes: Uint8Array) {
    yield bytes;
  }

  const wrong: [name: string, fields: Record<string, unknown>, problem: string][] = [
    [
      'eleven skills',
      { skills: Array.from({ length: 11 }, (_, at) => ({ name: `Skill ${at}` })) },
      '/skills too_many_skills',
    ],
    [
      'eleven questions',
      { questions: Array.from({ length: 11 }, () => ({ kind: 'text', text: 'Why?' })) },
      '/questions too_many_questions',
    ],
    ['a category that is none', { categoryId: 'juggling' }, '/categoryId unknown_category'],
    ['a country that is none', { countries: ['XX'] }, '/countries/0 unknown_country'],
    ['a time zone that is none', { timezone: 'Mars/Olympus' }, '/timezone unknown_timezone'],
    ['a pool that is not the tenant’s', { poolIds: ['tp_other'] }, '/poolIds/0 unknown_pool'],
    [
      'a budget of nothing',
      { budget: { kind: 'fixed', amount: { amountMinor: 499, currency: 'USD' } } },
      '/budget/amount/amountMinor budget_out_of_range',
    ],
    [
      'a negative budget',
      { budget: { kind: 'fixed', amount: { amountMinor: -5000, currency: 'USD' } } },
      '/budget/amount/amountMinor budget_out_of_range',
    ],
    [
      'a budget above ten million',
      { budget: { kind: 'fixed', amount: { amountMinor: 1_000_000_001, currency: 'USD' } } },
      '/budget/amount/amountMinor budget_out_of_range',
    ],
    [
      'money that is none',
      { budget: { kind: 'fixed', amount: { amountMinor: 5000, currency: 'XYZ' } } },
      '/budget/amount/currency currency_not_accepted',
    ],
    [
      'a rate below three',
      {
        budget: {
          kind: 'hourly',
          min: { amountMinor: 299, currency: 'USD' },
          max: { amountMinor: 900, currency: 'USD' },
        },
      },
      '/budget/min/amountMinor rate_out_of_range',
    ],
    [
      'a rate above 999',
      {
        budget: {
          kind: 'hourly',
          min: { amountMinor: 900, currency: 'USD' },
          max: { amountMinor: 99_901, currency: 'USD' },
        },
      },
      '/budget/max/amountMinor rate_out_of_range',
    ],
    [
      'a range turned around',
      {
        budget: {
          kind: 'hourly',
          min: { amountMinor: 900, currency: 'USD' },
          max: { amountMinor: 800, currency: 'USD' },
        },
      },
      '/budget/min/amountMinor rate_range_reversed',
    ],
    [
      'two currencies',
      {
        budget: {
          kind: 'hourly',
          min: { amountMinor: 900, currency: 'USD' },
          max: { amountMinor: 900, currency: 'EUR' },
        },
      },
      '/budget/max/currency currency_mixed',
    ],
    ['nobody to hire', { hires: 0 }, '/hires hires_out_of_range'],
    ['too many hours', { weeklyHours: 169 }, '/weeklyHours weekly_hours_out_of_range'],
    ['more overlap than a day has', { overlapHours: 25 }, '/overlapHours overlap_out_of_range'],
    ['HTML in the title', { title: 'Shop <script>alert(1)</script>' }, '/title html_in_text'],
    ['HTML in the description', { description: 'Shop\n\n<img src=x onerror=alert(1)>' }, '/description html_in_text'],
    ['a title without end', { title: 'x'.repeat(151) }, '/title title_too_long'],
    ['an unknown field of the tenant’s own', { customFields: { nope: 1 } }, '/customFields/nope unknown_custom_field'],
  ];
  for (const [name, fields, problem] of wrong) {
    test(`${name}: refused by name, and nothing is changed`, async () => {
      const { id, etag, title } = await app.draft();
      const answer = await app.ask(
        'mia@acme',
        'PATCH',
        `job-posts/${id}`,
        { team: 'Other', ...fields },
        { 'if-match': etag },
      );
      assert.equal(answer.status, 422);
      assert.deepEqual(problemsIn(answer.body), [problem]);
      const kept = await app.ask('mia@acme', 'GET', `job-posts/${id}`);
      assert.deepEqual([kept.body.title, kept.body.team, kept.etag], [title, null, etag]);
    });
  }
});
