import { expect, portalUrl, test } from './clean-page.ts';
import { signIn } from './sign-in.ts';

const tenant = `${portalUrl}/t/larkmoor`;

test.beforeEach(({ page, complaints }) => signIn(page, tenant, 'rosa@larkmoor.example', complaints));

test('a search is in the address: shared, it opens the same for a colleague', async ({ page }) => {
  await page.goto(`${tenant}/talent`);
  await page.getByRole('combobox', { name: 'Search talent' }).fill('python');
  await page.getByRole('combobox', { name: 'Search talent' }).press('Enter');
  await expect(page).toHaveURL(/python/);
  const first = page.getByRole('heading', { level: 2 }).first();
  // Before the answer comes the page still shows whoever was found without words.
  const found = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2 }) });
  await expect(found.first()).toContainText(/python/i);
  const person = await first.innerText();
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Search talent' })).toHaveValue('python');
  await expect(first).toHaveText(person);
});

test('a search is kept by name and found again', async ({ page }, { project }) => {
  const name = `Python people ${project.name}`;
  await page.goto(`${tenant}/talent?q=python`);
  await page.getByRole('button', { name: 'Save search' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('dialog').getByLabel('Once a day').check();
  await page.getByRole('dialog').getByRole('button', { name: /save/i }).click();
  await page.goto(`${tenant}/saved-searches`);
  await expect(page.getByText(name).first()).toBeVisible();
});

test('the portal runs under a policy without inline code and with Trusted Types', async ({ page }) => {
  const answer = await page.goto(`${tenant}/talent`);
  const policy = answer!.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toContain('unsafe');
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
});
