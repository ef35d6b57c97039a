import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, intranetUrl, test } from './clean-page.ts';

const hosts = [
  { name: 'plain HTML', path: '/hiring', skill: 'TypeScript' },
  { name: 'React', path: '/react', skill: 'Copywriting' },
  { name: 'Vue', path: '/vue', skill: 'PostgreSQL' },
  { name: 'strict CSP', path: '/strict', skill: 'Data Entry' },
];

/** One person a browser: what somebody saves shows at once in the other windows of the same person. */
const employees: Record<string, string> = { desktop: 'hanna@larkmoor.example', phone: 'rosa@larkmoor.example' };

async function signInAs(page: Page, email: string): Promise<void> {
  await page.goto(intranetUrl);
  await page.getByLabel('Signed in as').selectOption(email);
  await page.getByRole('button', { name: 'Switch' }).click();
}

async function people(page: Page): Promise<number> {
  const text = await page
    .getByRole('status')
    .filter({ hasText: /people|person/ })
    .innerText();
  return Number(text.replace(/\D/g, ''));
}

for (const { name, path, skill } of hosts) {
  test(`a hiring manager finds, opens and saves somebody on a ${name} page`, async ({ page }, { project }) => {
    await signInAs(page, employees[project.name]!);
    await page.goto(intranetUrl + path);
    // Another host page may just have saved one of them, as the same person.
    await expect(page.getByRole('button', { name: /^Saved? (?!searches)/ })).toHaveCount(10);
    const everybody = await people(page);

    await page.getByRole('combobox', { name: 'Search talent' }).fill(skill);
    await page.getByRole('combobox', { name: 'Search talent' }).press('Enter');
    await expect.poll(() => people(page)).toBeLessThan(everybody);
    await expect(page.getByRole('listitem').filter({ hasText: skill }).first()).toBeVisible();

    const first = page.getByRole('heading', { level: 2 }).first();
    const person = await first.innerText();
    await first.getByRole('button').click();
    const profile = page.getByRole('dialog').filter({ has: page.getByRole('heading', { name: person }) });
    await expect(profile).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(profile).toBeHidden();
    await expect(first.getByRole('button')).toBeFocused();

    const save = page.getByRole('button', { name: new RegExp(`^(Save|Remove|Unsave|Saved).*${person}`) }).first();
    const wasSaved = await save.getAttribute('aria-pressed');
    await save.click();
    await expect(save).not.toHaveAttribute('aria-pressed', wasSaved ?? '');
    await page.reload();
    await page.getByRole('combobox', { name: 'Search talent' }).fill(skill);
    await page.getByRole('combobox', { name: 'Search talent' }).press('Enter');
    await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(person);
    await expect(save).not.toHaveAttribute('aria-pressed', wasSaved ?? '');
    await save.click();
    await expect(save).toHaveAttribute('aria-pressed', wasSaved ?? '');
  });
}

test('a typo finds the same people, and says what was searched instead', async ({ page }) => {
  await page.goto(`${intranetUrl}/hiring`);
  await page.getByRole('combobox', { name: 'Search talent' }).fill('javascrpit');
  await page.getByRole('combobox', { name: 'Search talent' }).press('Enter');
  await expect(
    page
      .getByText(/javascript/i)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
  await expect.poll(() => people(page)).toBeGreaterThan(10);
});

test('operators and quotes in the search box are words like any other', async ({ page }) => {
  await page.goto(`${intranetUrl}/hiring`);
  for (const text of ['"', '*', 'NEAR(', 'a:b OR "c', '<img src=x onerror=alert(1)>', '\u202eevil', '💥']) {
    await page.getByRole('combobox', { name: 'Search talent' }).fill(text);
    await page.getByRole('combobox', { name: 'Search talent' }).press('Enter');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(
      page
        .getByRole('status')
        .filter({ hasText: /people|person|nobody|no one/i })
        .first(),
    ).toBeVisible();
  }
});

test('the page with the widget has no accessibility violation', async ({ page }) => {
  await page.goto(`${intranetUrl}/hiring`);
  await expect(page.getByRole('button', { name: /^Save / })).toHaveCount(10);
  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

test('the search fits its page: nothing scrolls sideways', async ({ page }) => {
  await page.goto(`${intranetUrl}/hiring`);
  await expect(page.getByRole('button', { name: /^Save / })).toHaveCount(10);
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  expect(scrollWidth).toBe(clientWidth);
});

test('a person whom the hiring service does not know is told so, with a way to try again', async ({
  page,
  complaints,
}) => {
  await page.route('**/api/hire-session', (route) => route.fulfill({ status: 403, json: { error: 'no' } }));
  await page.goto(`${intranetUrl}/hiring`);
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('button', { name: /try again|retry/i })).toBeVisible();
  complaints.length = 0;
});
