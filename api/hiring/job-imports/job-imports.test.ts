import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';
import { createTestTenant, refusalOf, signIn, type TestTenant } from '../../testing/test-tenants.ts';
import type { ImportedRow, ImportPreview, JobImport } from './schema.ts';

type Headers = Record<string, string>;
const header = 'Job Title,Hourly/Fixed,Budget,Level,Skills';
/** With the oddities of files as they come: quoted line breaks, uneven budgets, doubled posts, hidden skills. */
const oddFile = `${header}
Flutter Web Dev,Hourly,N/A,Intermediate,"Web Development, Flutter"
"Php Website, quickly",Fixed price,"Est. budget:
$18.00",Intermediate,"PHP, HTML, +3"
Flutter Web Dev,Hourly,N/A,Intermediate,"Web Development, Flutter"
React consultant,Hourly: $20.00 - $40.00,N/A,Expert,"React Native, Android"
=cmd|' /C calc'!A0,Hourly,N/A,Expert,React
Too cheap,Fixed price,$2,Expert,React
`;

let app: TestApp;
let acme: TestTenant;
let manager: Headers;
let viewer: Headers;
let globexOwner: Headers;

before(async () => {
  app = await openTestApp();
  acme = await createTestTenant(
    app,
    { slug: 'acme', name: 'Acme' },
    { 'mia@acme.example': ['hiringManager'], 'rita@acme.example': ['recruiter'], 'vera@acme.example': ['viewer'] },
  );
  await createTestTenant(app, { slug: 'globex' }, { 'olga@globex.example': ['owner'] });
  manager = await signIn(app, 'mia@acme.example');
  viewer = await signIn(app, 'vera@acme.example');
  globexOwner = await signIn(app, 'olga@globex.example');
});
after(() => app.close());
beforeEach(async () => {
  const { db } = app.deps.database;
  for (const table of ['jobImportRows', 'jobImports', 'jobImportMappings', 'jobPosts', 'policies', 'jobs'] as const)
    await db.deleteFrom(table).execute();
});

async function upload(content: string | Uint8Array, headers = manager, name = 'posts.csv'): Promise<string> {
  const answer = await app.http.request(`http://localhost:4000/t/acme/v1/files?use=import&name=${name}`, {
    method: 'POST',
    body: content as BodyInit,
    headers,
  });
  assert.equal(answer.status, 201);
  return ((await answer.json()) as { id: string }).id;
}

const start = (fileId: string, settings: object = {}, headers = manager, tenant = 'acme') =>
  app.send('POST', `/t/${tenant}/v1/job-imports`, { fileId, dryRun: false, ...settings }, headers);

async function started(content: string | Uint8Array, settings: object = {}): Promise<string> {
  const answer = await start(await upload(content), settings);
  assert.equal(answer.status, 202, await answer.clone().text());
  return ((await answer.json()) as JobImport).id;
}

async function read<T>(path: string, headers = manager): Promise<T> {
  const answer = await app.send('GET', `/t/acme/v1/job-imports${path}`, undefined, headers);
  assert.equal(answer.status, 200, await answer.clone().text());
  return (await answer.json()) as T;
}

/** Runs it to its end. @returns the import and its rows */
async function through(id: string) {
  await app.deps.jobs.runDue();
  const { items } = await read<{ items: ImportedRow[] }>(`/${id}/rows?limit=500`);
  return { ...(await read<JobImport>(`/${id}`)), items };
}

const imported = async (content: string | Uint8Array, settings: object = {}) =>
  through(await started(content, settings));
const posts = () => app.deps.database.db.selectFrom('jobPosts').selectAll().orderBy('createdAt').execute();
const counts = ({ created, duplicates, refused }: JobImport) => [created, duplicates, refused];

async function setPolicy(settings: object): Promise<void> {
  const row = { name: 'jobImports', tenantId: '', settings: JSON.stringify(settings), revision: 1, changedAt: 0 };
  await app.deps.database.db.insertInto('policies').values(row).execute();
}

