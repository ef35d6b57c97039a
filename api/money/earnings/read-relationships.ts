import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { Money } from '../money.ts';
import { listBilled, listLastEarned } from './relationship-store.ts';

/** What somebody earned with one tenant, by currency, less what went back; and when they last did. */
export type Relationship = { spend: Money[]; lastEarnedAtMs: number | null };

/** By freelancer, those who ever earned something. */
export async function readRelationships(
  db: Executor,
  scope: TenantScope,
  freelancerIds: readonly string[],
): Promise<Map<string, Relationship>> {
  const found = new Map<string, Relationship>();
  if (freelancerIds.length === 0) return found;
  for (const { freelancerId, earnedAt } of await listLastEarned(db, scope, freelancerIds))
    found.set(freelancerId, { spend: [], lastEarnedAtMs: Number(earnedAt) });
  for (const { freelancerId, currency, billedMinor } of await listBilled(db, scope, freelancerIds)) {
    const known = found.get(freelancerId) ?? { spend: [], lastEarnedAtMs: null };
    known.spend.push({ amountMinor: billedMinor, currency });
    found.set(freelancerId, known);
  }
  return found;
}
