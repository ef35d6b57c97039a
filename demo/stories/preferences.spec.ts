import { demoPassword, expect, portalUrl, test } from './clean-page.ts';
import { signIn } from './sign-in.ts';

test.skip(({ isMobile }) => isMobile, 'The choices are the same on a telephone.');

test('how somebody likes the portal goes with them to another browser, and is there before the page is painted', async ({
  page,
  browser,
  complaints,
}) => {
  const base = `${portalUrl}/t/larkmoor`;
  const email = 'tom@larkmoor.example';
  const html = page.locator('html');
  await signIn(page, base, email, complaints);
  await page.getByRole('button', { name: /^Account: Tom/ }).click();
  const saved = (name: string) =>
    Promise.all([
      page.waitForResponse((answer) => answer.url().endsWith('/v1/me/preferences') && answer.ok()),
      page.getByRole('button', { name, exact: true }).click(),
    ]);
  await saved('Dark');
  await saved('Compact');
  await saved('Deutsch');
  await expect(html).toHaveAttribute('lang', 'de');
  const served = await (await page.request.get(`${base}/`, { headers: { accept: 'text/html' } })).text();
  expect(served).toContain('data-scheme="dark" data-density="compact"');

  const other = await browser.newPage();
  await other.goto(`${base}/sign-in`);
  await other.getByLabel('Email address').fill(email);
  await other.getByLabel('Password', { exact: true }).fill(demoPassword);
  await other.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(/^Hallo/);
  for (const [name, value] of [['lang', 'de'], ['data-scheme', 'dark'], ['data-density', 'compact']] as const) // biome-ignore format: a table
    await expect(other.locator('html')).toHaveAttribute(name, value);

  // The next person at this browser gets their own, not his.
  await other.context().clearCookies();
  await other.goto(`${base}/sign-in`);
  await other.getByLabel('E-Mail-Adresse').fill('samuel@larkmoor.example');
  await other.getByLabel('Passwort', { exact: true }).fill(demoPassword);
  await other.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await expect(other.getByRole('heading', { name: /^Hello/, level: 1 })).toBeVisible();
  await expect(other.locator('html')).not.toHaveAttribute('data-scheme');
  await other.close();
});
