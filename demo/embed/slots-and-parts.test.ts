import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Page } from '@playwright/test';
import type { CannedRoute } from '@portico/widgets/testing/canned-api.ts';
import { problem } from '@portico/widgets/testing/canned-api.ts';
import { cannedApprovals } from '@portico/widgets/testing/canned-approvals.ts';
import { cannedContracts } from '@portico/widgets/testing/canned-contracts.ts';
import { cannedPools } from '@portico/widgets/testing/canned-pools.ts';
import { cannedProposals } from '@portico/widgets/testing/canned-proposals.ts';
import { cannedSpend } from '@portico/widgets/testing/canned-spend.ts';
import { cannedWeeks } from '@portico/widgets/testing/canned-weeks.ts';
import { eightWidgets, openEightPages, settled, snippet } from '../testing/eight-widgets.ts';
import { dist, type LoaderPages } from '../testing/loader-page.ts';

type Named = { name: string };
type Described = { tagName: string; slots: Named[]; cssParts: Named[] };

const manifest: { modules: { declarations: Described[] }[] } = JSON.parse(
  readFileSync(new URL('../../widgets/custom-elements.generated.json', import.meta.url), 'utf8'),
);
const described = manifest.modules.flatMap(({ declarations }) => declarations.filter(({ tagName }) => tagName));
const descriptionOf = (tag: string) => described.find(({ tagName }) => tagName === tag)!;

type Widget = {
  /** what its first question is, and an answer with nothing in it */
  path: string;
  none?: CannedRoute;
  /** the first of its items, as the slot of its actions is called */
  item?: string;
  /** opens what is not there at first */
  open: (page: Page, tag: string) => Promise<unknown>;
};

const press = (name: string | RegExp) => (page: Page, tag: string) =>
  page.locator(tag).getByRole('button', { name }).first().click();
const firstName = (page: Page, tag: string) => page.locator(`${tag} .name`).first().click();
const step = (page: Page, tag: string, at: number) =>
  page.locator(tag).evaluate((element, wanted) => (element as never as { go(step: number): void }).go(wanted), at);

const widgets: Record<string, Widget> = {
  'hire-talent-search': { path: '/v1/talent/search', item: 'fr_1', open: firstName },
  'hire-job-post': {
    path: '/v1/skills/categories',
    async open(page, tag) {
      await press(/^Front-end engineer Nov/)(page, tag);
      await step(page, tag, 3);
      await page.locator(`${tag} [part=preview]`).waitFor();
    },
  },
  'hire-proposals': {
    path: '/v1/job-posts/jp_1/proposals',
    none: cannedProposals({ count: 0 }).routes['GET /v1/job-posts/:id/proposals']!,
    item: 'pr_1',
    open: firstName,
  },
  'hire-contract-status': {
    path: '/v1/contract-status',
    none: cannedContracts({ count: 0 }).routes['GET /v1/contract-status']!,
    item: 'ct_1',
    async open(page, tag) {
      await firstName(page, tag);
      await press(/^Approve/)(page, tag);
    },
  },
  'hire-timesheet-review': {
    path: '/v1/timesheets',
    none: cannedWeeks({ count: 0 }).routes['GET /v1/timesheets']!,
    item: 'ts_1',
    async open(page, tag) {
      await firstName(page, tag);
      await press(/^Accept week/)(page, tag);
    },
  },
  'hire-approvals': {
    path: '/v1/approvals',
    none: cannedApprovals({ count: 0 }).routes['GET /v1/approvals']!,
    item: 'ap_1',
    open: firstName,
  },
  'hire-talent-pool': {
    path: '/v1/talent/pools',
    none: cannedPools({ pools: 0 }).routes['GET /v1/talent/pools']!,
    item: 'fr_1',
    open: firstName,
  },
  'hire-spend': {
    path: '/v1/reports/spend',
    none: cannedSpend({ count: 0 }).routes['GET /v1/reports/spend']!,
    item: 'Digital',
    open: press(/\$/),
  },
};

/** What the host puts into every documented slot. */
const filled = (tag: string) =>
  descriptionOf(tag)
    .slots.map(({ name }) => name.replace(/\{\w+\}/, widgets[tag]!.item ?? ''))
    .map((slot) => `<span slot="${slot}">own ${slot}</span>`)
    .join('');

