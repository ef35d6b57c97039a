import { expect, intranetUrl, portalUrl, test } from './clean-page.ts';
import { linkMailedTo } from './mailbox.ts';

const password = 'three words in a row';

test('somebody signs up, makes a profile, and is found in a company’s intranet by a word just written', async ({
  page,
  complaints,
}, { project }) => {
  const unique = `zymurgy${project.name}${Date.now().toString(36)}`;
  const email = `${unique}@talent.example`;

  await page.goto(`${portalUrl}/sign-up`);
  await page.getByLabel('Your name').fill('Noemi Farkas');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { name: 'Confirm your email address' })).toBeVisible();

  await page.goto(await linkMailedTo(page, email, /confirm/i));
  await expect(page.getByText('Your email address is confirmed.')).toBeVisible();
  if (await page.getByRole('button', { name: 'Sign in', exact: true }).isVisible()) {
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }

  await page.goto(`${portalUrl}/profile/start`);
  await page.getByLabel('Country').selectOption({ label: 'Hungary' });
  await page.getByRole('button', { name: 'Start the profile' }).click();
  await expect(page.getByRole('heading', { name: 'My profile' })).toBeVisible();
  await expect(
    page
      .getByRole('complementary')
      .or(page.getByRole('region', { name: 'Completeness' }))
      .first(),
  ).toContainText('%');

  await page.getByLabel('Headline').fill('Fermentation consultant');
  await page.getByLabel('In your words').fill(`I help small breweries with ${unique}, recipes and cellar work.`);
  await page.getByRole('combobox', { name: 'Add a skill' }).fill('photosh');
  await page
    .getByRole('option', { name: /Photoshop/ })
    .first()
    .click();
  await expect(page.getByText('Everything is saved')).toBeVisible();
  await page.getByLabel('Hourly rate').fill('55');
  await page.getByRole('radio', { name: 'Everybody' }).check();
  await expect(page.getByText('Everything is saved')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('In your words')).toHaveValue(new RegExp(unique));

  await page.goto(`${intranetUrl}/hiring`);
  await page.getByRole('combobox', { name: 'Search talent' }).fill(unique);
  await page.getByRole('combobox', { name: 'Search talent' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Noemi Farkas' })).toBeVisible({ timeout: 1500 });
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(1);

  // Asking who is signed in answers 401 before the sign-in; a browser prints that, and nothing else may be printed.
  const unexpected = complaints.filter((line) => !line.includes('401'));
  complaints.splice(0, complaints.length, ...unexpected);
});
