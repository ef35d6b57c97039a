import { memberRoles } from '../platform/auth/actor.ts';
import type { Operation } from './access-rule.ts';

const offerers = ['owner', 'accountAdmin', 'hiringManager'] as const;
const moneyMovers = ['owner', 'accountAdmin', 'hiringManager', 'financeAdmin'] as const;
const amount = { amountMinor: 10_000, currency: 'USD' };

const proposal = { change: { endsOn: '2031-01-01' }, termsHash: 'a'.repeat(64), typedName: 'A' };

/** Contracts and what happens in them: milestones, time, bonuses, amendments. */
export const workOperations: Record<string, Operation> = {
  'GET /v1/contracts': { access: memberRoles },
  'GET /v1/contracts/{id}': { access: memberRoles },
  'POST /v1/contracts/{id}/cancellation': { access: offerers, body: { reason: 'Project stopped' } },
  'GET /v1/contracts/{id}/timeline': { access: memberRoles },
  'POST /v1/contracts/{id}/pause': { access: offerers, body: { reason: 'Holidays' } },
  'POST /v1/contracts/{id}/resumption': { access: offerers },
  'POST /v1/contracts/{id}/end': { access: offerers, body: { reason: 'completed' } },
  'POST /v1/freelancers/me/contracts/{id}/end': { access: 'person', body: { reason: 'completed' } },
  'POST /v1/operator/contracts/{id}/hold': { access: 'operator', body: { reason: 'Checked' } },
  'POST /v1/operator/contracts/{id}/hold/lifting': { access: 'operator', body: { reason: 'Checked' } },
  'GET /v1/contracts/{id}/amendments': { access: memberRoles },
  'POST /v1/contracts/{id}/amendments/preview': { access: offerers, body: { change: { endsOn: '2031-01-01' } } },
  'POST /v1/contracts/{id}/amendments': { access: offerers, body: proposal },
  'POST /v1/amendments/{id}/signature': { access: offerers, body: { termsHash: proposal.termsHash, typedName: 'A' } },
  'POST /v1/amendments/{id}/decline': { access: offerers, body: { reason: 'No' } },
  'POST /v1/amendments/{id}/withdrawal': { access: offerers },
  'GET /v1/freelancers/me/contracts/{id}/amendments': { access: 'person' },
  'POST /v1/freelancers/me/contracts/{id}/amendments/preview': {
    access: 'person',
    body: { change: { endsOn: '2031-01-01' } },
  },
  'POST /v1/freelancers/me/contracts/{id}/amendments': { access: 'person', body: proposal },
  'POST /v1/freelancers/me/amendments/{id}/signature': {
    access: 'person',
    body: { termsHash: proposal.termsHash, typedName: 'A' },
  },
  'POST /v1/freelancers/me/amendments/{id}/decline': { access: 'person', body: { reason: 'No' } },
  'POST /v1/freelancers/me/amendments/{id}/withdrawal': { access: 'person' },
  'GET /v1/contract-status': { access: memberRoles },
  'GET /v1/contract-status/changes': { access: memberRoles },
  'GET /v1/contract-status/{contractId}': { access: memberRoles },
  'GET /v1/contract-status/{contractId}/timeline': { access: memberRoles },
  'GET /v1/freelancers/me/contract-status': { access: 'person' },
  'GET /v1/freelancers/me/contract-status/changes': { access: 'person' },
  'GET /v1/freelancers/me/contract-status/{contractId}': { access: 'person' },
  'GET /v1/freelancers/me/contract-status/{contractId}/timeline': { access: 'person' },
  'GET /v1/contracts/{id}/milestones': { access: memberRoles },
  'POST /v1/contracts/{id}/milestones': { access: offerers, body: { description: 'Design', dueOn: null, amount } },
  'PATCH /v1/contracts/{id}/milestones/{milestoneId}': { access: offerers, body: { description: 'Design' } },
  'DELETE /v1/contracts/{id}/milestones/{milestoneId}': { access: offerers },
  'GET /v1/milestones/{id}': { access: memberRoles },
  'GET /v1/milestones/{id}/timeline': { access: memberRoles },
  'GET /v1/milestones/{id}/funding-quote': { access: memberRoles },
  'POST /v1/milestones/{id}/funding': { access: moneyMovers, body: {} },
  'GET /v1/milestones/{id}/release-quote': { access: memberRoles },
  'POST /v1/milestones/{id}/release': { access: moneyMovers, body: {} },
  'POST /v1/milestones/{id}/change-request': { access: offerers, body: { reason: 'The logo is missing' } },
  'POST /v1/milestones/{id}/refund-request': { access: moneyMovers, body: { reason: 'Not needed' } },
  'POST /v1/operator/milestones/{id}/resolution': {
    access: 'operator',
    body: { toFreelancer: amount, reason: 'Half of it was done' },
  },
  'GET /v1/freelancers/me/contracts/{id}/milestones': { access: 'person' },
  'GET /v1/freelancers/me/milestones/{id}': { access: 'person' },
  'GET /v1/freelancers/me/milestones/{id}/timeline': { access: 'person' },
  'POST /v1/freelancers/me/milestones/{id}/submissions': { access: 'person', body: { note: 'Done' } },
  'GET /v1/freelancers/me/milestones/{id}/refund-quote': { access: 'person' },
  'POST /v1/freelancers/me/milestones/{id}/refund-answer': { access: 'person', body: { answer: 'agree' } },
  'POST /v1/freelancers/me/milestones/{id}/refund': { access: 'person', body: { reason: 'No time' } },
  'GET /v1/freelancers/me/contracts': { access: 'person' },
  'GET /v1/freelancers/me/contracts/{id}': { access: 'person' },
  'POST /v1/freelancers/me/contracts/{id}/cancellation': { access: 'person', body: { reason: 'Ill' } },
  'GET /v1/freelancers/me/contracts/{id}/timeline': { access: 'person' },
};
