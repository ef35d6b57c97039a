import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Page } from '@playwright/test';
import { eightTags, eightWidgets, openEightPages, settled, snippet, words } from '../testing/eight-widgets.ts';
import { dist, type LoaderPages } from '../testing/loader-page.ts';

type Seen = { tag: string; type: string; what: string; cancelable: boolean; composed: boolean };
type Step = (page: Page) => Promise<unknown>;
/** The event, what it is about, what a person does, and what has to be open for that. */
type Intent = [tag: string, type: string, what: string, act: Step, first?: Step];

const manifest: {
  modules: { declarations: { tagName?: string; events: { name: string; description: string }[] }[] }[];
} = JSON.parse(readFileSync(new URL('../../widgets/custom-elements.generated.json', import.meta.url), 'utf8'));
const preventable = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .flatMap(({ tagName, events = [] }) =>
    tagName
      ? events.filter(({ description }) => /prevented/i.test(description)).map(({ name }) => `${tagName} ${name}`)
      : [],
  );

const [search, post, proposals, contracts, weeks, approvals, pool, spend] = eightTags as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];
const press =
  (tag: string, name: string | RegExp): Step =>
  (page) =>
    page
      .locator(tag)
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click();
const put =
  (tag: string, properties: object, shows: string): Step =>
  async (page) => {
    await page.locator(tag).evaluate((element, values) => Object.assign(element, values), properties);
    await page.locator(`${tag} ${shows}`).first().waitFor();
  };
const submit =
  (tag: string): Step =>
  (page) =>
    page.locator(`${tag} aside form`).evaluate((form) => (form as HTMLFormElement).requestSubmit());
const write = (page: Page, tag: string, text = 'Because of the budget') =>
  page.locator(`${tag} aside textarea`).fill(text);
const inOrder =
  (...steps: Step[]): Step =>
  async (page) => {
    for (const each of steps) await each(page);
  };

/** One part of a proposal, with something written where it takes words. */
const part = (name: string, field: string): Step =>
  inOrder(
    (page) =>
      page
        .locator(proposals)
        .evaluate(
          (element, wanted) => (element as never as { open(id: string, part: string): void }).open('pr_1', wanted),
          name,
        ),
    async (page) => {
      await page.locator(`${proposals} #${field}`).fill('Could we talk?');
      if (name === 'interview') await page.locator(`${proposals} #time-0`).fill('2026-12-01T10:00');
    },
  );
const closed: Step = put(proposals, { proposal: undefined }, '.name');
const ofContract =
  (action: string): Step =>
  (page) =>
    page.locator(contracts).evaluate((element, wanted) => {
      const view = element as never as { act(action: string, contract: object): void; page: { items: object[] } };
      view.act(wanted, view.page.items[0]!);
    }, action);
const detail = put(contracts, { contractId: 'ct_1' }, 'aside h3');
const wish = (name: 'Reject' | 'Ask for changes'): Step =>
  inOrder(
    put(approvals, { approvalId: undefined }, '.name'),
    put(approvals, { approvalId: 'ap_1' }, 'aside h2'),
    press(approvals, name),
    (page) => write(page, approvals),
  );

