import type { BrowserContext, Page, Request } from '@playwright/test';
import { Addresses } from '../look/addresses.ts';
import { readPage } from '../look/in-page.ts';
import { readCovered } from '../look/read-covered.ts';
import { demoPassword, expect, portalUrl, test } from './clean-page.ts';

// The narrowest phone, and what remains of a screen that somebody reads at a zoom of 400 %.
test.use({ viewport: { width: 360, height: 740 } });
test.skip(({ isMobile }) => !isMobile, 'A desk is wider.');
test.setTimeout(240_000);

/** @property least fewer pages would mean that the walk no longer finds its way */
type Walker = { at: string; email?: string; opens: (route: string) => boolean; least: number };

const isFreelancers = (route: string) => /^\/(my|jobs|profile|connects|earnings|payouts|tax)(\/|$)/.test(route);
const isOperators = (route: string) => route.startsWith('/operator/');
const isBare = (route: string) =>
  /^\/(sign-in|sign-up|(offer|accept)-invitation|verify-email|(forgot|reset)-password|legal\/:kind|.*\/stop)$/.test(
    route,
  );
const isMoney = (route: string) => /^\/(billing|procurement|budgets|purchase-orders|rate-cards)/.test(route);
const isReports = (route: string) => route.startsWith('/reports');
const isAdmins = (route: string) =>
  /^\/(settings\/(?!delegation|job-templates|terms)|styleguide|notifications)/.test(route);
const isHiring = (route: string) =>
  /^\/(job|proposals|offers|invit|talent|lists|compare|saved-searches|pools|freelancers)/.test(route);
const isRest = (route: string) =>
  ![isFreelancers, isOperators, isBare, isMoney, isReports, isAdmins, isHiring].some((belongs) => belongs(route));
// What a freelancer earned is nobody else's to read.
const isNobodys = (route: string) => route === '/reports/earnings';
const orHome = (belongs: Walker['opens']) => (route: string) => route === '/' || (belongs(route) && !isNobodys(route));

/** Every page of the portal once, as somebody whose page it is. */
const walkers: Readonly<Record<string, Walker>> = {
  'who hires': {
    at: '/t/larkmoor',
    email: 'hanna@larkmoor.example',
    opens: orHome((route) => isHiring(route) && !isFreelancers(route) && !isBare(route)),
    least: 15,
  },
  'who works with the hired': { at: '/t/larkmoor', email: 'hanna@larkmoor.example', opens: isRest, least: 12 },
  'who closes the month': { at: '/t/larkmoor', email: 'petra@larkmoor.example', opens: orHome(isMoney), least: 10 },
  'who reads reports': { at: '/t/larkmoor', email: 'ingrid@larkmoor.example', opens: orHome(isReports), least: 18 },
  'an admin': { at: '/t/larkmoor', email: 'mirela@larkmoor.example', opens: orHome(isAdmins), least: 12 },
  'a freelancer': { at: '', email: 'adaeze@talent.example', opens: orHome(isFreelancers), least: 20 },
  'an operator': { at: '', email: 'operator@desk.example', opens: orHome(isOperators), least: 6 },
  'nobody in particular': { at: '/t/fennec', opens: isBare, least: 8 },
};

/** A page opened without what a mail hands over, or for what is not there, says so; browsers print the refusal. */
const isRefusal = /status of 4(04|22)/;

for (const [who, walker] of Object.entries(walkers))
  test(`every page of ${who} fits a screen of 360 px`, async ({ page, complaints }) => {
    const { at, email, opens, least } = walker;
    if (email) await signIn(page.context(), email);
    const addresses = new Addresses(opens);
    const found: string[] = [];
    let seen = 0;
    const open = openRequests(page);
    await page.goto(`${portalUrl}${at}${email ? '/' : '/sign-in'}`);
    await page.waitForSelector('main h1');
    for (let isLast = false; ; ) {
      const next = addresses.take(isLast);
      if (next.length === 0 && isLast) break;
      isLast = next.length === 0;
      for (const { path } of next) {
        await follow(page, at + path, open);
        seen++;
        const { overflow, wide, smallTargets, links } = await page.evaluate(readPage);
        if (overflow > 0) found.push(`${path} is ${overflow} px too wide: ${wide}`);
        for (const target of smallTargets) found.push(`${path} is hard to touch: ${target}`);
        for (const covered of await page.evaluate(readCovered)) found.push(`${path} covers what has focus: ${covered}`);
        for (const complaint of complaints.splice(0))
          if (!isRefusal.test(complaint)) found.push(`${path} complains: ${complaint}`);
        addresses.learn(links.filter((link) => link.startsWith(`${at}/`)).map((link) => link.slice(at.length)));
      }
    }
    expect(found).toEqual([]);
    expect(seen).toBeGreaterThanOrEqual(least);
  });

async function signIn(context: BrowserContext, email: string): Promise<void> {
  const answer = await context.request.post(`${portalUrl}/v1/auth/sign-in/email`, {
    data: { email, password: demoPassword },
    headers: { origin: portalUrl },
  });
  expect(answer.ok()).toBe(true);
}

/** As a click on a link would: the frame stays, its page changes. Read once nothing on it loads any more. */
async function follow(page: Page, href: string, open: ReadonlySet<Request>): Promise<void> {
  await page.evaluate((to) => {
    document.querySelector('main > *')?.toggleAttribute('data-left', true);
    const link = document.body.appendChild(document.createElement('a'));
    link.href = to;
    link.click();
    link.remove();
  }, href);
  await expect(async () => {
    const isThere = await page.evaluate(async () => {
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      // The page of all elements shows how they load.
      const busy =
        'main > [data-left], .progress, main :is(.skeleton, [aria-busy="true"]):not(portal-styleguide-page *)';
      return document.querySelector('main h1') !== null && document.querySelector(busy) === null;
    });
    expect([isThere, open.size], `${href} has its heading and all it asked for`).toEqual([true, 0]);
  }).toPass({ intervals: [20], timeout: 30_000 });
}

/** What the page waits for, kept up to date; a stream of news never ends. */
function openRequests(page: Page): ReadonlySet<Request> {
  const open = new Set<Request>();
  page.on('request', (request) => request.resourceType() !== 'eventsource' && open.add(request));
  for (const end of ['requestfinished', 'requestfailed'] as const)
    page.on(end as 'requestfinished', (request) => open.delete(request));
  return open;
}
