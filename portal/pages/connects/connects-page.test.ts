import { expect, fixture, html } from '@open-wc/testing';
import { me } from '../../shell/session.ts';
import { answerWith, refusal, shown } from '../../testing/answers.ts';
import { bundles, connectsAccount, signInFreelancer } from '../../testing/own-world.ts';
import './connects-page.ts';

const buying = 'POST /v1/freelancers/me/connects/purchases';
let stop = () => {};
let keys: string[] = [];

async function open(more: Record<string, unknown> = {}) {
  signInFreelancer();
  const network = answerWith({
    'GET /v1/freelancers/me/connects': connectsAccount,
    'GET /v1/freelancers/me/connects/bundles': bundles,
    ...more,
  });
  const answered = window.fetch;
  keys = [];
  window.fetch = (input, init) => {
    const key = new Headers(init?.headers).get('idempotency-key');
    if (key) keys.push(key);
    return answered(input, init);
  };
  stop = network.stop;
  const page = await fixture<HTMLElement>(html`<div><portal-connects-page></portal-connects-page></div>`);
  await shown(() => page.querySelector('tbody tr'), 'the movements');
  return { page, asked: network.asked };
}

async function openDialog(page: HTMLElement): Promise<HTMLElement> {
  page.querySelector<HTMLButtonElement>('.page-head button')!.click();
  const dialog = await shown(() => document.querySelector<HTMLElement>('portal-buy-connects-dialog'), 'the dialog');
  await shown(() => dialog.querySelector('[name=card]:checked'), 'the cards');
  return dialog;
}

const press = (dialog: HTMLElement) => dialog.querySelector('form')!.requestSubmit();

describe('connects', () => {
  afterEach(() => {
    stop();
    me.set(undefined);
    document.querySelector('portal-buy-connects-dialog')?.remove();
  });

  it('says of each movement why, and strikes what never came', async () => {
    const { page } = await open();
    const rows = [...page.querySelectorAll('tbody tr')].map((row) => row.textContent?.replace(/\s+/g, ' ') ?? '');
    expect(rows[0]).to.contain('Bought').and.contain('Came to nothing');
    expect(page.querySelector('tbody tr s')?.textContent).to.equal('+20');
    expect(rows[1]).to.contain('the job was closed without a hire').and.contain('Valves').and.contain('+12');
    expect(rows[2]).to.contain('Nov 2026').and.contain('+10');
    await expect(page).to.be.accessible();
  });

  it('says what will be paid on the button, pays it once, and shows the new balance', async () => {
    let { balance } = connectsAccount;
    const { page, asked } = await open({
      'GET /v1/freelancers/me/connects': () => ({ ...connectsAccount, balance }),
      [buying]: () => {
        balance += 10;
        return { id: 'pa_1', connects: 10, state: 'posted' };
      },
    });
    const dialog = await openDialog(page);
    await expect(dialog).to.be.accessible();
    dialog.querySelector<HTMLInputElement>('[name=bundle][value="10"]')!.click();
    await shown(() => dialog.querySelector('[type=submit]')?.textContent?.trim() === 'Pay $1.50', 'the price');
    press(dialog);
    press(dialog);
    await shown(() => page.querySelector('.figures dd')?.textContent === '30', 'the new balance');
    expect(asked.filter(({ method }) => method === 'POST').map(({ body }) => body)).to.deep.equal([
      { connects: 10, card: 'sandbox_card_success' },
    ]);
    expect(document.querySelector('portal-buy-connects-dialog')).to.equal(null);
  });

  it('says that a card was declined and tries again with a key of its own', async () => {
    const { page } = await open({ [buying]: () => refusal(402, 'card_declined') });
    const dialog = await openDialog(page);
    press(dialog);
    const notice = await shown(() => dialog.querySelector('[role=alert]'), 'the refusal');
    expect(notice.textContent).to.contain('Nothing was paid');
    press(dialog);
    await shown(() => keys.length === 2, 'the second try');
    expect(new Set(keys).size).to.equal(2);
  });

  it('keeps the key while it is not known whether the card was charged', async () => {
    const { page } = await open({ [buying]: () => refusal(503, 'unavailable') });
    const dialog = await openDialog(page);
    press(dialog);
    await shown(() => dialog.querySelector('[role=alert]'), 'the failure');
    press(dialog);
    await shown(() => keys.length === 2, 'the second try');
    expect(new Set(keys).size).to.equal(1);
  });
});
