import { startPostgres } from './test/postgres.ts';

/** `npm run faults`: what api/faults/main.ts does, with a PostgreSQL of its own where none is named. */
const isWithPostgres = !process.argv.includes('sqlite') || process.argv.includes('postgres');
const postgres = isWithPostgres && !process.env.TEST_DATABASE_URL ? await startPostgres() : undefined;
if (postgres) process.env.TEST_DATABASE_URL = postgres.url;
try {
  await import('../api/faults/main.ts');
} finally {
  await postgres?.stop();
}
