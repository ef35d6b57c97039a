import type { Money } from '../../money/money.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { WorkedWithUs } from '../search/worked-with-us.ts';
import type { PeopleQuery } from './people-query.ts';
import type { Commitment } from './week.ts';

/** What somebody has been to one tenant. */
export type WithUs = { contracts: number; running: number; spend: readonly Money[]; lastWorkedAtMs: number | null };

/** What wings above answer; handed in where the app is assembled. */
export type PoolPorts = {
  workedWithUs: WorkedWithUs;
  /** By freelancer: what running contracts of every tenant may take of their weeks. */
  commitments(db: Executor, people: PeopleQuery): Promise<Map<string, Commitment[]>>;
  /** By freelancer, where there is something to say. */
  withUs(db: Executor, scope: TenantScope, freelancerIds: readonly string[]): Promise<Map<string, WithUs>>;
};
