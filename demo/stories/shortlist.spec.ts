import { expect, portalUrl, test } from './clean-page.ts';
import { signIn } from './sign-in.ts';

const tenant = `${portalUrl}/t/larkmoor`;

test('a recruiter saves two people, notes one on a list, compares both, and takes a removal back', async ({
  page,
  complaints,
}, { project }) => {
  const listName = `Kiosk team ${project.name} ${Date.now().toString(36)}`;
  const note = 'Knows the payment terminals, free in May.';
  await signIn(page, tenant, 'rosa@larkmoor.example', complaints);

  // Each project searches for its own craft: two browsers on one list would take each other's people off.
  await page.goto(`${tenant}/talent?q=${project.name === 'phone' ? 'python' : 'photoshop'}`);
  const people = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2 }) });
  const unsaved = people.filter({ has: page.getByRole('button', { name: /^Save / }) });
  const names: string[] = [];
  for (let n = 0; n < 2; n++) {
    const name = (await unsaved.first().getByRole('heading', { level: 2 }).textContent())!.trim();
    await page.getByRole('button', { name: `Save ${name}`, exact: true }).click();
    await expect(page.getByRole('button', { name: `Saved ${name}`, exact: true })).toBeVisible();
    names.push(name);
  }
  const [first, second] = names as [string, string];

  await page.goto(`${tenant}/lists`);
  await page.getByRole('button', { name: 'New list' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(listName);
  await page.getByRole('dialog').getByRole('button', { name: 'Create list' }).click();
  await expect(
    page
      .getByRole('link', { name: listName })
      .or(page.getByRole('heading', { name: listName }))
      .first(),
  ).toBeVisible();

  for (const name of names) {
    await page.goto(`${tenant}/lists`);
    await page.getByRole('link', { name: 'Saved', exact: true }).click();
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('button', { name: 'Add to list' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: new RegExp(`^${listName}`) }).check();
    await dialog.getByRole('button', { name: 'Add to list' }).click();
    await expect(page.getByText('Lists changed.').first()).toBeVisible();
  }

  await page.goto(`${tenant}/lists`);
  await page.getByRole('link', { name: listName }).click();
  await page.getByRole('textbox', { name: `Note about ${first}` }).fill(note);
  await page.keyboard.press('Tab');
  await expect(page.getByText('Note saved.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: `Note about ${first}` })).toHaveValue(note);

  await page.getByRole('checkbox', { name: `Choose ${first} for comparison` }).check();
  await page.getByRole('checkbox', { name: `Choose ${second} for comparison` }).check();
  await page.getByRole('button', { name: 'Compare 2' }).click();
  await expect(page).toHaveURL(/\/compare\?/);
  await expect(page.getByRole('columnheader')).toHaveCount(2);
  for (const name of names) await expect(page.getByRole('columnheader', { name })).toBeVisible();
  await page.goBack();

  await page.getByRole('button', { name: `Remove ${first} from the list` }).click();
  await expect(page.getByRole('link', { name: first, exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: first, exact: true })).toBeVisible();

  // The whole list goes without a question, and comes back with its notes from the page that stands there by then.
  await page.getByRole('button', { name: 'Delete list' }).click();
  await expect(page.getByRole('status').filter({ hasText: `“${listName}” is deleted` })).toBeVisible();
  await expect(page.getByRole('link', { name: listName })).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await page.getByRole('link', { name: listName }).click();
  await expect(page.getByRole('textbox', { name: `Note about ${first}` })).toHaveValue(note);
});
