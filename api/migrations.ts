import { platform } from './migrations/0001-platform.ts';
import { freelancers } from './migrations/0005-freelancers.ts';
import type { NamedMigration } from './platform/database/migrate.ts';

/** All migrations in the order of running; a released one is never changed. */
export const migrations: readonly NamedMigration[] = [platform, freelancers];
