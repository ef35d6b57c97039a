import { expect, fixture, html } from '@open-wc/testing';
import { get } from '../api/client.ts';
import { acme, answer, leave, none, openAt, recruiter, settled, signedOut, waitFor } from '../testing/portal-app.ts';
import type { PortalApp } from './app.ts';
import { connection, noteUnreachable } from './connection.ts';

describe('the portal without its server', () => {
  afterEach(leave);

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
});
