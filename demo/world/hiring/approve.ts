import type { Person } from '@portico/api/platform/auth/actor.ts';
import type { HiringStage } from './stage.ts';

/** Somebody's yes to exactly what they read. */
export async function approve(
  { ask, tenant }: Pick<HiringStage, 'ask' | 'tenant'>,
  approver: Person,
  approvalId: string,
): Promise<void> {
  const path = `/v1/approvals/${approvalId}`;
  const { hash } = await ask<{ hash: string }>(approver, tenant, 'GET', path);
  await ask(approver, tenant, 'POST', `${path}/approval`, { hash });
}
