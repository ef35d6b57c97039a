import { expect, fixture, html } from '@open-wc/testing';
import type { OwnMoney, Payout, PayoutMethods, PayoutQuote } from '../../api/payouts.ts';
import { adoptStyles } from '../../styles/adopt.ts';
import { shellStyles } from '../../styles/shell-styles.ts';
import { answerWith, refusal, shown } from '../../testing/answers.ts';
import '../../shell/toasts.ts';
import './payouts-page.ts';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const bank = { id: 'pm_1', rail: 'wire', label: 'GB •••• 6819', isSandbox: true } as const;

const payout: Payout = {
  id: 'po_1',
  state: 'requested',
  amount: usd(10_000),
  fee: usd(3000),
  withheld: usd(0),
  net: usd(7000),
  method: bank,
  origin: 'request',
  isHeld: false,
  isInBatch: false,
  reason: null,
  createdAt: '2026-11-20T09:00:00.000Z',
  submittedAt: null,
  arrivesAt: null,
  paidAt: null,
  endedAt: null,
};
const own: OwnMoney = {
  isSandbox: true,
  hasTaxForm: true,
  hasUsableMethod: true,
  isOnHold: false,
  currencies: [
    {
      currency: 'USD',
      inSecurity: usd(144_000),
      available: usd(66_000),
      onTheWay: usd(0),
      paidOut: usd(150_000),
      coming: [],
      underWay: [],
      nextPayoutAt: null,
      months: [],
    },
  ],
};
const methods: PayoutMethods = {
  items: [
    {
      ...bank,
      currency: 'USD',
      holderName: 'Priya Deshpande',
      state: 'usable',
      blockReason: null,
      usableAt: null,
      fee: usd(3000),
      createdAt: '2026-10-01T09:00:00.000Z',
    },
  ],
  options: [],
  legalName: 'Priya Deshpande',
  waitDays: 3,
};
const quote: PayoutQuote = {
  amount: usd(66_000),
  fee: usd(3000),
  withheld: usd(0),
  withholdingBasisPoints: 0,
  net: usd(63_000),
  available: usd(66_000),
  left: usd(0),
  arrivesAt: '2026-11-25T09:00:00.000Z',
  refusal: null,
};
const mine = '/v1/freelancers/me';

let stop = () => {};

async function open(more: Record<string, unknown> = {}) {
  adoptStyles(...shellStyles);
  const network = answerWith({
    [`GET ${mine}/money`]: own,
    [`GET ${mine}/payout-methods`]: methods,
    [`GET ${mine}/payouts`]: { items: [payout], nextCursor: null },
    [`GET ${mine}/payout-schedules/USD`]: {
      currency: 'USD',
      methodId: null,
      frequency: 'manual',
      minimum: usd(0),
      nextRunAt: null,
      revision: 0,
    },
    [`POST ${mine}/payouts/quote`]: quote,
    [`POST ${mine}/payouts`]: { ...payout, id: 'po_2', amount: usd(66_000), net: usd(63_000) },
    ...more,
  });
  stop = network.stop;
  const page = await fixture<HTMLElement>(
    html`<div><portal-payouts-page></portal-payouts-page><portal-toasts></portal-toasts></div>`,
  );
  await shown(() => page.querySelector('portal-schedule-card section'), 'the schedule');
  const request = async () => {
    [...page.querySelectorAll('button')].find((one) => one.textContent?.trim() === 'Take money out')!.click();
    return shown(() => document.querySelector<HTMLElement>('portal-request-payout-dialog dialog'), 'the dialog');
  };
  return { page, request, asked: network.asked };
}

describe('payouts', () => {
  afterEach(() => {
    document.querySelector('portal-request-payout-dialog')?.remove();
    stop();
  });

  it('shows where the money is, names the sandbox, and lists what went out', async () => {
    const { page } = await open();
    const figures = [...page.querySelectorAll('.figures dd')].map((figure) => figure.textContent);
    expect(figures).to.deep.equal(['$1,440', '$660', '$0', '$1,500']);
    expect(page.querySelector('portal-sandbox-note')?.textContent).to.contain('no real money');
    expect(page.querySelector('.data-table, .data-list')?.textContent ?? page.textContent).to.contain('GB •••• 6819');
    await expect(page).to.be.accessible();
  });

  it('says before the button what leaves, what it costs and what arrives, and asks for just that', async () => {
    const { page, request, asked } = await open();
    const dialog = await request();
    const sums = await shown(() => dialog.querySelector('.sums'), 'the sums');
    expect([...sums.querySelectorAll('dd')].map((sum) => sum.textContent?.trim())).to.deep.equal([
      '$660',
      '−$30',
      '$630',
      '$0',
    ]);
    await expect(dialog).to.be.accessible();
    expect(dialog.querySelector('button[type=submit]')?.textContent).to.contain('Take out $660');
    dialog.querySelector('form')!.requestSubmit();
    await shown(() => page.querySelector('.toasts')?.textContent?.includes('$630'), 'what is on its way');
    expect(asked.find(({ method, path }) => method === 'POST' && path === `${mine}/payouts`)?.body).to.deep.equal({
      methodId: 'pm_1',
      amount: usd(66_000),
    });
  });

  it('keeps the dialog and its amount when it is refused, with the reason in it', async () => {
    const { request } = await open({ [`POST ${mine}/payouts`]: () => refusal(409, 'payouts_on_hold') });
    const dialog = await request();
    await shown(() => dialog.querySelector('.sums'), 'the sums');
    dialog.querySelector('form')!.requestSubmit();
    await shown(() => dialog.textContent?.includes('payouts_on_hold'), 'the refusal');
    expect(dialog.querySelector<HTMLInputElement>('#amount')?.value).to.equal('660');
  });

  it('says what is in the way instead of offering what would be refused', async () => {
    const { page } = await open({ [`GET ${mine}/money`]: { ...own, hasTaxForm: false } });
    expect(page.querySelector('a[href$="/tax"]')?.textContent).to.contain('Sign the form');
    expect([...page.querySelectorAll('.page-head button')].length).to.equal(0);
    await expect(page).to.be.accessible();
  });
});
