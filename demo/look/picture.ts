import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { type PageReading, readPage } from './in-page.ts';
import { type Device, fileName, schemes, tallest } from './sizes.ts';

export type Finding = { width: number; kind: string; what: string };
export type Seen = { route: string; path: string; findings: Finding[]; pictures: string[]; links: string[] };
export type View = {
  /** Else only its links are wanted. */
  isAsked: boolean;
  isQuick: boolean;
  route: string;
  path: string;
  base: string;
  folder: string;
  device: Device;
  takesPictures: boolean;
};

/** One page on one device: every width and scheme of it, and what is wrong with it. */
export async function see(context: BrowserContext, view: View): Promise<Seen> {
  const { route, path, base, device } = view;
  const page = await context.newPage();
  const seen: Seen = { route, path, findings: [], pictures: [], links: [] };
  const [first] = device.widths;
  const tell = (width: number, kind: string, what: string) => seen.findings.push({ width, kind, what });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !/status of 401/.test(message.text()))
      tell(first, 'console', message.text().slice(0, 200));
  });
  page.on('pageerror', (error) => tell(first, 'console', error.message.slice(0, 200)));
  try {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(base + path, { waitUntil: 'load' });
    await settled(page);
    for (const width of view.isAsked && !view.isQuick ? device.widths : [first]) await seeAt(page, width, view, seen);
  } catch (error) {
    tell(first, 'failed', (error as Error).message.split('\n')[0]!);
  } finally {
    await page.close();
  }
  return seen;
}

async function seeAt(page: Page, width: number, view: View, seen: Seen) {
  const { folder, route, device, isAsked, isQuick, takesPictures } = view;
  const isFirst = width === device.widths[0];
  if (!isFirst) {
    await page.setViewportSize({ width, height: device.height });
    await settled(page);
  }
  const reading = await page.evaluate(readPage);
  if (isFirst) seen.links.push(...reading.links);
  if (!isAsked) return;
  seen.findings.push(...judge(reading, isFirst).map((one) => ({ width, ...one })));
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (const scheme of isQuick ? schemes.slice(0, 1) : schemes) {
    await page.emulateMedia({ colorScheme: scheme });
    await faded(page);
    if (!device.isPhone && isFirst && !isQuick) {
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, impact, nodes } of violations)
        if (impact === 'serious' || impact === 'critical')
          seen.findings.push({
            width,
            kind: `axe ${scheme}`,
            what: `${id}: ${nodes[0]?.target.join(' ')} ×${nodes.length}`,
          });
    }
    if (!takesPictures) continue;
    const file = join(folder, `${fileName(route)}-${width}-${scheme}.png`);
    await mkdir(folder, { recursive: true });
    await page.screenshot({
      path: file,
      fullPage: true,
      animations: 'disabled',
      clip: { x: 0, y: 0, width, height: Math.min(height, tallest) },
    });
    seen.pictures.push(file);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** The page has its heading and nothing on it still loads. A page that never settles is looked at as it stands. */
async function settled(page: Page): Promise<void> {
  await page
    .waitForFunction(
      () =>
        document.querySelector('main h1') &&
        !document.querySelector('main .skeleton, .progress, main [aria-busy="true"]'),
      undefined,
      { timeout: 8_000 },
    )
    .catch(() => {});
  await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => {});
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}

/** Colors on their way from one scheme to the other are neither's. */
const faded = (page: Page) =>
  page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const fades = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.all(fades.map(({ finished }) => finished.catch(() => {})));
  });

/** What depends on the width is judged at each, the rest once. */
function judge(reading: PageReading, isFirst: boolean): { kind: string; what: string }[] {
  const { headings, title, overflow, wide, smallText, cutText, primaries, rawText, smallTargets, shift } = reading;
  const several = (kind: string, found: string[]) => found.slice(0, 4).map((what) => ({ kind, what }));
  const findings = [
    ...(overflow > 0 ? [{ kind: 'overflow', what: `${overflow} px: ${wide.join(', ')}` }] : []),
    ...several('cut text', cutText),
    ...several('small target', smallTargets),
  ];
  if (!isFirst) return findings;
  if (headings.length !== 1) findings.push({ kind: 'h1', what: `${headings.length}: ${headings.join(' | ')}` });
  if (!title) findings.push({ kind: 'title', what: 'none' });
  if (shift > 0.02) findings.push({ kind: 'layout shift', what: shift.toFixed(3) });
  if (primaries.length > 1) findings.push({ kind: 'primaries', what: primaries.join(' | ') });
  return [...findings, ...several('small text', smallText), ...several('raw text', rawText)];
}
