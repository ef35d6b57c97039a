import type { Page } from '@playwright/test';

export type RouteChange = { path: string; ms: number };

const slowdown = 4;
const routesMax = 24;
/** As long as a person points at a link before the click. */
const hoverMs = 150;

/** Every link of the navigation in turn, pointed at and clicked as a person does. */
export async function measureRoutes(page: Page): Promise<readonly RouteChange[]> {
  const paths = await page
    .locator('.frame > .nav a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  const cpu = await page.context().newCDPSession(page);
  await cpu.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const measured: RouteChange[] = [];
  for (const path of paths.slice(1, routesMax + 1)) {
    const ms = await page.evaluate(changeRoute, { path, hoverMs });
    measured.push({ path: path.replace(/^\/t\/[^/]+/, ''), ms });
    await page.waitForLoadState('networkidle');
  }
  return measured;
}

/** Runs in the page. @returns milliseconds until the next page's heading is painted, over its data or its skeleton */
async function changeRoute({ path, hoverMs: wait }: { path: string; hoverMs: number }): Promise<number> {
  const link = document.querySelector<HTMLAnchorElement>(`.frame > .nav a[href="${path}"]`)!;
  const before = document.querySelector('main > *');
  link.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve, wait));
  const start = performance.now();
  link.click();
  await new Promise<void>((resolve) => {
    const look = () => {
      const now = document.querySelector('main > *');
      if (now !== before && now?.querySelector('h1')) resolve();
      else requestAnimationFrame(look);
    };
    look();
  });
  // The frame after the one in which it was there has been painted.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - start;
}
