import type { Page } from '@playwright/test';
import { expect, portalUrl, test } from './clean-page.ts';
import { confirmsWhenAsked } from './later.ts';
import { signIn } from './sign-in.ts';

const bakery = `${portalUrl}/t/brightwater`;

/** What decides for whom pools are is the server: the basic plan is refused there too. */
async function isRefused(page: Page): Promise<boolean> {
  // Not by the page, whose console would print the refusal whenever it likes.
  const answer = await page.request.get(`${bakery}/v1/talent/pools`);
  return answer.status() === 403;
}

test('an owner subscribes to Pro, finds vetted people who are free, keeps two, compares them and hires one', async ({
  browser,
  page,
  complaints,
}) => {
  test.setTimeout(150_000);
  await confirmsWhenAsked(page);
  await signIn(page, bakery, 'gwen@brightwater.example', complaints);
  const dialog = page.getByRole('dialog');

  await test.step('on the basic plan the page says what Pro opens', async () => {
    await page.goto(`${bakery}/pools`);
    await expect(page.getByText('Vetted talent is part of the Pro plan')).toBeVisible();
    expect(await isRefused(page)).toBe(true);
    await page.getByRole('main').getByRole('link', { name: 'See plans' }).click();
    await expect(page.getByRole('button', { name: 'Subscribe to Pro' })).toBeVisible();
    // The page asked as well, and a browser prints every 403.
    expect(complaints.every((line) => line.includes('403'))).toBe(true);
    complaints.length = 0;
  });

  await test.step('the plan is paid by the saved card and opens at once', async () => {
    await page.getByRole('button', { name: 'Subscribe to Pro' }).click();
    await expect(dialog.getByText('Charged now', { exact: true })).toBeVisible();
    await dialog.getByRole('button', { name: 'Pay $99' }).click();
    await expect(page.getByRole('heading', { name: 'Pro Your plan' })).toBeVisible();
    await expect(page.getByRole('row', { name: /Paid \$99/ })).toBeVisible();
    expect(await isRefused(page)).toBe(false);
  });

  await test.step('from the vetted pool to a shortlist: who is free, kept and compared', async () => {
    await page.goto(`${bakery}/pools`);
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Vetted talent/ })
      .click();
    const found = page.getByRole('status').filter({ hasText: /^\d+ people/ });
    const everybody = (await found.textContent()) ?? '';
    await page.getByRole('button', { name: 'Free next week' }).click();
    await expect(found).not.toHaveText(everybody);
    const choices = page.getByRole('checkbox', { name: /^Choose (?!all)/ });
    await expect(choices.nth(1)).toBeVisible();
    const choose = async () => {
      await choices.nth(0).check();
      await choices.nth(1).check();
    };
    await choose();
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await expect(page).toHaveURL(/\/compare\?/);
    await expect(page.getByRole('columnheader')).toHaveCount(2);
    await page.goBack();
    await choose();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('2 people saved to your list.')).toBeVisible();
  });

  await test.step('a direct offer goes to one of them', async () => {
    await page.getByRole('searchbox', { name: 'Name, headline or skill' }).fill('Adaeze');
    await expect(page.getByRole('status').filter({ hasText: /^1 person/ })).toBeVisible();
    await page.getByRole('link', { name: 'Make offer' }).first().click();
    await expect(page.getByText('Adaeze Okafor').first()).toBeVisible();
    await page.getByRole('textbox', { name: 'Title' }).fill('Order page for wedding cakes');
    await page.getByRole('radio', { name: /^Hourly/ }).check();
    await page.getByRole('button', { name: 'Begin the draft' }).click();
    await page.getByRole('textbox', { name: /^Rate/ }).fill('48');
    await page
      .getByRole('textbox', { name: /^Weekly limit/ })
      .or(page.getByRole('spinbutton', { name: /^Weekly limit/ }))
      .fill('10');
    await page.getByRole('textbox', { name: 'Type your name to sign' }).fill('Gwen Castellano');
    await page.getByRole('button', { name: 'Sign and send' }).click();
    await expect(page.getByText('Adaeze Okafor answers next')).toBeVisible();
  });

  await test.step('she signs, and they work together', async () => {
    const context = await browser.newContext();
    const own = await context.newPage();
    await signIn(own, portalUrl, 'adaeze@talent.example', []);
    await own.goto(`${portalUrl}/my/offers`);
    await own
      .getByRole('link', { name: /Order page for wedding cakes|Brightwater/ })
      .first()
      .click();
    await own.getByRole('button', { name: 'Sign', exact: true }).click();
    const signing = own.getByRole('dialog');
    await signing.getByRole('textbox', { name: 'Type your full name' }).fill('Adaeze Okafor');
    await signing.getByRole('checkbox', { name: /agree/ }).check();
    await signing.getByRole('button', { name: 'Sign and accept' }).click();
    // The offer's own page has the same heading.
    await expect(own).toHaveURL(/\/my\/contracts\//);
    await expect(own.getByRole('heading', { name: 'Order page for wedding cakes', level: 1 })).toBeVisible();
    await context.close();
    await page.goto(`${bakery}/contracts`);
    await expect(page.getByRole('link', { name: 'Order page for wedding cakes' })).toBeVisible();
  });
});
