import { memberRoles } from '../platform/auth/actor.ts';
import { poolEditors as hirers, poolNoteTakers } from '../talent/talent-pools/pool-roles.ts';
import type { Operation } from './access-rule.ts';

const pool = '/v1/talent/pools/{id}';
const placed = `${pool}/members/{freelancerId}`;
const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

const poolOperations: Record<string, Operation> = {
  'GET /v1/talent/pools': { access: memberRoles },
  'POST /v1/talent/pools': { access: hirers, body: { name: 'Welders' } },
  [`GET ${pool}`]: { access: memberRoles },
  [`PATCH ${pool}`]: { access: hirers, body: { name: 'Welders' } },
  [`POST ${pool}/archive`]: { access: hirers, body: {} },
  [`POST ${pool}/restoration`]: { access: hirers },
  [`PUT ${pool}/rate-card`]: { access: hirers, body: { entries: [] } },
  [`GET ${pool}/timeline`]: { access: memberRoles },
  [`POST ${pool}/invitations`]: { access: hirers, body: { freelancerIds: ['fr_x'] } },
  [`GET ${pool}/members`]: { access: memberRoles },
  [`POST ${pool}/members/changes`]: { access: hirers, body: { freelancerIds: ['fr_x'], action: 'remove' } },
  [`GET ${placed}`]: { access: memberRoles },
  [`PUT ${placed}`]: { access: hirers },
  [`DELETE ${placed}`]: { access: hirers },
  [`GET ${placed}/timeline`]: { access: memberRoles },
  [`POST ${placed}/suspension`]: { access: hirers, body: { reason: 'Late' } },
  [`POST ${placed}/resumption`]: { access: hirers },
  [`POST ${placed}/tags`]: { access: poolNoteTakers, body: { tag: 'core' } },
  [`DELETE ${placed}/tags/{tag}`]: { access: poolNoteTakers, params: { tag: 'core' } },
  [`POST ${placed}/notes`]: { access: poolNoteTakers, body: { text: 'Good' } },
  [`DELETE ${placed}/notes/{noteId}`]: { access: poolNoteTakers },
  [`PUT ${placed}/rating`]: { access: poolNoteTakers, body: { stars: 4, reason: 'On time' } },
  [`PUT ${placed}/rate`]: { access: hirers, body: { rate: usd(5000) } },
  [`DELETE ${placed}/rate`]: { access: hirers },
  [`POST ${placed}/shares`]: { access: hirers, body: { company: 'globex' } },
  'POST /v1/talent/pool-shares/{id}/end': { access: hirers },
  'GET /v1/talent/shared-members': { access: memberRoles },
  'GET /v1/talent/shared-members/{id}': { access: memberRoles },
  'GET /v1/freelancers/me/pools': { access: 'person' },
  'POST /v1/freelancers/me/pools/{id}/acceptance': { access: 'person' },
  'POST /v1/freelancers/me/pools/{id}/decline': { access: 'person', body: {} },
  'POST /v1/freelancers/me/pools/{id}/leave': { access: 'person', body: {} },
  'POST /v1/freelancers/me/pool-shares/{id}/consent': { access: 'person' },
  'POST /v1/freelancers/me/pool-shares/{id}/decline': { access: 'person' },
  'POST /v1/freelancers/me/pool-shares/{id}/revocation': { access: 'person' },
  'GET /v1/freelancers/me/availability-weeks': { access: 'person' },
  'PATCH /v1/freelancers/me/availability-weeks': {
    access: 'person',
    body: { weeks: [{ startsOn: '2026-11-23', freeHours: 10 }] },
  },
  'GET /v1/operator/talent-pools': { access: 'operator' },
  'POST /v1/operator/talent-pools': { access: 'operator', body: { name: 'Finance' } },
  'GET /v1/operator/talent-pools/{id}': { access: 'operator' },
  'PATCH /v1/operator/talent-pools/{id}': { access: 'operator', body: { name: 'Finance' } },
};

/** Who is good, who vouches for it, and who is kept at hand: vetting and talent pools. */
export const talentOperations: Record<string, Operation> = { ...poolOperations };
