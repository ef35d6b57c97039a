import { chromium, type Page } from '@playwright/test';
import lighthouse, { desktopConfig } from 'lighthouse';
import { demoPassword } from '../../world/demo-password.ts';
import { startDemoServer } from '../demo-server.ts';

/**
 * `npm run bench -- lighthouse`: five pages of the portal and an intranet's page with a widget, signed in, as a desktop and as
 * a phone on a slow network (Lighthouse's own throttling). Goal: 95 in each category.
 */
const pages = [
  { name: 'sign-in', path: '/t/larkmoor/sign-in', who: undefined },
  { name: 'home', path: '/t/larkmoor/', who: 'hanna@larkmoor.example' },
  { name: 'contracts', path: '/t/larkmoor/contracts', who: 'hanna@larkmoor.example' },
  { name: 'procurement', path: '/t/larkmoor/procurement', who: 'petra@larkmoor.example' },
  { name: 'earnings', path: '/t/larkmoor/earnings', who: 'adaeze@talent.example' },
  { name: 'intranet page', path: '/hiring', who: undefined, isIntranet: true },
] as const;
const categories = ['performance', 'accessibility', 'best-practices'] as const;
const goal = 95;
const debuggingPort = 41_000 + (process.pid % 10_000);

const demo = await startDemoServer();
try {
  console.log(
    `${'page'.padEnd(16)}${'as'.padEnd(9)}${categories.map((name) => name.padStart(16)).join('')}   below 1, by weight`,
  );
  for (const page of pages) {
    const origin = 'isIntranet' in page ? demo.intranetUrl : demo.portalUrl;
    for (const form of ['desktop', 'phone'] as const) await audit(page.name, origin + page.path, page.who, form);
  }
} finally {
  await demo.stop();
}

async function audit(name: string, url: string, who: string | undefined, form: 'desktop' | 'phone'): Promise<void> {
  const context = await chromium.launchPersistentContext('', {
    executablePath: process.env.CHROMIUM_PATH,
    args: [`--remote-debugging-port=${debuggingPort}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    if (who) await signIn(await context.newPage(), new URL('/t/larkmoor/sign-in', url).href, who);
    const flags = {
      port: debuggingPort,
      disableStorageReset: true,
      logLevel: 'error' as const,
      onlyCategories: [...categories],
    };
    const result = await lighthouse(url, flags, form === 'desktop' ? desktopConfig : undefined);
    const { lhr } = result!;
    const scores = categories.map((category) => Math.round((lhr.categories[category]?.score ?? 0) * 100));
    const wrong = categories
      .flatMap((category) => lhr.categories[category]!.auditRefs)
      .filter(({ weight }) => weight > 0)
      .map(({ id, weight }) => ({ id, weight, score: lhr.audits[id]!.score }))
      .filter(({ score }) => score !== null && score < 0.9)
      .map(({ id }) => `${id} ${lhr.audits[id]!.displayValue ?? ''}`.trim());
    const cells = scores.map((score) => `${score}${score < goal ? ' !' : '  '}`.padStart(16)).join('');
    console.log(`${name.padEnd(16)}${form.padEnd(9)}${cells}   ${wrong.join(', ')}`);
  } finally {
    await context.close();
  }
}

async function signIn(page: Page, url: string, who: string): Promise<void> {
  await page.goto(url);
  await page.getByLabel('Email address').fill(who);
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /^Hello|Welcome/ }).waitFor();
  await page.close();
}
