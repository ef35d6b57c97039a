import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { readSettings } from '../env.ts';
import { hirers } from '../hiring/grants.ts';
import { type RunDeps, runImportToEnd } from '../hiring/job-imports/run-import.ts';
import { startImport } from '../hiring/job-imports/start-import.ts';
import { listImportRows } from '../hiring/job-imports/store.ts';
import type { JobImportRow } from '../hiring/job-imports/table.ts';
import { migrations } from '../migrations.ts';
import { randomId, systemClock } from '../platform/clock/clock.ts';
import { migrate } from '../platform/database/migrate.ts';
import { openDatabase } from '../platform/database/open-database.ts';
import { createOutbox } from '../platform/events/events.ts';
import { filesInFolder } from '../platform/files/files.ts';
import { storeUpload } from '../platform/files/store-upload.ts';
import { unprocessable } from '../platform/http/problem.ts';
import { createJobRunner } from '../platform/jobs/run-jobs.ts';
import { findTenantId, findTenantWithSettings } from '../platform/tenants/directory-store.ts';
import { findMemberByEmail, peopleWithRoles } from '../platform/tenants/members.ts';
import { type TenantScope, tenantScope } from '../platform/tenants/tenant-scope.ts';

export const jobPostsUsage =
  'npm run import -- job-posts <file.csv> --tenant <slug> --owner <e-mail> [--dry-run] [--open]';

/** The same import as at the portal, whole, from the command line; a server may run beside it. @throws Refusal */
export async function importJobPosts(path: string, args: string[]): Promise<void> {
  const options = optionsOf(args);
  const file = await stat(path).catch(() => undefined);
  if (!file?.isFile()) throw unprocessable('no_file', `${path} is no file; check the path.`);
  const { databaseAddress, dataFolder } = await readSettings(process.env);
  const database = await openDatabase(databaseAddress);
  try {
    await migrate(database, migrations);
    const ports = { database, files: filesInFolder(join(dataFolder, 'files')), clock: systemClock, newId: randomId };
    const deps: RunDeps = {
      ...ports,
      outbox: createOutbox(randomId),
      // Nothing is handed out from here: news waits for the server, which knows who listens.
      jobs: createJobRunner({ ...ports, log: pino({ level: 'warn' }, pino.destination(2)) }),
      directory: { byId: (id) => findTenantWithSettings(database.db, id) },
    };
    const { scope, personId } = await ownerOf(deps, options);
    const bytes = createReadStream(path);
    const upload = {
      name: `${basename(path, '.csv')}.csv`,
      use: 'import',
      announcedBytes: file.size,
      chunks: bytes,
    } as const;
    const { fileId } = await storeUpload(deps, { personId }, upload);
    const nobody = { email: '', freelancerId: null, roles: [], operatorRoles: [] };
    const actor = { kind: 'person', personId, ...nobody, via: { kind: 'cookie' } } as const;
    const importer = { scope, uploader: { personId }, doer: { actor, requestId: randomId('req') }, ownerId: personId };
    const { dryRun, open } = options;
    const { id } = await startImport(deps, importer, fileId, {
      dryRun,
      publish: open ? 'open' : 'draft',
      defaults: {},
    });
    const done = await runImportToEnd(deps, scope, id, ({ doneRows, rows }) => {
      if (doneRows > 0) console.log(`${doneRows} of ${rows} rows`);
    });
    await printRefused(deps, scope, id);
    printTotals(done!);
  } finally {
    await database.close();
  }
}

type Options = { tenant: string; owner: string; dryRun: boolean; open: boolean };

function optionsOf(args: string[]): Options {
  try {
    const { values } = parseArgs({
      args,
      options: {
        tenant: { type: 'string' },
        owner: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        open: { type: 'boolean', default: false },
      },
    });
    const { tenant, owner, open } = values;
    if (tenant && owner) return { tenant, owner, dryRun: values['dry-run'], open };
  } catch {
    // What it does not know is answered as what is missing.
  }
  throw unprocessable('usage', `Use: ${jobPostsUsage}`);
}

async function ownerOf({ database: { db } }: RunDeps, { tenant, owner }: Options) {
  const tenantId = await findTenantId(db, 'slug', tenant);
  if (!tenantId) throw unprocessable('no_tenant', `There is no tenant "${tenant}"; check its short name.`);
  const scope = tenantScope(tenantId);
  const member = await findMemberByEmail(db, scope, owner);
  if (member && (await peopleWithRoles(db, scope, hirers)).includes(member.personId))
    return { scope, personId: member.personId };
  throw unprocessable('owner_may_not_post', `Nobody of the address ${owner} may post jobs for "${tenant}".`);
}

async function printRefused({ database: { db } }: RunDeps, scope: TenantScope, id: string): Promise<void> {
  for (let after = 0; ; ) {
    const rows = await listImportRows(db, scope, id, { outcome: 'refused', after, limit: 500 });
    for (const { line, title, reasons } of rows) {
      for (const { code, message } of JSON.parse(reasons) as { code: string; message: string }[])
        console.log(`line ${line}\t${code}\t${message}\t${title.slice(0, 60)}`);
    }
    if (rows.length < 500) return;
    after = rows.at(-1)!.row;
  }
}

function printTotals({ state, isDryRun, rows, created, duplicates, refused, failure }: JobImportRow): void {
  const made = isDryRun ? 'would be created' : 'created';
  console.log(`${rows} rows = ${created} ${made} + ${duplicates} already there + ${refused} refused`);
  if (state === 'done') return;
  console.error(failure ?? `The import was ${state}.`);
  process.exitCode = 1;
}
