import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ReportExport } from '../../api/reports.ts';
import type { Me } from '../../api/wire.ts';
import { me } from '../../shell/session.ts';
import { adoptStyles } from '../../styles/adopt.ts';
import { shellStyles } from '../../styles/shell-styles.ts';
import { answerWith, refusal, shown } from '../../testing/answers.ts';
import { entriesPage, offers, spendPage, usd } from '../../testing/report-world.ts';
// What a page loads once a chart is in sight is here before the first test.
import '../../elements/charts/draw-chart.ts';
import './report-page.ts';

let stop = () => {};
const address = location.pathname;

async function open(more: Record<string, unknown> = {}, query = '') {
  history.replaceState(null, '', `${address}${query}`);
  adoptStyles(...shellStyles);
  me.set({
    person: { id: 'pe_1', name: 'Petra' },
    roles: ['financeAdmin'],
    operatorRoles: [],
    freelancerId: null,
  } as unknown as Me);
  const asked: URLSearchParams[] = [];
  const network = answerWith({
    'GET /v1/reports': { items: offers },
    'GET /v1/reports/spend': ({ query: sent }: { query: URLSearchParams }) => {
      asked.push(sent);
      return spendPage;
    },
    'GET /v1/reports/spend/entries': entriesPage,
    'GET /v1/reports/choices': { items: [{ value: 'Digital', label: 'Digital', contracts: 3 }], isMore: false },
    ...more,
  });
  stop = network.stop;
  const page = await fixture<HTMLElement>(
    html`<main><portal-report-page .slug=${'spend'}></portal-report-page></main>`,
  );
  await shown(() => page.querySelector('tbody tr, .empty, [role=alert]'), 'the report');
  return { page, asked, sent: network.asked };
}
const text = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const button = (root: ParentNode, words: RegExp) =>
  [...root.querySelectorAll('button')].find((one) => words.test(one.getAttribute('aria-label') ?? text(one)))!;

