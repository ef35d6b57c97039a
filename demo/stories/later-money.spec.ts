import type { Browser, Locator, Page } from '@playwright/test';
import { expect, intranetUrl, portalUrl, test } from './clean-page.ts';
import { asking, confirmsWhenAsked, passDays, passMinutes, passUntil } from './later.ts';
import { signIn } from './sign-in.ts';

const larkmoor = `${portalUrl}/t/larkmoor`;
const history = 'Order history for the service portal';
const signs = 'Safety signs of the Kassel plant in Arabic and Turkish';

// Time passes for everybody.
test.describe.configure({ mode: 'serial' });

test('from a card to a bank account: funded, sent back, released, secured, paid out', async ({
  browser,
  page,
  complaints,
}) => {
  test.setTimeout(300_000);
  const person = (email: string, base: string) => signedIn(browser, email, base);
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
  const petra = await person('petra@larkmoor.example', larkmoor);
  const adaeze = await person('adaeze@talent.example', portalUrl);
  const dialog = hanna.getByRole('dialog');
  const payFrom = async (digits: string, total: string) => {
    await dialog.getByRole('radio', { name: new RegExp(digits) }).check();
    await dialog.getByRole('button', { name: `Pay ${total}` }).click();
  };

  await test.step('finance saves a card that is declined, one whose bank asks, one that is taken back', async () => {
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
  });

  await test.step('a decline says so and takes nothing; another card’s bank asks first', async () => {
    await openMilestones(hanna, `${larkmoor}/contracts`, history);
    const handover = milestoneOf(hanna, 'Handover: tests');
    await handover.getByRole('button', { name: 'Fund' }).click();
    await payFrom('0002', '$1,995');
    await expect(dialog.getByRole('alert')).toContainText('declined');
    await payFrom('3155', '$1,995');
    await handover.getByRole('link', { name: 'Confirm the payment' }).click();
    await hanna.getByRole('button', { name: /^Yes, confirm/ }).click();
    await expect(hanna.getByText('Confirmed and paid.')).toBeVisible();
    await openMilestones(hanna, `${larkmoor}/contracts`, history);
    await expect(handover.getByText('$1,900 in escrow')).toBeVisible();
  });

  await test.step('a card that its bank takes back three days later pays another contract', async () => {
    await openMilestones(hanna, `${larkmoor}/contracts`, signs);
    const files = milestoneOf(hanna, 'Print files');
    await files.getByRole('button', { name: 'Fund' }).click();
    await payFrom('0259', '$682.50');
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
    await expect(own.getByRole('note')).toContainText('The hour with the team is missing.');
    await handIn('Hand in again', 'We sat together on Tuesday; the notes are attached to the wiki.');
  });

  await test.step('in the intranet the next step is one button, and the PIN of the badge before money moves', async () => {
    await page.goto(intranetUrl);
    await page.getByLabel('Signed in as').selectOption('hanna@larkmoor.example');
    await page.getByRole('button', { name: 'Switch' }).click();
    await page.goto(`${intranetUrl}/strict/contracts`);
    const release = async (amount: string) => {
      await page.getByRole('button', { name: `Approve ${history}` }).click();
      await expect(page.getByRole('dialog')).toContainText(amount);
      await page.getByRole('button', { name: 'Approve and release' }).click();
    };
    await release('$3,200');
    await page.getByLabel('PIN').fill('2468');
    await page.getByRole('button', { name: 'Confirm' }).click();
    // The next thing that waits takes its place by itself, and the session stays raised for it.
    await expect(page.getByText('review “Handover: tests')).toBeVisible();
    await release('$1,900');
    await expect(page.getByText('$7,500 released')).toBeVisible();
    await leave(page, complaints);
  });

  await test.step('the security period passes, the bank takes a card’s money back, and work there rests', async () => {
    await passDays(operator, 5);
    await petra.goto(`${larkmoor}/billing/disputes`);
    await expect(petra.getByRole('main')).toContainText('$682.50');
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
    const list = await asHanna.get(`${larkmoor}/v1/transactions?contractId=${id}&limit=100`);
    const { items: transactions } = (await list.json()) as { items: Transaction[] };
    const paid = transactions
      .filter(({ state }) => state === 'posted')
      .reduce((sum, { total }) => sum + total.amountMinor, 0);
    expect(Math.abs(paid)).toBe(787_500);
    await hanna.goto(`${larkmoor}/billing/transactions?contractId=${id}`);
    await expect(hanna.getByRole('main')).toContainText('$1,995');
    await openMilestones(hanna, `${larkmoor}/contracts`, history);
    await expect(milestoneOf(hanna, 'Handover: tests').getByText('Paid', { exact: true })).toBeVisible();
    const desk = await asking('operator@desk.example');
    const { id: verification } = await (await desk.post(`${portalUrl}/v1/operator/ledger/verifications`)).json();
    await expect
      .poll(async () => {
        const health = await (await desk.get(`${portalUrl}/v1/operator/ledger/health`)).json();
        return health.verification.id === verification && health.verification.state;
      })
      .toBe('clean');
  });
});

