import type { Authority } from '../auth/authority.ts';
import type { Clock, NewId } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';

/** What changing a tenant takes; every change of authority goes through `authority.change`. */
export type TenantCommandDeps = { database: Database; clock: Clock; newId: NewId; authority: Authority };
