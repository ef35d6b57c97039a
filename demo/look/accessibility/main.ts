import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Browser, BrowserContext } from '@playwright/test';
import { writeStatementText } from '../../gallery/statement-text.ts';
import { Addresses } from '../addresses.ts';
import { cast, type Looker } from '../cast.ts';
import { baseOf, lookAsEach, requireServer, signIn } from '../visit.ts';
import { writePortalRun } from './portal-run.ts';
import { type PageSeen, trySee } from './see-page.ts';

/**
 * `npm run accessibility`: every page of the running portal, as the people whose page it is, by axe in both schemes, by
 * keys, and at 320 px. What it sees becomes the accessibility statement; it ends badly where a page is at fault.
 */
const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:4000' },
    /** Lookers whose name begins so, several with commas: to look again at a part, without writing anything. */
    as: { type: 'string' },
    only: { type: 'string' },
    /** After so long what was not looked at yet is said to be so. */
    minutes: { type: 'string', default: '90' },
    /** Only puts the statement together anew, from the runs there are. */
    write: { type: 'boolean', default: false },
    workers: { type: 'string', default: String(Math.max(2, availableParallelism())) },
  },
});
if (values.write) {
  await writeStatementText();
  process.exit();
}
const endsAtMs = Date.now() + Number(values.minutes) * 60_000;
const isWhole = !values.as && !values.only;
const lookers = cast.filter(({ name }) => !values.as || values.as.split(',').some((wanted) => name.startsWith(wanted)));
const isWanted = (route: string) => !values.only || values.only.split(',').some((part) => route.includes(part));

await requireServer(values.url);
const seen: PageSeen[] = [];
const reached = new Set<string>();
const missed = new Set<string>();
const version = await lookAsEach(lookers, Number(values.workers), lookAs);
const notReached = [...missed].filter((route) => !reached.has(route)).sort();
const faults = seen.flatMap(({ who, path, violations, checks }) => [
  ...violations.map((what) => `${who} ${path}: ${what}`),
  ...checks.flatMap(({ check, why }) => (why ? [`${who} ${path}: ${check}: ${why}`] : [])),
]);
for (const fault of faults) console.log(`✖ ${fault}`);
if (notReached.length > 0) console.log(`not reached: ${notReached.join(', ')}`);
console.log(`${seen.length} pages, ${faults.length} faults`);
if (isWhole) await writePortalRun(seen, notReached, version);
process.exitCode = faults.length > 0 || seen.length === 0 ? 1 : 0;

async function lookAs(with_: Browser, looker: Looker): Promise<void> {
  const base = baseOf(values.url, looker);
  const context = await signedIn(with_, looker);
  const addresses = new Addresses(looker.opens);
  for (let isLast = false; addresses.unreached.some(isWanted) && Date.now() < endsAtMs; ) {
    const found = addresses.take(isLast);
    if (found.length === 0 && isLast) break;
    isLast = found.length === 0;
    for (const { route, path } of found) {
      if (Date.now() > endsAtMs) {
        missed.add(route);
        continue;
      }
      const { links, page } = await trySee(context, { who: looker.name, route, path, base, isAsked: isWanted(route) });
      // Nothing is written of a run that lost its browser.
      if (!with_.isConnected()) throw new Error('The browser has gone: nothing was written.');
      addresses.learn(links);
      if (!page) {
        missed.add(route);
        continue;
      }
      seen.push(page);
      reached.add(route);
    }
  }
  for (const route of addresses.unreached) missed.add(route);
  await context.close();
  console.log(`${looker.name}: done, ${seen.length} pages so far`);
}

async function signedIn(with_: Browser, looker: Looker): Promise<BrowserContext> {
  const context = await with_.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  });
  await signIn(context, values.url, looker);
  return context;
}
