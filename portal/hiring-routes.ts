import { html } from 'lit';
import { roomParts } from './pages/contract-parts/room-parts.ts';
import type { Route } from './router.ts';

/** Pages of the hiring side, and the settings that belong to it. */
export const hiringRoutes: readonly Route[] = [
  {
    path: '/job-posts',
    access: 'member',
    frame: 'wide',
    load: () => import('./pages/job-posts/job-posts-page.ts'),
    render: () => html`<portal-job-posts-page></portal-job-posts-page>`,
  },
  {
    path: '/job-posts/new',
    access: 'hirer',
    load: () => import('./pages/job-posts/job-editor-page.ts'),
    render: () => html`<portal-job-editor-page></portal-job-editor-page>`,
  },
  {
    path: '/job-posts/:id/edit',
    access: 'hirer',
    load: () => import('./pages/job-posts/job-editor-page.ts'),
    render: ({ id }) => html`<portal-job-editor-page .jobPostId=${id}></portal-job-editor-page>`,
  },
  ...(['overview', 'proposals', 'invitations', 'timeline'] as const).map(
    (part): Route => ({
      path: part === 'overview' ? '/job-posts/:id' : `/job-posts/:id/${part}`,
      access: 'member',
      frame: 'wide',
      load: () => import('./pages/job-posts/job-post-page.ts'),
      render: ({ id }) => html`<portal-job-post-page .jobPostId=${id} .tab=${part}></portal-job-post-page>`,
    }),
  ),
  {
    path: '/proposals/compare',
    access: 'member',
    frame: 'wide',
    load: () => import('./pages/proposals/compare-proposals-page.ts'),
    render: (_, query) =>
      html`<portal-compare-proposals-page .ids=${query.getAll('id')}></portal-compare-proposals-page>`,
  },
  {
    path: '/proposals/:id',
    access: 'member',
    load: () => import('./pages/proposals/proposal-page.ts'),
    render: ({ id }) => html`<portal-proposal-page .proposalId=${id}></portal-proposal-page>`,
  },
  {
    path: '/offers',
    access: 'member',
    frame: 'wide',
    load: () => import('./pages/offers/offers-page.ts'),
    render: () => html`<portal-offers-page></portal-offers-page>`,
  },
  {
    path: '/offers/new',
    access: 'offerer',
    load: () => import('./pages/offers/new-offer-page.ts'),
    render: () => html`<portal-new-offer-page></portal-new-offer-page>`,
  },
  {
    path: '/offers/:id/edit',
    access: 'offerer',
    load: () => import('./pages/offers/offer-editor-page.ts'),
    render: ({ id }) => html`<portal-offer-editor-page .offerId=${id}></portal-offer-editor-page>`,
  },
  ...(['terms', 'versions', 'timeline'] as const).map(
    (part): Route => ({
      path: part === 'terms' ? '/offers/:id' : `/offers/:id/${part}`,
      access: 'member',
      load: () => import('./pages/offers/offer-page.ts'),
      render: ({ id }) => html`<portal-offer-page .offerId=${id} .tab=${part}></portal-offer-page>`,
    }),
  ),
  {
    path: '/contracts',
    access: 'member',
    frame: 'wide',
    load: () => import('./pages/contract-parts/contracts-list.ts'),
    render: (_, query) =>
      html`<portal-contracts-list .side=${'client'} .filter=${query.get('show') ?? 'open'}></portal-contracts-list>`,
  },
  ...roomParts.map(
    (part): Route => ({
      path: part === 'overview' ? '/contracts/:id' : `/contracts/:id/${part}`,
      access: 'member',
      load: () => import('./pages/contract-parts/contract-room.ts'),
      render: ({ id }) =>
        html`<portal-contract-room .side=${'client'} .contractId=${id} .tab=${part}></portal-contract-room>`,
    }),
  ),
  {
    path: '/approvals',
    access: 'teamMember',
    feature: 'approvals',
    frame: 'wide',
    load: () => import('./pages/approvals/approvals-page.ts'),
    render: () => html`<portal-approvals-page></portal-approvals-page>`,
  },
  {
    path: '/approvals/:id',
    access: 'teamMember',
    feature: 'approvals',
    load: () => import('./pages/approvals/approval-page.ts'),
    render: ({ id }, query) =>
      html`<portal-approval-page .approvalId=${id} .link=${query.get('link') ?? undefined}></portal-approval-page>`,
  },
  {
    path: '/job-imports',
    access: 'member',
    load: () => import('./pages/job-imports/job-imports-page.ts'),
    render: () => html`<portal-job-imports-page></portal-job-imports-page>`,
  },
  {
    path: '/job-imports/new',
    access: 'hirer',
    load: () => import('./pages/job-imports/new-import-page.ts'),
    render: () => html`<portal-new-import-page></portal-new-import-page>`,
  },
  {
    path: '/job-imports/:id',
    access: 'member',
    load: () => import('./pages/job-imports/job-import-page.ts'),
    render: ({ id }) => html`<portal-job-import-page .importId=${id}></portal-job-import-page>`,
  },
  {
    path: '/notifications',
    access: 'signedIn',
    load: () => import('./pages/notifications/notifications-page.ts'),
    render: () => html`<portal-notifications-page></portal-notifications-page>`,
  },
  {
    path: '/settings/job-templates',
    access: 'hirer',
    load: () => import('./pages/settings/job-templates-page.ts'),
    render: () => html`<portal-job-templates-page></portal-job-templates-page>`,
  },
  {
    path: '/settings/job-fields',
    access: 'accountAdmin',
    load: () => import('./pages/settings/job-fields-page.ts'),
    render: () => html`<portal-job-fields-page></portal-job-fields-page>`,
  },
  {
    path: '/settings/terms',
    access: 'offerer',
    load: () => import('./pages/settings/terms-page.ts'),
    render: () => html`<portal-terms-page></portal-terms-page>`,
  },
  {
    path: '/settings/terms/:id',
    access: 'offerer',
    load: () => import('./pages/settings/terms-text-page.ts'),
    render: ({ id }, query) =>
      html`<portal-terms-text-page .templateId=${id} .copied=${query.get('copy') ?? undefined}></portal-terms-text-page>`,
  },
  {
    path: '/settings/approvals',
    access: 'policyReader',
    frame: 'wide',
    load: () => import('./pages/settings/approvals-settings-page.ts'),
    render: () => html`<portal-approvals-settings-page></portal-approvals-settings-page>`,
  },
  {
    path: '/settings/delegation',
    access: 'teamMember',
    feature: 'approvals',
    load: () => import('./pages/settings/delegation-page.ts'),
    render: () => html`<portal-delegation-page></portal-delegation-page>`,
  },
];
