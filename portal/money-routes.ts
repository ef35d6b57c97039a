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
    access: 'billing',
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
    access: 'operator',
    load: () => import('./pages/credit/credit-page.ts'),
    render: () => html`<portal-credit-page></portal-credit-page>`,
  },
];
