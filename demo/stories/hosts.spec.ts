import type { Browser, Page } from '@playwright/test';
import { widgetTags } from '@portico/portal/pages/embed/snippets.ts';
import { hostKinds } from '../intranet/kinds.ts';
import { expect, intranetUrl, test } from './clean-page.ts';

/**
 * Every kind of page that the demo intranet has, with all widgets in it: each shows real content, looks as it does on
 * the plain page, opens what it opens, and leaves the page around it alone.
 */
const tags = widgetTags;

/** What a page's own rules must not reach; a font is the page's to give. */
const inherited = [
  'color',
  'font-size',
  'font-weight',
  'line-height',
  'letter-spacing',
  'text-transform',
  'text-align',
];
const own = ['background-color', 'border-top-width', 'border-top-left-radius', 'padding-left', 'min-height', 'display'];
const parts = ['.root', 'button', 'input', 'select', 'h2', 'h3', 'table', 'th', 'li', 'label', 'svg', '.card'];

async function openAll(page: Page, path: string): Promise<void> {
  await page.goto(`${intranetUrl}${path}/everything`);
  await shown(page);
}

async function shown(page: Page): Promise<void> {
  for (const tag of tags) {
    await expect(page.locator(`${tag}:is(:state(ready), :state(empty))`)).toBeVisible({ timeout: 30_000 });
    await expect(page.locator(`${tag} .root`).getByRole('button').first()).toBeVisible();
  }
}

/** The computed styles of a handful of parts of every widget. */
function looks(page: Page): Promise<Record<string, string>> {
  return page.evaluate(
    ({ tags, parts, properties }) => {
      const found: Record<string, string> = {};
      for (const tag of tags)
        for (const part of parts) {
          const element = document.querySelector(tag)!.shadowRoot!.querySelector(part);
          const style = element && getComputedStyle(element);
          // A page that is zoomed rounds its lines to other pixels.
          for (const property of properties)
            if (style)
              found[`${tag} ${part} ${property}`] = style
                .getPropertyValue(property)
                .replace(/[\d.]+px/g, (length) => `${Math.round(Number.parseFloat(length) * 5) / 5}px`);
        }
      return found;
    },
    { tags, parts, properties: [...inherited, ...own] },
  );
}

/** What the page around the widgets has of its own: where its things are, its sheets and its globals. */
function surroundings(page: Page) {
  return page.evaluate(() => {
    const around = [...document.querySelectorAll('h1, summary, .who select, .who button')];
    const boxes = around.map((element) => {
      const { x, width, height } = element.getBoundingClientRect();
      const { color, font } = getComputedStyle(element);
      return [element.textContent!.trim().slice(0, 20), x, width, height, color, font].join();
    });
    return {
      boxes,
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      // Bootstrap's own come as late as ours: its name, and the mark of what it listens to.
      globals: Object.keys(window).filter((name) => name !== 'bootstrap' && name !== 'uidEvent'),
    };
  });
}

/** The loader can be asked for before the page's own styles are there. */
const styled = () =>
  document.readyState !== 'loading' &&
  [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].every(({ sheet }) => sheet);

async function plainLooks(browser: Browser): Promise<Record<string, string>> {
  const page = await browser.newPage();
  await openAll(page, '/hiring');
  const found = await looks(page);
  await page.close();
  return found;
}

