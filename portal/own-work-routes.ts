import { html } from 'lit';
import { roomParts } from './pages/contract-parts/room-parts.ts';
import type { Route } from './router.ts';

/** The freelancer's own work: proposing, invitations, offers, contracts, connects. */
export const ownWorkRoutes: readonly Route[] = [
  {
    path: '/jobs/:id/propose',
    access: 'freelancer',
    frame: 'wide',
    load: () => import('./pages/propose/propose-page.ts'),
    render: ({ id }) => html`<portal-propose-page .jobId=${id}></portal-propose-page>`,
  },
  {
    path: '/my/proposals',
    access: 'freelancer',
    load: () => import('./pages/own-proposals/own-proposals-page.ts'),
    render: (_, query) =>
      html`<portal-own-proposals-page .view=${query.get('show') ?? 'live'}></portal-own-proposals-page>`,
  },
  {
    path: '/my/proposals/:id',
    access: 'freelancer',
    load: () => import('./pages/own-proposals/own-proposal-page.ts'),
    render: ({ id }) => html`<portal-own-proposal-page .proposalId=${id}></portal-own-proposal-page>`,
  },
  {
    path: '/my/invitations',
    access: 'freelancer',
    load: () => import('./pages/own-invitations/own-invitations-page.ts'),
    render: (_, query) =>
      html`<portal-own-invitations-page .view=${query.get('show') ?? 'waiting'}></portal-own-invitations-page>`,
  },
  {
    path: '/my/invitations/:id',
    access: 'freelancer',
    load: () => import('./pages/own-invitations/own-invitation-page.ts'),
    render: ({ id }) => html`<portal-own-invitation-page .invitationId=${id}></portal-own-invitation-page>`,
  },
  {
    path: '/my/offers',
    access: 'freelancer',
    load: () => import('./pages/own-offers/own-offers-page.ts'),
    render: (_, query) => html`<portal-own-offers-page .view=${query.get('show') ?? 'open'}></portal-own-offers-page>`,
  },
  {
    path: '/my/offers/:id',
    access: 'freelancer',
    load: () => import('./pages/own-offers/own-offer-page.ts'),
    render: ({ id }) => html`<portal-own-offer-page .offerId=${id}></portal-own-offer-page>`,
  },
  {
    path: '/my/offers/:id/counter',
    access: 'freelancer',
    frame: 'wide',
    load: () => import('./pages/own-offers/counter-page.ts'),
    render: ({ id }) => html`<portal-counter-page .offerId=${id}></portal-counter-page>`,
  },
  {
    path: '/my/contracts',
    access: 'freelancer',
    frame: 'wide',
    load: () => import('./pages/contract-parts/contracts-list.ts'),
    render: (_, query) =>
      html`<portal-contracts-list .side=${'freelancer'} .filter=${query.get('show') ?? 'open'}></portal-contracts-list>`,
  },
  ...roomParts.map(
    (part): Route => ({
      path: part === 'overview' ? '/my/contracts/:id' : `/my/contracts/:id/${part}`,
      access: 'freelancer',
      load: () => import('./pages/contract-parts/contract-room.ts'),
      render: ({ id }) =>
        html`<portal-contract-room .side=${'freelancer'} .contractId=${id} .tab=${part}></portal-contract-room>`,
    }),
  ),
  {
    path: '/my/time',
    access: 'freelancer',
    frame: 'wide',
    load: () => import('./pages/time/time-page.ts'),
    render: (_, query) => html`<portal-time-page .week=${query.get('week') ?? ''}></portal-time-page>`,
  },
  {
    path: '/connects',
    access: 'freelancer',
    load: () => import('./pages/connects/connects-page.ts'),
    render: () => html`<portal-connects-page></portal-connects-page>`,
  },
];
