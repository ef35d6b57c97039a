import type { Locator, Page } from '@playwright/test';
import { expect, intranetUrl, portalUrl, test } from './clean-page.ts';
import { asking, confirmsWhenAsked, passDays } from './later.ts';
import { signIn } from './sign-in.ts';

const larkmoor = `${portalUrl}/t/larkmoor`;
const history = 'Order history for the service portal';
const signs = 'Safety signs of the Kassel plant in Arabic and Turkish';

test('from a card to a bank account: funded, sent back, released, secured, paid out', async ({ browser, page }) => {
  test.setTimeout(300_000);
  const person = async (email: string, base: string): Promise<Page> => {
    const own = await (await browser.newContext({ locale: 'en-US' })).newPage();
    await signIn(own, base, email, []);
    await confirmsWhenAsked(own);
    return own;
  };
  const openMilestones = async (own: Page, list: string, title: string) => {
    await own.goto(list);
    await own.getByRole('main').getByRole('link', { name: title }).first().click();
    await expect(own.getByRole('heading', { name: title, level: 1 })).toBeVisible();
    await own
      .getByRole('main')
      .getByRole('link', { name: /^Milestones/ })
      .first()
      .click();
  };
  const operator = await person('operator@desk.example', portalUrl);
  const hanna = await person('hanna@larkmoor.example', larkmoor);
  const adaeze = await person('adaeze@talent.example', portalUrl);
  const dialog = hanna.getByRole('dialog');
  const fundFrom = async (milestone: Locator, digits: string, total: string) => {
    await milestone.getByRole('button', { name: /^Fund/ }).click();
    await dialog.getByRole('radio', { name: new RegExp(digits) }).check();
    await dialog.getByRole('button', { name: `Pay ${total}` }).click();
  };

  await test.step('finance saves a card that is declined, one whose bank asks, one that is taken back', async () => {
    const petra = await person('petra@larkmoor.example', larkmoor);
    for (const digits of ['0002', '3155', '0259']) {
      await petra.goto(`${larkmoor}/billing/methods`);
      await petra.getByRole('button', { name: 'Add a payment method' }).click();
      const adding = petra.getByRole('dialog');
      await adding.getByRole('radio', { name: 'Card', exact: true }).check();
      await adding.getByRole('button', { name: 'Go on' }).click();
      await adding.getByRole('radio', { name: new RegExp(digits) }).check();
      await adding.getByRole('button', { name: 'Save' }).click();
      await expect(petra.getByText('Saved. It can be paid with now.')).toBeVisible();
    }
    await petra.context().close();
  });

  await test.step('a decline says so and takes nothing; another card’s bank asks first', async () => {
    await openMilestones(hanna, `${larkmoor}/contracts`, history);
    const handover = milestoneOf(hanna, 'Handover: tests');
    await fundFrom(handover, '0002', '$1,995');
    await expect(handover.getByText(/The payment was declined/)).toBeVisible();
    await fundFrom(handover, '3155', '$1,995');
    await handover.getByRole('link', { name: 'Confirm the payment' }).click();
    await hanna.getByRole('button', { name: /^Yes, confirm/ }).click();
    await expect(hanna.getByText('Confirmed and paid.')).toBeVisible();
    await openMilestones(hanna, `${larkmoor}/contracts`, history);
    await expect(handover.getByText('$1,900 in escrow')).toBeVisible();
  });

  await test.step('a card that its bank takes back three days later pays another contract', async () => {
    await openMilestones(hanna, `${larkmoor}/contracts`, signs);
    const files = milestoneOf(hanna, 'Print files');
    await fundFrom(files, '0259', '$682.50');
    await expect(files.getByText('$650 in escrow')).toBeVisible();
  });

  await test.step('work is handed in, sent back, and handed in again', async () => {
    await openMilestones(adaeze, `${portalUrl}/my/contracts`, history);
    const own = milestoneOf(adaeze, 'Handover: tests');
    const handIn = async (button: string, note: string) => {
      await own.getByRole('button', { name: button }).click();
      await adaeze.getByRole('dialog').getByRole('textbox', { name: 'Note' }).fill(note);
      await adaeze.getByRole('dialog').getByRole('button', { name: 'Hand in', exact: true }).click();
      await expect(own.getByText(note)).toBeVisible();
    };
    await handIn('Hand in work', 'Tests and four pages of documentation.');
    await openMilestones(hanna, `${larkmoor}/contracts`, history);
    await milestoneOf(hanna, 'Handover: tests').getByRole('button', { name: 'Request changes' }).click();
    await dialog.getByRole('textbox').fill('The hour with the team is missing.');
    await dialog.getByRole('button', { name: 'Request changes' }).click();
    // Nobody loads this page again: it hears of the change.
    await expect(own.getByText('Changes wanted: The hour with the team is missing.')).toBeVisible();
    await handIn('Hand in again', 'We sat together on Tuesday; the notes are attached to the wiki.');
  });

  await test.step('in the intranet the next step is one button, and the PIN of the badge before money moves', async () => {
    await page.goto(intranetUrl);
    await page.getByLabel('Signed in as').selectOption('hanna@larkmoor.example');
    await page.getByRole('button', { name: 'Switch' }).click();
    await page.goto(`${intranetUrl}/strict/contracts`);
    for (const left of [2, 1]) {
      await page.getByRole('button', { name: history }).click();
      await page.getByRole('button', { name: 'Approve' }).last().click();
      await page.getByRole('button', { name: /^Release / }).click();
      if (left === 2) {
        await page.getByLabel('PIN').fill('2468');
        await page.getByRole('button', { name: 'Confirm' }).click();
      }
      await expect(page.getByText(/Released/).first()).toBeVisible();
    }
  });

  await test.step('the security period passes, the bank takes a card’s money back, and work there rests', async () => {
    await passDays(operator, 5);
    await hanna.goto(`${larkmoor}/billing/disputes`);
    await expect(hanna.getByRole('main')).toContainText('$682.50');
    await hanna.goto(`${larkmoor}/contracts`);
    await hanna.getByRole('main').getByRole('link', { name: signs }).first().click();
    await expect(hanna.getByText(/bank questions a payment/)).toBeVisible();
  });

  await test.step('the freelancer takes everything out, and it arrives', async () => {
    await adaeze.goto(`${portalUrl}/payouts`);
    await adaeze.getByRole('button', { name: 'Take money out' }).click();
    const taking = adaeze.getByRole('dialog', { name: 'Take money out' });
    await taking.getByRole('button', { name: /^Take out \$/ }).click();
    await expect(adaeze.getByText(/are on their way to/)).toBeVisible();
    await passDays(operator, 1);
    await passDays(operator, 1);
    await adaeze.goto(`${portalUrl}/payouts`);
    await expect(adaeze.getByText('Arrived')).toHaveCount(2);
  });

  await test.step('every page says what the ledger says, and the ledger holds', async () => {
    const asHanna = await asking('hanna@larkmoor.example', 'larkmoor');
    const { items } = await (await asHanna.get(`${larkmoor}/v1/contract-status?filter=all&limit=50`)).json();
    const { id, money } = items.find(({ title }: { title: string }) => title === history);
    expect(money).toMatchObject({ inEscrow: usd(0), released: usd(7_500), funded: usd(7_500), paid: usd(7_875) });
    const { items: transactions } = await (
      await asHanna.get(`${larkmoor}/v1/transactions?contract=${id}&limit=100`)
    ).json();
    expect(transactions.length).toBeGreaterThan(0);
    await openMilestones(hanna, `${larkmoor}/contracts`, history);
    await expect(milestoneOf(hanna, 'Handover: tests').getByText('paid', { exact: true })).toBeVisible();
    const desk = await asking('operator@desk.example');
    await desk.post(`${portalUrl}/v1/operator/ledger/verifications`);
    await expect
      .poll(
        async () =>
          (await (await desk.get(`${portalUrl}/v1/operator/ledger/health`)).json()).verification?.broken ?? 'none yet',
      )
      .toBe(null);
  });
});

const milestoneOf = (own: Page, name: string): Locator =>
  own.getByRole('listitem').filter({ has: own.getByRole('heading', { name: new RegExp(`^${name}`) }) });

const usd = (dollars: number) => ({ amountMinor: dollars * 100, currency: 'USD' });
