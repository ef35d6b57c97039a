import type { Operation } from './access-rule.ts';

const payers = ['owner', 'accountAdmin', 'financeAdmin'] as const;
const billingReaders = [...payers, 'approver', 'hiringManager', 'viewer', 'auditor'] as const;

/** The ledger, payments, payouts, tax and invoices. */
export const moneyOperations: Record<string, Operation> = {
  'GET /v1/billing/overview': { access: billingReaders },
  'GET /v1/billing/spend': { access: billingReaders },
  'GET /v1/billing/details': { access: billingReaders },
  'PUT /v1/billing/details': {
    access: payers,
    body: {
      legalName: 'Acme Inc.',
      street: '',
      postalCode: '',
      city: '',
      region: '',
      country: null,
      vatId: '',
      reference: '',
      splitBy: 'team',
    },
  },
  'GET /v1/invoices': { access: billingReaders },
  'GET /v1/invoices/{id}': { access: billingReaders },
  'GET /v1/invoices/{id}/document': { access: billingReaders },
  'GET /v1/invoices/{id}/lines/{number}/entries': { access: billingReaders },
  'GET /v1/invoices/{id}/timeline': { access: billingReaders },
  'PUT /v1/invoices/{id}/purchase-order': { access: payers, body: { purchaseOrder: 'PO-1' } },
  'POST /v1/invoices/{id}/payments': { access: payers, body: { source: { kind: 'balance' } } },
  'GET /v1/freelancers/me/invoices': { access: 'person' },
  'GET /v1/freelancers/me/invoices/{id}': { access: 'person' },
  'GET /v1/freelancers/me/invoices/{id}/document': { access: 'person' },
  'GET /v1/freelancers/me/invoices/{id}/lines/{number}/entries': { access: 'person' },
  'GET /v1/operator/credit-lines': { access: 'operator' },
  'GET /v1/operator/credit-lines/{slug}': { access: 'operator' },
  'PUT /v1/operator/credit-lines/{slug}': {
    access: 'operator',
    body: { limit: { amountMinor: 100_000, currency: 'USD' }, days: 30 },
  },
  'GET /v1/operator/open-invoices': { access: 'operator' },
  'POST /v1/operator/open-invoices/{id}/bank-transfers': {
    access: 'operator',
    body: { amount: { amountMinor: 100, currency: 'USD' }, reference: 'B-1' },
  },
};
