import { html } from 'lit';
import type { Route } from './router.ts';

/** What was paid, is owed and is on its way: billing for clients, earnings and payouts for freelancers, the money desk. */
export const moneyRoutes: readonly Route[] = [
  {
    path: '/billing',
    access: 'billing',
    load: () => import('./pages/billing/billing-page.ts'),
    render: () => html`<portal-billing-page></portal-billing-page>`,
  },
  {
    path: '/billing/methods',
    access: 'policyReader',
    load: () => import('./pages/payment-methods/payment-methods-page.ts'),
    render: () => html`<portal-payment-methods-page></portal-payment-methods-page>`,
  },
  {
    path: '/billing/frame',
    access: 'billing',
    load: () => import('./pages/payment-methods/frame-page.ts'),
    render: () => html`<portal-processor-frame-page></portal-processor-frame-page>`,
  },
  {
    path: '/billing/payments/:id',
    access: 'billing',
    load: () => import('./pages/payments/payment-page.ts'),
    render: ({ id }) => html`<portal-payment-page .paymentId=${id}></portal-payment-page>`,
  },
  {
    path: '/billing/disputes',
    access: 'policyReader',
    load: () => import('./pages/bank-disputes/bank-disputes-page.ts'),
    render: () => html`<portal-bank-disputes-page></portal-bank-disputes-page>`,
  },
  {
    path: '/billing/invoices',
    access: 'billing',
    load: () => import('./pages/invoices/invoices-page.ts'),
    render: () => html`<portal-invoices-page></portal-invoices-page>`,
  },
  {
    path: '/billing/invoices/:id',
    access: 'billing',
    load: () => import('./pages/invoices/invoice-page.ts'),
    render: ({ id }) => html`<portal-invoice-page .invoiceId=${id}></portal-invoice-page>`,
  },
  {
    path: '/billing/transactions',
    access: 'billing',
    load: () => import('./pages/transactions/transactions-page.ts'),
    render: () => html`<portal-transactions-page></portal-transactions-page>`,
  },
  {
    path: '/billing/statements',
    access: 'policyReader',
    load: () => import('./pages/statements/statements-page.ts'),
    render: () => html`<portal-statements-page></portal-statements-page>`,
  },
  {
    path: '/billing/details',
    access: 'payer',
    load: () => import('./pages/billing/billing-details-page.ts'),
    render: () => html`<portal-billing-details-page></portal-billing-details-page>`,
  },
  {
    path: '/my/invoices',
    access: 'freelancer',
    load: () => import('./pages/invoices/invoices-page.ts'),
    render: () => html`<portal-invoices-page .own=${true}></portal-invoices-page>`,
  },
  {
    path: '/my/invoices/:id',
    access: 'freelancer',
    load: () => import('./pages/invoices/invoice-page.ts'),
    render: ({ id }) => html`<portal-invoice-page .own=${true} .invoiceId=${id}></portal-invoice-page>`,
  },
  {
    path: '/my/transactions',
    access: 'freelancer',
    load: () => import('./pages/transactions/transactions-page.ts'),
    render: () => html`<portal-transactions-page .own=${true}></portal-transactions-page>`,
  },
  {
    path: '/my/statements',
    access: 'freelancer',
    load: () => import('./pages/statements/statements-page.ts'),
    render: () => html`<portal-statements-page .own=${true}></portal-statements-page>`,
  },
  {
    path: '/operator/credit',
    access: 'operatorAdmin',
    load: () => import('./pages/credit/credit-page.ts'),
    render: () => html`<portal-credit-page></portal-credit-page>`,
  },
  {
    path: '/timesheets',
    access: 'member',
    load: () => import('./pages/timesheets/timesheets-page.ts'),
    render: (_, query) =>
      html`<portal-timesheets-page .view=${query.get('show') === 'all' || query.has('open') ? 'all' : 'review'} .open=${query.get('open') ?? undefined}></portal-timesheets-page>`,
  },
  {
    path: '/earnings',
    access: 'freelancer',
    load: () => import('./pages/earnings/earnings-page.ts'),
    render: () => html`<portal-earnings-page></portal-earnings-page>`,
  },
  {
    path: '/payouts',
    access: 'freelancer',
    load: () => import('./pages/payouts/payouts-page.ts'),
    render: () => html`<portal-payouts-page></portal-payouts-page>`,
  },
  {
    path: '/payouts/methods',
    access: 'freelancer',
    load: () => import('./pages/payouts/payout-methods-page.ts'),
    render: (_, query) =>
      html`<portal-payout-methods-page .look=${query.get('look') ?? undefined}></portal-payout-methods-page>`,
  },
  {
    path: '/tax',
    access: 'freelancer',
    load: () => import('./pages/tax/tax-page.ts'),
    render: () => html`<portal-tax-page></portal-tax-page>`,
  },
  {
    path: '/operator/money',
    access: 'operatorAdmin',
    frame: 'wide',
    load: () => import('./pages/money-desk/money-desk-page.ts'),
    render: (_, query) =>
      html`<portal-money-desk-page .view=${query.get('show') ?? 'wires'} .open=${query.get('case') ?? undefined}></portal-money-desk-page>`,
  },
];
