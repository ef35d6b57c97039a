import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { writeStatementText } from '../../gallery/statement-text.ts';
import { Addresses } from '../addresses.ts';
import { cast, type Looker, password } from '../cast.ts';
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

await fetch(`${values.url}/readyz`).catch(() => {
  console.error(`Nothing answers at ${values.url}; run npm start first, or name another address with --url.`);
  process.exit(1);
});
const seen: PageSeen[] = [];
const reached = new Set<string>();
const missed = new Set<string>();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const waiting = [...lookers];
  await Promise.all(Array.from({ length: Number(values.workers) }, () => lookOn(waiting)));
} finally {
  await browser.close();
}
const notReached = [...missed].filter((route) => !reached.has(route)).sort();
const faults = seen.flatMap(({ who, path, violations, checks }) => [
  ...violations.map((what) => `${who} ${path}: ${what}`),
  ...checks.flatMap(({ check, why }) => (why ? [`${who} ${path}: ${check}: ${why}`] : [])),
]);
for (const fault of faults) console.log(`✖ ${fault}`);
if (notReached.length > 0) console.log(`not reached: ${notReached.join(', ')}`);
console.log(`${seen.length} pages, ${faults.length} faults`);
if (isWhole) await writePortalRun(seen, notReached, browser.version());
process.exitCode = faults.length > 0 || seen.length === 0 ? 1 : 0;

async function lookOn(waiting: Looker[]): Promise<void> {
  for (let looker = waiting.shift(); looker; looker = waiting.shift()) await lookAs(browser, looker);
}

async function lookAs(with_: Browser, looker: Looker): Promise<void> {
  const base = values.url + (looker.tenant ? `/t/${looker.tenant}` : '');
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

async function signedIn(with_: Browser, { email }: Looker): Promise<BrowserContext> {
  const context = await with_.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  });
  if (!email) return context;
  const answer = await context.request.post(`${values.url}/v1/auth/sign-in/email`, {
    data: { email, password },
    headers: { origin: values.url },
  });
  if (!answer.ok()) throw new Error(`${email} cannot sign in: ${answer.status()} ${await answer.text()}`);
  return context;
}