test('from a timer to a bank account: tracked, entered, charged, accepted, secured, paid out', async ({
  browser,
  page,
  complaints,
}) => {
  test.setTimeout(300_000);
  const operator = await asking('operator@desk.example');
  const asJonas = await asking('jonas@talent.example');
  const jonas = await signedIn(browser, 'jonas@talent.example', portalUrl);
  const title = 'Design system upkeep';

  await test.step('the timer counts tens of minutes, and what it knows stays when it stops', async () => {
    await passUntil(operator, 3, 15);
    await jonas.goto(`${portalUrl}/my/time`);
    const contracts = jonas.getByLabel('Contract');
    await contracts.selectOption(await contracts.getByRole('option', { name: title }).getAttribute('value'));
    await jonas.getByRole('textbox', { name: 'What are you working on?' }).fill('Focus ring of the date field');
    await jonas.getByRole('button', { name: 'Start' }).click();
    await expect(jonas.getByRole('button', { name: 'Stop' })).toBeVisible();
    await passMinutes(operator, 9);
    // What the page does once a minute.
    await asJonas.post(`${portalUrl}/v1/freelancers/me/timer/heartbeat`);
    await passMinutes(operator, 9);
    await jonas.getByRole('button', { name: 'Stop' }).click();
    await expect(jonas.getByText(/Last 24 hours: 0:[12]0 h/)).toBeVisible();
  });

  await test.step('earlier days are typed into the week', async () => {
    await jonas.getByRole('textbox', { name: `What you worked on: ${title}` }).fill('Table component, with Lea');
    const cells = jonas.getByRole('textbox', { name: new RegExp(`^${title}, `) });
    for (const day of [0, 1]) {
      await cells.nth(day).fill('4:00');
      await cells.nth(day).press('Enter');
      await expect(cells.nth(day)).toHaveValue('4:00');
    }
    await expect(jonas.getByRole('row', { name: new RegExp(title) }).first()).toContainText(/8:[12]0/);
  });

  await test.step('on Monday the week is charged, and the client accepts it in the intranet', async () => {
    await passUntil(operator, 1, 13);
    await page.goto(intranetUrl);
    await page.getByLabel('Signed in as').selectOption('hanna@larkmoor.example');
    await page.getByRole('button', { name: 'Switch' }).click();
    await page.goto(`${intranetUrl}/hiring/hours`);
    await page.getByRole('button', { name: 'Jonas Lindemann' }).first().click();
    await expect(page.getByText('Focus ring of the date field').first()).toBeVisible();
    await page.getByRole('button', { name: 'Accept week' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Accept the week of Jonas Lindemann' });
    await dialog.getByRole('button', { name: /^Accept/ }).click();
    await page.getByLabel('PIN').fill('2468');
    await page.getByRole('button', { name: 'Confirm' }).click();
    await expect(page.getByText('The week of Jonas Lindemann is accepted.')).toBeVisible();
    await leave(page, complaints);
  });

  await test.step('a new account waits three days, the week five, and then the money is there', async () => {
    await jonas.goto(`${portalUrl}/payouts/methods`);
    await jonas.getByRole('button', { name: 'Add a method' }).click();
    const dialog = jonas.getByRole('dialog', { name: 'Add a method' });
    await dialog.getByRole('radio', { name: /1111, arrives at once/ }).check();
    await dialog.getByRole('button', { name: 'Add a method' }).click();
    await expect(jonas.getByText(/Added. It can be used from/)).toBeVisible();
    for (let day = 0; day < 6; day++) await passMinutes(operator, 1440);
    await jonas.goto(`${portalUrl}/payouts`);
    await jonas.getByRole('button', { name: 'Take money out' }).click();
    const taking = jonas.getByRole('dialog', { name: 'Take money out' });
    await taking.getByLabel('To').selectOption({ label: 'Sandbox bank •••• 1111, USD' });
    await taking.getByRole('button', { name: /^Take out \$/ }).click();
    await expect(jonas.getByText('Arrived').first()).toBeVisible();
  });
});

/** The intranet's page is left before time passes. Asking who it is answers 401, which a browser prints. */
async function leave(page: Page, complaints: string[]): Promise<void> {
  expect(complaints.filter((line) => !line.includes('status of 401'))).toEqual([]);
  complaints.length = 0;
  await page.goto('about:blank');
}

async function signedIn(browser: Browser, email: string, base: string): Promise<Page> {
  const own = await (await browser.newContext({ locale: 'en-US' })).newPage();
  await signIn(own, base, email, []);
  await confirmsWhenAsked(own);
  return own;
}

const milestoneOf = (own: Page, name: string): Locator =>
  own.getByRole('listitem').filter({ has: own.getByRole('heading', { name: new RegExp(`^${name}`) }) });

type Transaction = { state: string; total: { amountMinor: number } };

const usd = (dollars: number) => ({ amountMinor: dollars * 100, currency: 'USD' });
