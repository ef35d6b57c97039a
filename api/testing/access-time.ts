import { memberRoles } from '../platform/auth/actor.ts';
import type { Operation } from './access-rule.ts';

const offerers = ['owner', 'accountAdmin', 'hiringManager'] as const;
const moneyMovers = ['owner', 'accountAdmin', 'hiringManager', 'financeAdmin'] as const;
const amount = { amountMinor: 1000, currency: 'USD' };
const reason = { reason: 'As agreed' };
const worked = { startsAt: '2026-11-16T08:00:00Z', endsAt: '2026-11-16T09:00:00Z', memo: 'Design' };

/** Worked time: entries, the timer, weeks, activity codes and the work diary. */
export const timeOperations: Record<string, Operation> = {
  'GET /v1/freelancers/me/timer': { access: 'person' },
  'PATCH /v1/freelancers/me/timer': { access: 'person', body: { memo: 'Design' } },
  'POST /v1/freelancers/me/timer/start': { access: 'person', body: { contractId: 'ct_1', memo: 'Design' } },
  'POST /v1/freelancers/me/timer/resume': { access: 'person' },
  'POST /v1/freelancers/me/timer/heartbeat': { access: 'person' },
  'POST /v1/freelancers/me/timer/stop': { access: 'person' },
  'POST /v1/freelancers/me/timer/screenshots': {
    access: 'person',
    body: { startsAt: worked.startsAt, fileId: 'fl_1' },
  },
  'POST /v1/freelancers/me/time-entries': { access: 'person', body: { contractId: 'ct_1', ...worked } },
  'PATCH /v1/freelancers/me/time-entries/{id}': { access: 'person', body: { memo: 'Build' } },
  'DELETE /v1/freelancers/me/time-entries/{id}': { access: 'person' },
  'GET /v1/freelancers/me/weeks/{week}': { access: 'person' },
  'GET /v1/freelancers/me/timesheets': { access: 'person' },
  'GET /v1/freelancers/me/timesheets/{contractId}/{week}': { access: 'person' },
  'GET /v1/freelancers/me/timesheets/{id}/timeline': { access: 'person' },
  'POST /v1/freelancers/me/timesheets/{id}/dispute/concession': { access: 'person', body: reason },
  'POST /v1/freelancers/me/timesheets/{id}/adjustments': { access: 'person', body: { amount, ...reason } },
  'GET /v1/timesheets': { access: memberRoles },
  'GET /v1/timesheets/{id}': { access: memberRoles },
  'GET /v1/timesheets/{id}/timeline': { access: memberRoles },
  'POST /v1/timesheets/{id}/acceptance': { access: offerers },
  'POST /v1/timesheets/{id}/dispute': { access: offerers, body: { segmentIds: ['sg_1'], ...reason } },
  'POST /v1/timesheets/{id}/dispute/withdrawal': { access: offerers, body: reason },
  'POST /v1/timesheets/{id}/adjustments': { access: moneyMovers, body: { amount, ...reason } },
  'GET /v1/operator/timesheets/disputes': { access: 'operator' },
  'POST /v1/operator/timesheets/{id}/dispute/decision': {
    access: 'operator',
    body: { refundedSegmentIds: [], ...reason },
  },
  'GET /v1/activity-codes': { access: memberRoles },
  'POST /v1/activity-codes': { access: offerers, body: { code: 'DESIGN', name: 'Design' } },
  'PATCH /v1/activity-codes/{id}': { access: offerers, body: { name: 'Design' } },
  'GET /v1/contracts/{id}/work-diary': { access: memberRoles },
  'PATCH /v1/contracts/{id}/work-diary': { access: offerers, body: { isActivityCodeRequired: true } },
  'GET /v1/freelancers/me/contracts/{id}/work-diary': { access: 'person' },
  'POST /v1/freelancers/me/contracts/{id}/work-diary/screenshots-answer': {
    access: 'person',
    body: { accepts: false },
  },
  'DELETE /v1/freelancers/me/work-diary/segments/{id}/screenshot': { access: 'person' },
};
