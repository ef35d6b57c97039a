import { expect, fixture, html } from '@open-wc/testing';
import type { BankDisputeCase, BlockedPayoutMethod, DeskPayout, ProcessorEventShape } from '../../api/payouts.ts';
import { adoptStyles } from '../../styles/adopt.ts';
import { shellStyles } from '../../styles/shell-styles.ts';
import { answerWith, shown } from '../../testing/answers.ts';
import '../../shell/toasts.ts';
import './money-desk-page.ts';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const at = '2026-11-22T09:00:00.000Z';

const wire: DeskPayout = {
  id: 'po_1',
  state: 'requested',
  amount: usd(180_000),
  fee: usd(3000),
  withheld: usd(0),
  net: usd(177_000),
  method: { id: 'pm_1', rail: 'wire', label: 'GB •••• 6819', isSandbox: true },
  origin: 'request',
  isHeld: false,
  isInBatch: false,
  reason: null,
  createdAt: at,
  submittedAt: null,
  arrivesAt: null,
  paidAt: null,
  endedAt: null,
  freelancer: { id: 'fr_1', name: 'Priya Deshpande' },
  batchId: null,
  externalId: null,
};
const dispute: BankDisputeCase = {
  id: 'bd_1',
  state: 'needsResponse',
  amount: usd(123_456),
  reason: 'fraudulent',
  payment: { id: 'pa_1', description: 'First draft', method: 'Sandbox card ending in 0259', paidAt: at },
  contractId: 'ct_1',
  processor: 'sandbox',
  evidenceDueAt: '2026-11-29T09:00:00.000Z',
  submittedAt: null,
  openedAt: at,
  endedAt: null,
  tenant: { id: 'te_1', name: 'Larkmoor Industries' },
  evidenceText: '',
  attachments: [],
  lossIfLost: usd(2000),
};
const event: ProcessorEventShape = {
  id: 'pe_1',
  processor: 'sandbox',
  externalId: 'evt_1',
  kind: 'payment_intent.succeeded',
  object: { kind: 'payment', id: 'pi_unknown', account: null },
  state: 'unmatched',
  attempts: 4,
  reason: null,
  receivedAt: at,
  handledAt: null,
};
const method: BlockedPayoutMethod = {
  id: 'pm_2',
  rail: 'directDeposit',
  isSandbox: true,
  currency: 'USD',
  label: 'Sandbox bank •••• 0004',
  holderName: 'Somebody Else',
  state: 'blocked',
  blockReason: 'name_mismatch',
  usableAt: null,
  fee: usd(0),
  createdAt: at,
  freelancer: { id: 'fr_2', name: 'Jonas Lindemann' },
  legalNames: ['Jonas Lindemann'],
};
const moved = { subject: { kind: 'payout', id: 'po_1' }, by: 'freelancer', reason: null, requestId: null, at };

let stop = () => {};

async function open(view: string, more: Record<string, unknown> = {}) {
  adoptStyles(...shellStyles);
  const desk = '/v1/operator';
  const network = answerWith({
    [`GET ${desk}/payouts`]: ({ query }: { query: URLSearchParams }) => ({
      items: query.get('view') === 'wires' ? [wire] : [],
    }),
    [`GET ${desk}/payouts/po_1`]: {
      ...wire,
      // As two moves of one moment may come.
      history: [
        { ...moved, move: 'submit', from: 'requested', to: 'submitted' },
        { ...moved, move: 'request', from: null, to: 'requested' },
      ],
      holdReason: null,
    },
    [`GET ${desk}/wire-batches`]: { items: [] },
    [`GET ${desk}/holds`]: { items: [] },
    [`GET ${desk}/processor-events`]: { items: [event], nextCursor: null },
    [`GET ${desk}/payout-methods`]: { items: [method] },
    [`GET ${desk}/bank-disputes`]: { items: [dispute, { ...dispute, id: 'bd_0', state: 'won' }], nextCursor: null },
    ...more,
  });
  stop = network.stop;
  const page = await fixture<HTMLElement>(
    html`<div><portal-money-desk-page .view=${view}></portal-money-desk-page><portal-toasts></portal-toasts></div>`,
  );
  const first = await shown(() => page.querySelector<HTMLButtonElement>('.queue button'), 'the queue');
  first.click();
  await shown(() => page.querySelector('.case h2'), 'the case');
  const button = (name: string) =>
    [...page.querySelectorAll('button')].find((one) => one.textContent?.trim() === name)!;
  const answered = () => network.asked.find((one) => one.method === 'POST');
  return { page, button, answered };
}

