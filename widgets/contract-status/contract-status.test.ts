import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define/contract-status.ts';
import { problem } from '../testing/canned-api.ts';
import { cannedContracts } from '../testing/canned-contracts.ts';
import { fakeTime } from '../testing/fake-time.ts';
import { button, connect, disconnect, find, raising, until } from '../testing/mount.ts';
import type { ContractStatus } from './contract-status.ts';
import type { HireContractActionDetail } from './contract-status-events.ts';

afterEach(disconnect);

const everything = { read: true, approve: true, fund: true, release: true, bonus: true, manage: true };

async function opened({
  count = 2,
  contractStatus = everything as Record<string, boolean>,
  confirms = (): boolean => true,
  id = undefined as string | undefined,
} = {}) {
  const world = cannedContracts({ count });
  const grants = { contractStatus, timesheetReview: { decide: true } };
  const { api, embed } = connect({}, { grants, routes: world.routes });
  raising(api, grants, confirms);
  const element = await fixture<ContractStatus>(
    html`<hire-contract-status contract-id=${id ?? ''}></hire-contract-status>`,
  );
  await until(() => element.strings && element.matches(':state(ready), :state(empty), :state(error)'));
  await until(() => element.root.querySelector('dialog'));
  if (id) await until(() => element.root.querySelector('aside h3'));
  return { ...world, api, embed, element };
}

const words = (node: Element | null | undefined) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const rows = (element: ContractStatus) => [...element.root.querySelectorAll('.item')].map(words);
const said = (element: ContractStatus) => words(element.root.querySelector('p[role=status]'));
const dialog = (element: ContractStatus) => element.root.querySelector<HTMLDialogElement>('dialog[open]');
const submitButton = (element: ContractStatus) => dialog(element)!.querySelector<HTMLButtonElement>('.primary')!;
async function dialogOf(element: ContractStatus, name: string | RegExp) {
  button(element, name).click();
  await until(() => dialog(element));
  return dialog(element)!;
}
async function write(element: ContractStatus, id: string, text: string) {
  await until(() => element.root.getElementById(id));
  const field = element.root.getElementById(id) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input'));
  await element.updateComplete;
}

describe('contracts: the list', () => {
  it('says of each what it waits for, who must do it, until when, and where the money is', async () => {
    const { element } = await opened();
    const [first, second] = rows(element);
    expect(first)
      .to.contain('Website relaunch')
      .and.contain('Active')
      .and.contain('You: review “Home page”')
      .and.contain('Dec 4, 2026')
      .and.contain('$500 in escrow · $500 remaining');
    expect(second).to.contain('work and record time').and.contain('$1,200 released');
    expect(said(element)).to.equal('2 contracts');
    expect(words(find(element, '[part=sandbox]'))).to.contain('no real money');
  });

  it('what waits for us is one press away, with its count', async () => {
    const { element, api } = await opened();
    expect(words(button(element, /^Waiting for us/))).to.equal('Waiting for us 1');
    button(element, /^Waiting for us/).click();
    await until(() => rows(element).length === 1);
    expect(api.requests.at(-1)!.url).to.contain('filter=waiting');
  });

  it('a milestone is approved in two actions, and the host hears of it', async () => {
    const { element, asked } = await opened();
    const released = oneEvent(element, 'hire-milestone-released');
    await dialogOf(element, /^Approve Website relaunch/);
    await until(() => !submitButton(element).disabled);
    submitButton(element).click();
    expect((await released).detail.milestone.state).to.equal('released');
    await until(() => !dialog(element));
    expect(said(element)).to.equal('Released to Amara Okafor.');
    const keys = asked.map(({ path, key }) => `${path} ${key}`);
    expect(keys.length, 'asked, confirmed, repeated').to.equal(2);
    expect(new Set(keys).size, 'with the same key').to.equal(1);
    await until(() => !button(element, /^Approve Website relaunch/));
  });

  it('only what the session was granted is offered', async () => {
    const { element } = await opened({ contractStatus: { read: true } });
    expect(button(element, /^Approve/)).to.equal(undefined);
    expect(rows(element)[0]).to.contain('review “Home page”');
  });

  it('the host can take an action over', async () => {
    const { element } = await opened();
    let detail: HireContractActionDetail | undefined;
    element.addEventListener('hire-contract-action', (event) => {
      event.preventDefault();
      detail = event.detail;
    });
    button(element, /^Approve/).click();
    await element.updateComplete;
    expect([detail?.action, detail?.contract.id, detail?.subjectId]).to.deep.equal(['release', 'ct_1', 'ms_1']);
    expect(dialog(element)).to.equal(null);
  });

  it('none yet is said in words', async () => {
    const { element } = await opened({ count: 0 });
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(words(find(element, '[name=empty]'))).to.contain('No open contracts');
  });

  it('says what failed, and tries again', async () => {
    const { routes } = cannedContracts();
    const { api } = connect({}, { grants: { contractStatus: everything }, routes });
    const restore = api.instead('/v1/contract-status', () => problem(503, 'unavailable', 'rq_9'));
    const element = await fixture<ContractStatus>(html`<hire-contract-status></hire-contract-status>`);
    await until(() => element.matches(':state(error)') && element.root.querySelector('[role=alert]'));
    expect(words(find(element, '[role=alert]'))).to.contain('rq_9');
    restore();
    button(element, 'Try again').click();
    await until(() => rows(element).length === 2);
  });

  it('is walked through by arrows; Escape leads from a contract back to its row', async () => {
    const { element } = await opened();
    find(element, '.name').focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(words(element.root.activeElement)).to.equal('Support by the hour');
    await sendKeys({ press: 'Enter' });
    await until(
      () =>
        words(element.root.activeElement) === 'Support by the hour' && element.root.activeElement!.localName === 'h2',
    );
    await sendKeys({ press: 'Escape' });
    await until(() => element.root.activeElement?.matches('[data-id=ct_2] .name'));
    expect(element.contractId).to.equal(undefined);
  });
});