const intents: Intent[] = [
  [
    search,
    'hire-search',
    '',
    (page) => page.locator(search).getByRole('combobox', { name: 'Sort by' }).selectOption('rateAsc'),
  ],
  [search, 'hire-select', 'open', press(search, 'Amara Okafor')],
  [search, 'hire-select', 'choose', press(search, 'Choose Amara Okafor'), put(search, { name: 'person' }, '.person')],
  [search, 'hire-save', '', press(search, 'Save Amara Okafor')],
  [search, 'hire-invite', '', press(search, 'Invite Amara Okafor')],
  [
    search,
    'hire-compare',
    '',
    press(search, 'Compare side by side'),
    inOrder(press(search, 'Compare Amara Okafor'), press(search, 'Compare Jonas Lindqvist')),
  ],
  [
    post,
    'hire-job-publish',
    '',
    press(post, 'Publish'),
    inOrder(
      put(post, { jobId: 'jp_9' }, '#title'),
      (page) => page.locator(post).evaluate((element) => (element as never as { go(step: number): void }).go(3)),
      (page) => page.locator(`${post} [part=preview]`).waitFor(),
    ),
  ],
  [proposals, 'hire-proposal', 'open', press(proposals, 'Amara Okafor')],
  [proposals, 'hire-proposal', 'shortlist', press(proposals, 'Shortlist Amara Okafor')],
  [proposals, 'hire-proposal', 'archive', press(proposals, 'Archive Amara Okafor')],
  [
    proposals,
    'hire-proposal',
    'compare',
    press(proposals, 'Compare side by side'),
    inOrder(press(proposals, 'Compare Amara Okafor'), press(proposals, 'Compare Jonas Lindqvist')),
  ],
  [proposals, 'hire-proposal', 'message', submit(proposals), part('message', 'message')],
  [proposals, 'hire-proposal', 'note', submit(proposals), part('note', 'note')],
  [proposals, 'hire-proposal', 'rate', press(proposals, /^4 stars/)],
  [proposals, 'hire-proposal', 'interview', submit(proposals), part('interview', 'interview')],
  [proposals, 'hire-proposal', 'decline', submit(proposals), part('decline', 'decline')],
  [
    proposals,
    'hire-proposal',
    'rate',
    (page) => page.keyboard.press('4'),
    inOrder(closed, (page) => page.locator(`${proposals} .name`).first().focus()),
  ],
  [contracts, 'hire-select', 'open', press(contracts, 'Website relaunch')],
  [contracts, 'hire-contract-action', 'release', press(contracts, /^Approve/)],
  [contracts, 'hire-contract-action', 'requestChanges', press(contracts, /^Request changes/), detail],
  [contracts, 'hire-contract-action', 'fund', press(contracts, /^Fund/)],
  [contracts, 'hire-contract-action', 'bonus', press(contracts, /^Pay a bonus/)],
  [contracts, 'hire-contract-action', 'pause', press(contracts, /^Pause/)],
  [contracts, 'hire-contract-action', 'end', press(contracts, /^End contract/)],
  [contracts, 'hire-contract-action', 'resume', ofContract('resume')],
  [contracts, 'hire-contract-action', 'reviewWeek', ofContract('reviewWeek')],
  [weeks, 'hire-timesheet', 'open', press(weeks, 'Amara Okafor')],
  [weeks, 'hire-timesheet', 'accept', press(weeks, /^Accept week/)],
  [
    weeks,
    'hire-timesheet',
    'dispute',
    submit(weeks),
    inOrder(
      put(weeks, { timesheetId: 'ts_1' }, 'aside .entry input'),
      (page) => page.locator(`${weeks} aside .entry input`).first().check(),
      (page) => write(page, weeks),
    ),
  ],
  [approvals, 'hire-approval', 'open', press(approvals, /^Checkout/)],
  [
    approvals,
    'hire-approval',
    'approve',
    press(approvals, 'Approve'),
    put(approvals, { approvalId: 'ap_1' }, 'aside h2'),
  ],
  [approvals, 'hire-approval', 'reject', submit(approvals), wish('Reject')],
  [approvals, 'hire-approval', 'requestChanges', submit(approvals), wish('Ask for changes')],
  [pool, 'hire-pool-member', 'open', press(pool, 'Amara Okafor')],
  [pool, 'hire-pool-member', 'offer', press(pool, 'Make an offer Amara Okafor')],
  [spend, 'hire-spend-open', '', press(spend, /\$/)],
];

describe('what a person is about to do is the host’s to take over', { skip: !existsSync(`${dist}/embed`) }, () => {
  let pages: LoaderPages;
  let page: Page;
  const sent: string[] = [];
  before(async () => {
    pages = await openEightPages(process.env.CHROMIUM_PATH);
    ({ page } = await pages.open(`${snippet()}${eightWidgets()}`));
    await settled(page);
    page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`));
    page.on('popup', (popup) => sent.push(`opened ${popup.url()}`));
    await page.evaluate(
      (types) => {
        const host = window as unknown as { seen: Seen[]; takesOver: boolean };
        host.seen = [];
        for (const type of types)
          document.addEventListener(type, (event) => {
            if (!host.takesOver) return;
            const { detail, cancelable, composed, target } = event as CustomEvent;
            const tag = (target as Element).localName;
            host.seen.push({ tag, type, what: detail.action ?? detail.intent ?? '', cancelable, composed });
            event.preventDefault();
          });
      },
      [...new Set(intents.map(([, type]) => type))],
    );
  });
  after(() => pages?.close());

  const takesOver = (it: boolean) =>
    page.evaluate((value) => Object.assign(window, { seen: [], takesOver: value }), it);
  /** Everything that was begun before it has been sent when this is answered. */
  const allSent = () => page.evaluate(() => fetch('/?').then(() => new Promise(requestAnimationFrame)));
  /** What is pressed and which dialogs are open, by widget. */
  const marks = () =>
    page.evaluate(
      (tags) =>
        tags.map(
          (tag) =>
            document.querySelector(tag)!.shadowRoot!.querySelectorAll('dialog[open], [aria-pressed=true]').length,
        ),
      eightTags,
    );
  const shown = async () => [await words(page), await marks()];
  /** What the last step has opened is all there. */
  async function atRest() {
    let before = await shown();
    for (let isSame = false; !isSame; ) {
      sent.length = 0;
      await allSent();
      const now = await shown();
      isSame = sent.length === 1 && JSON.stringify(now) === JSON.stringify(before);
      before = now;
    }
    return before;
  }

  for (const [tag, type, what, act, first] of intents)
    test(`${tag}: ${type} ${what}`, async () => {
      await takesOver(false);
      await first?.(page);
      const before = await atRest();
      await takesOver(true);
      sent.length = 0;
      await act(page);
      await page.waitForFunction(() => (window as unknown as { seen: Seen[] }).seen.length);
      await allSent();
      const seen = await page.evaluate(() => (window as unknown as { seen: Seen[] }).seen);
      assert.deepEqual(seen, [{ tag, type, what, cancelable: true, composed: true }]);
      assert.deepEqual(sent, [`GET ${new URL('/?', page.url())}`], 'nothing asked, nothing opened');
      assert.deepEqual(await shown(), before, 'nothing shown');
    });

  test('and no other event says that it can be prevented', () => {
    const tried = new Set(intents.map(([tag, type]) => `${tag} ${type}`));
    assert.deepEqual([...tried].sort(), preventable.sort());
  });
});
