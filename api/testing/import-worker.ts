import { pino } from 'pino';
import { runImports } from '../hiring/job-imports/run-import.ts';
import { randomId } from '../platform/clock/clock.ts';
import { openDatabase } from '../platform/database/open-database.ts';
import { createOutbox } from '../platform/events/events.ts';
import { filesInFolder } from '../platform/files/files.ts';
import { createJobRunner } from '../platform/jobs/run-jobs.ts';
import { findTenantWithSettings } from '../platform/tenants/directory-store.ts';

/**
 * A process that works off imports until there are none, or until it kills itself: nothing is closed or written then.
 * `node import-worker.ts <database> <files> <clock> <kill after ms | never>`
 */
const [address, folder, clockMs, killAfterMs] = process.argv.slice(2);

const database = await openDatabase(address!);
const clock = { now: () => Number(clockMs) };
const jobs = createJobRunner({ database, clock, newId: randomId, log: pino({ level: 'error' }) });
runImports({
  database,
  jobs,
  clock,
  newId: randomId,
  outbox: createOutbox(randomId),
  files: filesInFolder(folder!),
  directory: { byId: (id) => findTenantWithSettings(database.db, id) },
});
if (killAfterMs !== 'never') setTimeout(() => process.kill(process.pid, 'SIGKILL'), Number(killAfterMs));
while ((await jobs.runDue()) > 0);
await database.close();
