import { globSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { namesIn, readPdf } from '@portico/api/testing/our-name.ts';
import { expect, portalUrl, test } from './clean-page.ts';
import { signIn } from './sign-in.ts';

test.skip(({ isMobile }) => isMobile, 'The same words stand on a telephone.');

const people = {
  'an admin of an enterprise': { at: '/t/larkmoor', email: 'mirela@larkmoor.example', most: 70 },
  'a hiring manager of another company': { at: '/t/fennec', email: 'camille@fennec.example', most: 12 },
  'a freelancer': { at: '', email: 'adaeze@talent.example', most: 70 },
};

for (const [who, { at, email, most }] of Object.entries(people))
  test(`no page or file that links lead ${who} to names the product`, async ({ page, complaints }) => {
    await signIn(page, portalUrl + at, email, complaints);
    const { pages, files, named } = await crawl(page, at, most);
    // A contract without papers is answered by 404, which a browser prints.
    complaints.length = 0;
    expect(named).toEqual([]);
    // Fewer would mean that the walk no longer finds its way.
    expect([pages.size > 11, files.size > 0]).toEqual([true, most > 12]);
  });

test('no page that is open to everybody names the product', async ({ page, complaints }) => {
  for (const path of ['/sign-in', '/sign-up', '/legal/terms', '/nowhere', '/docs/widgets', '/docs/accessibility']) {
    await page.goto(`${portalUrl}/t/larkmoor${path}`);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    expect(await saidBy(page), path).toEqual([]);
  }
  // Who is not signed in is told so by 401, which a browser prints.
  complaints.length = 0;
});

test('no file that browsers load names the product', () => {
  const files = globSync('dist/{portal,embed,docs}/**/*.{js,css,html,json,svg,webmanifest}');
  expect(files.length).toBeGreaterThan(100);
  // What developers install at the installation's own address is called as its maker calls it; at a company's by an alias.
  const said = (file: string) => {
    const text = readFileSync(file, 'utf8');
    return namesIn(file.startsWith('dist/docs/') ? text.replaceAll('`@portico/widgets`', '') : text);
  };
  expect(files.filter((file) => said(file).length > 0)).toEqual([]);
});

/** One page of each shape that links of `at` lead to, and one file of each, from the first page on. */
async function crawl(page: Page, at: string, most: number) {
  const pages = new Set<string>(['/']);
  const files = new Set<string>();
  const named: string[] = [];
  const open = [`${at}/`];
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    await follow(page, path);
    for (const name of await saidBy(page)) named.push(`${path}: ${name}`);
    for (const href of await page
      .locator('a[href]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))) {
      const url = new URL(href);
      if (url.origin !== portalUrl || !url.pathname.startsWith(`${at}/`)) continue;
      const path = url.pathname.slice(at.length);
      const shape = shapeOf(path);
      const isFile = path.startsWith('/v1/');
      // What people handed in says what they wrote; the documentation is opened below.
      if (/^\/(v1\/files|docs)\//.test(path)) continue;
      const known = isFile ? files : pages;
      if (known.has(shape) || pages.size >= most || (at === '' && shape.startsWith('/t/'))) continue;
      known.add(shape);
      if (!isFile) open.push(url.pathname + url.search);
      else for (const name of await saidByFile(page, href)) named.push(`${href}: ${name}`);
    }
  }
  return { pages, files, named };
}

const shapeOf = (path: string): string =>
  path.replace(/^\/reports\/.*/, '/reports/:id').replaceAll(/\/(?=[^/]*\d)[^/]+/g, '/:id');

/** As a click on a link would: the page stays, its content changes. */
async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate((href) => {
    const link = document.body.appendChild(document.createElement('a'));
    link.href = href;
    link.click();
    link.remove();
  }, path);
  await page.waitForFunction(() => document.querySelector('main h1') && !document.querySelector('main .skeleton'));
}

/** Text, attributes, title and meta: whatever a screen, a reader or a search engine makes of a page. */
async function saidBy(page: Page): Promise<string[]> {
  const fields = await page
    .locator('input, textarea')
    .evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value));
  const cookies = (await page.context().cookies()).map(({ name }) => name);
  return namesIn([await page.content(), ...fields, ...cookies].join('\n'));
}

async function saidByFile(page: Page, href: string): Promise<string[]> {
  const answer = await page.request.get(href);
  const head = Object.entries(answer.headers()).map((header) => header.join(': '));
  const bytes = await answer.body();
  const isPdf = bytes.subarray(0, 4).toString('latin1') === '%PDF';
  const body = isPdf ? Object.values(await readPdf(bytes)) : [bytes.toString('utf8')];
  return namesIn([...head, ...body].join('\n'));
}
