import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startImport } from '../hiring/job-imports/start-import.ts';
import { findImport } from '../hiring/job-imports/store.ts';
import { migrations } from '../migrations.ts';
import { createPersonWithPassword } from '../platform/auth/create-person.ts';
import { migrate } from '../platform/database/migrate.ts';
import { openDatabase } from '../platform/database/open-database.ts';
import { storeUpload } from '../platform/files/store-upload.ts';
import { logDestination } from '../platform/http/log-destination.ts';
import { addMember, createTenant } from '../platform/tenants/create-tenant.ts';
import { tenantScope } from '../platform/tenants/tenant-scope.ts';
import { madeJobPostsCsv } from '../testing/made-job-posts-csv.ts';
import { createBenchApp } from './create-bench-app.ts';

const goal = 2000;
const sharedFile = new URL('../../../shared/data/job-posts.csv', import.meta.url).pathname;

type Run = { name: string; rows: number; seconds: number; outcomes: string };

/**
 * A file of job posts from upload to the last row, through the job that does it, on SQLite with every commit synced:
 * dry, then real, then once more, when every row is a double.
 * @param path of the file; without one the shared file, and made rows where that is not there
 */
export async function benchImports({ path = sharedFile }: { path?: string | undefined } = {}): Promise<void> {
  const content = existsSync(path) ? await readFile(path) : Buffer.from(madeJobPostsCsv(9300));
  const folder = await mkdtemp(join(tmpdir(), 'portico-bench-'));
  const database = await openDatabase(join(folder, 'bench.sqlite'));
  await migrate(database, migrations);
  const app = createBenchApp(database, folder, { log: pino({ level: 'warn' }, logDestination()) });
  const { deps } = app;
  try {
    const [tenantId, personId] = await database.transaction(async (trx) => {
      const tenant = await createTenant(trx, deps, { slug: 'bench', name: 'Bench', plan: 'enterprise' });
      const person = await createPersonWithPassword(trx, deps, { email: 'bench@example.com', name: 'Bench' }, '');
      await addMember(trx, deps, tenant, person, ['hiringManager']);
      return [tenant, person];
    });
    const scope = tenantScope(tenantId);
    const actor = { kind: 'person', personId, email: '', freelancerId: null, roles: [], operatorRoles: [] } as const;
    const doer = { actor: { ...actor, via: { kind: 'cookie' } }, requestId: 'bench' } as const;
    const importer = { scope, uploader: { personId }, doer, ownerId: personId };
    const runs: Run[] = [];
    for (const [name, dryRun] of [
      ['dry run', true],
      ['import', false],
      ['the same again', false],
    ] as const) {
      const start = performance.now();
      const chunks = (async function* () {
        yield content;
      })();
      const upload = { name: 'posts.csv', use: 'import', announcedBytes: content.byteLength, chunks } as const;
      const { fileId } = await storeUpload(deps, { personId }, upload);
      const { id } = await startImport(deps, importer, fileId, { dryRun, publish: 'draft', defaults: {} });
      await deps.jobs.runDue();
      const row = (await findImport(database.db, scope, id))!;
      if (row.state !== 'done') throw new Error(`the import is ${row.state}: ${row.failure}`);
      const { created, duplicates, refused, rows } = row;
      const seconds = (performance.now() - start) / 1000;
      runs.push({ name, rows, seconds, outcomes: `${created} created, ${duplicates} doubles, ${refused} refused` });
    }
    print(runs);
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function print(runs: readonly Run[]): void {
  console.log('\nImport of job posts from CSV on SQLite, upload and reading included');
  console.table(
    Object.fromEntries(
      runs.map(({ name, rows, seconds, outcomes }) => [
        name,
        { rows, s: seconds.toFixed(2), 'rows/s': Math.round(rows / seconds), goal, outcomes },
      ]),
    ),
  );
}
