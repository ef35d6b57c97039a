import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { FieldProblem } from '../../platform/http/problem.ts';
import { type JobPostsApp, openJobPostsApp, wholePost } from '../../testing/job-posts-app.ts';
import type { JobPostFields } from './schema.ts';

const dayMs = 86_400_000;

describe('job posts', () => {
  let app: JobPostsApp;
  before(async () => {
    app = await openJobPostsApp();
  });
  after(() => app.close());

  const pointers = (body: { errors: FieldProblem[] }) => body.errors.map(({ pointer, code }) => `${pointer} ${code}`);
  const refusedAtPublish = async (fields: JobPostFields) => {
    const { id } = await app.draft(fields);
    const answer = await app.ask('mia@acme', 'POST', `job-posts/${id}/publish`);
    const kept = await app.ask('mia@acme', 'GET', `job-posts/${id}`);
    assert.equal(kept.body.state, 'draft');
    return answer;
  };
  const movesOf = async (id: string) =>
    (await app.ask('mia@acme', 'GET', `job-posts/${id}/timeline`)).body.items.map(
      (item: { move: string }) => item.move,
    );
  const eventsOf = async (kind: string, id: string) =>
    (await app.deps.database.db.selectFrom('outboxEvents').selectAll().where('kind', '=', kind).execute())
      .map(({ payload }) => JSON.parse(payload))
      .filter((payload) => payload.id === id);

  describe('a draft', () => {
    test('saves itself field by field and keeps what is not sent', async () => {
      const made = await app.ask('mia@acme', 'POST', 'job-posts', { title: 'Half an idea' });
      assert.equal(made.status, 201);
      const { id } = made.body;
      const saved = await app.ask(
        'mia@acme',
        'PATCH',
        `job-posts/${id}`,
        { weeklyHours: 20 },
        { 'if-match': made.etag },
      );
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
      [
        'an unknown field of the tenant’s own',
        { customFields: { nope: 1 } },
        '/customFields/nope unknown_custom_field',
      ],
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
        assert.deepEqual(pointers(answer.body), [problem]);
        const kept = await app.ask('mia@acme', 'GET', `job-posts/${id}`);
        assert.deepEqual([kept.body.title, kept.body.team, kept.etag], [title, null, etag]);
      });
    }
  });

  describe('publishing', () => {
    test('opens a whole post for thirty days, seen in its timeline', async () => {
      const { id } = await app.draft();
      const { status, body } = await app.ask('mia@acme', 'POST', `job-posts/${id}/publish`);
      assert.deepEqual([status, body.state], [200, 'open']);
      assert.equal(Date.parse(body.expiresAt) - Date.parse(body.publishedAt), 30 * dayMs);
      assert.deepEqual(await movesOf(id), ['create', 'publish']);
      assert.equal((await eventsOf('jobPostChanged', id)).length, 1);
    });

    test('names every missing part with its pointer', async () => {
      const made = await app.ask('mia@acme', 'POST', 'job-posts', { visibility: 'poolOnly', overlapHours: 2 });
      const answer = await app.ask('mia@acme', 'POST', `job-posts/${made.body.id}/publish`);
      assert.equal(answer.status, 422);
      assert.deepEqual(pointers(answer.body), [
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
      assert.deepEqual(pointers({ errors: preview.body.problems }), pointers(answer.body));
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
        assert.deepEqual(pointers(answer.body), [problem]);
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
      assert.deepEqual(await movesOf(id), ['create', 'publish']);
    });
  });

  describe('an open post', () => {
    test('is paused, resumed and closed with a reason; then nothing moves it', async () => {
      const { id } = await app.open();
      const move = (name: string, body?: unknown) => app.ask('mia@acme', 'POST', `job-posts/${id}/${name}`, body);
      assert.equal((await move('pause')).body.state, 'paused');
      assert.equal((await move('pause')).body.code, 'job_post_paused');
      assert.equal((await move('resume')).body.state, 'open');
      const closed = await move('close', { reason: 'hiredElsewhere', note: 'A colleague' });
      assert.deepEqual([closed.body.state, closed.body.endReason], ['closed', 'hiredElsewhere']);
      for (const name of ['pause', 'resume', 'publish']) assert.equal((await move(name)).body.code, 'job_post_closed');
      assert.deepEqual(await movesOf(id), ['create', 'publish', 'pause', 'resume', 'close']);
      assert.deepEqual(await eventsOf('jobPostEnded', id), [
        { id, tenantId: app.acme.id, how: 'closed', hadHire: false },
      ]);
    });

    test('stays whole when it is changed, and tells who follows it', async () => {
      const { id, etag } = await app.open();
      const change = (fields: JobPostFields, match: string) =>
        app.ask('mia@acme', 'PATCH', `job-posts/${id}`, fields, { 'if-match': match });
      assert.equal((await change({ budget: null }, etag)).body.code, 'budget_missing');
      assert.equal((await change({ description: 'Mail a@b.com' }, etag)).body.code, 'contact_details_in_text');
      const changed = await change({ description: 'Another text' }, etag);
      assert.equal(changed.status, 200);
      assert.deepEqual((await eventsOf('jobPostChanged', id)).length, 2);
      assert.deepEqual(await movesOf(id), ['create', 'publish', 'changed']);
    });

    test('does not become what another open post is', async () => {
      const other = await app.open({ title: 'Taken already' });
      const { id, etag } = await app.open();
      const answer = await app.ask(
        'mia@acme',
        'PATCH',
        `job-posts/${id}`,
        { title: other.title },
        { 'if-match': etag },
      );
      assert.equal(answer.body.code, 'identical_open_post');
    });

    test('expires after its days, told three days before and at the end, each once', async () => {
      const { id } = await app.open({}, 'rita@acme');
      const notices = async () =>
        (
          await app.deps.database.db
            .selectFrom('outboxEvents')
            .selectAll()
            .where('kind', '=', 'personNotified')
            .execute()
        )
          .map(({ payload }) => JSON.parse(payload))
          .filter(({ subject }) => subject.id === id)
          .map(({ kind }) => kind);
      const after = async (days: number) => {
        app.ports.clock.advance(days * dayMs);
        await app.deps.jobs.runDue();
      };
      await after(26.9);
      assert.deepEqual(await notices(), []);
      await after(0.2);
      assert.deepEqual(await notices(), ['jobPost.expiring']);
      await after(2.8);
      assert.deepEqual(await notices(), ['jobPost.expiring']);
      assert.equal((await app.ask('rita@acme', 'GET', `job-posts/${id}`)).body.state, 'open');
      await after(0.2);
      const { body } = await app.ask('rita@acme', 'GET', `job-posts/${id}`);
      assert.equal(body.state, 'expired');
      assert.deepEqual(await notices(), ['jobPost.expiring', 'jobPost.expired']);
      assert.deepEqual((await eventsOf('jobPostEnded', id))[0].how, 'expired');
      const timeline = await app.ask('rita@acme', 'GET', `job-posts/${id}/timeline`);
      assert.equal(timeline.body.items.at(-1).actor.kind, 'clock');
    });
  });

  describe('copies', () => {
    test('a duplicate is a draft with the same fields, but its own', async () => {
      const { id } = await app.open({ title: 'To be copied', team: 'Shop' });
      const { status, body } = await app.ask('rita@acme', 'POST', `job-posts/${id}/duplicate`);
      assert.deepEqual(
        [status, body.state, body.title, body.team, body.owner.name],
        [201, 'draft', 'To be copied', 'Shop', 'rita'],
      );
      assert.equal(body.publishedAt, null);
      assert.notEqual(body.id, id);
    });

    test('only what has ended is posted again', async () => {
      const { id } = await app.open();
      const repost = () => app.ask('mia@acme', 'POST', `job-posts/${id}/repost`);
      assert.equal((await repost()).body.code, 'job_post_not_ended');
      await app.ask('mia@acme', 'POST', `job-posts/${id}/close`, { reason: 'other' });
      const { body } = await repost();
      assert.deepEqual([body.state, body.repostOf], ['draft', id]);
      assert.equal((await app.ask('mia@acme', 'POST', `job-posts/${body.id}/publish`)).body.state, 'open');
    });
  });

  describe('who may', () => {
    test('another client’s post is like none', async () => {
      const { id, etag } = await app.open();
      for (const [method, path, body] of [
        ['GET', '', undefined],
        ['GET', '/preview', undefined],
        ['GET', '/timeline', undefined],
        ['PATCH', '', { title: 'Mine' }],
        ['POST', '/pause', undefined],
        ['POST', '/duplicate', undefined],
      ] as const) {
        const answer = await app.ask('olga@globex', method, `job-posts/${id}${path}`, body, { 'if-match': etag });
        assert.equal(answer.status, 404, `${method} ${path}`);
      }
    });

    test('a viewer reads and changes nothing', async () => {
      const { id, etag } = await app.open();
      assert.equal((await app.ask('vic@acme', 'GET', `job-posts/${id}`)).body.mayEdit, false);
      assert.equal(
        (await app.ask('vic@acme', 'PATCH', `job-posts/${id}`, { title: 'x' }, { 'if-match': etag })).status,
        403,
      );
      assert.equal((await app.ask('vic@acme', 'POST', `job-posts/${id}/pause`)).status, 403);
    });

    test('a preview shows freelancers’ side only, with its price', async () => {
      const { id } = await app.draft({ team: 'Secret team', costCenter: 'CC-9' });
      const { body } = await app.ask('mia@acme', 'GET', `job-posts/${id}/preview`);
      assert.equal(body.job.client.name, 'Acme');
      assert.equal(body.job.connects, 10);
      assert.equal(JSON.stringify(body).includes('Secret team'), false);
      assert.equal(JSON.stringify(body).includes('CC-9'), false);
    });
  });

  test('a list counts by state under its other filters and pages without gaps', async () => {
    for (let at = 0; at < 5; at++) await app.draft({ title: `Listed ${'y'.repeat(at + 1)}` });
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await app.ask(
        'mia@acme',
        'GET',
        `job-posts?q=LISTED&sort=title&limit=2${cursor && `&cursor=${cursor}`}`,
      );
      assert.deepEqual([body.counts.draft, body.counts.open], [5, 0]);
      seen.push(...body.items.map(({ title }: { title: string }) => title));
      cursor = body.nextCursor && encodeURIComponent(body.nextCursor);
    } while (cursor);
    assert.deepEqual(
      seen,
      [1, 2, 3, 4, 5].map((length) => `Listed ${'y'.repeat(length)}`),
    );
    const drafts = await app.ask('mia@acme', 'GET', 'job-posts?q=listed&state=open');
    assert.deepEqual([drafts.body.items.length, drafts.body.counts.draft], [0, 5]);
    const mine = await app.ask('rita@acme', 'GET', 'job-posts?q=listed&owner=me');
    assert.equal(mine.body.items.length, 0);
    for (const sort of ['updated', 'newest', 'expires']) {
      const { body } = await app.ask('mia@acme', 'GET', `job-posts?q=listed&sort=${sort}&limit=3`);
      const rest = await app.ask(
        'mia@acme',
        'GET',
        `job-posts?q=listed&sort=${sort}&limit=3&cursor=${encodeURIComponent(body.nextCursor)}`,
      );
      const ids = [...body.items, ...rest.body.items].map(({ id }: { id: string }) => id);
      assert.equal(new Set(ids).size, 5, sort);
    }
    assert.equal((await app.ask('mia@acme', 'GET', 'job-posts?q=%25')).body.items.length, 0);
  });
});
