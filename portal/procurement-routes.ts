import { html } from 'lit';
import type { Route } from './router.ts';

/** Approval policies, cost centers, budgets, purchase orders, onboarding. */
export const procurementRoutes: readonly Route[] = [
  {
    path: '/procurement',
    access: 'teamMember',
    feature: 'procurement',
    load: () => import('./pages/purchase-orders/procurement-page.ts'),
    render: () => html`<portal-procurement-page></portal-procurement-page>`,
  },
  {
    path: '/purchase-orders',
    access: 'teamMember',
    feature: 'procurement',
    load: () => import('./pages/purchase-orders/purchase-orders-page.ts'),
    render: () => html`<portal-purchase-orders-page></portal-purchase-orders-page>`,
  },
  {
    path: '/purchase-orders/:id',
    access: 'teamMember',
    feature: 'procurement',
    load: () => import('./pages/purchase-orders/purchase-order-page.ts'),
    render: ({ id }) => html`<portal-purchase-order-page .orderId=${id}></portal-purchase-order-page>`,
  },
  {
    path: '/budgets',
    access: 'teamMember',
    feature: 'procurement',
    load: () => import('./pages/budgets/budgets-page.ts'),
    render: () => html`<portal-budgets-page></portal-budgets-page>`,
  },
  {
    path: '/cost-centers',
    access: 'teamMember',
    feature: 'procurement',
    load: () => import('./pages/cost-centers/cost-centers-page.ts'),
    render: () => html`<portal-cost-centers-page></portal-cost-centers-page>`,
  },
  {
    path: '/rate-cards',
    access: 'teamMember',
    feature: 'procurement',
    load: () => import('./pages/rate-cards/rate-cards-page.ts'),
    render: () => html`<portal-rate-cards-page></portal-rate-cards-page>`,
  },
];
