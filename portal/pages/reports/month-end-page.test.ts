import { expect, fixture, html } from '@open-wc/testing';
import { adoptStyles } from '../../styles/adopt.ts';
import { shellStyles } from '../../styles/shell-styles.ts';
import { answerWith, refusal, shown } from '../../testing/answers.ts';
import { offers, spendPage, usd } from '../../testing/report-world.ts';
import './month-end-page.ts';

let stop = () => {};
const address = location.pathname;
const text = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const page = { ...spendPage, rows: [], chart: null };
const list = { items: [], nextCursor: null };

/** October: everything is right but what a test says. */
async function open(more: Record<string, unknown> = {}) {
  history.replaceState(null, '', `${address}?month=2026-10`);
  adoptStyles(...shellStyles);
  const network = answerWith({
    'GET /v1/reports': { items: offers },
    'GET /v1/reports/spend': ({ query }: { query: URLSearchParams }) =>
      query.get('groupBy') === 'project' ? { ...page, totals: {} } : { ...page, totals: { total: [usd(903_000)] } },
    'GET /v1/reports/consolidated-invoice': { ...page, totals: { total: [usd(903_000)] } },
    'GET /v1/reports/purchase-orders': page,
    'GET /v1/reports/budgets': page,
    'GET /v1/invoices': list,
    'GET /v1/transactions': list,
    'GET /v1/bank-disputes': list,
    ...more,
  });
  stop = network.stop;
  const opened = await fixture<HTMLElement>(html`<main><portal-month-end-page></portal-month-end-page></main>`);
  await shown(() => opened.querySelector('.findings'), 'the findings');
  const rows = [...opened.querySelectorAll('.findings li')].map(text);
  return { opened, rows, asked: network.asked };
}

describe('the end of a month', () => {
  afterEach(() => {
    stop();
    history.replaceState(null, '', address);
  });

  it('says that everything matches when it does', async () => {
    const { opened, rows } = await open();
    expect(text(opened.querySelector('#findings-title'))).to.equal('Everything matches');
    expect(rows.every((row) => row.startsWith('Matches'))).to.equal(true);
    await expect(opened).to.be.accessible();
  });

  it('puts what does not match on top, the dearest first', async () => {
    const order = (number: string, remaining: number) => ({
      key: number,
      cells: { purchaseOrder: number, remaining: usd(remaining) },
    });
    const { opened, rows } = await open({
      'GET /v1/reports/consolidated-invoice': { ...page, totals: { total: [usd(840_000)] } },
      'GET /v1/reports/purchase-orders': { ...page, rows: [order('PO-1', -1_200), order('PO-2', 50_000)] },
    });
    expect(text(opened.querySelector('#findings-title'))).to.equal('2 things do not match');
    expect(rows[0]).to.contain('Ledger and invoices differ').and.contain('$630.00');
    expect(rows[1]).to.contain('Purchase orders over their amount').and.contain('1 case').and.contain('$12.00');
    const links = [...opened.querySelectorAll<HTMLAnchorElement>('.findings a')].map(({ href }) => new URL(href));
    expect(links[0]!.search).to.equal('?from=2026-10-01&to=2026-10-31&status=notInvoiced');
    expect(text(opened.querySelector('tbody'))).to.equal('USD $9,030.00 $8,400.00 $630.00');
  });

  it('names what it could not check instead of calling it right', async () => {
    const { opened, rows } = await open({ 'GET /v1/reports/budgets': refusal(503, 'unavailable') });
    expect(rows.some((row) => row.includes('Cost centers over budget'))).to.equal(false);
    expect(text(opened.querySelector('[role=note]'))).to.equal('Not checked: Cost centers over budget');
  });

  it('exports all files as of one instant, each with the filters that it has', async () => {
    const started = (report: string) => ({
      ...{ id: `re_${report}`, report, format: 'xlsx', state: 'queued' },
      createdAt: spendPage.asOf,
      file: null,
    });
    const { opened, asked } = await open(
      Object.fromEntries(
        ['transactions', 'spend', 'consolidated-invoice', 'purchase-orders'].map((slug) => [
          `POST /v1/reports/${slug}/exports`,
          started(slug),
        ]),
      ),
    );
    [...opened.querySelectorAll('button')].find((one) => text(one) === 'Export all')!.click();
    await shown(() => opened.querySelectorAll('.tight-rows li').length === 4, 'the files');
    const sent = asked
      .filter(({ method }) => method === 'POST')
      .map(({ path, body }) => [path, body] as [string, { filters: object; asOf: string }]);
    expect(new Set(sent.map(([, { asOf }]) => asOf)).size).to.equal(1);
    expect(sent.find(([path]) => path.includes('purchase-orders'))![1].filters).to.deep.equal({});
    expect(sent.find(([path]) => path.includes('spend'))![1].filters).to.deep.equal({
      from: '2026-10-01',
      to: '2026-10-31',
    });
  });
});
