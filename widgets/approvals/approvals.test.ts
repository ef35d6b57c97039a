import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define/approvals.ts';
import { problem } from '../testing/canned-api.ts';
import { cannedApprovals } from '../testing/canned-approvals.ts';
import { button, connect, disconnect, raising, until } from '../testing/mount.ts';
import type { Approvals } from './approvals.ts';

afterEach(disconnect);

async function opened({ count = 2, decide = true, confirms = (): boolean => true, id = '' } = {}) {
  const world = cannedApprovals({ count });
  const grants = { approvals: { read: true, decide } };
  const { api } = connect({}, { grants, routes: world.routes });
  raising(api, grants, confirms);
  const element = await fixture<Approvals>(html`<hire-approvals approval-id=${id}></hire-approvals>`);
  await until(() => element.strings && element.matches(':state(ready), :state(empty), :state(error)'));
  if (id) await until(() => element.root.querySelector('aside dl'));
  await element.updateComplete;
  return { ...world, api, element };
}

const words = (node: Element | null | undefined) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const rows = (element: Approvals) => [...element.root.querySelectorAll('.item')].map(words);
const said = (element: Approvals) => words(element.root.querySelector('p[role=status]'));
const panel = (element: Approvals) => element.root.querySelector('aside')!;
const alert = (element: Approvals) => words(panel(element).querySelector('[role=alert]'));

async function write(element: Approvals, text: string) {
  const field = panel(element).querySelector('textarea')!;
  field.value = text;
  field.dispatchEvent(new Event('input'));
  await element.updateComplete;
}

