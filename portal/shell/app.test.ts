import { expect, oneEvent } from '@open-wc/testing';
import { navigate } from '../router.ts';
import { acme, leave, none, openAt, recruiter, signedOut } from '../testing/portal-app.ts';

describe('the portal', () => {
  afterEach(leave);

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