describe('contracts: one of them', () => {
  it('shows money, milestones, deliverables and what happened', async () => {
    const { element } = await opened({ id: 'ct_1' });
    const shown = words(element.root.querySelector('aside'));
    for (const part of [
      'Funded $500',
      'In escrow $500',
      'Paid with fees $525',
      'Home page $500 Handed in · due Dec 1, 2026',
      'Shop $500 Not funded',
      'Version 2 · 1 file',
      'Home page: Handed in',
      'Contract: Active Automatically',
    ])
      expect(shown).to.contain(part);
  });

  it('shows this week’s hours against the limit', async () => {
    const { element } = await opened({ id: 'ct_2' });
    expect(words(element.root.querySelector('aside'))).to.contain('12 hr 30 min of 40 hr $750');
    const progress = element.root.querySelector('progress')!;
    expect([progress.value, progress.max]).to.deep.equal([750, 2400]);
  });

  it('a button that cannot be pressed says why', async () => {
    const { element } = await opened({ id: 'ct_2' });
    const pause = button(element, 'Pause');
    expect(pause.disabled).to.equal(true);
    const why = element.root.getElementById(pause.getAttribute('aria-describedby')!);
    expect(words(why)).to.equal('Your role reads this but does not change it.');
  });

  it('one that is gone is said, beside the list that stays', async () => {
    const { element } = await opened();
    element.contractId = 'ct_9';
    await until(() => element.root.querySelector('aside [role=alert]'));
    expect(words(element.root.querySelector('aside'))).to.contain('no longer here');
    expect(rows(element).length).to.equal(2);
  });

  it('follows what happens elsewhere, also after the connection was gone', async () => {
    const { element, kept, tell, hangUp, streams } = await opened({ id: 'ct_1' });
    await until(() => streams.opened === 1);
    kept[0]!.title = 'Website, new scope';
    tell('ct_1');
    await until(() => words(element.root.querySelector('aside h2')) === 'Website, new scope');
    expect(rows(element)[0]).to.contain('Website, new scope');
    const time = fakeTime();
    try {
      kept[1]!.state = 'paused';
      hangUp();
      await until(() => time.waiting());
      await time.pass(5000);
      await until(() => streams.opened === 2);
    } finally {
      time.restore();
    }
    await until(() => rows(element)[1]?.includes('Paused'));
  });

  it('listens only while somebody looks, and asks for what was missed', async () => {
    const { element, kept, streams } = await opened();
    await until(() => streams.opened === 1);
    const time = fakeTime();
    try {
      time.hide();
      document.dispatchEvent(new Event('visibilitychange'));
      kept[0]!.state = 'ending';
      await time.show();
      await until(() => streams.opened === 2);
    } finally {
      time.restore();
    }
    await until(() => rows(element)[0]!.includes('Ending'));
  });
});

