import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { type Looker, password } from './cast.ts';

/** Ends the run where nothing is there to be looked at. */
export async function requireServer(url: string): Promise<void> {
  await fetch(`${url}/readyz`).catch(() => {
    console.error(`Nothing answers at ${url}; run npm start first, or name another address with --url.`);
    process.exit(1);
  });
}

/** One browser for all lookers, so many of them at a time. */
export async function lookAsEach(
  lookers: readonly Looker[],
  workers: number,
  lookAs: (browser: Browser, looker: Looker) => Promise<void>,
): Promise<string> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  try {
    const waiting = [...lookers];
    const lookOn = async () => {
      for (let looker = waiting.shift(); looker; looker = waiting.shift()) await lookAs(browser, looker);
    };
    await Promise.all(Array.from({ length: workers }, lookOn));
    return browser.version();
  } finally {
    await browser.close();
  }
}

export const baseOf = (url: string, { tenant }: Looker): string => url + (tenant ? `/t/${tenant}` : '');

/** @throws Error when the demo world does not know them */
export async function signIn(context: BrowserContext, url: string, { email }: Looker): Promise<void> {
  if (!email) return;
  const answer = await context.request.post(`${url}/v1/auth/sign-in/email`, {
    data: { email, password },
    headers: { origin: url },
  });
  if (!answer.ok()) throw new Error(`${email} cannot sign in: ${answer.status()} ${await answer.text()}`);
}
