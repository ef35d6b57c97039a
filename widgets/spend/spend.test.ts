import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define/spend.ts';
import { problem } from '../testing/canned-api.ts';
import { cannedSpend } from '../testing/canned-spend.ts';
import { button, connect, disconnect, find, until } from '../testing/mount.ts';
import type { Spend } from './spend.ts';

afterEach(disconnect);

async function opened({ count = 2, team = '' } = {}) {
  const world = cannedSpend({ count });
  const { api } = connect({}, { grants: { spend: { read: true } }, routes: world.routes });
  const element = await fixture<Spend>(html`<hire-spend team=${team}></hire-spend>`);
  await until(() => element.strings && element.matches(':state(ready), :state(empty), :state(error)'));
  await element.updateComplete;
  return { ...world, api, element };
}

const words = (node: Element | null | undefined) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const rows = (element: Spend) => [...element.root.querySelectorAll('tbody tr')].map(words);
const panel = (element: Spend) => element.root.querySelector('aside')!;
const chosen = (element: Spend, index: number, value: string) => {
  const select = element.root.querySelectorAll('select')[index]!;
  select.value = value;
  select.dispatchEvent(new Event('change'));
};

describe('spend', () => {
  it('says what was spent, on what, and against the period before', async () => {
    const { element, asked } = await opened({ team: 'Digital' });
    expect(rows(element)).to.deep.equal(['Digital $2,408.70 56.7% -73.3%', '<b>Operations</b> $1,837.50 43.3%']);
    expect(words(find(element, 'dl')))
      .to.contain('$4,246.20')
      .and.contain('-53% against $9,030 before');
    expect(words(find(element, 'tfoot'))).to.contain('$4,246.20');
    const [first, before] = asked.map(String);
    expect(first).to.equal('groupBy=team&granularity=month&period=monthToDate&limit=500&team=Digital');
    expect(before).to.contain('team=Digital&from=2026-10-01&to=2026-10-31&asOf=2026-11-23T09');
  });

  it('draws each figure as long as it is large', async () => {
    const { element } = await opened();
    const widths = [...element.root.querySelectorAll('.bar rect')].map((bar) => Number(bar.getAttribute('width')));
    expect(widths[0]).to.equal(100);
    expect(widths[1]).to.be.closeTo((183_750 / 240_870) * 100, 0.01);
  });

  it('is told apart by something else, in whole periods of the calendar', async () => {
    const { element, asked } = await opened();
    chosen(element, 0, 'country');
    await until(() => rows(element)[0]?.startsWith('Germany'));
    chosen(element, 1, 'lastQuarter');
    await until(() => asked.some((query) => query.get('period') === 'lastQuarter'));
    expect(asked.findLast((query) => query.has('period'))!.get('granularity')).to.equal('quarter');
    await until(() => asked.at(-1)!.has('from'));
    expect(asked.at(-1)!.get('from')).to.equal('2026-08-01');
  });

  it('opens the entries behind a figure, and says their sum', async () => {
    const { element, asked } = await opened();
    const event = oneEvent(element, 'hire-spend-open');
    button(element, /^Digital, \$2,408.70/).click();
    expect((await event).detail).to.deep.include({ dimension: 'team', value: 'Digital', from: '2026-11-01' });
    await until(() => panel(element)?.querySelector('tbody td'));
    expect(words(panel(element).querySelector('tbody'))).to.equal('Nov 21, 2026 Work ACME-INV-000004 $2,294');
    expect(words(panel(element).querySelector('tfoot'))).to.equal('Sum of the entries $2,408.70');
    button(element, 'Show more').click();
    await until(() => panel(element).querySelectorAll('tbody tr').length === 2);
    expect(words(panel(element).querySelectorAll('tbody tr')[1]))
      .to.contain('Fee')
      .and.contain('$114.70');
    const query = asked.find((each) => each.has('column'))!;
    expect(query.get('row')).to.equal('["2026-11","Digital","USD"]');
    expect(query.get('asOf')).to.equal('2026-11-23T09:00:00.000Z');
  });

  it('leaves a figure to the host that takes it', async () => {
    const { element, asked } = await opened();
    element.addEventListener('hire-spend-open', (event) => event.preventDefault());
    button(element, /^Digital/).click();
    await element.updateComplete;
    expect(panel(element)).to.equal(null);
    expect(asked.some((query) => query.has('column'))).to.equal(false);
  });

  it('is walked with the keyboard, and gives the focus back', async () => {
    const { element } = await opened();
    button(element, /^Digital/).focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(element.root.activeElement).to.equal(button(element, /Operations/));
    await sendKeys({ press: 'Enter' });
    await until(() => panel(element)?.querySelector('tbody td'));
    expect(element.root.activeElement?.matches('aside h2')).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await until(() => !panel(element) && element.root.activeElement === button(element, /Operations/));
  });

  it('says that nothing was spent', async () => {
    const { element } = await opened({ count: 0 });
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(words(element.root.querySelector('slot[name=empty]'))).to.equal('Nothing was spent in this period.');
  });

  it('says what failed, and tries again', async () => {
    const world = cannedSpend();
    const { api } = connect({}, { grants: { spend: { read: true } }, routes: world.routes });
    const back = api.instead('/v1/reports/spend', () => problem(403, 'team_not_yours'));
    const element = await fixture<Spend>(html`<hire-spend></hire-spend>`);
    await until(() => element.strings && element.matches(':state(error)'));
    await until(() => element.root.querySelector('[role=alert]'));
    expect(words(element.root.querySelector('[role=alert]'))).to.contain('rq_7Kd2');
    back();
    button(element, 'Try again').click();
    await until(() => rows(element).length === 2);
  });
});