/** Types into the dialog on top and sends it. */
async function send(tag: string, field: string, words: string): Promise<HTMLElement> {
  const dialog = await shown(() => document.querySelector<HTMLElement>(`${tag} dialog`), 'the dialog');
  const input = await shown(() => dialog.querySelector<HTMLTextAreaElement>(`#${field}`), 'its field');
  input.value = words;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  dialog.querySelector('form')!.requestSubmit();
  return dialog;
}

describe('the money desk', () => {
  afterEach(() => {
    document.querySelectorAll('body > portal-reason-dialog, body > portal-evidence-dialog').forEach((one) => {
      one.remove();
    });
    stop();
    history.replaceState(null, '', location.pathname);
  });

  it('says at each queue how much waits, and of a wire what arrives where', async () => {
    const { page } = await open('wires');
    const counts = [...page.querySelectorAll('.tabs a')]
      .filter((tab) => tab.querySelector('.count'))
      .map((tab) => tab.textContent?.trim().replaceAll(/\s+/g, ' '));
    expect(counts).to.deep.equal(['Wires to send 1', 'Bank disputes 1', 'Unmatched news 1', 'Stopped accounts 1']);
    expect(page.querySelector('.case .total')?.textContent).to.contain('GB •••• 6819');
    expect(page.querySelector('.case .total')?.textContent).to.contain('$1,770');
    expect([...page.querySelectorAll('.case ol .grow')].map((move) => move.textContent?.trim())).to.deep.equal([
      'Requested',
      'On its way',
    ]);
    await expect(page).to.be.accessible();
  });

  it('hands evidence in to the bank once it says enough', async () => {
    const path = 'POST /v1/operator/bank-disputes/bd_1/evidence';
    const { page, button, answered } = await open('disputes', { [path]: { ...dispute, state: 'underReview' } });
    expect(page.querySelector('.case')?.textContent).to.contain('Larkmoor Industries');
    button('Answer the bank').click();
    const dialog = await send('portal-evidence-dialog', 'text', 'Too short');
    await shown(() => dialog.querySelector('.field-error'), 'what is missing');
    expect(answered()).to.equal(undefined);
    await expect(dialog).to.be.accessible();
    const text = 'The client approved the draft on November 20; see the log.';
    await send('portal-evidence-dialog', 'text', text);
    await shown(() => page.querySelector('.toasts')?.textContent?.includes('Handed in'), 'that it is handed in');
    expect(answered()?.body).to.deep.equal({ text, attachmentIds: [] });
  });

  it('names our loss before a dispute is left with the bank', async () => {
    const path = 'POST /v1/operator/bank-disputes/bd_1/acceptance';
    const { page, button, answered } = await open('disputes', { [path]: { ...dispute, state: 'lost' } });
    button('Leave it with the bank').click();
    const dialog = await shown(() => document.querySelector('portal-confirm-dialog dialog'), 'the question');
    expect(dialog.textContent).to.contain('The payer keeps $1,234.56; $20 of it is our loss');
    expect(answered()).to.equal(undefined);
    dialog.querySelector('form')!.requestSubmit();
    await shown(() => page.querySelector('.toasts')?.textContent?.includes('Left with the bank'), 'that it is over');
  });

  it('closes unmatched news with a reason, and not without', async () => {
    const path = 'POST /v1/operator/processor-events/pe_1/closure';
    const { page, button, answered } = await open('events', { [path]: { ...event, state: 'closed' } });
    button('Close it').click();
    const dialog = await send('portal-reason-dialog', 'reason', ' ');
    await shown(() => dialog.querySelector('.field-error'), 'the missing reason');
    expect(answered()).to.equal(undefined);
    await send('portal-reason-dialog', 'reason', 'Another installation’s.');
    await shown(() => page.querySelector('.toasts')?.textContent?.includes('Closed.'), 'that it is closed');
    expect(answered()?.body).to.deep.equal({ reason: 'Another installation’s.' });
  });

  it('shows both names before a stopped account is let through', async () => {
    const path = 'POST /v1/operator/payout-methods/pm_2/clearance';
    const { page, button, answered } = await open('methods', { [path]: { ...method, state: 'waiting' } });
    const facts = page.querySelector('.case .facts')?.textContent;
    expect(facts).to.contain('Somebody Else');
    expect(facts).to.contain('Jonas Lindemann');
    button('Let it be used').click();
    await send('portal-reason-dialog', 'reason', 'Married; passport seen.');
    await shown(() => page.querySelector('.toasts')?.textContent?.includes('Let through'), 'that it is let through');
    expect(answered()?.body).to.deep.equal({ reason: 'Married; passport seen.' });
    await expect(page).to.be.accessible();
  });
});
