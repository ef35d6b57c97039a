import { figureReaders } from '../insight/reports/definition.ts';
import { memberRoles } from '../platform/auth/actor.ts';
import type { Operation } from './access-rule.ts';

const report = 'spend';
const when = { every: 'daily', hour: 6, weekday: null, dayOfMonth: null };
const schedule = {
  name: 'Spend',
  filters: { period: 'lastWeek' },
  format: 'csv',
  ...when,
  delivery: { kind: 'webhook', url: 'https://hooks.example/reports' },
};
const view = { name: 'Spend', filters: { period: 'lastMonth' }, isShared: false };

/** What all the others keep, read together: reports, and the search for everything. */
export const insightOperations: Record<string, Operation> = {
  'GET /v1/search': { access: 'person', query: 'q=pump' },
  'GET /v1/reports/choices': { access: figureReaders, query: 'filter=team' },
  'GET /v1/reports': { access: memberRoles },
  'GET /v1/reports/{report}': { access: figureReaders, params: { report } },
  'GET /v1/reports/{report}/entries': { access: figureReaders, params: { report }, query: 'column=total' },
  'POST /v1/reports/{report}/exports': { access: figureReaders, params: { report }, body: { format: 'csv' } },
  'GET /v1/reports/exports': { access: memberRoles },
  'GET /v1/reports/exports/{id}': { access: memberRoles },
  'DELETE /v1/reports/exports/{id}': { access: memberRoles },
  'GET /v1/reports/exports/{id}/file': { access: memberRoles },
  'GET /v1/reports/views': { access: memberRoles },
  'POST /v1/reports/views': { access: figureReaders, body: { report, ...view } },
  'PUT /v1/reports/views/{id}': { access: memberRoles, body: view },
  'DELETE /v1/reports/views/{id}': { access: memberRoles },
  'POST /v1/reports/views/{id}/restoration': { access: memberRoles },
  'GET /v1/reports/schedules': { access: memberRoles },
  'POST /v1/reports/schedules': { access: figureReaders, body: { report, ...schedule } },
  'GET /v1/reports/schedules/{id}': { access: memberRoles },
  'PUT /v1/reports/schedules/{id}': { access: memberRoles, body: schedule },
  'DELETE /v1/reports/schedules/{id}': { access: memberRoles },
  'POST /v1/reports/schedules/{id}/pause': { access: memberRoles },
  'POST /v1/reports/schedules/{id}/resume': { access: memberRoles },
  'POST /v1/reports/schedules/{id}/test': { access: memberRoles },
  'GET /v1/reports/schedules/{id}/deliveries': { access: memberRoles },
  'GET /v1/reports/deliveries/{id}/file': { access: 'public', query: 'until=0&signature=x' },
  'GET /v1/freelancers/me/reports/earnings': { access: 'person' },
  'GET /v1/freelancers/me/reports/earnings/entries': { access: 'person', query: 'column=net' },
  'GET /v1/freelancers/me/reports/earnings/file': { access: 'person', query: 'format=csv' },
};
