import { html } from 'lit';
import type { Route } from './router.ts';

/** Vetting, talent pools and who is free. */
export const talentRoutes: readonly Route[] = [
  {
    path: '/pools',
    access: 'member',
    frame: 'wide',
    load: () => import('./pages/pools/pools-page.ts'),
    render: () => html`<portal-pools-page></portal-pools-page>`,
  },
  {
    path: '/pools/shared',
    access: 'member',
    feature: 'vettedTalent',
    frame: 'wide',
    load: () => import('./pages/pools/shared-page.ts'),
    render: () => html`<portal-shared-talent-page></portal-shared-talent-page>`,
  },
  ...(['board', 'about', 'history'] as const).map(
    (part): Route => ({
      path: part === 'board' ? '/pools/:id' : `/pools/:id/${part}`,
      access: 'member',
      feature: 'vettedTalent',
      frame: 'wide',
      load: () => import('./pages/pools/pool-page.ts'),
      render: ({ id }) => html`<portal-pool-page .poolId=${id} .tab=${part}></portal-pool-page>`,
    }),
  ),
  {
    path: '/pools/:id/members/:freelancerId',
    access: 'member',
    feature: 'vettedTalent',
    load: () => import('./pages/pools/member-page.ts'),
    render: ({ id, freelancerId }) =>
      html`<portal-pool-member-page .poolId=${id} .freelancerId=${freelancerId}></portal-pool-member-page>`,
  },
  {
    path: '/my/pools',
    access: 'freelancer',
    load: () => import('./pages/own-pools/own-pools-page.ts'),
    render: () => html`<portal-own-pools-page></portal-own-pools-page>`,
  },
];
