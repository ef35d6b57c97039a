import type { Clock, NewId } from '../../../platform/clock/clock.ts';
import type { Database } from '../../../platform/database/database.ts';

/** The sandbox keeps its own records, as a processor across the network would. */
export type SandboxDeps = { database: Database; clock: Clock; newId: NewId };
