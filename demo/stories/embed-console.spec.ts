import type { Locator, Page } from '@playwright/test';
import { expect, portalUrl, test } from './clean-page.ts';
import { type OwnPage, openOwnPage } from './own-page.ts';
import { signIn } from './sign-in.ts';

const tenant = `${portalUrl}/t/larkmoor`;

test('an admin brings a widget into a page of their own, breaks it in each way, and is told what to do', async ({
  page,
  context,
  complaints,
}) => {
  test.slow();
  await signIn(page, tenant, 'mirela@larkmoor.example', complaints);
  await page.goto(`${tenant}/settings/embed`);
  const site = await openOwnPage('hanna@larkmoor.example');
  const shown = await context.newPage();
  try {
    const named = `Intranet at ${new URL(site.origin).port}`;
    const first = await makeKey(page, named);
    await page.getByRole('textbox', { name: 'Origin' }).fill(site.origin);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.getByRole('button', { name: `Remove ${site.origin}` })).toBeVisible();
    const route = await copyRoute(page, site, first);
    site.page = await copyPage(page);

    const { live, line, refusals } = liveCheckOf(page);
    const search = shown.getByRole('combobox', { name: 'Search talent' });
    await shown.goto(site.origin);
    await expect(search).toBeVisible();
    await expect(line('Your page loads')).toContainText(`${site.origin}`);
    await expect(line('Your page loads')).toContainText('Seen');
    await expect(line('Your server makes sessions')).toContainText(named);
    await expect(line('A widget uses its session')).toContainText(site.origin);

    await test.step('another address of the same page', async () => {
      const foreign = site.origin.replace('localhost', '127.0.0.1');
      await shown.goto(foreign);
      await expect(live.getByText(`A page on ${foreign} tried`)).toBeVisible();
      const tried = live.getByRole('listitem').filter({ hasText: foreign });
      await expect(tried.getByRole('button', { name: 'Allow it' })).toBeVisible();
    });

    await test.step('a policy without the API’s address', async () => {
      const { html, headers } = site.page;
      const policy = headers['Content-Security-Policy']!;
      site.page = {
        html,
        headers: { ...headers, 'Content-Security-Policy': policy.replace(/connect-src [^;]+/, "connect-src 'self'") },
      };
      await shown.goto(site.origin);
      await expect(live.getByText(/Add to your policy: connect-src/)).toBeVisible();
      site.page = { html, headers };
    });

    await test.step('a route that does not run', async () => {
      await site.stopRoute();
      await shown.goto(site.origin);
      await expect(shown.getByRole('alert')).toBeVisible();
      await expect(line('A widget uses its session')).toContainText('your server’s route of step 3', {
        timeout: 20_000,
      });
      await site.startRoute(route.text, route.settings);
      await shown.goto(site.origin);
      await expect(search).toBeVisible();
      await expect(line('A widget uses its session')).toContainText('Seen');
    });

    await test.step('a key is changed with nobody noticing', async () => {
      const row = page.getByRole('row').filter({ hasText: named });
      await row.getByRole('button', { name: 'Rotate' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Rotate' }).click();
      const second = await keyShown(page);
      await shown.reload();
      await expect(search).toBeVisible();
      await site.startRoute(route.text, { ...route.settings, HIRE_SECRET_KEY: second });
      await shown.reload();
      await expect(search).toBeVisible();
      const old = row.filter({ hasText: /Ends/ });
      await old.getByRole('button', { name: 'Revoke' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
      await expect(row.filter({ hasText: 'Revoked' })).toBeVisible();
      await shown.reload();
      await expect(search).toBeVisible();
    });

    await test.step('a server that still has the old key', async () => {
      await site.startRoute(route.text, route.settings);
      await shown.reload();
      await expect(refusals).toContainText('Key revoked');
      await expect(refusals).toContainText('Give your server a key that is live.');
    });

    await test.step('who used what, and an end to one session', async () => {
      const tabs = page.getByRole('navigation', { name: 'Embed' });
      await tabs.getByText('Usage', { exact: true }).click();
      const used = page.getByRole('row', { name: /^Talent search/ });
      await expect(used).toBeVisible();
      await tabs.getByText('Sessions', { exact: true }).click();
      const session = page
        .getByRole('row', { name: /Hanna/ })
        .filter({ has: page.getByRole('button', { name: /^End now/ }) });
      await expect(session.first()).toBeVisible();
      const before = await session.count();
      await session
        .first()
        .getByRole('button', { name: /^End now/ })
        .click();
      await expect(session).toHaveCount(before - 1);
    });
  } finally {
    await shown.close();
    await site.close();
  }
  complaints.length = 0;
});

function liveCheckOf(page: Page) {
  const live = page.getByRole('region', { name: 'Live check' });
  return {
    live,
    line: (title: string) => live.getByRole('listitem').filter({ hasText: title }).first(),
    refusals: live.getByRole('group').filter({ hasText: /refusal/ }),
  };
}

async function makeKey(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: 'New key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Create key' }).click();
  return keyShown(page);
}

async function keyShown(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog');
  const key = await dialog.getByText(/^sk_[\w-]{20,}$/).innerText();
  await dialog.getByRole('button', { name: 'Done' }).click();
  return key;
}

/** The route as the console shows it, with its settings. */
async function copyRoute(page: Page, site: OwnPage, key: string) {
  const step = page.getByRole('region', { name: 'Server route' });
  await expect(step.getByText(`HIRE_ORIGIN=${site.origin}`)).toBeVisible();
  const [lines = '', text = ''] = await codesIn(step);
  const settings = {
    ...(Object.fromEntries(lines.split('\n').map((line) => line.split(/=(.*)/s).slice(0, 2))) as Record<
      string,
      string
    >),
    HIRE_SECRET_KEY: key,
  };
  await site.startRoute(text, settings);
  return { text, settings };
}

/** The tag and the policy as the console shows them, in a page that allows nothing else. */
async function copyPage(page: Page): Promise<OwnPage['page']> {
  const [snippet = ''] = await codesIn(page.getByRole('region', { name: 'Your page' }));
  const policies = page.getByRole('region', { name: 'Content security policy' });
  await policies.getByRole('checkbox', { name: 'With Trusted Types' }).check();
  const [lines = ''] = await codesIn(policies);
  const headers = Object.fromEntries(lines.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2)));
  headers['Content-Security-Policy'] = `default-src 'none'; ${headers['Content-Security-Policy']}`;
  return { html: `<!doctype html><html lang="en"><title>Hiring</title><body>${snippet}</body></html>`, headers };
}

const codesIn = (step: Locator): Promise<string[]> => step.locator('pre code').allTextContents();
