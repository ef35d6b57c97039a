import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Outbox } from '../../platform/events/events.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import type { Plan } from '../../platform/tenants/plan.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';

/** What commands on offers need of the outside. */
export type OfferDeps = {
  clock: Clock;
  newId: NewId;
  outbox: Outbox;
  jobs: Pick<JobRunner, 'enqueue'>;
  directory: Pick<TenantDirectory, 'byId'>;
};

/** The tenant in whose name it is offered. Read before a transaction is opened. */
export type Client = { name: string; plan: Plan };

/** Where a signature was given: kept with it. */
export type SignedAt = { address: string; sessionId: string | null };

export async function clientOf({ directory }: Pick<OfferDeps, 'directory'>, tenantId: string): Promise<Client> {
  const tenant = await directory.byId(tenantId);
  return { name: tenant?.brandName ?? '', plan: tenant?.plan ?? 'basic' };
}
