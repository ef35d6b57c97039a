import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Page } from '@playwright/test';
import { cannedJobs } from '@portico/widgets/testing/canned-jobs.ts';
import { cannedProposals } from '@portico/widgets/testing/canned-proposals.ts';
import { dist, type LoaderPages, loaderTag, openLoaderPages } from '../testing/loader-page.ts';

const manifest = JSON.parse(readFileSync(`${dist}/embed/1.0.0/manifest.json`, 'utf8'));
const snippet = (version = '1.0.0', attributes = '') =>
  loaderTag(manifest.loader.integrity, `/embed/${version}/loader.js`, attributes);

describe('the loader in a page under the strictest policy', { skip: !existsSync(`${dist}/embed`) }, () => {
  let pages: LoaderPages;
  let requested: string[];
  before(async () => {
    pages = await openLoaderPages(
      {
        grants: { jobPost: { read: true, draft: true }, proposals: { read: true } },
        routes: { ...cannedJobs().routes, ...cannedProposals().routes },
      },
      process.env.CHROMIUM_PATH,
    );
    ({ requested } = pages);
  });
  after(() => pages?.close());

  const open = (markup: string, change = '') => pages.open(markup, { change });
  const people = (page: Page) => page.getByRole('button', { name: 'Amara Okafor', exact: true });

  test('a tag and one script are enough; nothing violates the policy', async () => {
    const { page, wrong } = await open(`${snippet()}<hire-talent-search query="react"></hire-talent-search>`);
    await people(page).click();
    await page.getByRole('dialog').getByText('Meridian Bank', { exact: false }).waitFor();
    assert.deepEqual(wrong, []);
    await page.close();
  });

  test('every file that is imported was demanded with its hash', async () => {
    const { page } = await open(`${snippet()}<hire-talent-search></hire-talent-search>`);
    await people(page).waitFor();
    const links = await page.$$eval('link[rel=modulepreload]', (all) =>
      all.map((link) => [(link as HTMLLinkElement).href.split('/').at(-1), (link as HTMLLinkElement).integrity]),
    );
    const loaded = requested.filter((path) => path.startsWith('/embed/') && !path.endsWith('/loader.js'));
    assert.deepEqual(
      new Map(links as [string, string][]),
      new Map(loaded.map((path) => [basename(path), manifest.files[basename(path)].integrity])),
    );
    await page.close();
  });

  test('three widgets on a page share one core and one session, under the policy, each file once', async () => {
    const { page, wrong } = await open(
      `${snippet()}<hire-talent-search></hire-talent-search><hire-job-post></hire-job-post><hire-proposals job-id="jp_1"></hire-proposals>`,
    );
    await people(page).first().waitFor();
    await page.getByRole('button', { name: 'Front-end engineer' }).click();
    await page.getByRole('textbox', { name: 'Title' }).waitFor();
    await page.getByRole('button', { name: 'Terms' }).click();
    await page.getByRole('textbox', { name: 'From (USD)' }).waitFor();
    await page.locator('hire-proposals .name').first().click();
    await page.locator('hire-proposals aside').getByText('A trading desk').waitFor();
    const files = requested.filter((path) => path.startsWith('/embed/'));
    assert.equal(new Set(files).size, files.length, 'no file twice');
    assert.equal(files.filter((path) => basename(path).startsWith('core-')).length, 1);
    assert.equal(requested.filter((path) => path === '/api/hire-session').length, 1);
    assert.deepEqual(wrong, []);
    await page.close();
  });

  test('a page without a tag loads nothing but the loader; a tag that comes later is found', async () => {
    const { page, wrong } = await open(snippet());
    assert.deepEqual(
      requested.filter((path) => path.startsWith('/embed/')),
      ['/embed/1.0.0/loader.js'],
    );
    await page.evaluate(() => document.body.append(document.createElement('hire-talent-search')));
    await people(page).waitFor();
    assert.deepEqual(wrong, []);
    await page.close();
  });

  test('a lazy tag waits until it is seen', async () => {
    const { page } = await open(
      `${snippet()}<svg width="1" height="5000"></svg><hire-talent-search loading="lazy"></hire-talent-search>`,
    );
    await page.waitForLoadState('networkidle');
    assert.equal(requested.filter((path) => path.startsWith('/embed/')).length, 1);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await people(page).waitFor();
    await page.close();
  });

  for (const file of ['talent-search', 'tags'])
    test(`a changed file (${file}) does not run: every place says so, tells the host, and can try again`, async () => {
      const tag = '<hire-talent-search></hire-talent-search>';
      const { page } = await open(`${tag}${tag}${snippet()}`, file);
      await page.getByRole('alert').first().waitFor();
      assert.equal(await page.getByRole('alert').count(), 2);
      assert.equal(await page.title(), 'chunk_load');
      assert.equal(await page.evaluate(() => Boolean(customElements.get('hire-talent-search'))), false);
      await page.evaluate(() => document.body.append(document.createElement('hire-talent-search')));
      await page.getByRole('alert').nth(2).waitFor();
      pages.change('');
      await page.getByRole('button', { name: 'Try again' }).first().click();
      await people(page).first().waitFor();
      assert.equal(await page.getByRole('alert').count(), 0);
      await page.close();
    });

  test('a changed lazy file is refused where it would have shown, and tried again on request', async () => {
    const { page } = await open(`${snippet()}<hire-talent-search></hire-talent-search>`, 'panels');
    await people(page).click();
    await page.getByRole('alert').getByText('could not be loaded').waitFor();
    pages.change('');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('dialog').getByText('Meridian Bank').waitFor();
    await page.close();
  });

  test('two loaders of two versions, in one page: one definition, one session, no error', async () => {
    const { page, wrong } = await open(
      `${snippet()}${snippet('1')}${snippet()}<hire-talent-search></hire-talent-search>`,
    );
    await people(page).waitFor();
    assert.deepEqual(wrong, []);
    assert.equal(requested.filter((path) => path === '/api/hire-session').length, 1);
    await page.close();
  });

  test('a host may choose another prefix', async () => {
    const { page, wrong } = await open(
      `${snippet('1.0.0', 'data-prefix="acme"')}<acme-talent-search></acme-talent-search>`,
    );
    await people(page).waitFor();
    assert.deepEqual(wrong, []);
    await page.close();
  });

  test('destroy leaves nothing behind, and what comes later stays as it is', async () => {
    const { page } = await open(`${snippet()}<hire-talent-search></hire-talent-search>`);
    await people(page).waitFor();
    const left = await page.evaluate(async () => {
      const loader: { destroy(): Promise<void> } = await import(document.querySelector('script')!.src);
      await loader.destroy();
      const { shadowRoot } = document.querySelector('hire-talent-search')!;
      await new Promise(requestAnimationFrame);
      return {
        links: document.querySelectorAll('link').length,
        nodes: shadowRoot!.childElementCount,
        sheets: shadowRoot!.adoptedStyleSheets.length,
      };
    });
    assert.deepEqual(left, { links: 0, nodes: 0, sheets: 0 });
    await page.close();
  });
});