describe('what a host may fill and style in each widget', { skip: !existsSync(`${dist}/embed`) }, () => {
  let pages: LoaderPages;
  before(async () => {
    pages = await openEightPages(process.env.CHROMIUM_PATH);
  });
  after(() => pages?.close());

  const tags = Object.keys(widgets);
  /** Which of the host's own words are seen, by widget. */
  const seen = (page: Page) =>
    page.evaluate(
      (names) =>
        Object.fromEntries(
          names.map((name) => [
            name,
            [...document.querySelectorAll<HTMLElement>(`${name} > [slot]`)]
              .filter((each) => each.checkVisibility())
              .map(({ slot }) => slot),
          ]),
        ),
      tags,
    );
  /** The parts that a rule of the host's sheet reaches. */
  const reached = (page: Page, tag: string) =>
    page.locator(tag).evaluate((element) => {
      const parts = [...element.shadowRoot!.querySelectorAll<HTMLElement>('[part]')];
      const styled = parts.filter((each) => getComputedStyle(each).scrollMarginTop === '7px');
      return [...new Set(styled.flatMap(({ part }) => [...part]))].sort();
    });
  const dressed = (page: Page) =>
    page.addInitScript(
      (rules) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rules);
        document.adoptedStyleSheets = [sheet];
      },
      described
        .flatMap(({ tagName, cssParts }) => cssParts.map(({ name }) => `${tagName}::part(${name})`))
        .map((selector) => `${selector} { scroll-margin-top: 7px }`)
        .join('\n'),
    );
  const open = async (instead: (tag: string) => CannedRoute | undefined) => {
    const undo = tags.flatMap((tag) => {
      const { path } = widgets[tag]!;
      const answer = instead(tag);
      return answer ? [pages.api.instead(path, (request) => answer(request, new URL(request.url), 'jp_1'))] : [];
    });
    const { page, wrong } = await pages.open(`${snippet()}${eightWidgets(filled)}`, { prepare: dressed });
    await settled(page);
    return { page, wrong, undo: () => undo.map((each) => each()) };
  };
  const slotsOf = (wanted: (slot: string, tag: string) => boolean) =>
    Object.fromEntries(
      tags.map((tag) => [
        tag,
        descriptionOf(tag)
          .slots.map(({ name }) => name.replace(/\{\w+\}/, widgets[tag]!.item ?? ''))
          .filter((slot) => wanted(slot, tag)),
      ]),
    );

  test('header and actions of an item stand with what is shown; every documented part takes the host’s style', async () => {
    const { page, wrong } = await open(() => undefined);
    await page.locator('hire-job-post').getByText('own empty').waitFor();
    assert.deepEqual(
      await seen(page),
      slotsOf(
        (slot, tag) =>
          slot === 'header' || slot.startsWith('item-actions') || (slot === 'empty' && tag === 'hire-job-post'),
      ),
    );
    for (const tag of tags) {
      await widgets[tag]!.open(page, tag);
      const wanted = descriptionOf(tag)
        .cssParts.map(({ name }) => name)
        .filter((part) => part !== 'error')
        .sort();
      await page.waitForFunction(
        ([name, parts]) =>
          parts.every((part) => document.querySelector(name)!.shadowRoot!.querySelector(`[part~=${part}]`)),
        [tag, wanted] as const,
      );
      assert.deepEqual(await reached(page, tag), wanted, tag);
      await page.locator(tag).evaluate((element) => element.remove());
    }
    assert.deepEqual(wrong, []);
    await page.close();
  });

  test('a post that is out makes room for the host’s next step', async () => {
    const tag = 'hire-job-post';
    const { page } = await pages.open(`${snippet()}<hire-job-post job-id="jp_9">${filled(tag)}</hire-job-post>`);
    await settled(page, [tag]);
    await step(page, tag, 3);
    await press('Publish')(page, tag);
    await page.getByText('own posted').waitFor();
    await page.close();
  });

  test('nothing to show: the host’s words stand in for ours', async () => {
    const nobody: CannedRoute = () => Response.json({ total: 0, items: [], facets: {}, nextCursor: null, tookMs: 1 });
    const { page, wrong, undo } = await open((tag) =>
      tag === 'hire-job-post' ? undefined : (widgets[tag]!.none ?? nobody),
    );
    await page.locator('hire-job-post').getByText('own empty').waitFor();
    assert.deepEqual(
      await seen(page),
      slotsOf((slot) => slot === 'header' || slot === 'empty'),
    );
    undo();
    assert.deepEqual(wrong, []);
    await page.close();
  });

  test('something failed: the host’s words stand in for ours; without them ours say it, with the id', async () => {
    const { page, undo } = await open(() => () => problem(503, 'unavailable'));
    assert.deepEqual(
      await seen(page),
      slotsOf((slot) => slot === 'header' || slot === 'error'),
    );
    await page.evaluate(() => {
      for (const each of document.querySelectorAll('[slot=error]')) each.remove();
    });
    for (const tag of tags) {
      assert.match(await page.locator(tag).getByRole('alert').innerText(), /wrong on our side[\s\S]*rq_7Kd2/, tag);
      assert.deepEqual((await reached(page, tag)).includes('error'), true, tag);
    }
    undo();
    for (const tag of tags) await press('Try again')(page, tag);
    await page.waitForFunction(
      (names) => names.every((name) => document.querySelector(name)!.matches(':state(ready), :state(empty)')),
      tags,
    );
    assert.equal(await page.getByRole('alert').count(), 0);
    await page.close();
  });
});
