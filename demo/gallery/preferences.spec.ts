import { expect, type Page, test } from '@playwright/test';
import { type Combination, type Widget, widgets } from './combinations.ts';
import { layoutFaults } from './layout-faults.ts';
import { checkNote } from './observations.ts';
import { show } from './show.ts';

/** One of each widget in its plainest looks; what is tried is what the person or their machine asks for. */
const plain = (widget: Widget, more: Partial<Combination> = {}): Combination => ({
  ...{ widget, state: 'ready', theme: 'neutral', scheme: 'light', locale: 'en', width: 1280 },
  ...more,
});

type Rooted = HTMLElement & { root: ShadowRoot };
const saw = (check: string, widget: string) => test.info().annotations.push(checkNote(check, widget));

for (const widget of widgets) {
  test(`${widget}: keys go through it in the order of reading, and the focus is seen`, async ({ page }) => {
    saw('keyboard', widget);
    await show(page, plain(widget));
    await page.evaluate(() => document.body.focus());
    const stops: number[] = [];
    for (let count = 0; count < 10; count++) {
      await page.keyboard.press('Tab');
      const stop = await focusedStop(page);
      if (!stop) break;
      expect(stop.outline, `${stop.html} shows no focus`).toBeGreaterThanOrEqual(2);
      stops.push(stop.index);
    }
    expect(stops.length).toBeGreaterThan(1);
    expect(stops).toEqual([...stops].sort((one, other) => one - other));
  });

  test(`${widget}: nothing jumps when the answer comes late`, async ({ page }) => {
    saw('layout-shift', widget);
    await countShifts(page);
    for (const width of [390, 1280]) {
      await show(page, plain(widget, { width }), '&slow=400');
      expect(await layoutShift(page), `${width} px`).toBeLessThanOrEqual(0.02);
    }
  });

  test(`${widget}: at 200 % zoom nothing is cut off`, async ({ browser }) => {
    saw('zoom', widget);
    const page = await browser.newPage({ deviceScaleFactor: 2 });
    await show(page, plain(widget, { width: 768, locale: 'de' }));
    await page.setViewportSize({ width: 640, height: 400 });
    expect(await layoutFaults(page)).toEqual([]);
    await page.close();
  });

  test(`${widget}: fingers find 44 px, however wide the place is`, async ({ browser }) => {
    saw('target-size', widget);
    const page = await browser.newPage({ hasTouch: true, isMobile: true, viewport: { width: 1280, height: 800 } });
    await show(page, plain(widget));
    const small = await page.evaluate(() => {
      const { root } = document.querySelector('main > :last-child') as Rooted;
      const controls = [...root.querySelectorAll<HTMLElement>('button:not(.link, .token, .tag button), select')];
      const heights = controls
        .filter((each) => each.checkVisibility())
        .map((each) => each.getBoundingClientRect().height);
      return { coarse: matchMedia('(pointer: coarse)').matches, least: Math.min(...heights) };
    });
    expect(small.coarse).toBe(true);
    expect(small.least).toBeGreaterThanOrEqual(44);
    await page.close();
  });

  test(`${widget}: on paper there is nothing to press, and it reads in black on white`, async ({ page }) => {
    saw('print', widget);
    await show(page, plain(widget, { scheme: 'dark' }));
    await page.emulateMedia({ media: 'print' });
    const paper = await page.evaluate(() => {
      const { root } = document.querySelector('main > :last-child') as Rooted;
      const pressed = [...root.querySelectorAll<HTMLElement>('button:not(.link), select')].filter((each) =>
        each.checkVisibility(),
      );
      const probe = document.createElement('canvas').getContext('2d')!;
      probe.fillStyle = getComputedStyle(root.querySelector('.root')!).color;
      probe.fillRect(0, 0, 1, 1);
      return { pressed: pressed.length, ink: Math.max(...probe.getImageData(0, 0, 1, 1).data.slice(0, 3)) };
    });
    expect(paper.pressed).toBe(0);
    expect(paper.ink, 'ink is dark, whatever the scheme').toBeLessThan(90);
    expect((await page.pdf()).byteLength).toBeGreaterThan(5000);
  });

  test(`${widget}: colors, contrast and motion as the machine asks`, async ({ page }) => {
    saw('forced-colors', widget);
    await show(page, plain(widget, { state: 'loading' }));
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await running(page), 'with reduced motion nothing moves').toBe(0);
    await show(page, plain(widget));
    await page.emulateMedia({ contrast: 'more' });
    const [text, muted] = await colors(page, ['--_text', '--_text-muted']);
    expect(muted, 'with more contrast nothing is muted').toBe(text);
    await page.emulateMedia({ contrast: null, forcedColors: 'active' });
    expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    for (const outline of await outlinesOfWhatIsColored(page))
      expect(outline, 'color is not all that tells').not.toBe('none');
  });
}

const focusedStop = (page: Page) =>
  page.evaluate(() => {
    const { root } = document.querySelector('main > :last-child') as Rooted;
    const focused = root.activeElement as HTMLElement | null;
    if (!focused) return undefined;
    const isVisible = (part: Element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part);
      return outlineStyle === 'none' ? (boxShadow === 'none' ? 0 : 2) : Number.parseFloat(outlineWidth);
    };
    // A field in a frame of its own lets the frame show it.
    const outline = Math.max(isVisible(focused), isVisible(focused.parentElement!));
    return { index: [...root.querySelectorAll('*')].indexOf(focused), outline, html: focused.outerHTML.slice(0, 100) };
  });

const running = (page: Page) =>
  page.evaluate(() => (document.querySelector('main > :last-child') as Rooted).root.getAnimations().length);

const colors = (page: Page, names: string[]) =>
  page.evaluate((wanted) => {
    const style = getComputedStyle(
      (document.querySelector('main > :last-child') as Rooted).root.querySelector('.root')!,
    );
    return wanted.map((name) => style.getPropertyValue(name));
  }, names);

const outlinesOfWhatIsColored = (page: Page) =>
  page.evaluate(() => {
    const { root } = document.querySelector('main > :last-child') as Rooted;
    return [...root.querySelectorAll('button[aria-pressed=true], .primary')].map(
      (each) => getComputedStyle(each).outlineStyle,
    );
  });

type Counting = { shifts: number; countShifts(): void };

/** From the first frame on: what Chromium calls a layout shift, without those that follow somebody's doing. */
const countShifts = (page: Page) =>
  page.addInitScript(() => {
    const counting = globalThis as unknown as Counting;
    counting.shifts = 0;
    const add = (entries: PerformanceEntry[]) => {
      for (const { value, hadRecentInput } of entries as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[])
        counting.shifts += hadRecentInput ? 0 : value;
    };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    counting.countShifts = () => add(observer.takeRecords());
  });

const layoutShift = (page: Page) =>
  page.evaluate(async () => {
    // A frame is told of when the next one comes.
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    const counting = globalThis as unknown as Counting;
    counting.countShifts();
    return counting.shifts;
  });
