import { expect, portalUrl, test } from './clean-page.ts';
import { linkMailedTo } from './mailbox.ts';
import { signIn } from './sign-in.ts';

const tenant = `${portalUrl}/t/larkmoor`;
const password = 'three words in a row';

test('an invited recruiter saves people until an admin makes them a viewer', async ({ page, browser, complaints }, {
  project,
}) => {
  const email = `ilse.${project.name}.${Date.now().toString(36)}@larkmoor.example`;
  const name = `Ilse Vermeer ${project.name}`;
  await signIn(page, tenant, 'mirela@larkmoor.example', complaints);
  await page.goto(`${tenant}/settings/members`);
  await page.getByRole('button', { name: 'Invite' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Email address').fill(email);
  await dialog.getByRole('checkbox', { name: 'Hiring manager' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'Recruiter' }).check();
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: email })).toContainText('Recruiter');

  const context = await browser.newContext({ viewport: page.viewportSize() });
  const invited = await context.newPage();
  await invited.goto(await linkMailedTo(invited, email, /invite/i));
  await expect(invited.getByRole('heading', { level: 1 })).toContainText('Larkmoor');
  await invited.getByRole('link', { name: 'Create an account' }).click();
  await invited.getByLabel('Your name').fill(name);
  await invited.getByLabel('Email address').fill(email);
  await invited.getByLabel('Password', { exact: true }).fill(password);
  await invited.getByRole('button', { name: 'Create account' }).click();
  await expect(invited.getByRole('heading', { name: 'Confirm your email address' })).toBeVisible();
  await invited.goto(await linkMailedTo(invited, email, /confirm/i));
  await invited.getByRole('button', { name: 'Accept' }).click();
  await expect(invited.getByRole('heading', { name: /Ilse/ })).toBeVisible();

  await invited.goto(`${tenant}/talent`);
  const people = invited.getByRole('listitem').filter({ has: invited.getByRole('heading', { level: 2 }) });
  await people
    .nth(0)
    .getByRole('button', { name: /^Save / })
    .click();
  await expect(people.nth(0).getByRole('button', { name: /^Saved / })).toBeVisible();

  await page.reload();
  const row = page.getByRole('row').filter({ hasText: email });
  await row.getByRole('button', { name: 'Roles' }).click();
  await dialog.getByRole('checkbox', { name: 'Recruiter' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'Viewer' }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('Viewer');

  // The page of the invited person was open before; its very next request is refused.
  const refused = invited.waitForResponse((answer) => answer.url().includes('/talent/saved/'));
  await people
    .nth(1)
    .getByRole('button', { name: /^Save / })
    .click();
  expect((await refused).status()).toBe(403);
  await expect(people.nth(1).getByRole('button', { name: /^Saved / })).toHaveCount(0);
  await context.close();
});
