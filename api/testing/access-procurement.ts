import { memberRoles } from '../platform/auth/actor.ts';
import type { Operation } from './access-rule.ts';

const keepers = ['owner', 'accountAdmin'] as const;
const taskDeciders = ['owner', 'accountAdmin', 'hiringManager'] as const;
const onboardingTemplate = {
  name: 'Everybody',
  applies: { teams: [], categoryIds: [], countries: [], contractTypes: [] },
  tasks: [
    {
      key: 'nda',
      kind: 'nda',
      title: 'NDA',
      owner: 'freelancer',
      dueDays: 5,
      needsSignature: true,
      text: 'Say nothing.',
    },
  ],
};
const addedPaper = { fileId: 'fl_none', kind: 'insurance', title: 'Insurance', validUntil: null };
const questionnaire = {
  name: 'Control test',
  definition: {
    source: 'Our own',
    questions: [
      {
        id: 'how',
        text: 'Who decides how?',
        help: '',
        answers: [
          { id: 'free', text: 'They do', weight: -3 },
          { id: 'told', text: 'We do', weight: 3 },
        ],
      },
    ],
    rules: [],
    independentAtMost: -1,
    employeeAtLeast: 1,
  },
};

/** What may be spent and what must be done before work: budgets, purchase orders, onboarding. */
const rules = { rules: [], otherwise: { steps: [] } };
const ruleReaders = ['owner', 'accountAdmin', 'financeAdmin', 'approver', 'auditor', 'hiringManager'] as const;
const ruleDeciders = ['owner', 'accountAdmin', 'financeAdmin', 'approver', 'hiringManager'] as const;
const delegation = {
  toPersonId: 'pe_none',
  startsAt: '2030-01-01T00:00:00.000Z',
  endsAt: '2030-01-02T00:00:00.000Z',
};

const spenders = ['owner', 'accountAdmin', 'financeAdmin'] as const;
const askers = [...spenders, 'hiringManager', 'recruiter'] as const;
const usd = { amountMinor: 10_000, currency: 'USD' };
const days = { validFrom: '2026-01-01', validThrough: '2030-12-31' };
const priced = { number: '4711', payment: { kind: 'fixed', total: usd }, startsOn: null, endsOn: null };

/** Cost centers, budgets, purchase orders, rate cards and statements of work. */
const spendingOperations: Record<string, Operation> = {
  'GET /v1/cost-centers': { access: memberRoles },
  'POST /v1/cost-centers': { access: spenders, body: { code: 'CC 1', name: 'One' } },
  'PATCH /v1/cost-centers/{id}': { access: spenders, body: { name: 'Two' } },
  'POST /v1/cost-centers/import': { access: spenders, body: { csv: 'code,name', apply: false } },
  'GET /v1/budgets': { access: memberRoles },
  'POST /v1/budgets': {
    access: spenders,
    body: { costCenter: 'CC 1', period: 'year', startsOn: '2026-01-01', amount: usd },
  },
  'PATCH /v1/budgets/{id}': { access: spenders, body: { amount: usd, reason: 'More' } },
  'GET /v1/budgets/{id}/revisions': { access: memberRoles },
  'GET /v1/budgets/{id}/lines': { access: memberRoles },
  'GET /v1/purchase-orders': { access: memberRoles },
  'POST /v1/purchase-orders': { access: spenders, body: { number: '4711', amount: usd, ...days } },
  'GET /v1/purchase-orders/choices': { access: memberRoles },
  'POST /v1/purchase-orders/quote': {
    access: memberRoles,
    body: { ...priced, team: null, costCenter: null, offerId: null },
  },
  'GET /v1/purchase-orders/waiting': { access: memberRoles },
  'POST /v1/purchase-orders/{id}/assignments': { access: spenders, body: { waitingIds: ['cm_1'] } },
  'GET /v1/purchase-orders/{id}': { access: memberRoles },
  'PATCH /v1/purchase-orders/{id}': { access: spenders, body: { title: 'Shop', reason: 'Named' } },
  'POST /v1/purchase-orders/{id}/opening': { access: spenders },
  'POST /v1/purchase-orders/{id}/closing': { access: spenders, body: { reason: 'Done' } },
  'POST /v1/purchase-orders/{id}/reopening': { access: spenders, body: { reason: 'More to do' } },
  'GET /v1/purchase-orders/{id}/commitments': { access: memberRoles },
  'GET /v1/purchase-orders/{id}/entries': { access: memberRoles },
  'GET /v1/purchase-orders/{id}/revisions': { access: memberRoles },
  'GET /v1/purchase-orders/{id}/timeline': { access: memberRoles },
  'GET /v1/rate-cards': { access: memberRoles },
  'POST /v1/rate-cards': {
    access: spenders,
    body: { title: 'Design', min: usd, max: usd, validFrom: '2026-01-01' },
  },
  'PATCH /v1/rate-cards/{id}': { access: spenders, body: { max: usd } },
  'GET /v1/rate-cards/{id}/versions': { access: memberRoles },
  'GET /v1/rate-cards/exceptions': { access: memberRoles },
  'POST /v1/rate-cards/exceptions': {
    access: askers,
    body: {
      cardId: 'rc_1',
      freelancerId: 'fr_1',
      role: 'Design',
      rate: usd,
      validThrough: '2030-01-01',
      reason: 'Rare',
    },
  },
  'POST /v1/rate-cards/exceptions/{id}/decision': { access: spenders, body: { decision: 'approved' } },
  'POST /v1/rate-cards/exceptions/{id}/withdrawal': { access: askers },
  'GET /v1/statements-of-work': { access: memberRoles, query: 'subjectKind=offer&subjectId=of_1' },
  'POST /v1/statements-of-work': { access: askers, body: { subject: { kind: 'offer', id: 'of_1' } } },
  'GET /v1/statements-of-work/{id}/document': { access: memberRoles },
};

