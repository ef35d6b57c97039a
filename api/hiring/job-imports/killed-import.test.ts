import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pino } from 'pino';
import { createPersonWithPassword } from '../../platform/auth/create-person.ts';
import { randomId } from '../../platform/clock/clock.ts';
import { filesInFolder } from '../../platform/files/files.ts';
import { storeUpload } from '../../platform/files/store-upload.ts';
import { jobLeaseMs } from '../../platform/jobs/job.ts';
import { createJobRunner } from '../../platform/jobs/run-jobs.ts';
import { addMember, createTenant } from '../../platform/tenants/create-tenant.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { signedIn } from '../../testing/actors.ts';
import { madeJobPostsCsv } from '../../testing/made-job-posts-csv.ts';
import { openTestDatabase } from '../../testing/test-database.ts';
import { startImport } from './start-import.ts';
import { findImport } from './store.ts';

const worker = new URL('../../testing/import-worker.ts', import.meta.url).pathname;
const kills = Number(process.env.KILLS ?? 4);
const rows = 1500 * kills;
const batchRows = 25;

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let folder: string;
let clockMs = Date.UTC(2026, 10, 23, 12);

before(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'portico-killed-'));
});
after(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

/** @returns the signal that ended it, or null when it ended by itself */
function work(killAfterMs: number | 'never'): Promise<NodeJS.Signals | null> {
  const args = [worker, database.address, folder, String(clockMs), String(killAfterMs)];
  const child = spawn(process.execPath, args, {
    stdio: 'inherit',
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => (code ? reject(new Error(`the worker ended with ${code}`)) : resolve(signal)));
  });
}

async function startOne() {
  const ports = { database, clock: { now: () => clockMs }, newId: randomId, files: filesInFolder(folder) };
  const deps = { ...ports, jobs: createJobRunner({ ...ports, log: pino({ level: 'silent' }) }) };
  const [tenantId, personId] = await database.transaction(async (trx) => {
    const tenant = await createTenant(trx, deps, { slug: 'acme', name: 'Acme', plan: 'enterprise' });
    const person = await createPersonWithPassword(trx, deps, { email: 'mia@acme.example', name: 'Mia' }, 'x');
    await addMember(trx, deps, tenant, person, ['hiringManager']);
    return [tenant, person];
  });
  const settings = JSON.stringify({ batchRows });
  await database.db
    .insertInto('policies')
    .values({ name: 'jobImports', tenantId: '', settings, revision: 1, changedAt: 0 })
    .execute();
  const chunks = (async function* () {
    yield Buffer.from(madeJobPostsCsv(rows));
  })();
  const upload = { name: 'posts.csv', use: 'import', announcedBytes: 0, chunks } as const;
  const { fileId } = await storeUpload(deps, { personId }, upload);
  const scope = tenantScope(tenantId);
  const doer = { actor: signedIn(personId, ['hiringManager']), requestId: 'req_1' };
  const importer = { scope, uploader: { personId }, doer, ownerId: personId };
  const { id } = await startImport(deps, importer, fileId, { dryRun: false, publish: 'draft', defaults: {} });
  return { scope, id };
}

test(`an import killed ${kills} times at any moment ends with exactly its rows, no half batch and no double`, async () => {
  const { scope, id } = await startOne();
  let killed = 0;
  let unfinished = 0;
  for (let n = 0; n < kills; n++) {
    if ((await work(Math.floor(Math.random() * 900))) === 'SIGKILL') killed++;
    if ((await check()).state === 'running') unfinished++;
    clockMs += jobLeaseMs + 1;
  }
  assert.equal(killed, kills);
  assert.ok(unfinished > 0, 'no kill came while it ran');
  assert.equal(await work('never'), null);
  const done = await check();
  assert.deepEqual([done.state, done.doneRows, done.refused], ['done', rows, 0]);
  assert.equal(done.created + done.duplicates, rows);
  const titles = await database.db.selectFrom('jobPosts').select(['title', 'experienceLevel', 'skills']).execute();
  assert.equal(new Set(titles.map((post) => JSON.stringify(post))).size, done.created);

  /** Whatever the moment: counts, rows and posts agree, and a batch is whole or not there. */
  async function check() {
    const row = (await findImport(database.db, scope, id))!;
    const lines = await database.db.selectFrom('jobImportRows').selectAll().where('importId', '=', id).execute();
    const posts = await database.db.selectFrom('jobPosts').select('id').execute();
    const moves = await database.db.selectFrom('moves').select('subjectId').where('move', '=', 'import').execute();
    assert.equal(row.doneRows % batchRows, 0);
    assert.deepEqual(
      lines.map((line) => line.row).toSorted((a, b) => a - b),
      Array.from({ length: row.doneRows }, (_, at) => at + 1),
    );
    assert.equal(row.created + row.duplicates + row.refused, row.doneRows);
    const made = lines.filter(({ outcome }) => outcome === 'created').map(({ jobPostId }) => jobPostId!);
    assert.deepEqual(made.toSorted(), posts.map((post) => post.id).toSorted());
    assert.deepEqual(made.toSorted(), moves.map(({ subjectId }) => subjectId).toSorted());
    return row;
  }
});
