import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define/timesheet-review.ts';
import { problem } from '../testing/canned-api.ts';
import { cannedWeeks } from '../testing/canned-weeks.ts';
import { button, connect, disconnect, find, raising, until } from '../testing/mount.ts';
import type { TimesheetReview } from './timesheet-review.ts';

afterEach(disconnect);

async function opened({ count = 2, decide = true, confirms = (): boolean => true, id = '' } = {}) {
  const world = cannedWeeks({ count });
  const grants = { timesheetReview: { read: true, decide } };
  const { api } = connect({}, { grants, routes: world.routes });
  raising(api, grants, confirms);
  const element = await fixture<TimesheetReview>(
    html`<hire-timesheet-review timesheet-id=${id}></hire-timesheet-review>`,
  );
  await until(() => element.strings && element.matches(':state(ready), :state(empty), :state(error)'));
  await until(() => element.root.querySelector('dialog'));
  if (id) await until(() => element.root.querySelector('aside h3'));
  return { ...world, api, element };
}

const words = (node: Element | null | undefined) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const rows = (element: TimesheetReview) => [...element.root.querySelectorAll('.item')].map(words);
const said = (element: TimesheetReview) => words(element.root.querySelector('p[role=status]'));
const dialog = (element: TimesheetReview) => element.root.querySelector<HTMLDialogElement>('dialog[open]');
const panel = (element: TimesheetReview) => element.root.querySelector('aside')!;
async function check(element: TimesheetReview, boxes: HTMLInputElement[]) {
  for (const box of boxes) {
    box.click();
    await element.updateComplete;
  }
}
const entries = (element: TimesheetReview) => [...panel(element).querySelectorAll<HTMLInputElement>('.entry input')];

