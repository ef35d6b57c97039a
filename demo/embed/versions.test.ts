import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Page } from '@playwright/test';
import { cannedJobs } from '@portico/widgets/testing/canned-jobs.ts';
import { build, type Rollup } from 'vite';
import { dist, type LoaderPages, loaderTag, openLoaderPages, strictestPolicy } from '../testing/loader-page.ts';
import { secondVersion } from '../testing/second-version.ts';

/** What a host's own build makes of the package. */
async function hostBundle(): Promise<string> {
  const entry = `${import.meta.dirname}/host-entry.ts`;
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) =>
          id === entry
            ? `import { createEmbed, sessionFromUrl } from '@portico/widgets';
              import '@portico/widgets/define/talent-search.ts';
              createEmbed({ apiBase: location.origin, fetchSession: sessionFromUrl('/api/hire-session') });`
            : undefined,
      },
    ],
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: { input: entry, output: { codeSplitting: false } },
    },
  });
  return (built as Rollup.RollupOutput).output[0].code;
}

describe('several copies and versions on one page, under the strictest policy', {
  skip: !existsSync(`${dist}/embed`),
}, () => {
  let pages: LoaderPages;
  let first: (attributes?: string) => string;
  let second: (attributes?: string) => string;
  before(async () => {
    const { loader } = JSON.parse(readFileSync(`${dist}/embed/1.0.0/manifest.json`, 'utf8'));
    const next = secondVersion(`${dist}/embed/1.0.0`, '/embed/1.1.0');
    first = (attributes) => loaderTag(loader.integrity, '/embed/1.0.0/loader.js', attributes);
    second = (attributes) => loaderTag(next.integrity, '/embed/1.1.0/loader.js', attributes);
    pages = await openLoaderPages(
      { grants: { jobPost: { read: true, draft: true } }, routes: cannedJobs().routes },
      process.env.CHROMIUM_PATH,
      new Map([...next.files, ['/host.js', await hostBundle()]]),
    );
  });
  after(() => pages?.close());

  const search = '<hire-talent-search></hire-talent-search>';
  const people = (page: Page) => page.getByRole('button', { name: 'Amara Okafor', exact: true });
  const sessions = () => pages.requested.filter((path) => path === '/api/hire-session').length;
  const versionsOf = (tag: string) => [
    ...new Set(pages.requested.filter((path) => path.includes(`/${tag}-`)).map((path) => path.split('/')[2]!)),
  ];

  const orders: [name: string, markup: () => string, served: string[]][] = [
    ['the older one first', () => `${first()}${second()}${search}`, ['1.0.0']],
    ['the newer one first', () => `${second()}${first()}${search}`, ['1.1.0']],
    ['one before and one after the tag', () => `${second()}${search}${first()}`, ['1.1.0']],
  ];
  for (const [name, markup, served] of orders)
    test(`two versions, ${name}: one of them serves the tag`, async () => {
      const { page, wrong } = await pages.open(markup());
      await people(page).click();
      await page.getByRole('dialog').getByText('Meridian Bank').waitFor();
      assert.deepEqual(versionsOf('talent-search'), served);
      assert.equal(sessions(), 1);
      assert.deepEqual(wrong, []);
      await page.close();
    });

  for (const [name, markup] of [
    ['older and newer', () => `${first()}${second('data-prefix="acme"')}`],
    ['newer and older', () => `${second('data-prefix="acme"')}${first()}`],
  ] as const)
    test(`two widgets of two versions beside each other, ${name}, share one session`, async () => {
      const { page, wrong } = await pages.open(`${markup()}${search}<acme-job-post></acme-job-post>`);
      await people(page).waitFor();
      await page.getByRole('button', { name: 'Front-end engineer' }).click();
      await page.getByRole('textbox', { name: 'Title' }).waitFor();
      assert.deepEqual([versionsOf('talent-search'), versionsOf('job-post')], [['1.0.0'], ['1.1.0']]);
      assert.equal(sessions(), 1);
      assert.deepEqual(wrong, []);
      await page.close();
    });

  test('the same tag under two prefixes, each of its own version', async () => {
    const { page, wrong } = await pages.open(
      `${first()}${second('data-prefix="acme"')}${search}<acme-talent-search></acme-talent-search>`,
    );
    await people(page).nth(1).waitFor();
    assert.deepEqual(versionsOf('talent-search').toSorted(), ['1.0.0', '1.1.0']);
    assert.deepEqual(wrong, []);
    await page.close();
  });

  test('the same loader twice, and its rolling address', async () => {
    const again = first().replace('loader.js', 'loader.js?again');
    const { page, wrong } = await pages.open(`${first()}${again}${first().replace('1.0.0', '1')}${search}`);
    await people(page).waitFor();
    const files = pages.requested.filter((path) => path.includes('/talent-search-'));
    assert.equal(files.length, 1);
    assert.equal(sessions(), 1);
    assert.deepEqual(wrong, []);
    await page.close();
  });

  const host = '<script type="module" src="/host.js"></script>';
  for (const [name, markup] of [
    ['the bundle first', () => `${host}${first()}`],
    ['the loader first', () => `${first()}${host}`],
  ] as const)
    test(`a host's own bundle and a loader, ${name}`, async () => {
      // A host's build keeps its own lit-html, so its policy must allow that name twice.
      const { page, wrong } = await pages.open(`${markup()}${search}`, {
        policy: `${strictestPolicy} 'allow-duplicates'`,
      });
      await people(page).click();
      await page.getByRole('dialog').getByText('Meridian Bank').waitFor();
      await page.evaluate(() => document.body.append(document.createElement('hire-talent-search')));
      await people(page).nth(1).waitFor();
      assert.deepEqual(wrong, []);
      await page.close();
    });
});
