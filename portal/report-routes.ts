import { type ReportSlug, reportSlugs } from '@portico/api/insight/reports/report.ts';
import { html } from 'lit';
import type { Route } from './router.ts';

/** Reports: on screen, as files, by schedule. */
export const reportRoutes: readonly Route[] = [
  {
    path: '/reports',
    access: 'teamMember',
    feature: 'reports',
    load: () => import('./pages/reports/reports-page.ts'),
    render: () => html`<portal-reports-page></portal-reports-page>`,
  },
  {
    path: '/reports/schedules',
    access: 'teamMember',
    feature: 'reports',
    load: () => import('./pages/reports/schedules-page.ts'),
    render: () => html`<portal-schedules-page></portal-schedules-page>`,
  },
  {
    path: '/reports/month-end',
    access: 'policyReader',
    feature: 'reports',
    load: () => import('./pages/reports/month-end-page.ts'),
    render: () => html`<portal-month-end-page></portal-month-end-page>`,
  },
  ...reportSlugs.map(
    (slug: ReportSlug): Route => ({
      path: `/reports/${slug}`,
      access: 'teamMember',
      feature: 'reports',
      frame: 'wide',
      load: () => import('./pages/reports/report-page.ts'),
      render: () => html`<portal-report-page .slug=${slug}></portal-report-page>`,
    }),
  ),
  {
    path: '/my/reports/earnings',
    access: 'freelancer',
    load: () => import('./pages/reports/report-page.ts'),
    render: () => html`<portal-report-page .slug=${'earnings'} .own=${true}></portal-report-page>`,
  },
];
