import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { CDPSession, Page } from '@playwright/test';
import { everyGrant, everyRoute } from '@portico/widgets/testing/every-widget.ts';
import { eightTags } from '../testing/eight-widgets.ts';
import { dist, type LoaderPages, loaderTag, openLoaderPages } from '../testing/loader-page.ts';

const mounts = 100;

describe('widgets that come and go', { skip: !existsSync(`${dist}/embed`) }, () => {
  let pages: LoaderPages;
  let markup: string;
  before(async () => {
    const { loader } = JSON.parse(readFileSync(`${dist}/embed/1.0.0/manifest.json`, 'utf8'));
    pages = await openLoaderPages({ grants: everyGrant, routes: everyRoute() }, process.env.CHROMIUM_PATH);
    markup = loaderTag(loader.integrity);
  });
  after(() => pages?.close());

  /** Each of the eight, now and then until it shows something and mostly in the middle of loading, then away with it. */
  const mountAndUnmount = (page: Page, times: number) =>
    page.evaluate(
      async ([names, count]) => {
        const holder = window as unknown as { gone: WeakRef<Element>[] };
        holder.gone ??= [];
        for (let round = 0; round < count; round++) {
          const elements = names.map((name) => document.createElement(name));
          document.body.append(...elements);
          const settled = (element: Element) => element.matches(':state(ready), :state(empty), :state(error)');
          do await new Promise((resolve) => setTimeout(resolve));
          while (round % 5 === 0 && !elements.every(settled));
          for (const element of elements) element.remove();
          holder.gone.push(...elements.map((element) => new WeakRef(element)));
        }
      },
      [eightTags, times] as const,
    );

  const alive = (page: Page) =>
    page.evaluate(() => (window as unknown as { gone: WeakRef<Element>[] }).gone.filter((each) => each.deref()).length);

  async function measured(cdp: CDPSession) {
    for (let times = 0; times < 3; times++) await cdp.send('HeapProfiler.collectGarbage');
    const { metrics } = await cdp.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  }

  test(`${mounts} mounts and unmounts of all eight leave no element, node, listener or memory`, async (t) => {
    const { page, wrong } = await pages.open(markup);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    await mountAndUnmount(page, 5);
    const before = await measured(cdp);
    await mountAndUnmount(page, mounts);
    // What was still on its way when it was taken away is let go with its answer.
    for (let rounds = 0; rounds < 50 && (await alive(page)); rounds++) await measured(cdp);
    const later = await measured(cdp);
    const grown = (name: string) => later[name]! - before[name]!;
    t.diagnostic(
      `after ${mounts} × 8: ${await alive(page)} elements, ${grown('Nodes')} nodes, ${grown('JSEventListeners')} listeners, ${Math.round(grown('JSHeapUsedSize') / 1024)} KiB`,
    );
    assert.equal(await alive(page), 0, 'elements');
    // The engine keeps a handful for itself; one of each mount would be a hundred.
    assert.ok(grown('Nodes') < mounts / 10, `${grown('Nodes')} nodes`);
    assert.ok(grown('JSEventListeners') <= 0, `${grown('JSEventListeners')} listeners`);
    // The heap breathes by more than a hundredth of a widget a mount.
    assert.ok(grown('JSHeapUsedSize') < mounts * eightTags.length * 1024, `${grown('JSHeapUsedSize')} bytes`);
    assert.deepEqual(wrong, []);
    await page.close();
  });

  test('destroyed with all eight on screen: no node, listener, sheet, timer or request is left', async () => {
    const { page, wrong } = await pages.open(`${markup}${eightTags.map((tag) => `<${tag}></${tag}>`).join('')}`);
    await page.waitForFunction(
      (names) =>
        names.every((name) => document.querySelector(name)?.matches(':state(ready), :state(empty), :state(error)')),
      eightTags,
    );
    await page.evaluate(async () => {
      const loader: { destroy(): Promise<void> } = await import(document.querySelector('script')!.src);
      await loader.destroy();
      await new Promise(requestAnimationFrame);
    });
    const left = await page.evaluate((names) => {
      const roots = names.map((name) => document.querySelector(name)!.shadowRoot!);
      return [
        roots.reduce((sum, root) => sum + root.childElementCount + root.adoptedStyleSheets.length, 0),
        document.querySelectorAll('link').length,
        document.adoptedStyleSheets.length,
      ];
    }, eightTags);
    assert.deepEqual(left, [0, 0, 0]);
    pages.requested.length = 0;
    // A day later nothing has woken up.
    await page.clock.install();
    await page.clock.fastForward(24 * 60 * 60 * 1000);
    assert.deepEqual(pages.requested, []);
    assert.deepEqual(wrong, []);
    await page.close();
  });
});
