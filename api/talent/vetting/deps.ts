import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { Outbox } from '../../platform/events/events.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type VettingSettings, vettingPolicy } from './policy.ts';

export type VettingDeps = { clock: Clock; newId: NewId; outbox: Outbox; jobs: Pick<JobRunner, 'enqueue'> };

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** Whether it is the installation’s own: its rows have '' where a tenant’s have its id. */
export function isInstallations({ tenantId }: { tenantId: string }): boolean {
  return tenantId === '';
}

/** In a company whoever decides has not scored, whatever the installation allows its own desk. */
export async function readRules(db: Executor, scope: TenantScope): Promise<VettingSettings> {
  const settings = await readPolicy(db, isInstallations(scope) ? undefined : scope, vettingPolicy);
  return isInstallations(scope) ? settings : { ...settings, decidedByAnother: true };
}

export function monthsAfter(instantMs: number, months: number): number {
  return Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO('UTC').add({ months }).epochMilliseconds;
}
