import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { Workbook } from '@cj-tech-master/excelts';
import { expect, portalUrl, test } from './clean-page.ts';
import { asking } from './later.ts';
import { signIn } from './sign-in.ts';

const larkmoor = `${portalUrl}/t/larkmoor`;
const cents = (text: string | null) => Math.round(Number((text ?? '').replaceAll(/[^\d.-]/g, '')) * 100);

test('procurement finds why a team is over budget, down to the entries, exports it and has it sent each month', async ({
  page,
  complaints,
}, { project }) => {
  test.setTimeout(120_000);
  await signIn(page, larkmoor, 'petra@larkmoor.example', complaints);
  const dialog = page.getByRole('dialog');

  await test.step('from home to the entries behind the figure in two clicks; they sum to it', async () => {
    await page.getByRole('link', { name: 'Why is a team over budget?' }).click();
    await expect(page.getByRole('heading', { name: 'Why is a team over budget?', level: 1 })).toBeVisible();
    const spent = page.getByRole('button', { name: /^Actual \$[1-9].*Digital products/ }).last();
    const figure = (await spent.getAttribute('aria-label')) ?? '';
    await spent.click();
    await expect(dialog.getByText('The entries add up to the figure.')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
    expect(violations).toEqual([]);
    expect(figure).toContain(
      await dialog
        .getByRole('heading', { level: 2 })
        .innerText()
        .then((text) => text.split('Actual ')[1]!),
    );
    await page.reload();
    await expect(dialog.getByText('The entries add up to the figure.'), 'the address brings it back').toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  const shown = cents(
    await page
      .getByRole('button', { name: /^Actual .*, Total\./ })
      .first()
      .innerText(),
  );

  await test.step('the file has the same total, as a number', async () => {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await dialog.getByRole('radio', { name: /^Excel/ }).check();
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog
        .getByRole('link', { name: 'Download' })
        .or(dialog.getByRole('button', { name: 'Download' }))
        .click(),
    ]);
    const book = new Workbook();
    await book.xlsx.load(await readFile(await download.path()));
    const cells = book.worksheets[0]!.getSheetValues().flatMap((row) => (Array.isArray(row) ? row : []));
    expect(cells.filter((cell) => typeof cell === 'number').map((cell) => Math.round(cell * 100))).toContain(shown);
    await page.keyboard.press('Escape');
  });

  await test.step('it is sent by itself from now on, and a test arrives', async () => {
    const name = `Budgets, ${project.name}`;
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page
      .getByRole('menuitem', { name: 'Schedule' })
      .or(page.getByRole('button', { name: 'Schedule', exact: true }))
      .click();
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    await dialog.getByLabel('How often').selectOption({ label: 'Every month' });
    await dialog.getByRole('button', { name: 'Save schedule' }).click();
    await expect(page.getByText(/^Saved\. Next on/)).toBeVisible();
    const petra = await asking('petra@larkmoor.example', 'larkmoor');
    const { items } = await (await petra.get(`${larkmoor}/v1/reports/schedules`)).json();
    expect(items.map((schedule: { name: string }) => schedule.name)).toContain(name);
    await petra.dispose();
  });
});

test('who reads for one team sees that team alone, and is told why another stays closed', async ({
  page,
  complaints,
}) => {
  await signIn(page, larkmoor, 'jakub@larkmoor.example', complaints);
  await page.goto(`${larkmoor}/reports/spend`);
  await expect(page.getByRole('cell', { name: 'Operations' }).first()).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Digital' })).toHaveCount(0);
  await page.goto(`${larkmoor}/reports/spend?team=Digital`);
  await expect(page.getByText('You read the figures of your own teams.', { exact: false })).toBeVisible();
  // The refusal is printed by the browser, as every 403 is.
  expect(complaints.every((line) => line.includes('403'))).toBe(true);
  complaints.length = 0;
});
