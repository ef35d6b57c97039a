import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from '@playwright/test';
import { insertFreelancers } from '@portico/api/talent/freelancers/insert-freelancers.ts';
import { madeFreelancer } from '@portico/api/testing/made-freelancers.ts';
import { testPassword } from '@portico/api/testing/test-tenants.ts';
import { type ForeignPage, isBuilt, openForeignPage } from '../testing/foreign-page.ts';

/** One a test: who agreed before is not asked again. */
const people = ['rita', 'rosa', 'ruth', 'rhea', 'remy', 'roya'].map((name) => `${name}@acme.example`);
let next = 0;
const tag = '<loader data-sign-in></script><hire-talent-search query="react"></hire-talent-search>';

describe('sign-in on a page without a server, by way of the portal', { skip: !isBuilt }, () => {
  let world: ForeignPage;
  before(async () => {
    world = await openForeignPage(
      Object.fromEntries(people.map((person) => [person, ['recruiter']])),
      process.env.CHROMIUM_PATH,
    );
    await world.app.deps.database.transaction((trx) =>
      insertFreelancers(trx, [
        madeFreelancer(world.app.ports.clock.now(), {
          id: 'fr_inside',
          name: 'Ida Inside',
          headline: 'React engineer',
          visibility: 'signedIn',
        }),
      ]),
    );
    await world.app.talentSearch.start();
  });
  after(() => world?.close());

  const signInButton = (page: Page) => page.locator('hire-talent-search').getByRole('button', { name: 'Sign in' });
  const ida = (page: Page) => page.getByRole('button', { name: 'Ida Inside', exact: true });

  /** From the widget's button to the portal's question, with a password in between. */
  async function toThePortal(page: Page): Promise<void> {
    await signInButton(page).click();
    await page.getByLabel('Email address').fill(people[next++]!);
    await page.getByLabel('Password', { exact: true }).fill(testPassword);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText(`${world.host} wants to show you hiring widgets`, { exact: false }).waitFor();
  }

  test('a press leads to the portal and back to the same address; nothing stays behind', async () => {
    const { page, context } = await world.open(tag);
    await signInButton(page).waitFor();
    assert.equal(page.url(), `${world.host}/hiring?team=7#people`, 'nobody is sent away by themselves');
    await toThePortal(page);
    await page.getByRole('button', { name: 'Continue' }).click();
    await ida(page).waitFor();
    assert.equal(page.url(), `${world.host}/hiring?team=7#people`);
    assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [
      0,
      0,
      '',
    ]);
    // The rights of a recruiter, as at the portal.
    await page.getByRole('button', { name: 'Invite Ida Inside' }).waitFor();

    await page.reload();
    await signInButton(page).waitFor();
    assert.equal(page.url(), `${world.host}/hiring?team=7#people`, 'not after a reload either');
    await signInButton(page).click();
    await ida(page).waitFor();
    assert.equal(page.url(), `${world.host}/hiring?team=7#people`, 'who agreed before is not asked again');
    await context.close();
  });

  test('a session ends, and the next comes without the portal, without cookies, by a token used once', async () => {
    const { page, context } = await world.open(tag);
    await toThePortal(page);
    await page.getByRole('button', { name: 'Continue' }).click();
    await ida(page).waitFor();
    const renewals: { url: string; body: string | null; cookie: string | undefined }[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' || request.isNavigationRequest())
        renewals.push({ url: request.url(), body: request.postData(), cookie: request.headers().cookie });
    });
    for (let times = 0; times < 2; times++) {
      // Past the token's life by the API's clock: the widget's next request is refused and it renews by itself.
      (world.app.ports.clock as { advance(ms: number): void }).advance(16 * 60_000);
      const answered = page.waitForResponse(
        (response) => response.url().includes('/v1/talent/search') && response.ok(),
      );
      await page.getByRole('combobox', { name: 'Search talent' }).fill(times ? 'react' : 'engineer');
      await answered;
    }
    assert.deepEqual(
      renewals.map(({ url, cookie }) => [new URL(url).pathname, cookie]),
      [
        ['/t/acme/v1/embed/tokens', undefined],
        ['/t/acme/v1/embed/tokens', undefined],
      ],
    );
    const [first, second] = renewals.map(({ body }) => JSON.parse(body!).refreshToken);
    assert.notEqual(first, second);
    await ida(page).waitFor();
    await context.close();
  });

  test('a code that this tab did not ask for is left alone, and signs nobody in', async () => {
    const { page, context } = await world.open(tag);
    await toThePortal(page);
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith('/v1/embed/sign-ins')),
      page.getByRole('button', { name: 'Continue' }).click(),
    ]);
    assert.equal(answer.status(), 201);
    await ida(page).waitFor();
    const victim = await context.newPage();
    const exchanges: string[] = [];
    victim.on('request', (request) => request.url().includes('/v1/embed/tokens') && exchanges.push(request.url()));
    await victim.goto(`${world.host}/hiring?hire-code=${'a'.repeat(43)}&hire-state=${'b'.repeat(43)}`);
    await signInButton(victim).waitFor();
    assert.deepEqual(exchanges, []);
    await context.close();
  });

  test('whoever goes back without agreeing sees the button again', async () => {
    const { page, context } = await world.open(tag);
    await toThePortal(page);
    await page.getByRole('link', { name: 'Go back without signing in' }).click();
    await signInButton(page).waitFor();
    assert.equal(page.url(), `${world.host}/hiring?team=7`);
    await context.close();
  });

  test('signing out at the portal ends the widgets of the other page', async () => {
    const { page, context } = await world.open(tag);
    await toThePortal(page);
    await page.getByRole('button', { name: 'Continue' }).click();
    await ida(page).waitFor();
    const portal = await context.newPage();
    await portal.goto(`${world.base}/`);
    const status = await portal.evaluate(async () => {
      const answer = await fetch('/v1/auth/sign-out', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      });
      return answer.status;
    });
    assert.equal(status, 200);
    await page.getByRole('combobox', { name: 'Search talent' }).fill('engineer');
    await signInButton(page).waitFor();
    await context.close();
  });

  test('the portal sends nobody to a page that the company did not name', async () => {
    const { page, context } = await world.open(tag);
    await toThePortal(page);
    const asked = new URL(page.url());
    asked.searchParams.set('redirectUrl', `${world.stranger}/hiring`);
    await page.goto(asked.href);
    await page.getByRole('heading', { name: 'This page cannot sign you in' }).waitFor();
    assert.equal(await page.getByRole('link', { name: 'Go back without signing in' }).count(), 0);
    await context.close();
  });
});
