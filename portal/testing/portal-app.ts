import { fixture, html } from '@open-wc/testing';
import type { Me, Tenant } from '../api/wire.ts';
import { define } from '../elements/portal-element.ts';
import { PortalApp } from '../shell/app.ts';
import { showTheme } from '../shell/brand-sheet.ts';

define('portal-app', PortalApp);

export const acme: Tenant = {
  slug: 'acme',
  brand: {
    name: 'Acme Works',
    logoUrl: null,
    darkLogoUrl: null,
    faviconUrl: null,
    density: 'comfortable',
    support: { email: null, url: null },
    legal: [],
    words: {},
    signIn: { headline: null, text: null, pictureUrl: null },
  },
  plan: 'enterprise',
  locale: 'en',
  theme: { light: { accent: 'oklch(0.42 0.095 160)' } },
};
export const recruiter: Me = {
  person: { id: 'pn_1', name: 'Rosa Iglesias', email: 'rosa@acme.example', locale: null },
  roles: ['recruiter'],
  memberships: [{ tenant: { slug: 'acme', name: 'Acme Works' }, roles: ['recruiter'] }],
  freelancerId: null,
  operatorRoles: [],
  teamRoles: [],
  features: ['widgets', 'approvals', 'talentPools'],
};

type Answers = Record<string, { status: number; body: unknown }>;
const realFetch = window.fetch;
const start = location.href;

/** After each test: the network and the address as they were. */
export function leave(): void {
  window.fetch = realFetch;
  history.replaceState(null, '', start);
}

/** The network's answers; everything of our own runs as it is. */
export function answer(answers: Answers): void {
  window.fetch = async (input) => {
    const { pathname } = new URL(String(input), location.href);
    const { status, body } = answers[pathname] ?? {
      status: 404,
      body: { code: 'not_found', detail: 'There is nothing here.' },
    };
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  };
}

export const signedOut = { status: 401, body: { code: 'unauthenticated', detail: 'Sign in to do this.' } };
export const none = { status: 200, body: { items: [] } };

export async function openAt(path: string, answers: Answers): Promise<PortalApp> {
  answer(answers);
  showTheme({});
  history.replaceState(null, '', path);
  const app = await fixture<PortalApp>(html`<portal-app></portal-app>`);
  await settled(app);
  return app;
}

/** Waits for the page, not for time: each render of the app that shows a heading. */
export async function settled(app: PortalApp): Promise<void> {
  for (let frame = 0; frame < 100; frame++) {
    await app.updateComplete;
    if (app.querySelector('main h1') && !app.querySelector('main .skeleton')) return;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  throw new Error('The page never showed a heading');
}

/** Frame by frame until there is something; a test that waits in vain ends by its own limit. */
export async function waitFor<Found>(look: () => Found | null | undefined): Promise<Found> {
  for (;;) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
