import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { get } from '../api/client.ts';
import type { Me, Tenant } from '../api/wire.ts';
import { define } from '../elements/portal-element.ts';
import { navigate } from '../router.ts';
import { PortalApp } from './app.ts';
import { showTheme } from './brand-sheet.ts';
import { connection, noteUnreachable } from './connection.ts';
import { prefer } from './preferences.ts';

define('portal-app', PortalApp);

const acme: Tenant = {
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
const recruiter: Me = {
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

/** The network's answers; everything of our own runs as it is. */
function answer(answers: Answers): void {
  window.fetch = async (input) => {
    const { pathname } = new URL(String(input), location.href);
    const { status, body } = answers[pathname] ?? {
      status: 404,
      body: { code: 'not_found', detail: 'There is nothing here.' },
    };
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  };
}

const signedOut = { status: 401, body: { code: 'unauthenticated', detail: 'Sign in to do this.' } };
const none = { status: 200, body: { items: [] } };

async function openAt(path: string, answers: Answers): Promise<PortalApp> {
  answer(answers);
  showTheme({});
  history.replaceState(null, '', path);
  const app = await fixture<PortalApp>(html`<portal-app></portal-app>`);
  await settled(app);
  return app;
}

/** Waits for the page, not for time: each render of the app that shows a heading. */
async function settled(app: PortalApp): Promise<void> {
  for (let frame = 0; frame < 100; frame++) {
    await app.updateComplete;
    if (app.querySelector('main h1') && !app.querySelector('main .skeleton')) return;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  throw new Error('The page never showed a heading');
}

/** Frame by frame until there is something; a test that waits in vain ends by its own limit. */
async function waitFor<Found>(look: () => Found | null | undefined): Promise<Found> {
  for (;;) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

describe('the portal', () => {
  const start = location.href;
  afterEach(() => {
    window.fetch = realFetch;
    history.replaceState(null, '', start);
  });

  it('asks for a sign-in in the tenant’s brand and keeps where the person was going', async () => {
    const app = await openAt('/lists', { '/v1/me': signedOut, '/v1/tenant': { status: 200, body: acme } });
    expect(app.querySelector('h1')?.textContent?.trim()).to.equal('Sign in');
    expect(app.querySelector('.brand')?.textContent).to.contain('Acme Works');
    expect(new URLSearchParams(location.search).get('next')).to.equal('/lists');
    expect(getComputedStyle(document.documentElement).getPropertyValue('--hire-accent')).to.contain('0.42 0.095 160');
  });

  it('names nobody where no tenant is', async () => {
    const app = await openAt('/sign-in', { '/v1/me': signedOut });
    expect(app.querySelector('.brand')?.textContent).to.contain('Talent');
    expect(document.documentElement.textContent?.toLowerCase()).not.to.contain('portico');
  });

  it('folds a group of pages away until it is wanted, and remembers it', async () => {
    const world = {
      '/v1/me': { status: 200, body: recruiter },
      '/v1/tenant': { status: 200, body: acme },
      '/v1/talent/lists': none,
    };
    const settings = (app: Element) =>
      [...app.querySelectorAll<HTMLDetailsElement>('.frame > nav details')].find(
        (group) => group.querySelector('summary')?.textContent?.trim() === 'Settings',
      )!;
    localStorage.removeItem('folded navigation');
    const app = await openAt('/lists', world);
    expect(settings(app).open).to.equal(false);
    settings(app).querySelector('summary')!.click();
    await oneEvent(settings(app), 'toggle');
    expect(JSON.parse(localStorage.getItem('folded navigation')!)).to.deep.equal([]);
    localStorage.removeItem('folded navigation');
  });

  it('shows a recruiter the pages of the role and no settings of the account', async () => {
    const app = await openAt('/lists', {
      '/v1/me': { status: 200, body: recruiter },
      '/v1/tenant': { status: 200, body: acme },
      '/v1/talent/lists': none,
    });
    const links = [...app.querySelectorAll('.frame > nav a')].map((link) => link.textContent?.trim());
    expect(links).to.deep.equal([
      'Home',
      'Job posts',
      'Approvals',
      'Offers',
      'Contracts',
      'Timesheets',
      'Talent',
      'Talent pools',
      'Vetting',
      'Lists',
      'Saved searches',
      'Job templates',
      'Plan',
      'Who decides for me',
      'Teams',
      'Sign-in and security',
    ]);
    expect(app.querySelector('nav [aria-current=page]')?.textContent?.trim()).to.equal('Lists');
  });

  it('says which role a page needs instead of showing it', async () => {
    const app = await openAt('/settings/members', {
      '/v1/me': { status: 200, body: recruiter },
      '/v1/tenant': { status: 200, body: acme },
    });
    expect(app.querySelector('main')?.textContent).to.contain('owners and account admins');
  });

  it('moves the focus to the heading of the next page and speaks its title', async () => {
    const app = await openAt('/lists', {
      '/v1/me': { status: 200, body: recruiter },
      '/v1/tenant': { status: 200, body: acme },
      '/v1/talent/lists': none,
      '/v1/talent/saved-searches': none,
    });
    await navigate('/saved-searches');
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!document.title.startsWith('Saved searches')) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(document.head, { subtree: true, childList: true, characterData: true });
    });
    await app.updateComplete;
    expect(document.activeElement?.textContent?.trim()).to.equal('Saved searches');
    expect(app.querySelector('[role=status].visually-hidden')?.textContent).to.equal('Saved searches');
    expect(document.title).to.equal('Saved searches · Acme Works');
  });

  it('offers another try when the server does not answer', async () => {
    answer({});
    window.fetch = async () => {
      throw new TypeError('Failed to fetch');
    };
    const app = await fixture<PortalApp>(html`<portal-app></portal-app>`);
    for (let frame = 0; frame < 50 && !app.querySelector('main [role=alert]'); frame++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    const alert = app.querySelector('main [role=alert]')!;
    expect(alert.textContent).to.contain('Nothing was changed');
    answer({ '/v1/me': signedOut });
    alert.querySelector('button')!.click();
    await settled(app);
    expect(app.querySelector('h1')?.textContent?.trim()).to.equal('Sign in');
  });

  it('asks for the sign-in over the page when the session has ended, and repeats what was under way', async () => {
    const app = await openAt('/lists', {
      '/v1/me': { status: 200, body: recruiter },
      '/v1/tenant': { status: 200, body: acme },
      '/v1/talent/lists': none,
    });
    let isOver = true;
    window.fetch = async (input, init) => {
      const { pathname } = new URL(String(input), location.href);
      if (pathname === '/v1/auth/sign-in/email') isOver = false;
      const body = pathname === '/v1/me' ? recruiter : pathname === '/v1/auth/sign-in/email' ? { user: {} } : { n: 1 };
      const answers = isOver && init?.method === 'GET' ? signedOut : { status: 200, body };
      return new Response(JSON.stringify(answers.body), {
        status: answers.status,
        headers: { 'content-type': 'application/json' },
      });
    };
    const asked = get<{ n: number }>('/v1/talent/lists');
    const dialog = await waitFor(() => document.querySelector<HTMLElement>('portal-confirm-identity dialog[open]'));
    expect(dialog.textContent).to.contain('rosa@acme.example');
    expect(app.querySelector('h1')?.textContent?.trim()).to.equal('Lists');
    const password = dialog.querySelector<HTMLInputElement>('#password')!;
    password.value = 'a long enough password';
    password.dispatchEvent(new InputEvent('input', { bubbles: true }));
    dialog.querySelector<HTMLButtonElement>('button.primary')!.click();
    expect(await asked).to.deep.equal({ n: 1 });
  });

  it('says that the server does not answer, and when it does again', async () => {
    const app = await openAt('/lists', {
      '/v1/me': { status: 200, body: recruiter },
      '/v1/tenant': { status: 200, body: acme },
      '/v1/talent/lists': none,
    });
    noteUnreachable();
    const banner = await waitFor(() => app.querySelector('.banner'));
    expect(banner.textContent).to.contain('does not answer');
    await waitFor(() => connection.get() === 'online' || undefined);
    await app.updateComplete;
    expect(app.querySelector('.banner')).to.equal(null);
  });

  it('opens the palette and pages by keys, but none of the letters where somebody types or has turned them off', async () => {
    const app = await openAt('/lists', {
      '/v1/me': { status: 200, body: recruiter },
      '/v1/tenant': { status: 200, body: acme },
      '/v1/talent/lists': none,
    });
    const press = (key: string, on: EventTarget = document.body, more: KeyboardEventInit = {}) =>
      on.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true, ...more }));
    const field = app.querySelector<HTMLInputElement>('.top-search input')!;
    press('?', field);
    await prefer({ shortcuts: false });
    press('?');
    await prefer({ shortcuts: true });
    expect(document.querySelector('portal-shortcuts-dialog')).to.equal(null);
    press('?', document.body, { shiftKey: true });
    const help = await waitFor(() => document.querySelector<HTMLDialogElement>('portal-shortcuts-dialog dialog[open]'));
    await expect(help).to.be.accessible();
    help.close();
    press('k', field, { ctrlKey: true });
    const input = await waitFor(() =>
      document.querySelector<HTMLInputElement>('portal-command-palette dialog[open] input'),
    );
    input.value = 'savd serch';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const option = await waitFor(() =>
      [...document.querySelectorAll('[role=option][aria-selected=true]')].find((one) =>
        one.textContent?.includes('Saved searches'),
      ),
    );
    expect(input.getAttribute('aria-activedescendant')).to.equal(option.id);
    await expect(document.querySelector('portal-command-palette dialog')!).to.be.accessible();
    press('Enter', input);
    await waitFor(() => location.pathname === '/saved-searches' || undefined);
  });

  it('is accessible with its navigation and account menu', async () => {
    const app = await openAt('/lists', {
      '/v1/me': { status: 200, body: recruiter },
      '/v1/tenant': { status: 200, body: acme },
      '/v1/talent/lists': none,
    });
    app.querySelector<HTMLElement>('#account-menu')!.showPopover();
    // What is on its way in or out is fainter than it will be.
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)));
    await expect(app).to.be.accessible();
  });
});