describe('a report', () => {
  afterEach(() => {
    stop();
    me.set(undefined);
    history.replaceState(null, '', address);
    for (const dialog of document.querySelectorAll(
      'portal-entries-panel, portal-export-dialog, portal-schedule-dialog',
    ))
      dialog.remove();
  });

  it('answers its question in a table whose totals are of all rows', async () => {
    const { page } = await open();
    expect(text(page.querySelector('h1'))).to.equal('Where is the money going?');
    expect([...page.querySelectorAll('thead th')].map(text)).to.include('Team');
    const rows = [...page.querySelectorAll('tbody tr')].map(text);
    const second = [...page.querySelectorAll('tbody tr:nth-child(2) td')].map(text);
    expect(second[0]).to.match(/^Nov 2026/);
    expect(second.slice(1)).to.deep.equal(['Digital', '37.00', '$2,408.70', '56.7%']);
    expect(rows[2]).to.contain('<b>Operations</b>');
    expect([...page.querySelectorAll('tfoot :is(th, td)')].map(text).filter(Boolean)).to.deep.equal([
      'Total',
      '37.00',
      '$13,276.20',
    ]);
    expect(text(page.querySelector('.report-proof')))
      .to.contain('3 rows')
      .and.contain('07576d3b857a…');
  });

  it('draws what the table says, each point with its words, and is walked with the arrows', async () => {
    const { page } = await open();
    const first = await shown(() => page.querySelector<SVGElement>('.chart-point[tabindex="0"]'), 'the chart');
    expect(page.querySelectorAll('.chart-point').length).to.equal(3);
    expect(page.querySelector('.chart-plot style')).to.equal(null);
    expect(first.getAttribute('aria-label')).to.equal('Digital, Oct 2026: $9,030.00');
    expect(text(page.querySelector('.chart-read'))).to.equal(
      'Highest: Oct 2026, $9,030.00. Lowest: Nov 2026, $4,246.20.',
    );
    first.focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(document.activeElement?.getAttribute('aria-label')).to.equal('Digital, Nov 2026: $2,408.70');
    await sendKeys({ press: 'ArrowUp' });
    expect(document.activeElement?.getAttribute('aria-label')).to.equal('<b>Operations</b>, Nov 2026: $1,837.50');
    await shown(() => text(page.querySelector('.chart-read')).startsWith('<b>Operations'), 'what has the focus');
    await expect(page).to.be.accessible();
  });

  it('opens the entries behind a figure, says that they come to it, and keeps that in the address', async () => {
    const { page } = await open();
    button(page, /^Total \$2,408.70, Nov 2026, Digital/)!.click();
    const panel = await shown(() => document.querySelector('portal-entries-panel'), 'the panel');
    await shown(() => panel.querySelector('tfoot'), 'the entries');
    expect(text(panel.querySelector('tfoot td'))).to.equal('$2,408.70');
    expect(text(panel)).to.contain('The entries add up to the figure.').and.contain('INV-4');
    expect(new URLSearchParams(location.search).get('row')).to.equal(spendPage.rows[1]!.key);
    panel.querySelector('dialog')!.close();
    await shown(() => !new URLSearchParams(location.search).has('row'), 'the address without the figure');
  });

  it('does not say that entries come to a figure when they do not', async () => {
    const { page } = await open({ 'GET /v1/reports/spend/entries': { ...entriesPage, sums: [usd(240_869)] } });
    button(page, /^Total \$2,408.70/)!.click();
    const panel = await shown(() => document.querySelector('portal-entries-panel'), 'the panel');
    await shown(() => panel.querySelector('tfoot'), 'the entries');
    expect(text(panel.querySelector('[role=alert]'))).to.contain('do not add up to the figure');
  });

  it('follows a row to what it is made of, with the filters that the next report has', async () => {
    const { page } = await open({}, '?costCenter=4711&asOf=2026-11-22T00:00:00.000Z');
    const link = page.querySelector<HTMLAnchorElement>('tbody tr:nth-child(2) .menu-item')!;
    const query = new URL(link.href).searchParams;
    expect(link.pathname).to.match(/\/reports\/transactions$/);
    expect(Object.fromEntries(query)).to.deep.equal({
      from: '2026-11-01',
      to: '2026-11-23',
      team: 'Digital',
      asOf: '2026-11-22T00:00:00.000Z',
    });
  });

  it('asks again for what is chosen in a filter, with how many contracts it leaves', async () => {
    const { page, asked } = await open();
    button(page, /^Team$/).click();
    const choice = await shown(() => page.querySelector<HTMLLabelElement>('.filter-menu label'), 'the choices');
    expect(text(choice)).to.equal('Digital 3');
    choice.querySelector('input')!.click();
    await shown(() => asked.some((query) => query.get('team') === 'Digital'), 'the question');
    expect(new URLSearchParams(location.search).get('team')).to.equal('Digital');
    await shown(() => page.querySelector('.chosen-words')?.textContent === 'Digital', 'what is chosen');
  });

  it('shows the way on from a team that is not theirs', async () => {
    let isRefused = true;
    const { page } = await open(
      { 'GET /v1/reports/spend': () => (isRefused ? refusal(403, 'team_not_yours') : spendPage) },
      '?team=Legal',
    );
    expect(text(page.querySelector('.empty h2'))).to.equal('Not your team');
    isRefused = false;
    button(page, /^Show my teams$/).click();
    await shown(() => page.querySelector('tbody tr'), 'the report');
    expect(location.search).to.equal('');
  });

  for (const [code, words] of [
    ['plan_does_not_include', 'Reports come with the next plan'],
    ['report_not_yours', 'Not for your role'],
    ['report_period_too_long', 'At most ten years'],
  ] as const)
    it(`says what ${code} means`, async () => {
      const { page } = await open({ 'GET /v1/reports/spend': refusal(403, code) });
      expect(text(page.querySelector('.empty h2'))).to.equal(words);
      await expect(page).to.be.accessible();
    });

  it('writes a file of what is shown, says how far it is, and gives it out', async () => {
    const started: ReportExport = {
      ...{ id: 're_1', report: 'spend', format: 'xlsx', state: 'running', asOf: spendPage.asOf, filters: {} },
      ...{ progress: { rowsDone: 1, rowsTotal: 3 }, rowCount: null, contentHash: null, file: null, failure: null },
      ...{ createdAt: spendPage.asOf, finishedAt: null },
    };
    const file = { name: 'spend.xlsx', bytes: 8123, digest: 'ab'.repeat(32), path: '/x', keptUntil: spendPage.asOf };
    const { page, sent } = await open(
      {
        'POST /v1/reports/spend/exports': started,
        'GET /v1/reports/exports/re_1': { ...started, state: 'ready', progress: { rowsDone: 3, rowsTotal: 3 }, file },
      },
      '?team=Digital',
    );
    button(page, /^Export$/).click();
    const dialog = await shown(() => document.querySelector('portal-export-dialog'), 'the dialog');
    (await shown(() => dialog.querySelector<HTMLButtonElement>('button.primary'), 'the button')).click();
    await shown(() => text(dialog).includes('1 of 3 rows'), 'the progress');
    await expect(dialog).to.be.accessible();
    await shown(() => button(dialog, /^Download$/), 'the file');
    expect(text(dialog)).to.contain('8 kB');
    expect(sent.find(({ method }) => method === 'POST')!.body).to.deep.equal({
      format: 'xlsx',
      filters: { team: ['Digital'] },
      asOf: spendPage.asOf,
    });
  });

  it('is sent by itself to people who were chosen, of a period that moves along', async () => {
    const { page, sent } = await open(
      { 'POST /v1/reports/schedules': { id: 'rs_1', nextRunAt: null, signingSecret: null } },
      '?from=2026-10-01&team=Digital',
    );
    button(page, /^Schedule$/).click();
    const dialog = await shown(() => document.querySelector('portal-schedule-dialog'), 'the dialog');
    const save = await shown(() => button(dialog, /^Save schedule$/), 'the form');
    const myself = dialog.querySelector<HTMLInputElement>('#person-pe_1')!;
    myself.click();
    save.click();
    await shown(() => dialog.querySelector('.field-error'), 'what is missing');
    await expect(dialog).to.be.accessible();
    myself.click();
    save.click();
    await shown(() => sent.some(({ method }) => method === 'POST'), 'the schedule');
    expect(sent.find(({ method }) => method === 'POST')!.body).to.deep.equal({
      report: 'spend',
      name: 'Spend',
      filters: { team: ['Digital'], period: 'lastMonth' },
      format: 'xlsx',
      every: 'monthly',
      hour: 6,
      weekday: null,
      dayOfMonth: 1,
      delivery: { kind: 'mail', personIds: ['pe_1'] },
    });
  });
});
