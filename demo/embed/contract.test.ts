import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Page } from '@playwright/test';
import { problem } from '@portico/widgets/testing/canned-api.ts';
import { eightWidgets, openEightPages, settled, snippet, words } from '../testing/eight-widgets.ts';
import { dist, type LoaderPages } from '../testing/loader-page.ts';

const minuteMs = 60_000;
/** As a page's own script does before any of ours has come. */
const earlyScript = `
Object.assign(document.querySelector('hire-talent-search'), { filters: { skill: ['react'] }, pageSize: 3 });
Object.assign(document.querySelector('hire-job-post'), { fields: { title: 'Set before the definition' } });
Object.assign(document.querySelector('hire-spend'), { dimension: 'country' });`;

describe('the contract of a page that embeds, in a real page', { skip: !existsSync(`${dist}/embed`) }, () => {
  let pages: LoaderPages;
  before(async () => {
    pages = await openEightPages(process.env.CHROMIUM_PATH, new Map([['/early.js', earlyScript]]));
  });
  after(() => pages?.close());

  const sessions = () => pages.api.requests.filter(({ url }) => url.endsWith('/api/hire-session'));
  const reasons = () => sessions().map(({ headers }) => headers.get('x-hire-session'));
  const open = async (markup: string, prepare?: (page: Page) => Promise<unknown>) => {
    pages.api.requests.length = 0;
    return pages.open(`${snippet()}${markup}`, { prepare });
  };
  const person = (page: Page) => page.getByRole('button', { name: 'Amara Okafor', exact: true }).first();
  const look = (page: Page, hidden: boolean) =>
    page.evaluate((isHidden) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  const asked = (page: Page) => page.waitForRequest((request) => request.url().endsWith('/api/hire-session'));

  test('one session for eight widgets; renewed unseen at 80 % of its life, only while somebody looks', async () => {
    const { page, wrong } = await open(eightWidgets(), (fresh) => fresh.clock.install());
    await settled(page);
    assert.deepEqual(reasons(), ['initial']);
    const before = await words(page);

    await page.clock.fastForward(11.5 * minuteMs);
    assert.equal(sessions().length, 1, 'not before 80 %');
    await look(page, true);
    await page.clock.fastForward(minuteMs);
    assert.equal(sessions().length, 1, 'not while nobody looks');

    let answer = (_: Response) => {};
    const restore = pages.api.instead('/api/hire-session', () => new Promise((resolve) => (answer = resolve)));
    const [request] = await Promise.all([asked(page), look(page, false)]);
    assert.equal(request.headers()['x-hire-session'], 'refresh');
    await page.clock.fastForward(1000);
    assert.deepEqual(await words(page), before, 'while the host is slow');

    pages.api.instead('/api/hire-session', () => new Response(null, { status: 503 }));
    answer(new Response(null, { status: 503 }));
    for (let pauses = 0; pauses < 60 && sessions().length < 4; pauses++) await page.clock.fastForward(1600);
    await page.clock.fastForward(10_000);
    assert.equal(sessions().length, 4, 'the first, and three tries to renew it');
    assert.deepEqual(await words(page), before, 'after the host has failed');
    assert.equal(await page.getByRole('alert').count(), 0);

    restore();
    await page.clock.fastForward(4 * minuteMs);
    await Promise.all([
      asked(page),
      page.getByRole('button', { name: /^All weeks/ }).click(),
      page.locator('hire-contract-status').getByRole('button', { name: /^All/ }).click(),
    ]);
    await page.locator('hire-contract-status').getByText('2 contracts').waitFor();
    assert.deepEqual(reasons().slice(4), ['refresh'], 'both waited for the same one');
    assert.deepEqual(
      wrong.filter((each) => !each.includes('503')),
      [],
    );
    await page.close();
  });

  test('what is chosen and written goes with the host’s form, is reset with it, and is there after going back', async () => {
    const form = `<form id="hire"><hire-talent-search name="freelancer"></hire-talent-search><hire-job-post name="job"></hire-job-post></form>`;
    const { page, wrong } = await open(form);
    const data = () =>
      page.evaluate(() => Object.fromEntries(new FormData(document.querySelector<HTMLFormElement>('#hire')!)));
    await page.getByRole('button', { name: 'Choose Amara Okafor' }).click();
    await page
      .getByRole('button', { name: /^Front-end engineer/ })
      .last()
      .click();
    await page.getByRole('textbox', { name: 'Title' }).fill('Chosen with a form');
    await page.getByText(/^Saved at/).waitFor();
    const job = await page.evaluate(
      () => document.querySelector<HTMLElement & { value: string }>('hire-job-post')!.value,
    );
    assert.deepEqual(await data(), { freelancer: 'fr_1', job });

    await page.goto('about:blank');
    await page.goBack();
    await page.getByRole('textbox', { name: 'Title' }).waitFor();
    await page.getByRole('button', { name: 'Choose Amara Okafor', pressed: true }).waitFor();
    assert.deepEqual(await data(), { freelancer: 'fr_1', job }, 'restored');

    await page.evaluate(() => document.querySelector<HTMLFormElement>('#hire')!.reset());
    await page.getByRole('button', { name: 'Choose Amara Okafor', pressed: false }).waitFor();
    assert.equal((await data()).freelancer, undefined);
    assert.deepEqual(wrong, []);
    await page.close();
  });

  test('properties that were set before the definition came are the values', async () => {
    const { page, wrong } = await open(
      `${['talent-search', 'job-post', 'spend'].map((name) => `<hire-${name}></hire-${name}>`).join('')}<script src="/early.js"></script>`,
    );
    await settled(page, ['hire-talent-search', 'hire-job-post', 'hire-spend']);
    assert.equal(await page.getByRole('textbox', { name: 'Title' }).inputValue(), 'Set before the definition');
    const urls = pages.api.requests.map(({ url }) => url);
    assert.ok(urls.some((url) => /search\?.*skill=react/.test(url) && url.includes('limit=3')));
    assert.ok(urls.some((url) => /reports\/spend\?.*groupBy=country/.test(url)));
    assert.deepEqual(wrong, []);
    await page.close();
  });

  test('another language, at once, in its direction, and nothing that was there is lost', async () => {
    const { page, wrong } = await open(eightWidgets());
    await settled(page);
    await page.getByRole('button', { name: 'Compare Amara Okafor' }).first().click();
    await page
      .locator('hire-job-post')
      .getByRole('button', { name: /^Front-end engineer/ })
      .last()
      .click();
    await page.getByRole('textbox', { name: 'Title' }).fill('Half a tit');
    await page.locator('hire-contract-status .name').first().click();
    await page.locator('hire-contract-status aside h3').first().waitFor();
    const state = () =>
      page.evaluate(() => {
        const at = <Value>(tag: string, selector: string, read: (found: Element) => Value) =>
          read(document.querySelector(tag)!.shadowRoot!.querySelector(selector)!);
        return [
          at('hire-talent-search', '.person [aria-pressed=true]', (found) => found.matches('button')),
          at('hire-job-post', '#title', (found) => (found as HTMLInputElement).value),
          at('hire-contract-status', 'aside h2', (found) => found.textContent),
        ];
      });
    const before = await state();
    const told = [await words(page)];
    for (const [lang, dir] of [
      ['de', 'ltr'],
      ['ar', 'rtl'],
    ] as const) {
      await page.evaluate((wanted) => {
        document.documentElement.lang = wanted;
      }, lang);
      await page.waitForFunction(
        ([language, direction]) =>
          [...document.querySelectorAll(':defined')]
            .filter(({ localName }) => localName.startsWith('hire-'))
            .map((each) => each.shadowRoot!.querySelector('.root')!)
            .every((root) => root.matches(`[lang=${language}][dir=${direction}]`)),
        [lang, dir] as const,
      );
      assert.deepEqual(await state(), before, lang);
      told.push(await words(page));
    }
    for (const [index, tag] of told[0]!.entries()) assert.equal(new Set(told.map((each) => each[index])).size, 3, tag);
    assert.equal(sessions().length, 1);
    assert.deepEqual(wrong, []);
    await page.close();
  });

  test('the company’s theme is worn; what the host’s CSS says, anywhere above, wins', async () => {
    const theme = { light: { accent: '#aa0000' }, dark: { accent: '#aa0000' } };
    const restore = pages.api.instead('/v1/tenant', () => Response.json({ slug: 'acme', theme }));
    const tag = '<hire-contract-status></hire-contract-status>';
    const { page, wrong } = await open(`${tag}<main><section>${tag}</section></main>`, (fresh) =>
      fresh.addInitScript(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('main { --hire-accent: rgb(1, 2, 3) }');
        document.adoptedStyleSheets = [sheet];
      }),
    );
    const color = (at: number) =>
      page
        .locator('hire-contract-status .primary')
        .nth(at)
        .evaluate((found) => getComputedStyle(found).backgroundColor);
    await page.locator('hire-contract-status .primary').nth(1).waitFor();
    await page.waitForFunction(() => {
      const found = document.querySelector('hire-contract-status')!.shadowRoot!.querySelector('.primary')!;
      return getComputedStyle(found).backgroundColor === 'rgb(170, 0, 0)';
    });
    assert.equal(await color(1), 'rgb(1, 2, 3)');
    restore();
    assert.deepEqual(wrong, []);
    await page.close();
  });

  const failures: [code: string, said: RegExp, answer: () => Response][] = [
    ['session_denied', /sign-in does not allow/, () => problem(401, 'session_denied')],
    ['origin_not_allowed', /site may not show/, () => problem(403, 'origin_not_allowed')],
    ['not_allowed', /role does not allow/, () => problem(403, 'role_not_allowed')],
    ['not_found', /no longer here/, () => problem(404, 'not_found')],
    ['conflict', /changed meanwhile/, () => problem(409, 'conflict')],
    ['invalid_request', /not accepted/, () => problem(422, 'shape')],
    ['rate_limited', /Too many requests/, () => problem(429, 'rate_limited')],
    ['unavailable', /wrong on our side/, () => problem(503, 'unavailable')],
  ];
  test('each way to fail has its code, its words, the request’s id and a way to try again', async () => {
    const { page } = await open('<hire-talent-search></hire-talent-search>');
    const alert = page.getByRole('alert');
    for (const [code, said, answer] of failures) {
      await person(page).waitFor();
      const restore = pages.api.instead('/v1/talent/search', answer);
      await page.evaluate((query) => document.querySelector('hire-talent-search')!.setAttribute('query', query), code);
      await alert.getByText(said).waitFor();
      assert.equal(await page.title(), code);
      assert.match(await alert.innerText(), /Reference rq_7Kd2/, code);
      restore();
      await page.evaluate(() => document.querySelector('hire-talent-search')!.setAttribute('query', ''));
      await alert.waitFor({ state: 'detached' });
    }
    await page.close();
  });

  const unreachable: [code: string, said: RegExp, permission: 'denied' | 'granted'][] = [
    ['network', /No connection/, 'granted'],
    ['local_network_blocked', /blocks the local network/, 'denied'],
  ];
  for (const [code, said, setting] of unreachable)
    test(`${code}: said, and tried again with one press`, async () => {
      const { page } = await open('<hire-talent-search></hire-talent-search>', async (fresh) => {
        const cdp = await fresh.context().newCDPSession(fresh);
        const { browserContextId } = (await cdp.send('Target.getTargetInfo')).targetInfo;
        const permission = { name: 'local-network-access' };
        await cdp.send('Browser.setPermission', { permission, setting, browserContextId });
        await fresh.route('**/v1/**', (route) => route.abort());
      });
      await page.getByRole('alert').getByText(said).waitFor();
      assert.equal(await page.title(), code);
      await page.unroute('**/v1/**');
      await page.getByRole('button', { name: 'Try again' }).click();
      await person(page).waitFor();
      assert.equal(await page.getByRole('alert').count(), 0);
      await page.close();
    });
});
