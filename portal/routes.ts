import { html } from 'lit';
import type { Route } from './router.ts';

/** Every page of the application; each is a chunk of its own. */
export const routes: readonly Route[] = [
  {
    path: '/',
    access: 'signedIn',
    load: () => import('./pages/home/home-page.ts'),
    render: () => html`<portal-home-page></portal-home-page>`,
  },
  {
    path: '/sign-in',
    access: 'anyone',
    frame: 'bare',
    load: () => import('./pages/sign-in/sign-in-page.ts'),
    render: (_, query) => html`<portal-sign-in-page .next=${query.get('next')}></portal-sign-in-page>`,
  },
];
