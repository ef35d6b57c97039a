import { html } from 'lit';
import { hiringRoutes } from './hiring-routes.ts';
import { moneyRoutes } from './money-routes.ts';
import { onboardingRoutes } from './onboarding-routes.ts';
import { ownWorkRoutes } from './own-work-routes.ts';
import { procurementRoutes } from './procurement-routes.ts';
import { reportRoutes } from './report-routes.ts';
import type { Route } from './router.ts';
import { settingsRoutes } from './settings-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';
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
    frame: 'bare',
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
    frame: 'bare',
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
    path: '/legal/:kind',
    access: 'anyone',
    load: () => import('./pages/legal/legal-page.ts'),
    render: ({ kind }) => html`<portal-legal-page .kind=${kind}></portal-legal-page>`,
  },
  ...settingsRoutes,
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
  ...signInRoutes,
];