export const procurementOperations: Record<string, Operation> = {
  ...spendingOperations,
  'POST /v1/approvals/simulations': { access: memberRoles, body: { kind: 'offer' } },
  'GET /v1/approval-policy': { access: ruleReaders },
  'PUT /v1/approval-policy': { access: keepers, body: rules },
  'DELETE /v1/approval-policy/draft': { access: keepers },
  'POST /v1/approval-policy/publication': { access: keepers, body: {} },
  'POST /v1/approval-policy/proofs': { access: keepers, body: rules },
  'GET /v1/approval-policy/versions/{version}': { access: ruleReaders, params: { version: '1' } },
  'GET /v1/approval-delegations': { access: memberRoles },
  'POST /v1/approval-delegations': { access: ruleDeciders, body: delegation },
  'POST /v1/approval-delegations/{id}/end': { access: ruleDeciders },
  'GET /v1/onboarding/templates': { access: memberRoles },
  'POST /v1/onboarding/templates': { access: keepers, body: onboardingTemplate },
  'GET /v1/onboarding/templates/{id}': { access: memberRoles },
  'PUT /v1/onboarding/templates/{id}': { access: keepers, body: onboardingTemplate },
  'DELETE /v1/onboarding/templates/{id}': { access: keepers },
  'POST /v1/onboarding/templates/{id}/restoration': { access: keepers },
  'GET /v1/onboarding/templates/{id}/versions': { access: memberRoles },
  'POST /v1/onboarding/preview': {
    access: memberRoles,
    body: { team: null, categoryId: null, country: 'DE', contractType: 'fixed', nda: true },
  },
  'GET /v1/onboarding/tasks': { access: memberRoles },
  'GET /v1/onboarding/tasks/{id}': { access: memberRoles },
  'GET /v1/onboarding/tasks/{id}/timeline': { access: memberRoles },
  'POST /v1/onboarding/tasks/{id}/submission': { access: taskDeciders, body: {} },
  'POST /v1/onboarding/tasks/{id}/acceptance': { access: taskDeciders, body: {} },
  'POST /v1/onboarding/tasks/{id}/return': { access: taskDeciders, body: { reason: 'Not signed' } },
  'POST /v1/onboarding/tasks/{id}/override': { access: keepers, body: { reason: 'Known for years' } },
  'POST /v1/onboarding/tasks/{id}/check-result': {
    access: taskDeciders,
    body: { outcome: 'clear', reason: 'Nothing found' },
  },
  'GET /v1/onboarding/contracts/{id}': { access: memberRoles },
  'POST /v1/onboarding/contracts/{id}/documents': { access: taskDeciders, body: addedPaper },
  'GET /v1/freelancers/me/onboarding': { access: 'person' },
  'GET /v1/freelancers/me/onboarding/{id}': { access: 'person' },
  'POST /v1/freelancers/me/onboarding/{id}/submission': { access: 'person', body: {} },
  'GET /v1/freelancers/me/contracts/{id}/onboarding': { access: 'person' },
  'POST /v1/freelancers/me/contracts/{id}/documents': { access: 'person', body: addedPaper },
  'GET /v1/operator/onboarding': { access: 'operator' },
  'POST /v1/operator/onboarding/{id}/submission': { access: 'operator', body: {} },
  'GET /v1/compliance-documents': { access: ['owner', 'accountAdmin', 'hiringManager', 'auditor'] },
  'GET /v1/freelancers/me/compliance-documents': { access: 'person' },
  'GET /v1/classification/starters': { access: memberRoles },
  'GET /v1/classification/questionnaires': { access: memberRoles },
  'POST /v1/classification/questionnaires': { access: keepers, body: questionnaire },
  'GET /v1/classification/questionnaires/{id}': { access: memberRoles },
  'PUT /v1/classification/questionnaires/{id}': { access: keepers, body: questionnaire },
  'POST /v1/classification/questionnaires/{id}/publication': { access: keepers },
  'DELETE /v1/classification/questionnaires/{id}': { access: keepers },
  'POST /v1/classification/questionnaires/{id}/restoration': { access: keepers },
  'GET /v1/classification/questionnaires/{id}/versions': { access: memberRoles },
  'POST /v1/classification/trial': {
    access: memberRoles,
    body: { definition: questionnaire.definition, answers: { how: 'free' } },
  },
};
