import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Deps } from '../../deps.ts';
import { authInstant } from '../../platform/auth/auth-instant.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { asksNobody } from '../../procurement/approvals/approval-policy.ts';
import { signedIn } from '../../testing/actors.ts';
import { publishRules, simpleRules } from '../../testing/approval-rules.ts';
import { wholePost } from '../../testing/job-posts-app.ts';
import { acme, testDeps } from '../../testing/slice-app.ts';
import { createImportedPosts, type ImportedRow, type ImportOptions } from './import-posts.ts';

const scope = tenantScope(acme.id);
const doer = { actor: signedIn('pe_importer', ['recruiter']), requestId: 'req_import' };

describe('many posts at once', () => {
  let deps: Deps;
  before(async () => {
    deps = await testDeps();
  });
  after(() => deps.database.close());

  const titled = (title: string, more: ImportedRow['fields'] = {}): ImportedRow => ({ fields: { title, ...more } });
  const whole = (title: string): ImportedRow => ({ fields: { ...wholePost, title } });
  const run = (rows: readonly ImportedRow[], options: Partial<ImportOptions> = {}) =>
    deps.database.transaction((trx) =>
      createImportedPosts(trx, deps, scope, doer, rows, {
        tenant: acme,
        ownerId: 'pe_importer',
        publish: 'draft',
        ...options,
      }),
    );
  const kinds = async (...given: Parameters<typeof run>) => (await run(...given)).map(({ kind }) => kind);
  const count = async (table: 'jobPosts' | 'moves' | 'auditEntries') =>
    (await deps.database.db.selectFrom(table).selectAll().execute()).length;

  test('each row ends as created, duplicate of, or refused because', async () => {
    const outcomes = await run([
      titled('Row one', { skills: [{ name: 'reactjs' }, { name: 'Node.js' }] }),
      titled('  ROW   one', { skills: [{ name: 'Node.js' }, { name: 'React' }] }),
      titled(''),
      titled('Too many', { skills: Array.from({ length: 11 }, (_, at) => ({ name: `Skill ${at}` })) }),
      titled('Tag <b>bold</b>'),
    ]);
    const [first, second, ...refused] = outcomes;
    assert.equal(first!.kind, 'created');
    assert.deepEqual(second, { kind: 'duplicate', of: first?.kind === 'created' ? first.id : '' });
    assert.deepEqual(
      refused.map((one) => (one.kind === 'refused' ? one.problems.map(({ code }) => code) : one)),
      [['title_missing'], ['too_many_skills'], ['html_in_text']],
    );
  });

  test('a draft takes its category from its skills and belongs to who imports', async () => {
    const [outcome] = await run([
      titled('With skills', { skills: [{ name: 'Flutter' }, { name: 'iOS' }, { name: 'React' }] }),
    ]);
    assert.ok(outcome?.kind === 'created');
    const row = await deps.database.db
      .selectFrom('jobPosts')
      .selectAll()
      .where('id', '=', outcome.id)
      .executeTakeFirst();
    assert.deepEqual([row!.state, row!.categoryId, row!.ownerId], ['draft', 'mobile-development', 'pe_importer']);
  });

  test('run again, a file makes no doubles, also where a row was edited or published meanwhile', async () => {
    const rows = ['Again one', 'Again two', 'Again three'].map((title) => titled(title));
    const made = await run(rows);
    assert.ok(made[0]?.kind === 'created' && made[1]?.kind === 'created');
    await deps.database.db.updateTable('jobPosts').set({ title: 'Edited' }).where('id', '=', made[0].id).execute();
    const again = await run(rows);
    assert.deepEqual(again[0], { kind: 'duplicate', of: made[0].id });
    assert.deepEqual(
      again.map(({ kind }) => kind),
      ['duplicate', 'duplicate', 'duplicate'],
    );
    await deps.database.db.updateTable('jobPosts').set({ endedAt: 1 }).where('id', '=', made[1].id).execute();
    assert.deepEqual(await kinds(rows), ['duplicate', 'created', 'duplicate']);
  });

  test('a reference tells rows apart that read alike, and holds together those that do not', async () => {
    const rows = [
      { ...titled('Referenced'), reference: 'A-1' },
      { ...titled('Referenced'), reference: 'A-2' },
      { ...titled('Renamed since'), reference: 'A-1' },
    ];
    assert.deepEqual(await kinds(rows), ['created', 'created', 'duplicate']);
  });

  test('to be open a row needs all that a post needs, and nothing that is refused', async () => {
    const outcomes = await run(
      [
        whole('Open at once'),
        titled('Half a post'),
        { fields: { ...wholePost, title: 'Write to me@example.com' } },
        whole('open AT once'),
      ],
      { publish: 'open' },
    );
    assert.deepEqual(
      outcomes.map((one) => (one.kind === 'refused' ? one.problems[0]!.code : one.kind)),
      ['created', 'description_missing', 'contact_details_in_text', 'duplicate'],
    );
    assert.ok(outcomes[0]?.kind === 'created' && outcomes[0].state === 'open');
    const row = await deps.database.db
      .selectFrom('jobPosts')
      .selectAll()
      .where('id', '=', outcomes[0].id)
      .executeTakeFirst();
    assert.ok(row!.publishedAt !== null && row!.expiresAt !== null && row!.liveIdentity !== null);
  });

  test('a dry run says the same as the run and writes nothing', async () => {
    const rows = [whole('Dry one'), whole('Dry two'), titled(''), whole('DRY one')];
    const before = await Promise.all([count('jobPosts'), count('moves'), count('auditEntries')]);
    const seen = new Set<string>();
    const dry = [
      ...(await kinds(rows.slice(0, 2), { dryRun: true, seen })),
      ...(await kinds(rows.slice(2), { dryRun: true, seen })),
    ];
    assert.deepEqual(await Promise.all([count('jobPosts'), count('moves'), count('auditEntries')]), before);
    assert.deepEqual(dry, ['created', 'created', 'refused', 'duplicate']);
    assert.deepEqual([...(await kinds(rows.slice(0, 2))), ...(await kinds(rows.slice(2)))], dry);
  });

  test('a batch is one audit entry, with a move on each post', async () => {
    const [moves, entries] = [await count('moves'), await count('auditEntries')];
    await run(
      ['Audited one', 'Audited two'].map((title) => titled(title)),
      { details: { importId: 'ji_1' } },
    );
    assert.deepEqual([await count('moves'), await count('auditEntries')], [moves + 2, entries + 1]);
    const rows = await deps.database.db.selectFrom('moves').selectAll().where('move', '=', 'import').execute();
    assert.equal(JSON.parse(rows.at(-1)!.details).importId, 'ji_1');
  });

  test('two imports of one file at the same moment make each post once', async () => {
    const rows = Array.from({ length: 20 }, (_, at) => titled(`Raced ${at}`));
    const outcomes = (await Promise.all([run(rows), run(rows), run(rows)])).flat();
    assert.equal(outcomes.filter(({ kind }) => kind === 'created').length, 20);
    assert.equal(outcomes.filter(({ kind }) => kind === 'duplicate').length, 40);
    const made = await deps.database.db
      .selectFrom('jobPosts')
      .select('title')
      .where('title', 'like', 'Raced %')
      .execute();
    assert.equal(made.length, 20);
  });

  test('where the client’s rule wants it, an expensive row waits for approval instead of opening', async () => {
    await deps.database.db
      .insertInto('tenants')
      .values({ ...acme, name: 'Acme', locale: 'en', theme: '{}', revision: 1, createdAt: authInstant(0) })
      .execute();
    await publishRules(deps, acme.id, simpleRules({ jobPostsFromMinor: 300_000 }));
    const dear = { kind: 'fixed', amount: { amountMinor: 500_000, currency: 'USD' } } as const;
    const outcomes = await run([whole('Cheap'), { fields: { ...wholePost, title: 'Dear', budget: dear } }], {
      publish: 'open',
    });
    await publishRules(deps, acme.id, asksNobody);
    assert.deepEqual(
      outcomes.map((one) => (one.kind === 'created' ? one.state : one.kind)),
      ['open', 'pendingApproval'],
    );
    assert.ok(outcomes[1]?.kind === 'created');
    const row = await deps.database.db
      .selectFrom('jobPosts')
      .selectAll()
      .where('id', '=', outcomes[1].id)
      .executeTakeFirst();
    assert.ok(row!.approvalId !== null && row!.publishedAt === null);
  });
});
