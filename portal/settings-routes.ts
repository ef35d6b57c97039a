import { html } from 'lit';
import type { Route } from './router.ts';

/** The tenant's own settings and a person's: brand, widgets, domains, people, security, audit. */
export const settingsRoutes: readonly Route[] = [
  {
    path: '/settings/brand',
    access: 'accountAdmin',
    frame: 'wide',
    load: () => import('./pages/settings/brand/brand-page.ts'),
    render: () => html`<portal-brand-page></portal-brand-page>`,
  },
  {
    path: '/settings/theme',
    access: 'accountAdmin',
    frame: 'wide',
    load: () => import('./pages/settings/brand/brand-page.ts'),
    render: () => html`<portal-brand-page .section=${'look'}></portal-brand-page>`,
  },
  {
    path: '/settings/embed',
    access: 'accountAdmin',
    feature: 'widgets',
    load: () => import('./pages/embed/embed-page.ts'),
    render: () => html`<portal-embed-page .view=${'setup'}></portal-embed-page>`,
  },
  {
    path: '/settings/embed/usage',
    access: 'accountAdmin',
    feature: 'widgets',
    load: () => import('./pages/embed/embed-page.ts'),
    render: () => html`<portal-embed-page .view=${'usage'}></portal-embed-page>`,
  },
  {
    path: '/settings/embed/sessions',
    access: 'accountAdmin',
    feature: 'widgets',
    load: () => import('./pages/embed/embed-page.ts'),
    render: () => html`<portal-embed-page .view=${'sessions'}></portal-embed-page>`,
  },
  {
    path: '/settings/domains',
    access: 'accountAdmin',
    feature: 'whiteLabel',
    load: () => import('./pages/domains/domains-page.ts'),
    render: () => html`<portal-domains-page></portal-domains-page>`,
  },
  {
    path: '/settings/members',
    access: 'accountAdmin',
    load: () => import('./pages/settings/members-page.ts'),
    render: () => html`<portal-members-page></portal-members-page>`,
  },
  {
    path: '/settings/teams',
    access: 'member',
    load: () => import('./pages/settings/teams-page.ts'),
    render: () => html`<portal-teams-page></portal-teams-page>`,
  },
  {
    path: '/settings/security',
    access: 'signedIn',
    load: () => import('./pages/settings/security-page.ts'),
    render: () => html`<portal-security-page></portal-security-page>`,
  },
  {
    path: '/settings/audit',
    access: 'auditor',
    load: () => import('./pages/settings/audit-page.ts'),
    render: () => html`<portal-audit-page></portal-audit-page>`,
  },
];
