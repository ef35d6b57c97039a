import type { Browser } from '@playwright/test';

export type Load = {
  /** ms until the first content that a person came for, at 4× throttle */
  readyMs: number;
  /** ms of script on the main thread, compiling included */
  scriptMs: number;
  /** ms above 50 of every long task */
  blockingMs: number;
  /** cumulative layout shift */
  shift: number;
  /** KiB of script that came over the wire */
  wireKiB: number;
  violations: number;
  errors: number;
  origins: number;
};

const throttle = 4;

/** One load in a fresh context on a processor four times as slow. */
export async function measureLoad(browser: Browser, address: string, ready: string): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const seen = { violations: 0, errors: 0, wireBytes: 0, origins: new Set<string>() };
  page.on('pageerror', () => seen.errors++);
  page.on('request', (request) => request.url().startsWith('http') && seen.origins.add(new URL(request.url()).origin));
  const devTools = await context.newCDPSession(page);
  const scripts = new Set<string>();
  await devTools.send('Network.enable');
  devTools.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.mimeType === 'text/javascript') scripts.add(requestId);
  });
  devTools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) seen.wireBytes += encodedDataLength;
  });
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await page.addInitScript(watch);
  await page.goto(address);
  await page.locator(ready).first().waitFor();
  const readyMs = await page.evaluate(() => performance.now());
  await settled(page);
  const { metrics } = await devTools.send('Performance.getMetrics');
  const seconds = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  const watched = await page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched);
  await context.close();
  return {
    readyMs,
    scriptMs: (seconds('ScriptDuration') + seconds('V8CompileDuration')) * 1000,
    blockingMs: watched.blockingMs,
    shift: watched.shift,
    wireKiB: seen.wireBytes / 1024,
    violations: watched.violations,
    errors: seen.errors,
    origins: seen.origins.size,
  };
}

type Watched = { blockingMs: number; shift: number; violations: number };

/** Runs in the page, before anything else does. */
function watch(): void {
  const watched: Watched = { blockingMs: 0, shift: 0, violations: 0 };
  Object.assign(globalThis, { watched });
  const longMs = 50;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.blockingMs += Math.max(0, duration - longMs);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) watched.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  document.addEventListener('securitypolicyviolation', () => watched.violations++);
}

/** Two seconds of the page's own time without a task that matters: what is left would not be noticed. */
async function settled(page: import('@playwright/test').Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestIdleCallback(() => requestIdleCallback(() => resolve()));
      }),
  );
}