describe('the inbox of approvals', () => {
  it('says what waits, who asked, for how much and why it is asked', async () => {
    const { element } = await opened();
    expect(rows(element).length).to.equal(2);
    expect(rows(element)[0])
      .to.contain('Checkout <b>redesign</b>')
      .and.contain('$24,000')
      .and.contain('Offer · Hanna Lindqvist asked on Nov 22, 2026')
      .and.contain('Large amount (from $15,000)');
    expect(rows(element)[1]).to.contain('Over budget ($300 over CC-4110) · This team');
    expect(words(button(element, /^Waiting for you/))).to.equal('Waiting for you 2');
    button(element, 'All').click();
    await until(() => rows(element).length === 4);
    expect(rows(element)[2]).to.contain('Safety signs').and.contain('Approved');
  });

  it('is decided in two actions, of exactly what was read', async () => {
    const { element, asked } = await opened();
    const decided = oneEvent(element, 'hire-approval-decided');
    button(element, 'Checkout <b>redesign</b>').click();
    await until(() => panel(element));
    expect(words(panel(element)))
      .to.contain('Freelancer Adaeze Okafor')
      .and.contain('Confidentiality Yes');
    button(element, 'Approve').click();
    expect((await decided).detail.decision).to.equal('approved');
    await until(() => said(element) === 'Approved.');
    expect(asked).to.deep.equal([{ path: '/v1/approvals/ap_1/approval', body: { hash: 'hash-ap_1' } }]);
    expect(words(button(element, /^Waiting for you/))).to.equal('Waiting for you 1');
    expect(button(element, 'Approve')).to.equal(undefined);
  });

  it('asks who it is before money moves; who does not confirm decides nothing', async () => {
    let isConfirmed = false;
    const { element, kept } = await opened({ confirms: () => isConfirmed, id: 'ap_2' });
    expect(words(panel(element))).to.contain('Approving moves money');
    button(element, 'Approve').click();
    await until(() => alert(element));
    expect(alert(element)).to.equal('Not confirmed. Nothing was changed.');
    expect(kept[1]!.state).to.equal('requested');
    isConfirmed = true;
    button(element, 'Approve').click();
    await until(() => said(element) === 'Approved.');
    expect(kept[1]!.state).to.equal('approved');
  });

  it('shows the steps, who stands in for whom, and what was said', async () => {
    const { element } = await opened({ id: 'ap_2' });
    const steps = [...panel(element).querySelectorAll('li')].map(words);
    expect(steps[0]).to.contain('Step 1 approved').and.contain('Samuel Adeyemi (for Petra Novak), approved');
    expect(steps[0]).to.contain('“Worth it”');
    expect(steps[1]).to.contain('is asked now').and.contain('All of: Petra Novak (for Samuel Adeyemi)');
  });

  for (const [action, path] of [
    ['Reject', 'rejection'],
    ['Ask for changes', 'changes-request'],
  ] as const)
    it(`${action.toLowerCase()} wants a reason, and sends it`, async () => {
      const { element, asked } = await opened({ id: 'ap_1' });
      button(element, action).click();
      await until(() => panel(element).querySelector('textarea'));
      expect(element.root.activeElement?.localName).to.equal('textarea');
      const send = panel(element).querySelector<HTMLButtonElement>('form button')!;
      expect(send.disabled).to.equal(true);
      await write(element, '  Too dear  ');
      send.click();
      await until(() => asked.length);
      expect(asked).to.deep.equal([
        { path: `/v1/approvals/ap_1/${path}`, body: { hash: 'hash-ap_1', reason: 'Too dear' } },
      ]);
    });

  it('refuses what was changed since, and shows what it is now', async () => {
    const { element, kept } = await opened({ id: 'ap_1' });
    kept[0] = { ...kept[0]!, hash: 'hash-new', amount: { amountMinor: 9_900_000, currency: 'USD' } };
    button(element, 'Approve').click();
    await until(() => alert(element));
    expect(alert(element)).to.equal('It was changed since you read it. Nothing was decided.');
    expect(words(panel(element))).to.contain('$99,000');
    expect(kept[0].state).to.equal('requested');
  });

  it('says why somebody does not decide, by their own request or by their session', async () => {
    const own = await opened({ id: 'ap_4' });
    expect(words(panel(own.element))).to.contain('You asked for this yourself.');
    expect(button(own.element, 'Approve')).to.equal(undefined);
    disconnect();
    const reading = await opened({ id: 'ap_1', decide: false });
    expect(button(reading.element, 'Approve')).to.equal(undefined);
  });

  it('lets the host take over', async () => {
    const { element, asked } = await opened({ id: 'ap_1' });
    element.addEventListener('hire-approval', (event) => event.preventDefault());
    button(element, 'Approve').click();
    await element.updateComplete;
    expect(asked).to.deep.equal([]);
    expect(element.isBusy).to.equal(false);
  });

  it('goes from request to request by keys, and back to where it was', async () => {
    const { element } = await opened();
    button(element, 'Checkout <b>redesign</b>').focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(words(element.root.activeElement)).to.equal('Bonus for a fast rescue');
    await sendKeys({ press: 'Enter' });
    await until(() => element.root.activeElement?.localName === 'h2');
    await sendKeys({ press: 'Escape' });
    await until(() => words(element.root.activeElement) === 'Bonus for a fast rescue');
    expect(panel(element)).to.equal(null);
  });

  it('tells of an empty inbox and of a failure, and tries again', async () => {
    const { element, api } = await opened({ count: 0 });
    expect(words(element.root.querySelector('.notice'))).to.equal('Nothing waits for you. Requests appear here.');
    const back = api.instead('/v1/approvals', () => problem(503, 'unavailable'));
    button(element, 'All').click();
    await until(() => element.root.querySelector('[role=alert]'));
    back();
    button(element, 'Try again').click();
    await until(() => !element.root.querySelector('[role=alert]'));
  });

  it('leaves no listener behind', async () => {
    const { element, api } = await opened();
    element.remove();
    const before = api.requests.length;
    document.dispatchEvent(new Event('visibilitychange'));
    await Promise.resolve();
    expect(api.requests.length).to.equal(before);
  });
});
