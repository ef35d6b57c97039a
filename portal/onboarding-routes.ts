import { html } from 'lit';
import type { Route } from './router.ts';

const desk = () => import('./pages/onboarding/onboarding-page.ts');
const own = () => import('./pages/own-onboarding/own-onboarding-page.ts');

/** What is to be done before work, how people are classified, and the plan that opens it. */
export const onboardingRoutes: readonly Route[] = [
  {
    path: '/onboarding',
    access: 'member',
    feature: 'procurement',
    load: desk,
    render: () => html`<portal-onboarding-page></portal-onboarding-page>`,
  },
  {
    path: '/onboarding/:id',
    access: 'member',
    feature: 'procurement',
    load: desk,
    render: ({ id }) => html`<portal-onboarding-page .taskId=${id}></portal-onboarding-page>`,
  },
  {
    path: '/onboarding-papers',
    access: 'paperReader',
    feature: 'procurement',
    frame: 'wide',
    load: () => import('./pages/onboarding/papers-page.ts'),
    render: () => html`<portal-papers-page></portal-papers-page>`,
  },
  {
    path: '/settings/onboarding',
    access: 'member',
    feature: 'procurement',
    load: () => import('./pages/onboarding/templates-page.ts'),
    render: () => html`<portal-onboarding-templates-page></portal-onboarding-templates-page>`,
  },
  {
    path: '/settings/onboarding/:id',
    access: 'member',
    feature: 'procurement',
    load: () => import('./pages/onboarding/template-page.ts'),
    render: ({ id }) => html`<portal-onboarding-template-page .templateId=${id}></portal-onboarding-template-page>`,
  },
  {
    path: '/settings/classification',
    access: 'member',
    feature: 'procurement',
    load: () => import('./pages/onboarding/classification-page.ts'),
    render: () => html`<portal-classification-page></portal-classification-page>`,
  },
  {
    path: '/settings/classification/:id',
    access: 'member',
    feature: 'procurement',
    frame: 'wide',
    load: () => import('./pages/onboarding/questionnaire-page.ts'),
    render: ({ id }) => html`<portal-questionnaire-page .questionnaireId=${id}></portal-questionnaire-page>`,
  },
  {
    path: '/settings/plan',
    access: 'member',
    load: () => import('./pages/plan/plan-page.ts'),
    render: () => html`<portal-plan-page></portal-plan-page>`,
  },
  {
    path: '/my/onboarding',
    access: 'freelancer',
    load: own,
    render: () => html`<portal-own-onboarding-page></portal-own-onboarding-page>`,
  },
  {
    path: '/my/onboarding/:id',
    access: 'freelancer',
    load: own,
    render: ({ id }) => html`<portal-own-onboarding-page .taskId=${id}></portal-own-onboarding-page>`,
  },
];