describe('an import', () => {
  test('makes a draft of each row, names doubles by their post and what it refuses by reason', async () => {
    const { items, ...result } = await imported(oddFile);
    assert.deepEqual([result.state, result.rows, result.done, counts(result)], ['done', 6, 6, [3, 1, 2]]);
    assert.deepEqual(
      items.map(({ row, line, outcome, reasons }) => [row, line, outcome, ...reasons.map(({ code }) => code)]),
      [
        [1, 2, 'created'],
        [2, 3, 'created'],
        [3, 5, 'duplicate'],
        [4, 6, 'created'],
        [5, 7, 'refused', 'formula_in_cell'],
        [6, 8, 'refused', 'budget_out_of_range'],
      ],
    );
    assert.equal(items[2]?.jobPostId, items[0]?.jobPostId);
    const made = await posts();
    assert.deepEqual(made.map(({ title, state }) => [title, state]).toSorted(), [
      ['Flutter Web Dev', 'draft'],
      ['Php Website, quickly', 'draft'],
      ['React consultant', 'draft'],
    ]);
    const php = made.find(({ title }) => title.startsWith('Php'))!;
    assert.deepEqual([php.budgetKind, php.budgetMinMinor, php.budgetCurrency], ['fixed', 1800, 'USD']);
  });

  test('a dry run says the same and makes nothing', async () => {
    const { items, ...dry } = await imported(oddFile, { dryRun: true });
    assert.deepEqual([dry.state, counts(dry)], ['done', [3, 1, 2]]);
    assert.deepEqual(await posts(), []);
    assert.deepEqual(items.map(({ outcome, jobPostId }) => [outcome, jobPostId])[2], ['duplicate', null]);
    const again = await start(dry.file.id);
    const real = await through(((await again.json()) as JobImport).id);
    assert.deepEqual(counts(real), [3, 1, 2]);
    assert.deepEqual(
      real.items.map(({ outcome, reasons }) => [outcome, reasons]),
      items.map(({ outcome, reasons }) => [outcome, reasons]),
    );
  });

  test('doubles are found across batches, dry and real', async () => {
    await setPolicy({ batchRows: 2 });
    for (const dryRun of [true, false]) assert.deepEqual(counts(await imported(oddFile, { dryRun })), [3, 1, 2]);
  });

  test('run again it makes no doubles', async () => {
    await imported(oddFile);
    assert.deepEqual(counts(await imported(oddFile)), [0, 4, 2]);
    assert.equal((await posts()).length, 3);
  });

  test('opens posts that can be published when asked to, and refuses the others by what they lack', async () => {
    const file = `${header},Description\nWhole,Fixed price,$500,Expert,React,We need a site for our bakery.\nBare,Hourly,N/A,Expert,React,\n`;
    const { items } = await imported(file, { publish: 'open' });
    assert.deepEqual(
      items.map(({ outcome, reasons }) => [outcome, ...reasons.map(({ code }) => code)]),
      [['created'], ['refused', 'description_missing', 'budget_missing']],
    );
    assert.deepEqual(
      (await posts()).map(({ state, title }) => [title, state]),
      [['Whole', 'open']],
    );
  });

  test('tells who started it, and its timeline who did what', async () => {
    const id = await started(oddFile);
    await through(id);
    await app.deps.jobs.runDue();
    const news = await app.send('GET', '/t/acme/v1/notifications', undefined, manager);
    const { items } = (await news.json()) as { items: { title: string; path: string }[] };
    const ofThis = items.filter(({ path }) => path === `/job-imports/${id}`);
    assert.deepEqual(
      ofThis.map(({ title }) => title),
      ['Import finished: posts.csv'],
    );
    const timeline = await read<{ items: { move: string; actor: { kind: string; name: string } }[] }>(
      `/${id}/timeline`,
    );
    assert.deepEqual(
      timeline.items.map(({ move, actor }) => [move, actor.kind, actor.name]),
      [
        ['request', 'person', 'mia'],
        ['start', 'clock', null],
        ['finish', 'clock', null],
      ],
    );
  });

  test('posts say in their timeline which import they came from', async () => {
    const id = await started(oddFile);
    await through(id);
    const [post] = await posts();
    const moves = await app.deps.database.db
      .selectFrom('moves')
      .selectAll()
      .where('subjectId', '=', post!.id)
      .execute();
    assert.deepEqual(
      moves.map(({ move, actorId, details }) => [move, actorId, JSON.parse(details).importId]),
      [['import', post!.ownerId, id]],
    );
  });

  test('a file of a header alone is through at once', async () => {
    const { state, rows } = await imported(`${header}\n`);
    assert.deepEqual([state, rows], ['done', 0]);
  });
});

