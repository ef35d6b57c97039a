import { html } from 'lit';
import { hiringRoutes } from './hiring-routes.ts';
import { moneyRoutes } from './money-routes.ts';
import { onboardingRoutes } from './onboarding-routes.ts';
import { ownWorkRoutes } from './own-work-routes.ts';
import { procurementRoutes } from './procurement-routes.ts';
import { reportRoutes } from './report-routes.ts';
import type { Route } from './router.ts';
import { talentRoutes } from './talent-routes.ts';

/** Every page of the application; each is a chunk of its own. */
export const routes: readonly Route[] = [
  {
    path: '/',
    access: 'signedIn',
    load: () => import('./pages/home/home-page.ts'),
    render: () => html`<portal-home-page></portal-home-page>`,
  },
  {
    path: '/talent',
    access: 'member',
    frame: 'wide',
    load: () => import('./pages/talent/talent-page.ts'),
    render: () => html`<portal-talent-page></portal-talent-page>`,
  },
  {
    path: '/freelancers/:id',
    access: 'anyone',
    load: () => import('./pages/freelancers/freelancer-page.ts'),
    render: ({ id }) => html`<portal-freelancer-page .freelancerId=${id}></portal-freelancer-page>`,
  },
  {
    path: '/compare',
    access: 'member',
    frame: 'wide',
    load: () => import('./pages/compare/compare-page.ts'),
    render: (_, query) => html`<portal-compare-page .ids=${query.getAll('id')}></portal-compare-page>`,
  },
  {
    path: '/lists',
    access: 'member',
    load: () => import('./pages/lists/lists-page.ts'),
    render: () => html`<portal-lists-page></portal-lists-page>`,
  },
  {
    path: '/lists/:id',
    access: 'member',
    load: () => import('./pages/lists/list-page.ts'),
    render: ({ id }) => html`<portal-list-page .listId=${id}></portal-list-page>`,
  },
  {
    path: '/saved-searches',
    access: 'member',
    load: () => import('./pages/saved-searches/saved-searches-page.ts'),
    render: () => html`<portal-saved-searches-page></portal-saved-searches-page>`,
  },
  {
    path: '/profile',
    access: 'freelancer',
    load: () => import('./pages/profile/profile-page.ts'),
    render: (_, query) => html`<portal-profile-page .view=${query.get('view') ?? 'edit'}></portal-profile-page>`,
  },
  {
    path: '/profile/start',
    access: 'signedIn',
    load: () => import('./pages/profile/start-profile-page.ts'),
    render: () => html`<portal-start-profile-page></portal-start-profile-page>`,
  },
  {
    path: '/saved-searches/stop',
    access: 'anyone',
    load: () => import('./pages/saved-searches/stop-alert-page.ts'),
    render: (_, query) =>
      html`<portal-stop-alert-page .of=${'talent'} .token=${query.get('token') ?? ''}></portal-stop-alert-page>`,
  },
  {
    path: '/jobs',
    access: 'freelancer',
    load: () => import('./pages/jobs/feed-page.ts'),
    render: () => html`<portal-job-feed-page></portal-job-feed-page>`,
  },
  {
    path: '/jobs/search',
    access: 'anyone',
    frame: 'wide',
    load: () => import('./pages/jobs/search-page.ts'),
    render: () => html`<portal-job-search-page></portal-job-search-page>`,
  },
  {
    path: '/jobs/saved',
    access: 'freelancer',
    load: () => import('./pages/jobs/saved-jobs-page.ts'),
    render: () => html`<portal-saved-jobs-page></portal-saved-jobs-page>`,
  },
  {
    path: '/jobs/saved-searches',
    access: 'freelancer',
    load: () => import('./pages/jobs/saved-job-searches-page.ts'),
    render: (_, query) =>
      html`<portal-saved-job-searches-page .current=${query.get('id') ?? undefined}></portal-saved-job-searches-page>`,
  },
  {
    path: '/jobs/saved-searches/stop',
    access: 'anyone',
    load: () => import('./pages/saved-searches/stop-alert-page.ts'),
    render: (_, query) =>
      html`<portal-stop-alert-page .of=${'jobs'} .token=${query.get('token') ?? ''}></portal-stop-alert-page>`,
  },
  {
    path: '/jobs/:id',
    access: 'anyone',
    load: () => import('./pages/jobs/job-page.ts'),
    render: ({ id }) => html`<portal-job-page .jobId=${id}></portal-job-page>`,
  },
  ...ownWorkRoutes,
  ...moneyRoutes,
  ...hiringRoutes,
  ...talentRoutes,
  ...procurementRoutes,
  ...onboardingRoutes,
  ...reportRoutes,
  {
    path: '/styleguide',
    access: 'accountAdmin',
    load: () => import('./pages/styleguide/styleguide-page.ts'),
    render: () => html`<portal-styleguide-page></portal-styleguide-page>`,
  },
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
    path: '/legal/:kind',
    access: 'anyone',
    load: () => import('./pages/legal/legal-page.ts'),
    render: ({ kind }) => html`<portal-legal-page .kind=${kind}></portal-legal-page>`,
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
  {
    path: '/operator/jobs',
    access: 'support',
    load: () => import('./pages/operator/jobs-page.ts'),
    render: () => html`<portal-jobs-page></portal-jobs-page>`,
  },
  {
    path: '/operator/skills',
    access: 'vetter',
    load: () => import('./pages/operator/skill-suggestions-page.ts'),
    render: () => html`<portal-skill-suggestions-page></portal-skill-suggestions-page>`,
  },
  {
    path: '/sign-in',
    access: 'anyone',
    frame: 'bare',
    load: () => import('./pages/sign-in/sign-in-page.ts'),
    render: (_, query) => html`<portal-sign-in-page .next=${query.get('next')}></portal-sign-in-page>`,
  },
  {
    path: '/widget-sign-in',
    access: 'signedIn',
    frame: 'bare',
    load: () => import('./pages/sign-in/widget-sign-in-page.ts'),
    render: (_, query) => html`<portal-widget-sign-in-page .query=${query}></portal-widget-sign-in-page>`,
  },
  {
    path: '/sign-up',
    access: 'anyone',
    frame: 'bare',
    load: () => import('./pages/sign-up/sign-up-page.ts'),
    render: (_, query) => html`<portal-sign-up-page .email=${query.get('email') ?? ''}></portal-sign-up-page>`,
  },
  {
    path: '/accept-invitation',
    access: 'anyone',
    frame: 'bare',
    load: () => import('./pages/invitation/invitation-page.ts'),
    render: (_, query) =>
      html`<portal-invitation-page .invitationId=${query.get('id') ?? ''}></portal-invitation-page>`,
  },
  {
    path: '/offer-invitation',
    access: 'anyone',
    frame: 'bare',
    load: () => import('./pages/offer-invitation/offer-invitation-page.ts'),
    render: (_, query) =>
      html`<portal-offer-invitation-page .invitationId=${query.get('id') ?? ''}></portal-offer-invitation-page>`,
  },
  {
    path: '/verify-email',
    access: 'anyone',
    frame: 'bare',
    load: () => import('./pages/sign-in/verification-page.ts'),
    render: () => html`<portal-verification-page></portal-verification-page>`,
  },
  {
    path: '/forgot-password',
    access: 'anyone',
    frame: 'bare',
    load: () => import('./pages/password/forgot-password-page.ts'),
    render: () => html`<portal-forgot-password-page></portal-forgot-password-page>`,
  },
  {
    path: '/reset-password',
    access: 'anyone',
    frame: 'bare',
    load: () => import('./pages/password/reset-password-page.ts'),
    render: (_, query) =>
      html`<portal-reset-password-page .token=${query.get('token') ?? ''}></portal-reset-password-page>`,
  },
];
