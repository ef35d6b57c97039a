import { expect, fixture, html } from '@open-wc/testing';
import type { PaymentShape } from '../../api/payments.ts';
import { adoptStyles } from '../../styles/adopt.ts';
import { shellStyles } from '../../styles/shell-styles.ts';
import { answerWith, shown } from '../../testing/answers.ts';
import '../../shell/toasts.ts';
import './payment-page.ts';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const asking: PaymentShape = {
  id: 'pa_1',
  state: 'actionNeeded',
  purpose: 'milestoneFunding',
  description: 'First draft',
  subject: { kind: 'milestone', id: 'ms_1' },
  contractId: 'ct_1',
  source: 'method',
  method: 'Sandbox card ending in 3155',
  processor: 'sandbox',
  amount: usd(100_000),
  fee: usd(5000),
  initiation: usd(0),
  tax: usd(950),
  total: usd(105_950),
  refunded: usd(0),
  isDisputed: false,
  refusal: null,
  nextAction: { kind: 'sandbox' },
  confirmBy: '2026-11-24T09:00:00.000Z',
  refunds: [],
  createdAt: '2026-11-23T09:00:00.000Z',
  settledAt: null,
};
const posted: PaymentShape = {
  ...asking,
  state: 'posted',
  nextAction: null,
  confirmBy: null,
  settledAt: '2026-11-23T09:05:00.000Z',
};

let stop = () => {};

async function open(payment: PaymentShape, more: Record<string, unknown> = {}) {
  adoptStyles(...shellStyles);
  const network = answerWith({ 'GET /v1/payments/pa_1': payment, ...more });
  stop = network.stop;
  const page = await fixture<HTMLElement>(
    html`<div><portal-payment-page .paymentId=${'pa_1'}></portal-payment-page><portal-toasts></portal-toasts></div>`,
  );
  await shown(() => page.querySelector('.rows'), 'the payment');
  const button = (name: string) =>
    [...page.querySelectorAll('button')].find((one) => one.textContent?.trim().startsWith(name));
  return { page, button, asked: network.asked };
}

describe('a payment', () => {
  afterEach(() => stop());

  it('whose bank asks says for what, from where and until when, and leaves out what is nothing', async () => {
    const { page, button } = await open(asking);
    const question = page.querySelector('section[aria-live]')!;
    for (const words of ['$1,059.50', 'Sandbox card ending in 3155', 'First draft', 'Nov 24, 2026'])
      expect(question.textContent).to.contain(words);
    expect(button('Yes, confirm $1,059.50')).to.not.equal(undefined);
    const sums = [...page.querySelectorAll('.rows .money')].map((sum) => sum.textContent);
    expect(sums).to.deep.equal(['$1,000', '$50', '$9.50', '$1,059.50']);
    await expect(page).to.be.accessible();
  });

  it('is paid once its bank has its yes, and asks no more', async () => {
    const { page, button, asked } = await open(asking, { 'POST /v1/payments/pa_1/confirmation': posted });
    button('Yes, confirm')!.click();
    await shown(() => page.querySelector('.toasts')?.textContent?.includes('Confirmed and paid'), 'that it is paid');
    expect(asked.find(({ method }) => method === 'POST')?.body).to.deep.equal({ isConfirmed: true });
    expect(button('Yes, confirm')).to.equal(undefined);
    expect(page.querySelector('h1 ~ *, .page-head')?.textContent).to.contain('Paid');
  });

  it('that was not confirmed says so in words and takes nothing', async () => {
    const voided = { ...posted, state: 'voided', refusal: 'authentication_failed' } as const;
    const { page, button, asked } = await open(asking, { 'POST /v1/payments/pa_1/confirmation': voided });
    button('No, this is not me')!.click();
    const said = await shown(() => page.querySelector('.notice.danger'), 'why not');
    expect(said.textContent).to.contain('the bank did not get its confirmation');
    expect(said.textContent).to.contain('Nothing was taken');
    expect(asked.find(({ method }) => method === 'POST')?.body).to.deep.equal({ isConfirmed: false });
    await expect(page).to.be.accessible();
  });
});
