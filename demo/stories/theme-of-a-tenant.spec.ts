import type { Page } from '@playwright/test';
import { expect, intranetUrl, portalUrl, test } from './clean-page.ts';
import { signIn } from './sign-in.ts';

const tenant = `${portalUrl}/t/larkmoor`;

async function nameColorInTheWidget(page: Page): Promise<string> {
  await page.goto(`${intranetUrl}/hiring`);
  await expect(page.getByRole('button', { name: /^Save / })).toHaveCount(10);
  const name = page.getByRole('heading', { level: 2 }).first().getByRole('button');
  return name.evaluate((element) => getComputedStyle(element).color);
}

async function chooseTheme(page: Page, name: string): Promise<void> {
  await page.goto(`${tenant}/settings/theme`);
  await page.getByRole('button', { name, exact: true }).click();
  const publish = page.getByRole('button', { name: 'Publish' });
  await expect(publish).toBeEnabled();
  await publish.click();
  await expect(page.getByText('worn everywhere from now on')).toBeVisible();
}

test('an admin’s theme is worn by the widget in the intranet, and an unreadable one is not published', async ({
  page,
  complaints,
}, { project }) => {
  test.skip(project.name === 'phone', 'One theme for all: two browsers changing it at once would see each other.');
  await signIn(page, tenant, 'mirela@larkmoor.example', complaints);

  const before = await nameColorInTheWidget(page);
  await chooseTheme(page, 'Coral');
  expect(await nameColorInTheWidget(page)).not.toBe(before);

  await page.goto(`${tenant}/settings/theme`);
  await page.getByRole('textbox', { name: /^Text$/ }).fill('#eeeeee');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Text on Page')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Publish' })).toBeDisabled();
  await page.getByRole('button', { name: 'Discard draft' }).click();

  await chooseTheme(page, 'Evergreen');
  expect(await nameColorInTheWidget(page)).toBe(before);
});
