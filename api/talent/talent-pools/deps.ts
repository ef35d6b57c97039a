import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Outbox } from '../../platform/events/events.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { TalentPoolMemberRow, TalentPoolRow } from './table.ts';

export type PoolDeps = { clock: Clock; newId: NewId; outbox: Outbox };

export const dayMs = 86_400_000;

/** Where what happens to a pool is written: its tenant's log, the installation's for the Pro pool. */
export function scopeOfPool({ tenantId }: Pick<TalentPoolRow, 'tenantId'>): TenantScope {
  return tenantScope(tenantId ?? '');
}

/** Of its timeline and its ETag; a freelancer has one place in a pool, however often it begins anew. */
export function memberKey({ poolId, freelancerId }: Pick<TalentPoolMemberRow, 'poolId' | 'freelancerId'>): string {
  return `${poolId}.${freelancerId}`;
}
