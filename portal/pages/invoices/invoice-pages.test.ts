import { expect, fixture, html } from '@open-wc/testing';
import type { Invoice } from '../../api/invoices.ts';
import type { Me } from '../../api/wire.ts';
import { me } from '../../shell/session.ts';
import { answerWith, refusal, shown } from '../../testing/answers.ts';
import './invoice-page.ts';
import '../transactions/transactions-page.ts';
import '../billing/spend-section.ts';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const nobody = { name: 'Acme', address: ['Hauptstr. 1', '10115 Berlin'], vatId: 'DE1', reference: '' };
const line = {
  number: 1,
  kind: 'work' as const,
  purpose: 'weeklyTime',
  description: 'Week of 16 November 2026',
  contract: { id: 'ct_1', title: 'Website' },
  freelancer: { id: 'fr_1', name: 'Ada' },
  quantityMinutes: 480,
  unitPrice: usd(3_000),
  amount: usd(24_000),
  tax: null,
  team: 'Web',
  costCenter: null,
  purchaseOrder: null,
  paymentId: 'pay_1',
  occurredAt: '2026-11-20T12:00:00Z',
};
const invoice: Invoice = {
  id: 'inv_1',
  kind: 'consolidated',
  number: 'ACME-INV-000001',
  state: 'overdue',
  total: usd(25_428),
  open: usd(15_428),
  team: null,
  costCenter: null,
  purchaseOrder: null,
  issuedAt: '2026-12-01T00:10:00Z',
  dueAt: '2026-12-31T00:10:00Z',
  createdAt: '2026-11-20T12:00:00Z',
  net: usd(25_200),
  tax: usd(228),
  paid: usd(10_000),
  credited: usd(0),
  pending: usd(0),
  seller: { name: '', address: [], vatId: '', reference: '' },
  billTo: nobody,
  splitBy: 'team',
  groups: [
    {
      name: 'Web',
      lines: [
        line,
        {
          ...line,
          number: 2,
          kind: 'fee',
          description: '',
          quantityMinutes: null,
          unitPrice: null,
          amount: usd(1_200),
        },
        {
          ...line,
          number: 3,
          kind: 'tax',
          description: '',
          quantityMinutes: null,
          unitPrice: null,
          amount: usd(228),
          tax: { basisPoints: 1900, country: 'DE' },
        },
      ],
      total: usd(25_428),
    },
  ],
  payments: [],
  credits: null,
  creditNotes: [],
  reason: null,
  periodFrom: '2026-11-01T00:00:00Z',
  periodTo: '2026-12-01T00:00:00Z',
  settledAt: null,
};
const entries = {
  items: [
    {
      transferId: 'lt_1',
      account: 'contractHold',
      ownerId: 'ct_1',
      amount: usd(24_000),
      occurredAt: '2026-11-20T12:00:00Z',
    },
  ],
  total: usd(24_000),
};
const sources = {
  processor: { name: 'sandbox', isSandbox: true },
  items: [
    { source: { kind: 'method', methodId: 'pm_1' }, label: 'Visa ending in 4242', isDefault: true, available: [] },
    { source: { kind: 'balance' }, label: 'Balance', isDefault: false, available: [usd(50_000)] },
    { source: { kind: 'credit' }, label: 'Credit line', isDefault: false, available: [usd(1)] },
  ],
};
const as = (role: string) =>
  me.set({ personId: 'pe_1', roles: [role], operatorRoles: [], freelancerId: null } as unknown as Me);

let stop = () => {};
async function open(more: Record<string, unknown> = {}) {
  const network = answerWith({
    'GET /v1/invoices/inv_1': invoice,
    'GET /v1/invoices/inv_1/timeline': { items: [] },
    'GET /v1/invoices/inv_1/lines/1/entries': entries,
    'GET /v1/billing/sources': sources,
    ...more,
  });
  stop = network.stop;
  const page = await fixture<HTMLElement>(
    html`<div><portal-invoice-page .invoiceId=${'inv_1'}></portal-invoice-page></div>`,
  );
  await shown(() => page.querySelector('tbody tr'), 'the lines');
  return { page, asked: network.asked };
}
const text = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

