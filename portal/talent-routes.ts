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
  ...(['operator', 'tenant'] as const).flatMap((desk): Route[] => {
    const base = desk === 'operator' ? '/operator/vetting' : '/vetting';
    const open =
      desk === 'operator'
        ? ({ access: 'vetter' } as const)
        : ({ access: 'vettingReader', feature: 'talentPools' } as const);
    return [
      ...['', '/cases/:id'].map(
        (path): Route => ({
          path: base + path,
          ...open,
          frame: 'wide',
          load: () => import('./pages/vetting/vetting-desk-page.ts'),
          render: ({ id }) => html`<portal-vetting-desk-page .desk=${desk} .caseId=${id}></portal-vetting-desk-page>`,
        }),
      ),
      {
        path: `${base}/programs`,
        ...open,
        load: () => import('./pages/vetting/programs-page.ts'),
        render: () => html`<portal-vetting-programs-page .desk=${desk}></portal-vetting-programs-page>`,
      },
      {
        path: `${base}/rubrics/:id`,
        ...open,
        load: () => import('./pages/vetting/rubric-page.ts'),
        render: ({ id }) =>
          html`<portal-vetting-rubric-page .desk=${desk} .rubricId=${id}></portal-vetting-rubric-page>`,
      },
      {
        path: `${base}/slots`,
        ...open,
        load: () => import('./pages/vetting/slots-page.ts'),
        render: () => html`<portal-vetting-slots-page .desk=${desk}></portal-vetting-slots-page>`,
      },
    ];
  }),
  {
    path: '/my/vetting',
    access: 'freelancer',
    load: () => import('./pages/own-vetting/own-vettings-page.ts'),
    render: () => html`<portal-own-vettings-page></portal-own-vettings-page>`,
  },
  {
    path: '/my/vetting/:id',
    access: 'freelancer',
    load: () => import('./pages/own-vetting/own-vetting-page.ts'),
    render: ({ id }) => html`<portal-own-vetting-page .ownId=${id}></portal-own-vetting-page>`,
  },
];