describe('columns', () => {
  const strange = 'Rolle;Was;Geld\nKoch;Suppe kochen;€500\n';

  test('a preview shows what the file holds and what is not known yet', async () => {
    const preview = await read<ImportPreview>(`/preview?fileId=${await upload(strange)}`);
    assert.deepEqual(preview, {
      columns: ['Rolle', 'Was', 'Geld'],
      rows: 1,
      encoding: 'utf-8',
      delimiter: ';',
      mapping: {},
      isRemembered: false,
      missing: ['title'],
      sample: [['Koch', 'Suppe kochen', '€500']],
    });
  });

  test('without a column for the title nothing is imported, and the file’s columns are named', async () => {
    const answer = await start(await upload(strange));
    const { code, detail, errors } = (await answer.json()) as {
      code: string;
      detail: string;
      errors: { pointer: string }[];
    };
    assert.deepEqual([answer.status, code, errors[0]?.pointer], [422, 'column_missing', '/mapping/title']);
    assert.match(detail, /"Rolle", "Was", "Geld"/);
    const wrong = await start(await upload(strange), { mapping: { title: 'Role' } });
    assert.deepEqual(await refusalOf(wrong), [422, 'column_unknown']);
    assert.deepEqual(await posts(), []);
  });

  test('a mapping that was used is remembered for the same columns, and for this tenant', async () => {
    const mapping = { title: 'Rolle', description: 'Was', budget: 'Geld' };
    await imported(strange, { mapping });
    const [post] = await posts();
    assert.deepEqual([post?.title, post?.description, post?.budgetCurrency], ['Koch', 'Suppe kochen', 'EUR']);
    const next = await read<ImportPreview>(`/preview?fileId=${await upload(strange.replace('Koch', 'Bäcker'))}`);
    assert.deepEqual([next.mapping, next.isRemembered, next.missing], [mapping, true, []]);
    const other = await read<ImportPreview>(`/preview?fileId=${await upload('Rolle;Was\nKoch;Suppe\n')}`);
    assert.equal(other.isRemembered, false);
  });

  test('a row’s own number decides which rows are the same', async () => {
    const file = 'Title,Id,Skills\nA,7,React\nB,7,React\nA,8,React\n';
    const { items } = await imported(file);
    assert.deepEqual(
      items.map(({ outcome }) => outcome),
      ['created', 'duplicate', 'created'],
    );
  });
});

describe('a file that cannot be imported', () => {
  for (const [name, content, code] of [
    ['in Windows-1252', Buffer.from(`${header}\ncaf\xe9,,,,\n`, 'latin1'), 'encoding_not_utf8'],
    ['with a quote that never ends', `${header}\n"A,,,,\n`, 'csv_malformed'],
    ['without rows', '\n\n', 'file_empty'],
    ['with a column twice', 'Title,Title\nA,B\n', 'columns_unreadable'],
  ] as const) {
    test(`${name} is refused by name before anything is made`, async () => {
      assert.deepEqual(await refusalOf(await start(await upload(content))), [422, code]);
      assert.deepEqual(await read<object>(''), { items: [], nextCursor: null });
    });
  }

  test('a million rows are refused without being kept in memory, or taking long', async () => {
    const fileId = await upload(`${header}\n${'A title,Hourly,N/A,Expert,React\n'.repeat(1_000_000)}`);
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    const answer = await start(fileId);
    assert.deepEqual(await refusalOf(answer), [422, 'too_many_rows']);
    assert.ok(process.memoryUsage().rss - before < 150 * 1024 * 1024);
    assert.deepEqual(await posts(), []);
  });

  test('somebody else’s upload, or one that is not there, is not found', async () => {
    const rita = await signIn(app, 'rita@acme.example');
    const theirs = await upload(oddFile, rita);
    assert.equal((await start(theirs)).status, 404);
    assert.equal((await start('fl_none')).status, 404);
    assert.equal((await start(theirs, {}, globexOwner, 'globex')).status, 404);
    const dry = await start(theirs, { dryRun: true }, rita);
    assert.equal(dry.status, 202);
    await app.deps.jobs.runDue();
    assert.equal((await start(theirs)).status, 202, 'a colleague goes on with what was tried before');
    await app.deps.jobs.runDue();
  });
});

