import type { Person } from '@portico/api/platform/auth/actor.ts';
import type { HiringStage } from './stage.ts';

/** Somebody's yes to exactly what they read, and the next one's where the rules want two. */
export async function approve(
  { ask, tenant }: Pick<HiringStage, 'ask' | 'tenant'>,
  [approver, ...others]: readonly Person[],
  approvalId: string,
): Promise<void> {
  if (!approver) return;
  const path = `/v1/approvals/${approvalId}`;
  const { hash } = await ask<{ hash: string }>(approver, tenant, 'GET', path);
  const { state } = await ask<{ state: string }>(approver, tenant, 'POST', `${path}/approval`, { hash });
  if (state === 'requested') await approve({ ask, tenant }, others, approvalId);
}
