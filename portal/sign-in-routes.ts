import { html } from 'lit';
import type { Route } from './router.ts';

/** Pages on the way in: without navigation. */
export const signInRoutes: readonly Route[] = [
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