describe('who imports', () => {
  test('viewers read and do not import; another tenant sees nothing', async () => {
    const id = await started(oddFile);
    await through(id);
    assert.equal((await read<JobImport>(`/${id}`, viewer)).created, 3);
    const fileId = await upload(oddFile, viewer);
    assert.equal((await start(fileId, {}, viewer)).status, 403);
    for (const path of ['', '/rows', '/rows.csv', '/timeline']) {
      const answer = await app.send('GET', `/t/globex/v1/job-imports/${id}${path}`, undefined, globexOwner);
      assert.equal(answer.status, 404, path);
    }
    assert.equal(
      (await app.send('POST', `/t/globex/v1/job-imports/${id}/cancellation`, undefined, globexOwner)).status,
      404,
    );
  });

  test('the tenant’s server imports for a member who may post', async () => {
    const server = { authorization: `Bearer ${acme.secretKey}` };
    const fileId = await upload(oddFile, server);
    assert.deepEqual(await refusalOf(await start(fileId, {}, server)), [422, 'owner_missing']);
    for (const ownerEmail of ['vera@acme.example', 'olga@globex.example', 'nobody@acme.example'])
      assert.deepEqual(await refusalOf(await start(fileId, { ownerEmail }, server)), [422, 'owner_may_not_post']);
    const answer = await start(fileId, { ownerEmail: 'mia@acme.example' }, server);
    const made = await through(((await answer.json()) as JobImport).id);
    assert.deepEqual([made.requestedBy.kind, made.owner.name, counts(made)], ['secretKey', 'mia', [3, 1, 2]]);
  });

  test('whoever lost the right to post meanwhile makes no more posts', async () => {
    const id = await started(oddFile);
    const { db } = app.deps.database;
    const role = (to: string) =>
      db.updateTable('members').set({ role: to }).where('id', '=', acme.members.get('mia@acme.example')!).execute();
    await role('viewer');
    const { state, failure } = await through(id);
    await role('hiringManager');
    assert.deepEqual([state, failure?.code], ['failed', 'owner_may_not_post']);
    assert.deepEqual(await posts(), []);
  });
});

describe('while it runs', () => {
  test('one import of a tenant at a time', async () => {
    const fileId = await upload(oddFile);
    const answers = await Promise.all([start(fileId), start(fileId), start(fileId)]);
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [202, 409, 409]);
    assert.deepEqual(await refusalOf(await start(fileId)), [409, 'import_under_way']);
    await app.deps.jobs.runDue();
    assert.equal((await start(fileId)).status, 202);
  });

  test('stopped, it keeps what it made, and starting again goes on from there', async () => {
    await setPolicy({ batchRows: 2 });
    const id = await started(oddFile);
    const cancel = () => app.send('POST', `/t/acme/v1/job-imports/${id}/cancellation`, undefined, manager);
    const { database } = app.deps;
    const transaction = database.transaction;
    let batches = 0;
    // Somebody stops it between two batches.
    database.transaction = async (work) => {
      const result = await transaction(work);
      if ((result as { doneRows?: number } | undefined)?.doneRows !== undefined && ++batches === 1) await cancel();
      return result;
    };
    const stopped = await through(id).finally(() => {
      database.transaction = transaction;
    });
    assert.deepEqual([stopped.state, stopped.done, stopped.items.length], ['cancelled', 2, 2]);
    assert.equal((await posts()).length, 2);
    assert.deepEqual(await refusalOf(await cancel()), [409, 'job_import_cancelled']);
    const again = await start(stopped.file.id);
    assert.deepEqual(counts(await through(((await again.json()) as JobImport).id)), [1, 3, 2]);
  });

  test('a file that is gone when its turn comes fails the import with a reason', async () => {
    const id = await started(oddFile);
    const { files } = app.deps;
    const getStream = files.getStream;
    files.getStream = async () => undefined;
    const { state, failure } = await through(id).finally(() => {
      files.getStream = getStream;
    });
    assert.deepEqual([state, failure?.code], ['failed', 'file_gone']);
    assert.equal((await start(await upload(oddFile))).status, 202);
  });
});

describe('what became of each row', () => {
  test('is paged, filtered, and downloaded with cells that no spreadsheet takes for formulas', async () => {
    const { id } = await imported(oddFile);
    const page = await read<{ items: ImportedRow[]; nextAfter: number }>(`/${id}/rows?limit=4`);
    const rest = await read<{ items: ImportedRow[]; nextAfter: null }>(`/${id}/rows?limit=4&after=${page.nextAfter}`);
    assert.deepEqual(
      [...page.items, ...rest.items].map(({ row }) => row),
      [1, 2, 3, 4, 5, 6],
    );
    assert.equal(rest.nextAfter, null);
    const refused = await read<{ items: ImportedRow[] }>(`/${id}/rows?outcome=refused`);
    assert.deepEqual(
      refused.items.map(({ row }) => row),
      [5, 6],
    );
    const answer = await app.send('GET', `/t/acme/v1/job-imports/${id}/rows.csv`, undefined, manager);
    assert.match(answer.headers.get('content-disposition')!, /^attachment;/);
    const cells = parse(Buffer.from(await answer.arrayBuffer()), { bom: true }) as string[][];
    assert.equal(cells.length, 7);
    assert.deepEqual(cells[5]?.slice(0, 4), ['5', '7', "'=cmd|' /C calc'!A0", 'refused']);
    assert.ok(cells.flat().every((cell) => !/^[=+\-@]/.test(cell)));
  });
});
