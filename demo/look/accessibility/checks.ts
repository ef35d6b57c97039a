import type { Page } from '@playwright/test';
import { readCovered } from '../read-covered.ts';

/** What is tried on every page beside axe's rules; the criteria that each stands for are in portal-criteria.ts. */
export type PortalCheck =
  | 'keyboard'
  | 'focus visible'
  | 'skip link'
  | 'focus not obscured'
  | 'reflow at 320 px'
  | 'title and heading';

const stopsMax = 15;
/** A field for a day and a time is up to seven stops of its own. */
const staysMax = 7;

export const checks: Record<PortalCheck, (page: Page) => Promise<string | undefined>> = {
  'title and heading': async (page) => {
    const headings = await page.locator('h1:visible').count();
    if (headings === 0) return 'no heading of the first level';
    return (await page.title()) ? undefined : 'no title';
  },
  'skip link': async (page) => {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const link = page.locator('.skip-link').first();
    // Pages without navigation have nothing to skip.
    if ((await page.locator('nav:visible').count()) === 0) return undefined;
    if ((await link.count()) === 0) return 'there is none';
    await link.focus();
    await page.keyboard.press('Enter');
    const isIn = await page.evaluate(() => Boolean(document.activeElement?.closest('main')));
    return isIn ? undefined : 'it does not lead to the page';
  },
  keyboard: async (page) => {
    const stops = await stopsOf(page);
    const trapped = stops.findIndex(
      ({ place }, at) => at >= staysMax && stops.slice(at - staysMax, at).every((before) => before.place === place),
    );
    return trapped < 0 ? undefined : `it stays in ${stops[trapped]!.what}`;
  },
  'focus visible': async (page) => {
    const stops = await stopsOf(page);
    // Parts of one field, such as a day and its month, are the browser's own to show.
    const unseen = stops.find(({ isSeen, place }, at) => !isSeen && place !== stops[at - 1]?.place);
    return unseen && `no focus is seen on ${unseen.what}`;
  },
  'focus not obscured': async (page) => (await page.evaluate(readCovered))[0],
  'reflow at 320 px': async (page) => {
    const before = page.viewportSize()!;
    await page.setViewportSize({ width: 320, height: 640 });
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await page.setViewportSize(before);
    return over > 0 ? `${over} px too wide` : undefined;
  },
};

/** Where the focus goes from the beginning of the page, Tab by Tab. */
async function stopsOf(page: Page): Promise<ReturnType<typeof focused>[]> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    document.querySelector('main')?.focus();
  });
  const stops: ReturnType<typeof focused>[] = [];
  for (let stop = 0; stop < stopsMax; stop++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(focused);
    if (found.place === '') break;
    stops.push(found);
  }
  return stops;
}

/** Runs in the page: where the focus is, and whether it is seen on it or on what stands around it. */
function focused(): { isSeen: boolean; what: string; place: string } {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (!active || active === document.body) return { isSeen: true, what: '', place: '' };
  const isMarked = (element: Element | null) => {
    if (!element) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
  };
  // A field in a frame of its own lets the frame show it, a chosen radio its label.
  const isSeen = [active, active.parentElement, active.closest('label')].some(isMarked);
  const { left, top } = active.getBoundingClientRect();
  return {
    isSeen,
    what: active.outerHTML.slice(0, 120),
    place: `${active.localName} ${Math.round(left)} ${Math.round(top + scrollY)} ${active.textContent?.slice(0, 20)}`,
  };
}