describe('contracts: before money moves', () => {
  it('a release says what was handed in and what will happen, as text only', async () => {
    const { element } = await opened();
    const shown = await dialogOf(element, /^Approve/);
    await until(() => shown.querySelector('table'));
    expect(words(shown))
      .to.contain('Freelancer receives escrow → freelancer, in security $450')
      .and.contain('Freelancer’s service fee escrow → marketplace $50')
      .and.contain('after 5 days of security')
      .and.contain('<b>Done</b>');
    const links = [...shown.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links[0]).to.match(/\/t\/test\d+\/v1\/files\/fl_1\/download$/);
    expect(links.slice(1)).to.deep.equal(['https://preview.example/home', '']);
  });

  it('a part leaves the rest in escrow; another amount is another command', async () => {
    const { element, asked } = await opened();
    const shown = await dialogOf(element, /^Approve/);
    await write(element, 'amount', '200');
    await until(() => words(shown).includes('$180'));
    submitButton(element).click();
    await until(() => !dialog(element));
    expect(asked.at(-1)!.body).to.deep.equal({ amount: { amountMinor: 20_000, currency: 'USD' } });
  });

  it('more than is in escrow says what is charged on top', async () => {
    const { element } = await opened();
    const shown = await dialogOf(element, /^Approve/);
    await write(element, 'amount', '600');
    await until(() => words(shown).includes('Charged in total $105'));
  });

  it('a person who does not confirm moves nothing, and is told so where they look', async () => {
    const { element, kept, asked } = await opened({ confirms: () => false });
    await dialogOf(element, /^Approve/);
    await until(() => !submitButton(element).disabled);
    submitButton(element).click();
    await until(() => dialog(element)?.querySelector('[role=alert]'));
    expect(words(dialog(element)!.querySelector('[role=alert]'))).to.equal('Not confirmed. Nothing was changed.');
    expect(kept[0]!.milestones[0]!.state).to.equal('submitted');
    expect(asked.length).to.equal(1);
  });

  it('a try that failed on the way is repeated with its key; it never happens twice', async () => {
    const { element, api, asked } = await opened();
    await dialogOf(element, /^Approve/);
    await until(() => !submitButton(element).disabled);
    const keys: (string | null)[] = [];
    const restore = api.instead('/v1/milestones/ms_1/release', (request) => {
      keys.push(request.headers.get('idempotency-key'));
      return problem(503, 'unavailable');
    });
    submitButton(element).click();
    await until(() => dialog(element)?.querySelector('[role=alert]'));
    restore();
    submitButton(element).click();
    await until(() => !dialog(element));
    expect(new Set([...keys, ...asked.map(({ key }) => key)]).size).to.equal(1);
  });

  it('changes are asked for with words, from the same dialog', async () => {
    const { element, asked } = await opened();
    await dialogOf(element, /^Approve/);
    button(element, 'Request changes').click();
    await until(() => element.root.getElementById('reason'));
    expect(submitButton(element).disabled).to.equal(true);
    await write(element, 'reason', ' The header is too tall. ');
    submitButton(element).click();
    await until(() => !dialog(element));
    expect(asked.at(-1)).to.deep.include({
      path: '/v1/milestones/ms_1/change-request',
      body: { reason: 'The header is too tall.' },
    });
    expect(said(element)).to.equal('Sent back to Amara Okafor.');
  });

  it('funding, a bonus, a pause and an end each say what they mean and do it once', async () => {
    const { element, asked, kept } = await opened({ id: 'ct_1' });
    await dialogOf(element, /^Fund Shop/);
    await until(() => words(dialog(element)).includes('Charged in total $525') && !submitButton(element).disabled);
    submitButton(element).click();
    await until(() => !dialog(element) && kept[0]!.milestones[1]!.state === 'funded');

    await dialogOf(element, 'Pay a bonus');
    await write(element, 'amount', '100');
    await write(element, 'note', 'Well done');
    await until(() => words(dialog(element)).includes('Charged in total $105'));
    submitButton(element).click();
    await until(() => !dialog(element));
    expect(asked.at(-1)!.body).to.deep.equal({ amount: { amountMinor: 10_000, currency: 'USD' }, note: 'Well done' });

    await dialogOf(element, 'Pause');
    await write(element, 'reason', 'Budget');
    submitButton(element).click();
    await until(() => !dialog(element) && words(find(element, 'aside .state')) === 'Paused');

    await dialogOf(element, 'End contract');
    await write(element, 'end-reason', 'budget');
    submitButton(element).click();
    await until(() => !dialog(element) && words(find(element, 'aside .state')) === 'Ended');
    expect(asked.at(-1)!.body).to.deep.equal({ reason: 'budget' });
  });

  it('funding that waits for an approval is not called paid, and the host hears for which', async () => {
    const { element, api } = await opened({ id: 'ct_1' });
    api.instead('/v1/milestones/ms_2/funding', () =>
      Response.json(
        { state: 'pendingApproval', approvalId: 'ap_1', amount: { amountMinor: 50_000, currency: 'USD' } },
        { status: 202 },
      ),
    );
    const changed = oneEvent(element, 'hire-contract-changed');
    await dialogOf(element, /^Fund Shop/);
    await until(() => !submitButton(element).disabled);
    submitButton(element).click();
    expect((await changed).detail.approvalId).to.equal('ap_1');
    await until(() => !dialog(element));
    expect(said(element)).to.equal('Waits for approval. Nothing was paid yet.');
  });

  it('what the API refuses is said in its words, and the contract is read anew', async () => {
    const { element, api, kept } = await opened();
    await dialogOf(element, /^Approve/);
    await until(() => !submitButton(element).disabled);
    kept[0]!.state = 'paused';
    api.instead('/v1/milestones/ms_1/release', () =>
      problem(409, 'milestone_released', 'rq_1', 'It was released already.'),
    );
    submitButton(element).click();
    await until(() => words(dialog(element)).includes('It was released already.'));
    await until(() => rows(element)[0]!.includes('Paused'));
  });
});
