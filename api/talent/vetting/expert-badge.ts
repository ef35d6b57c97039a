import type { Executor } from '../../platform/database/database.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { recordStatistics } from '../freelancers/change-freelancer.ts';
import { type Badge, badges } from '../freelancers/freelancer.ts';
import { readFreelancerRows } from '../freelancers/read-freelancers.ts';
import { isInstallations, type VettingDeps } from './deps.ts';
import { listApplicationsAt } from './store.ts';
import type { VettingApplicationRow } from './table.ts';
import { dayText } from './tell.ts';

type Place = Pick<VettingApplicationRow, 'id' | 'tenantId' | 'freelancerId' | 'formerBadge'>;

/**
 * Members of the installation’s pools are Expert-Vetted, in profiles and search; a tenant’s own pool is its own affair.
 * @param former the time that this one renews, which has the badge already
 * @returns the badge it took the place of
 */
export async function showBadge(
  trx: Executor,
  { outbox, clock }: VettingDeps,
  { tenantId, freelancerId }: Place,
  sinceMs: number,
  former?: Place,
): Promise<string | null> {
  if (!isInstallations({ tenantId })) return null;
  const row = (await readFreelancerRows(trx, [freelancerId])).get(freelancerId);
  const statistics = { badge: 'expertVetted', expertVettedOn: dayText(sinceMs) } as const;
  await recordStatistics(trx, outbox, freelancerId, statistics, clock.now());
  return row?.badge === 'expertVetted' ? (former?.formerBadge ?? null) : (row?.badge ?? null);
}

/** What they had before is shown again, unless another pool of the installation still vouches for them. */
export async function hideBadge(
  trx: Executor,
  { outbox, clock }: VettingDeps,
  { id, tenantId, freelancerId, formerBadge }: Place,
): Promise<void> {
  if (!isInstallations({ tenantId })) return;
  const others = await listApplicationsAt(trx, tenantScope(tenantId), freelancerId);
  if (others.some((other) => other.id !== id && ['member', 'expiring'].includes(other.state))) return;
  await recordStatistics(
    trx,
    outbox,
    freelancerId,
    { badge: isBadge(formerBadge) ? formerBadge : null, expertVettedOn: null },
    clock.now(),
  );
}

function isBadge(text: string | null): text is Badge {
  return badges.some((badge) => badge === text);
}
