import { expect, fixture, html } from '@open-wc/testing';
import type { TenantPlan } from '../../api/plan.ts';
import { me } from '../../shell/session.ts';
import { answerWith, refusal, shown } from '../../testing/answers.ts';
import './plan-page.ts';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const quote = (minor: number) => ({ amount: usd(minor), tax: usd(minor / 10), total: usd(minor * 1.1) });
const page: TenantPlan = {
  plan: 'basic',
  offers: [
    { plan: 'basic', features: [], prices: null, isByAgreement: false },
    {
      plan: 'pro',
      features: ['vettedTalent'],
      prices: { month: quote(9900), year: quote(99_000) },
      isByAgreement: false,
    },
    { plan: 'enterprise', features: ['vettedTalent', 'reports'], prices: null, isByAgreement: true },
  ],
  subscription: null,
  charges: [],
  mayManage: true,
  isSandbox: true,
};
const method = { id: 'pm_1', kind: 'card', label: 'Visa', last4: '4242', isUsable: true, processor: 'stripe' };
const buying = 'POST /v1/subscription';
let stop = () => {};
let keys: string[] = [];

async function open(more: Record<string, unknown> = {}, plan: TenantPlan = page) {
  const network = answerWith({ 'GET /v1/subscription': plan, 'GET /v1/billing': { methods: [method] }, ...more });
  const answered = window.fetch;
  keys = [];
  window.fetch = (input, init) => {
    const key = new Headers(init?.headers).get('idempotency-key');
    if (key) keys.push(key);
    return answered(input, init);
  };
  stop = network.stop;
  const element = await fixture<HTMLElement>(html`<div><portal-plan-page></portal-plan-page></div>`);
  await shown(() => element.querySelector('.plans'), 'the plans');
  return { element, asked: network.asked };
}
const words = (element: Element) => element.textContent?.replace(/\s+/g, ' ') ?? '';

describe('the plan', () => {
  afterEach(() => {
    stop();
    me.set(undefined);
    document.querySelector('portal-subscribe-dialog')?.remove();
  });

  it('says what is charged with its tax before the button, and tries a declined card anew', async () => {
    const { element, asked } = await open({ [buying]: () => refusal(402, 'payment_declined') });
    await expect(element).to.be.accessible();
    element.querySelector<HTMLButtonElement>('.plans .primary')!.click();
    const dialog = await shown(() => document.querySelector<HTMLElement>('portal-subscribe-dialog'), 'the dialog');
    await shown(() => dialog.querySelector('.sums'), 'the sums');
    expect(words(dialog)).to.contain('$9.90').and.contain('Pay $108.90');
    dialog.querySelector('form')!.requestSubmit();
    await shown(() => dialog.querySelector('.notice.danger'), 'that it was declined');
    dialog.querySelector('form')!.requestSubmit();
    await shown(() => keys.length === 2, 'the second try');
    expect(new Set(keys).size).to.equal(2);
    expect(asked.find(({ method: how }) => how === 'POST')!.body).to.deep.equal({
      plan: 'pro',
      interval: 'month',
      methodId: 'pm_1',
    });
  });

  it('says until when nothing closes while a charge is tried again', async () => {
    const subscription: NonNullable<TenantPlan['subscription']> = {
      ...{ id: 'sb_1', plan: 'pro', state: 'pastDue', interval: 'month', nextInterval: 'year', methodId: 'pm_1' },
      ...{ methodLabel: 'Visa', periodStart: '2026-10-23T12:00:00.000Z', periodEnd: '2026-11-23T12:00:00.000Z' },
      ...{ cancelsAtEnd: false, graceUntil: '2026-12-07T12:00:00.000Z', refusal: 'card_declined' },
      nextCharge: { at: '2026-11-26T12:00:00.000Z', ...quote(99_000) },
    };
    const { element } = await open({}, { ...page, plan: 'pro', subscription });
    expect(words(element)).to.contain('Dec 7').and.contain('then every year').and.contain('$1,089');
    await expect(element).to.be.accessible();
  });
});
