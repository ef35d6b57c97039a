import type { Person } from '@portico/api/platform/auth/actor.ts';
import type { HiringStage, Proposer } from './stage.ts';

/** Drafts an offer and sends it signed. */
export async function offer(
  { ask, tenant }: Pick<HiringStage, 'ask' | 'tenant'>,
  member: Person,
  typedName: string,
  to: unknown,
  fields: Record<string, unknown>,
): Promise<{ id: string; state: string; approvalId: string | null }> {
  const { id } = await ask<{ id: string }>(member, tenant, 'POST', '/v1/offers', { to, ...fields });
  return ask(member, tenant, 'POST', `/v1/offers/${id}/send`, { typedName });
}

/** The freelancer's signature, which makes the contract. @returns its id */
export async function sign(
  { ask, clock }: Pick<HiringStage, 'ask' | 'clock'>,
  { seed, actor }: Proposer,
  offerId: string,
): Promise<string> {
  const path = `/v1/freelancers/me/offers/${offerId}`;
  const { version, termsHash } = await ask<{ version: number; termsHash: string }>(actor, undefined, 'GET', path);
  const key = { 'idempotency-key': `seed ${offerId} ${clock.now()}` };
  const body = { version, termsHash, typedName: seed.name, agrees: true };
  const accepted = await ask<{ contractId: string }>(actor, undefined, 'POST', `${path}/acceptance`, body, key);
  return accepted.contractId;
}
