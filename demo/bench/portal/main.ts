import { chromium, type Page } from '@playwright/test';
import { demoPassword } from '../../world/demo-password.ts';
import { startDemoServer } from '../demo-server.ts';
import { firstLoad } from './first-load.ts';
import { measureRoutes } from './route-change.ts';

/**
 * `npm run bench -- portal`: what a first visit loads (goal 150 KiB, brotli), and how long a click on a link takes until the
 * next page's heading is painted, at a quarter of this machine's speed (goal 100 ms), on the demo world.
 */
const people = {
  hanna: 'hanna@larkmoor.example',
  petra: 'petra@larkmoor.example',
  adaeze: 'adaeze@talent.example',
} as const;
const firstVisits = [
  { name: 'sign-in', path: '/sign-in', who: undefined },
  { name: 'home of a hiring manager', path: '/', who: people.hanna },
  { name: 'home of a finance admin', path: '/', who: people.petra },
  { name: 'home of a freelancer', path: '/', who: people.adaeze },
  { name: 'list of contracts', path: '/contracts', who: people.hanna },
  { name: 'list of purchase orders', path: '/purchase-orders', who: people.petra },
] as const;
const goalKiB = 150;
const goalMs = 100;

const demo = await startDemoServer();
const base = `${demo.portalUrl}/t/larkmoor`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  console.log(`First visit, nothing kept: HTML, scripts, styles and fonts as sent (goal ≤ ${goalKiB} KiB)\n`);
  for (const { name, path, who } of firstVisits) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    if (who) await signIn(page, who);
    const { kiB, files, layoutShift } = await firstLoad(page, base + path);
    const mark = kiB > goalKiB ? '  ABOVE GOAL' : '';
    console.log(
      `${name.padEnd(28)}${kiB.toFixed(1).padStart(8)} KiB in ${String(files).padStart(2)} files   layout shift ${layoutShift.toFixed(3)}${mark}`,
    );
    await context.close();
  }

  console.log(`\nFrom click to the painted heading, CPU slowed 4 times (goal p95 ≤ ${goalMs} ms)\n`);
  for (const who of Object.values(people)) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await signIn(page, who);
    const measured = await measureRoutes(page);
    const ordered = measured.map(({ ms }) => ms).sort((one, other) => one - other);
    const at = (part: number) => ordered[Math.min(ordered.length - 1, Math.floor(part * ordered.length))] ?? 0;
    const slowest = [...measured].sort((one, other) => other.ms - one.ms).slice(0, 3);
    console.log(
      `${who.padEnd(26)}${String(measured.length).padStart(3)} routes   p50 ${at(0.5).toFixed(0)} ms   p95 ${at(0.95).toFixed(0)} ms   slowest ${slowest.map(({ path, ms }) => `${path} ${ms.toFixed(0)}`).join(', ')}`,
    );
    await context.close();
  }
} finally {
  await browser.close();
  await demo.stop();
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${base}/sign-in`);
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.locator('main .home').waitFor();
}