/** Each widget's own way in: a card, a row or a figure is pressed, and what is behind it is there with its focus. */
async function opensSomething(page: Page, tag: (typeof tags)[number]): Promise<void> {
  const widget = page.locator(tag);
  const opened: Record<(typeof tags)[number], () => Promise<void>> = {
    'hire-talent-search': async () => {
      await widget.getByRole('heading', { level: 2 }).first().getByRole('button').click();
      await expect(widget.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(widget.getByRole('dialog')).toBeHidden();
    },
    'hire-job-post': async () => {
      await widget.getByRole('button', { name: 'Start from a blank page' }).click();
      await expect(widget.getByRole('textbox', { name: 'Title' })).toBeVisible();
    },
    'hire-proposals': async () => {
      const post = widget.locator('.root li button').first();
      await post.click();
      await expect(widget).not.toHaveJSProperty('jobId', undefined);
    },
    'hire-contract-status': async () => {
      await widget.getByRole('button', { name: /^All/ }).click();
      await expect(widget.getByRole('button', { name: /^All/ })).toHaveAttribute('aria-pressed', 'true');
    },
    'hire-timesheet-review': async () => {
      await widget.getByRole('button', { name: /^All/ }).click();
      await expect(widget.getByRole('button', { name: /^All/ })).toHaveAttribute('aria-pressed', 'true');
    },
    'hire-approvals': async () => {
      await widget.getByRole('button', { name: /^All/ }).click();
      await expect(widget.getByRole('button', { name: /^All/ })).toHaveAttribute('aria-pressed', 'true');
    },
    'hire-talent-pool': async () => {
      const search = widget.getByRole('textbox').or(widget.getByRole('searchbox')).first();
      await search.fill('nobody has this name');
      await search.press('Enter');
      await expect(page.locator(`${tag}:state(empty)`)).toBeVisible();
    },
    'hire-spend': async () => {
      const by = widget.getByRole('combobox').first();
      await by.selectOption('category');
      await expect(widget).toHaveJSProperty('dimension', 'category');
      await expect(page.locator(`${tag}:is(:state(ready), :state(empty))`)).toBeVisible();
    },
  };
  await opened[tag]();
  // What comes with an answer moves all that is below it, while the next thing is pressed.
  await expect(page.locator(`${tag}:state(busy)`)).toHaveCount(0);
}

let plain: Record<string, string>;
test.beforeAll(async ({ browser }) => {
  plain = await plainLooks(browser);
});

for (const { path, label } of hostKinds) {
  test(`all widgets on a page of the kind "${label}"`, async ({ page }) => {
    let before: Awaited<ReturnType<typeof surroundings>> | undefined;
    await page.route(/\/loader\.js$/, async (route) => {
      await page.waitForFunction(styled);
      before = await surroundings(page);
      await route.continue();
    });
    await openAll(page, path);
    // A framework draws its own page together with the widgets: there is no page before them.
    if (before) expect(await surroundings(page)).toEqual(before);

    const found = await looks(page);
    const shared = Object.keys(found).filter((name) => name in plain);
    expect(shared.length).toBeGreaterThan(600);
    expect(shared.filter((name) => found[name] !== plain[name]).map((name) => `${name}: ${found[name]}`)).toEqual([]);

    for (const tag of tags) await opensSomething(page, tag);

    const brokenPictures = await page.evaluate(
      (names) =>
        names
          .flatMap((tag) => [...document.querySelector(tag)!.shadowRoot!.querySelectorAll('img')])
          .filter(({ complete, naturalWidth }) => complete && naturalWidth === 0).length,
      tags,
    );
    expect(brokenPictures).toBe(0);
    expect(await page.evaluate(() => document.documentElement.dataset.askedDefaultPolicy)).toBeUndefined();
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(path === '/isolated');
  });
}

for (const { path, label } of hostKinds.filter(({ folder }) => ['react', 'vue', 'svelte'].includes(folder)))
  test(`a route of a ${label} application that is left and come back to is there again`, async ({ page }) => {
    await page.goto(`${intranetUrl}${path}`);
    const nav = page.getByRole('navigation', { name: 'Hiring' });
    for (const [link, tag] of [
      ['Spend', 'hire-spend'],
      ['Find talent', 'hire-talent-search'],
      ['Contracts', 'hire-contract-status'],
      ['Find talent', 'hire-talent-search'],
    ] as const) {
      await nav.getByRole('link', { name: link }).click();
      await expect(page.locator(`${tag}:state(ready)`)).toBeVisible();
      await expect(page.locator('hire-spend, hire-talent-search, hire-contract-status')).toHaveCount(1);
    }
    await page.goBack();
    await expect(page.locator('hire-contract-status:state(ready)')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Contracts');
  });

test('a web part that is moved keeps its widget, and one that is drawn again gets a new one', async ({ page }) => {
  await page.goto(`${intranetUrl}/team-site`);
  const search = page.locator('hire-talent-search:state(ready)');
  await expect(search).toBeVisible();
  await search.getByRole('combobox', { name: 'Search talent' }).fill('react');
  await page.getByRole('button', { name: 'Move' }).click();
  await expect(page.locator('#zone-other hire-talent-search:state(ready)')).toBeVisible();
  await expect(search.getByRole('combobox', { name: 'Search talent' })).toHaveValue('react');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(search).toBeVisible();
  await expect(search.getByRole('combobox', { name: 'Search talent' })).toHaveValue('');
});

test('two widgets of the same tag share one session and each keeps its own', async ({ page }) => {
  let sessions = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/api/hire-session')) sessions += 1;
  });
  await page.goto(`${intranetUrl}/legacy`);
  await page.evaluate(() =>
    document.querySelector('hire-talent-search')!.after(document.createElement('hire-talent-search')),
  );
  await expect(page.locator('hire-talent-search:state(ready)')).toHaveCount(2);
  const [first, second] = [page.locator('hire-talent-search').first(), page.locator('hire-talent-search').last()];
  await second.getByRole('combobox', { name: 'Search talent' }).fill('react');
  await expect(first.getByRole('combobox', { name: 'Search talent' })).toHaveValue('');
  expect(sessions).toBe(1);
});