describe('an invoice', () => {
  afterEach(() => {
    stop();
    me.set(undefined);
    for (const dialog of document.querySelectorAll('portal-pay-invoice-dialog, portal-entries-dialog')) dialog.remove();
  });

  it('says what each line is for, and that it is late', async () => {
    as('financeAdmin');
    const { page } = await open();
    const rows = [...page.querySelectorAll('tbody tr')].map(text);
    expect(rows[0]).to.contain('Hours: Week of 16 November 2026').and.contain('8 h').and.contain('$240.00');
    expect(rows[2]).to.contain('Tax on fees 19% DE').and.contain('$2.28');
    expect(text(page.querySelector('[role=alert]'))).to.contain('$154.28 were due');
    await expect(page).to.be.accessible();
  });

  it('opens the ledger entries behind a figure', async () => {
    as('auditor');
    const { page } = await open();
    page.querySelector<HTMLButtonElement>('tbody button')!.click();
    const dialog = await shown(() => document.querySelector('portal-entries-dialog'), 'the dialog');
    await shown(() => dialog.querySelector('tfoot'), 'the entries');
    expect(text(dialog.querySelector('tbody tr')))
      .to.contain('Held for a contract')
      .and.contain('$240.00');
    expect(page.querySelector('.page-head .primary'), 'an auditor pays nothing').to.equal(null);
    await expect(dialog).to.be.accessible();
  });

  it('is paid from the balance or a method, never on credit; says what will happen, and a refusal is a new try', async () => {
    as('financeAdmin');
    const keys: (string | null)[] = [];
    let answers = 0;
    const { page, asked } = await open({
      'POST /v1/invoices/inv_1/payments': () =>
        ++answers === 1 ? refusal(402, 'payment_declined') : { ...invoice, state: 'paid', open: usd(0) },
    });
    const answered = window.fetch;
    window.fetch = (input, init) => {
      const key = new Headers(init?.headers).get('idempotency-key');
      if (key) keys.push(key);
      return answered(input, init);
    };
    page.querySelector<HTMLButtonElement>('.page-head .primary')!.click();
    const dialog = await shown(() => document.querySelector('portal-pay-invoice-dialog'), 'the dialog');
    await shown(() => dialog.querySelector('[name=source]:checked'), 'the sources');
    expect(dialog.querySelectorAll('[name=source]').length).to.equal(2);
    await shown(
      () => text(dialog.querySelector('[role=status]')).includes('$154.28 are taken from “Visa'),
      'what happens',
    );
    await expect(dialog).to.be.accessible();
    const form = dialog.querySelector('form')!;
    form.requestSubmit();
    await shown(() => dialog.querySelector('.notice.danger'), 'the refusal');
    form.requestSubmit();
    await shown(() => !document.querySelector('portal-pay-invoice-dialog'), 'the end');
    const paid = asked.filter(({ method }) => method === 'POST');
    expect(paid[1]?.body).to.deep.equal({ source: { kind: 'method', methodId: 'pm_1' }, amount: usd(15_428) });
    expect(new Set(keys).size).to.equal(2);
  });
});

describe('transactions', () => {
  afterEach(() => {
    stop();
    me.set(undefined);
  });

  it('show what went and came, filter by the address, and offer the same as CSV', async () => {
    as('viewer');
    const transaction = {
      id: 'pay_1',
      type: 'weeklyTime',
      description: 'Week of 16 November 2026',
      contract: { id: 'ct_1', title: 'Website' },
      freelancer: { id: 'fr_1', name: 'Ada' },
      team: 'Web',
      costCenter: null,
      purchaseOrder: 'PO-1',
      amount: usd(-24_000),
      fee: usd(-1_428),
      total: usd(-25_428),
      state: 'posted',
      paidWith: 'Balance',
      balance: usd(74_572),
      invoice: { id: 'inv_1', number: 'ACME-INV-000001' },
      occurredAt: '2026-11-20T12:00:00Z',
    };
    const queries: string[] = [];
    const network = answerWith({
      'GET /v1/transactions': ({ query }: { query: URLSearchParams }) => {
        queries.push(query.toString());
        return { items: [transaction], nextCursor: null };
      },
    });
    stop = network.stop;
    const page = await fixture<HTMLElement>(html`<div><portal-transactions-page></portal-transactions-page></div>`);
    await shown(() => page.querySelector('tbody tr'), 'the rows');
    expect(text(page.querySelector('tbody tr')))
      .to.contain('Week of hours')
      .and.contain('−$254.28')
      .and.contain('Ada');
    await expect(page).to.be.accessible();
    const select = page.querySelector<HTMLSelectElement>('#type')!;
    select.value = 'refund';
    select.dispatchEvent(new Event('change'));
    await shown(() => queries.includes('type=refund'), 'the filtered request');
    const csv = await shown(() => page.querySelector<HTMLAnchorElement>('a[download][href*="type=refund"]'), 'the CSV');
    expect(csv.getAttribute('href')).to.equal('/v1/transactions/export?type=refund');
  });
});

describe('spend', () => {
  afterEach(() => stop());

  it('is a chart whose every figure stands in a table too', async () => {
    stop = answerWith({
      'GET /v1/billing/spend': {
        currency: 'USD',
        currencies: ['USD'],
        months: ['2026-10', '2026-11'],
        groups: [
          { name: 'Web', amountsMinor: [10_000, 20_000], total: usd(30_000) },
          { name: null, amountsMinor: [0, -500], total: usd(-500) },
        ],
        total: usd(29_500),
      },
    }).stop;
    const page = await fixture<HTMLElement>(html`<div><portal-spend-section></portal-spend-section></div>`);
    await shown(() => page.querySelector('.bar-chart li'), 'the chart');
    expect([...page.querySelectorAll('.bar-chart li')].map(text)).to.deep.equal([
      '$100.00 Oct 2026',
      '$195.00 Nov 2026',
    ]);
    const sums = [...page.querySelectorAll('tfoot :is(th, td)')].map(text);
    expect(sums).to.deep.equal(['Total', '$100.00', '$195.00', '$295.00']);
    await expect(page).to.be.accessible();
  });
});
