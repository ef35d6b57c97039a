import { expect, fixture, html } from '@open-wc/testing';
import type { Approval } from '../../api/approvals.ts';
import { adoptStyles } from '../../styles/adopt.ts';
import { shellStyles } from '../../styles/shell-styles.ts';
import { answerWith, shown } from '../../testing/answers.ts';
import '../../shell/toasts.ts';
import './approval-page.ts';

const approval: Approval = {
  id: 'ap_1',
  state: 'requested',
  subject: { kind: 'offer', id: 'of_1' },
  hash: 'h1',
  title: 'Data engineer',
  amount: { amountMinor: 2_700_000, currency: 'USD' },
  path: '/offers/of_1',
  rule: {
    id: 'offers',
    name: '',
    reason: 'amount',
    reasons: ['amount'],
    from: { amountMinor: 1_500_000, currency: 'USD' },
    policyVersion: 1,
  },
  facts: [
    { label: 'freelancer', value: 'Priya Deshpande' },
    { label: 'nda', value: 'yes' },
  ],
  requester: { id: 'pe_1', name: 'Hanna Lindqvist' },
  requestedAt: '2026-11-20T09:00:00.000Z',
  expiresAt: '2026-12-04T09:00:00.000Z',
  decidedBy: null,
  decidedFor: null,
  decidedAt: null,
  reason: null,
  team: null,
  costCenter: null,
  purchaseOrder: null,
  signals: [],
  step: 1,
  steps: [],
  decidesFor: null,
  needsElevation: false,
  endsIt: true,
  outcome: null,
  isOutdated: false,
  mayDecide: true,
  whyNot: null,
  mayCancel: false,
};
const decided: Approval = {
  ...approval,
  state: 'approved',
  mayDecide: false,
  whyNot: 'decided',
  decidedBy: { id: 'pe_2', name: 'Samuel Adeyemi' },
  decidedAt: '2026-11-21T09:00:00.000Z',
};

let stop = () => {};

async function open(one: Approval, more: Record<string, unknown> = {}) {
  adoptStyles(...shellStyles);
  const network = answerWith({
    'GET /v1/approvals/ap_1': one,
    'GET /v1/approvals/ap_1/timeline': { items: [] },
    'GET /v1/approvals': { items: [], nextCursor: null, waitingForMe: 0 },
    ...more,
  });
  stop = network.stop;
  const page = await fixture<HTMLElement>(
    html`<div><portal-approval-page .approvalId=${'ap_1'}></portal-approval-page><portal-toasts></portal-toasts></div>`,
  );
  await shown(() => page.querySelector('h1'), 'the approval');
  const button = (name: string) =>
    [...page.querySelectorAll('button')].find((one) => one.textContent?.trim().startsWith(name))!;
  return { page, button, asked: network.asked };
}

describe('an approval', () => {
  afterEach(() => stop());

  it('shows every fact in words, money as money, and the rule that asks for it', async () => {
    const { page } = await open(approval);
    expect(page.querySelector('.amount .money')?.textContent).to.equal('$27,000');
    const facts = [...page.querySelectorAll('.facts dd')].map((fact) => fact.textContent);
    expect(facts).to.deep.equal(['Priya Deshpande', 'Yes', 'From $15,000 on your rules ask for approval.']);
    await expect(page).to.be.accessible();
  });

  it('is approved with one press, and what was read is what is approved', async () => {
    const { page, button, asked } = await open(approval, { 'POST /v1/approvals/ap_1/approval': decided });
    button('Approve').click();
    await shown(() => page.textContent?.includes('by Samuel Adeyemi'), 'who approved');
    expect(asked.find(({ method }) => method === 'POST')?.body).to.deep.equal({ hash: 'h1' });
    expect(button('Approve')).to.equal(undefined);
  });

  it('is not rejected without a reason', async () => {
    const { button, asked } = await open(approval);
    button('Reject').click();
    const dialog = await shown(() => document.querySelector('portal-reason-dialog dialog'), 'the question why');
    dialog.querySelector<HTMLFormElement>('form')!.requestSubmit();
    const error = await shown(() => dialog.querySelector('.field-error'), 'the missing reason');
    expect(error.textContent).to.contain('Say why');
    expect(asked.some(({ method }) => method === 'POST')).to.equal(false);
    dialog.querySelector<HTMLElement>('.actions button[type=button]')!.click();
  });

  it('cannot be decided by who asked for it, and says so instead of failing', async () => {
    const { page, button, asked } = await open({ ...approval, mayDecide: false, whyNot: 'own_request' });
    expect(page.querySelector('.notice')?.textContent).to.contain('You asked for this yourself');
    expect(button('Approve').getAttribute('aria-disabled')).to.equal('true');
    button('Approve').click();
    await shown(() => page.querySelector('.toasts')?.textContent?.includes('Somebody else decides'), 'the reason');
    expect(asked.some(({ method }) => method === 'POST')).to.equal(false);
    await expect(page).to.be.accessible();
  });
});
