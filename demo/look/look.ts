import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, BrowserContext } from '@playwright/test';
import { Addresses } from './addresses.ts';
import { cast, type Looker } from './cast.ts';
import { drawContactSheets } from './contact-sheets.ts';
import { countShifts } from './in-page.ts';
import { type Seen, see } from './picture.ts';
import { writeReport } from './report.ts';
import { type Device, devices } from './sizes.ts';
import { baseOf, lookAsEach, requireServer, signIn } from './visit.ts';

/**
 * Looks at every page of the running portal as the people whose page it is: pictures in three widths and both schemes,
 * sheets of them to look at many at once, and a report of what a machine can see.
 */
const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:4000' },
    out: { type: 'string', default: '.data/look' },
    /** Lookers whose name begins so; several with commas. */
    as: { type: 'string' },
    /** Routes that contain this; several with commas. */
    only: { type: 'string' },
    locale: { type: 'string', default: 'en-US' },
    workers: { type: 'string', default: String(Math.max(2, availableParallelism())) },
    'no-pictures': { type: 'boolean', default: false },
    /** The widest and the narrowest in light only, without axe: for looking again after a change. */
    quick: { type: 'boolean', default: false },
  },
});

const folder = resolve(values.out);
const takesPictures = !values['no-pictures'];
const wantedNames = values.as?.split(',');
const wantedRoutes = values.only?.split(',');
const lookers = cast.filter(({ name }) => !wantedNames || wantedNames.some((wanted) => name.startsWith(wanted)));
const isWanted = (route: string) =>
  !wantedRoutes || wantedRoutes.some((part) => (part === '/' ? route === '/' : route.includes(part)));

await requireServer(values.url);

const seenByName = new Map<string, Seen[]>();
const unreached = new Map<string, string[]>();
await lookAsEach(lookers, Number(values.workers), lookAs);
if (takesPictures) await drawContactSheets(folder, seenByName);
const counted = await writeReport(folder, seenByName, unreached);
const pages = [...seenByName.values()].flat();
console.log(`${pages.length} page views, ${pages.flatMap(({ pictures }) => pictures).length} pictures in ${folder}`);
for (const [kind, count] of counted) console.log(`${String(count).padStart(6)}  ${kind}`);

async function lookAs(with_: Browser, looker: Looker): Promise<void> {
  const base = baseOf(values.url, looker);
  const contexts = new Map<Device, BrowserContext>();
  for (const device of devices) contexts.set(device, await signedIn(with_, looker, device));
  const seen: Seen[] = [];
  seenByName.set(looker.name, seen);
  const addresses = new Addresses(looker.opens);
  for (let isLast = false; addresses.unreached.some(isWanted); ) {
    const found = addresses.take(isLast).sort((a, b) => Number(isWanted(b.route)) - Number(isWanted(a.route)));
    if (found.length === 0 && isLast) break;
    isLast = found.length === 0;
    for (const { route, path } of found) {
      // A page nobody asked for is opened only while its links may lead to one that is wanted.
      const isAsked = isWanted(route);
      if (!isAsked && !addresses.unreached.some(isWanted)) break;
      for (const [device, context] of contexts) {
        if (!isAsked && device.isPhone) continue;
        const one = await see(context, {
          route,
          path,
          base,
          device,
          folder: join(folder, looker.name),
          isAsked,
          takesPictures,
          isQuick: values.quick,
        });
        addresses.learn(one.links.flatMap((link) => insideOf(base, link)));
        if (isAsked) seen.push(one);
      }
    }
  }
  unreached.set(looker.name, addresses.unreached.filter(isWanted));
  console.log(`${looker.name}: ${seen.length} page views`);
  for (const context of contexts.values()) await context.close();
}

/** `/t/larkmoor/offers?show=all` → `/offers?show=all` */
function insideOf(base: string, link: string): string[] {
  const stem = new URL(base).pathname.replace(/\/$/, '');
  return link.startsWith(`${stem}/`) ? [link.slice(stem.length)] : [];
}

async function signedIn(with_: Browser, looker: Looker, { widths, height, isPhone }: Device): Promise<BrowserContext> {
  const context = await with_.newContext({
    viewport: { width: widths[0], height },
    locale: values.locale,
    timezoneId: 'Europe/Berlin',
    isMobile: isPhone,
    hasTouch: isPhone,
    reducedMotion: 'reduce',
  });
  await context.addInitScript(countShifts);
  await signIn(context, values.url, looker);
  return context;
}
