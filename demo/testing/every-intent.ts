import type { Page } from '@playwright/test';
import { eightTags } from './eight-widgets.ts';

type Step = (page: Page) => Promise<unknown>;
/** The event, what it is about, what a person does, and what has to be open for that. */
type Intent = [tag: string, type: string, what: string, act: Step, first?: Step];

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

/** All that a person can mean to do in the eight widgets, in an order in which each leaves the page ready for the next. */
export const intents: readonly Intent[] = [
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
