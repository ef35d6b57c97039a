import type { BrowserContext, Page } from '@playwright/test';
import { axeFindings, type Findings } from '../../gallery/axe-findings.ts';
import { checks, type PortalCheck } from './checks.ts';

export type PageSeen = {
  who: string;
  route: string;
  path: string;
  views: Findings[];
  violations: string[];
  checks: { check: PortalCheck; why: string | undefined }[];
};
type Asked = { who: string; route: string; path: string; base: string; isAsked: boolean };

/** Nothing else of a page depends on the scheme. */
const ofColors = ['color-contrast', 'link-in-text-block'];
const saidMax = 300;
const settleMs = 60_000;

/** One page; a page that does not come at all is not seen, and so named among those that were not reached. */
export async function trySee(
  context: BrowserContext,
  { who, route, path, base, isAsked }: Asked,
): Promise<{ links: string[]; page?: PageSeen }> {
  let page: Page | undefined;
  try {
    page = await context.newPage();
    await page.goto(base + path, { timeout: 60_000 });
    if (!(await settled(page))) throw new Error('it never settled');
    const links = await linksOf(page, base);
    if (!isAsked) return { links };
    return { links, page: { who, route, path, ...(await looksOf(page)) } };
  } catch (error) {
    console.log(`${who} ${path}: ${(error as Error).message.split('\n')[0]}`);
    return { links: [] };
  } finally {
    await page?.close();
  }
}

async function looksOf(page: Page): Promise<Pick<PageSeen, 'views' | 'violations' | 'checks'>> {
  const views: Findings[] = [];
  const violations: string[] = [];
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await faded(page);
    const found = await axeFindings(page, scheme === 'dark' ? ofColors : undefined);
    views.push(found);
    violations.push(...found.violations.map((what) => `${what.slice(0, saidMax)} (${scheme})`));
  }
  const tried: PageSeen['checks'] = [];
  for (const [check, tryIt] of Object.entries(checks) as [PortalCheck, (typeof checks)[PortalCheck]][])
    tried.push({ check, why: await tryIt(page) });
  return { views, violations, checks: tried };
}

async function settled(page: Page): Promise<boolean> {
  const isThere = () =>
    Boolean(document.querySelector('main h1')) &&
    !document.querySelector('main .skeleton, .progress, main [aria-busy="true"]');
  return page.waitForFunction(isThere, undefined, { timeout: settleMs }).then(
    () => true,
    () => page.locator('main h1').first().isVisible(),
  );
}

/** Colors on their way from one scheme to the other are neither's. */
const faded = (page: Page) =>
  page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const fades = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.all(fades.map(({ finished }) => finished.catch(() => {})));
  });

/** `/t/larkmoor/offers?show=all` → `/offers?show=all` */
async function linksOf(page: Page, base: string): Promise<string[]> {
  const stem = new URL(base).pathname.replace(/\/$/, '');
  const links = await page.locator('a[href]').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  return links
    .map((href) => new URL(href))
    .filter(({ origin, pathname }) => origin === new URL(base).origin && pathname.startsWith(`${stem}/`))
    .map(({ pathname, search }) => pathname.slice(stem.length) + search);
}
