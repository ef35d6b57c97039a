import type { Logger } from 'pino';
import type { Database } from '../../platform/database/database.ts';
import type { MethodDeps } from '../payout-methods/deps.ts';

export type PayoutDeps = MethodDeps & {
  database: Database;
  log: Logger;
  /** How long a rail may be silent before the clock asks again. */
  railTimeoutMs?: number;
};
