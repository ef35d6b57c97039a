import { memberRoles } from '../platform/auth/actor.ts';
import type { Operation } from './access-rule.ts';

const offerers = ['owner', 'accountAdmin', 'hiringManager'] as const;

/** Contracts and what happens in them: milestones, time, bonuses, amendments. */
export const workOperations: Record<string, Operation> = {
  'GET /v1/contracts': { access: memberRoles },
  'GET /v1/contracts/{id}': { access: memberRoles },
  'POST /v1/contracts/{id}/cancellation': { access: offerers, body: { reason: 'Project stopped' } },
  'GET /v1/contracts/{id}/timeline': { access: memberRoles },
  'GET /v1/freelancers/me/contracts': { access: 'person' },
  'GET /v1/freelancers/me/contracts/{id}': { access: 'person' },
  'POST /v1/freelancers/me/contracts/{id}/cancellation': { access: 'person', body: { reason: 'Ill' } },
  'GET /v1/freelancers/me/contracts/{id}/timeline': { access: 'person' },
};