describe('the weekly review', () => {
  it('says whose weeks wait, how long, of which kind, for how much, and until when', async () => {
    const { element } = await opened();
    expect(rows(element).length).to.equal(2);
    expect(rows(element)[0])
      .to.contain('Amara Okafor')
      .and.contain('$84')
      .and.contain('Week of Nov 16, 2026')
      .and.contain('1 hr 20 min billed · 20 min by hand · 20 min over the limit, not billed')
      .and.contain('Accepted by itself Nov 2');
    expect(words(button(element, /^Waiting for you/))).to.equal('Waiting for you 2');
    button(element, /^All weeks/).click();
    await until(() => rows(element).length === 3);
    expect(rows(element)[2]).to.contain('Paid, in security').and.not.contain('Accept week');
  });

  it('a week is accepted in two actions, after the person confirmed who they are', async () => {
    const { element, asked } = await opened();
    const decided = oneEvent(element, 'hire-timesheet-decided');
    button(element, 'Accept week Amara Okafor').click();
    await until(() => dialog(element));
    expect(words(dialog(element)))
      .to.contain('In total, with fees')
      .and.contain('$84')
      .and.contain('cannot be disputed');
    dialog(element)!.querySelector<HTMLButtonElement>('.primary')!.click();
    expect((await decided).detail.decision).to.equal('accepted');
    await until(() => !dialog(element));
    expect(said(element)).to.equal('The week of Amara Okafor is accepted.');
    expect(words(button(element, /^Waiting for you/))).to.equal('Waiting for you 1');
    expect(new Set(asked.map(({ path, key }) => `${path} ${key}`)).size).to.equal(1);
  });

  it('who does not confirm accepts nothing', async () => {
    const { element, kept } = await opened({ confirms: () => false });
    button(element, 'Accept week Amara Okafor').click();
    await until(() => dialog(element));
    dialog(element)!.querySelector<HTMLButtonElement>('.primary')!.click();
    await until(() => dialog(element)?.querySelector('[role=alert]'));
    expect(words(dialog(element)!.querySelector('[role=alert]'))).to.equal('Not confirmed. Nothing was changed.');
    expect(kept[0]!.state).to.equal('clientReview');
  });

  it('shows days, stretches of time, memos and what is not certain, as text only', async () => {
    const { element } = await opened({ id: 'ts_1' });
    const shown = words(panel(element));
    for (const part of [
      'Monday, November 16',
      'Checkout page',
      'Tracked · DEV Development',
      '<i>By hand</i>',
      'No memo',
      '20 min over the limit',
      'Client fee $4',
      'In total $84',
    ])
      expect(shown).to.contain(part);
    expect(panel(element).querySelectorAll('.rows > li').length).to.equal(3);
    expect(panel(element).querySelector('i')).to.equal(null);
  });

  it('an hour is disputed whole or by ten minutes, with a reason, and says what is frozen', async () => {
    const { element, asked } = await opened({ id: 'ts_1' });
    const [first, second] = entries(element);
    await check(element, [first!]);
    expect(words(panel(element).querySelector('form')))
      .to.contain('Dispute 1 hr')
      .and.contain('$60 is frozen');
    const pieces = [...panel(element).querySelectorAll<HTMLInputElement>('.piece input')];
    await check(element, [pieces[0]!]);
    expect(first!.indeterminate).to.equal(true);
    expect(words(panel(element).querySelector('form'))).to.contain('$50 is frozen');
    await check(element, [second!]);
    const send = button(element, 'Dispute');
    expect(send.disabled).to.equal(true);
    const reason = element.root.getElementById('reason') as HTMLTextAreaElement;
    reason.value = 'Not agreed';
    reason.dispatchEvent(new Event('input'));
    await element.updateComplete;
    button(element, 'Dispute').click();
    await until(() => said(element) === 'Disputed. The rest of the week is accepted.');
    const { path, body, key } = asked.at(-1)!;
    expect(path).to.equal('/v1/timesheets/ts_1/dispute');
    expect(key).to.have.length.above(10);
    expect(body).to.deep.equal({
      segmentIds: ['te_1_1', 'te_1_2', 'te_1_3', 'te_1_4', 'te_1_5', 'te_2_0', 'te_2_1'],
      reason: 'Not agreed',
    });
    expect(words(panel(element))).to.contain('1 hr 10 min disputed ($70): “Not agreed”');
    expect(entries(element).length).to.equal(0);
  });

  it('time over the limit freezes nothing, for it was never billed', async () => {
    const { element } = await opened({ id: 'ts_1' });
    await check(element, [entries(element)[2]!]);
    expect(words(panel(element).querySelector('form')))
      .to.contain('Dispute 20 min')
      .and.contain('$0 is frozen');
  });

  it('without the right to decide it is read only', async () => {
    const { element } = await opened({ decide: false, id: 'ts_1' });
    expect(button(element, /^Accept week/)).to.equal(undefined);
    expect(entries(element).length).to.equal(0);
  });

  it('the host can take a decision over', async () => {
    const { element } = await opened();
    element.addEventListener('hire-timesheet', (event) => event.preventDefault());
    button(element, 'Accept week Amara Okafor').click();
    button(element, 'Amara Okafor').click();
    await element.updateComplete;
    expect([dialog(element), element.timesheetId]).to.deep.equal([null, '']);
  });

  it('nothing waiting is said in words; what failed has a way back', async () => {
    const { element, api } = await opened({ count: 0 });
    expect(words(find(element, '[name=empty]'))).to.contain('No week waits for you');
    const restore = api.instead('/v1/timesheets', () => problem(503, 'unavailable', 'rq_9'));
    button(element, /^All weeks/).click();
    await until(() => element.matches(':state(error)'));
    expect(words(find(element, '[role=alert]'))).to.contain('rq_9');
    restore();
    button(element, 'Try again').click();
    await until(() => element.matches(':state(empty)'));
  });

  it('is walked through by arrows; Escape leads from a week back to its row', async () => {
    const { element } = await opened();
    find(element, '.name').focus();
    await sendKeys({ press: 'j' });
    await sendKeys({ press: 'Enter' });
    await until(() => element.root.activeElement?.localName === 'h2' && element.timesheetId === 'ts_2');
    await sendKeys({ press: 'Escape' });
    await until(() => element.root.activeElement?.matches('[data-id=ts_2] .name'));
  });
});
