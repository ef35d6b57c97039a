import type { Page } from '@playwright/test';

export type FirstLoad = { kiB: number; files: number; layoutShift: number };

/** Bytes of bodies as they were sent, without what the browser asks for once it has nothing else to do. */
export async function firstLoad(page: Page, url: string): Promise<FirstLoad> {
  await page.addInitScript(() => {
    // What is fetched ahead for the next page is no part of this one.
    Reflect.deleteProperty(window, 'requestIdleCallback');
    const shifts = { total: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) shifts.total += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.clearBrowserCache');
  await network.send('Network.setCacheDisabled', { cacheDisabled: true });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.locator('main h1').first().waitFor();
  const found = await page.evaluate(() => {
    const sent = performance
      .getEntriesByType('resource')
      .concat(performance.getEntriesByType('navigation')) as PerformanceResourceTiming[];
    const files = sent.filter(({ name }) => !/\/v1\//.test(name));
    return {
      bytes: files.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
      files: files.length,
      layoutShift: (window as unknown as { shifts: { total: number } }).shifts.total,
    };
  });
  return { kiB: found.bytes / 1024, files: found.files, layoutShift: found.layoutShift };
}
