import { billingManagers, billingReaders as methodReaders, sourceChoosers } from '../money/grants.ts';
import type { Operation } from './access-rule.ts';

const payers = ['owner', 'accountAdmin', 'financeAdmin'] as const;
const billingReaders = [...payers, 'approver', 'hiringManager', 'viewer', 'auditor'] as const;

/** The ledger, payments, payouts, tax and invoices. */
export const moneyOperations: Record<string, Operation> = {
  'GET /v1/statements': { access: [...payers, 'auditor'], query: 'account=funding' },
  'GET /v1/freelancers/me/statement': { access: 'person', query: 'account=pending' },
  'GET /v1/operator/ledger/accounts': { access: 'operator' },
  'GET /v1/operator/ledger/accounts/{id}/statement': { access: 'operator' },
  'GET /v1/operator/ledger/health': { access: 'operator' },
  'POST /v1/operator/ledger/verifications': { access: 'operator' },
  'GET /v1/billing': { access: methodReaders },
  'GET /v1/billing/sources': { access: [...sourceChoosers, 'auditor'] },
  'PUT /v1/billing/default-source': { access: billingManagers, body: { kind: 'balance' } },
  'POST /v1/billing/prefunding': {
    access: billingManagers,
    body: { amount: { amountMinor: 5000, currency: 'USD' }, methodId: 'pmt_1' },
  },
  'GET /v1/billing/methods': { access: methodReaders },
  'DELETE /v1/billing/methods/{id}': { access: billingManagers },
  'POST /v1/billing/method-setups': { access: billingManagers, body: { kind: 'card' } },
  'POST /v1/billing/method-setups/{id}/completion': { access: billingManagers, body: {} },
  'GET /v1/freelancers/me/billing/methods': { access: 'person' },
  'DELETE /v1/freelancers/me/billing/methods/{id}': { access: 'person' },
  'POST /v1/freelancers/me/billing/method-setups': { access: 'person', body: { kind: 'card' } },
  'POST /v1/freelancers/me/billing/method-setups/{id}/completion': { access: 'person', body: {} },
  'GET /v1/payments': { access: [...sourceChoosers, 'auditor'] },
  'GET /v1/payments/{id}': { access: [...sourceChoosers, 'auditor'] },
  'GET /v1/payments/{id}/timeline': { access: [...sourceChoosers, 'auditor'] },
  'POST /v1/payments/{id}/confirmation': { access: sourceChoosers, body: {} },
  'POST /v1/payments/{id}/cancellation': { access: sourceChoosers },
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
