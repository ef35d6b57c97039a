import puppeteer from 'puppeteer-core';
import type { Engine } from './engines.ts';
import { startWebKit } from './webkit.mjs';

/** Limits for what hangs, not for what is slow: a machine may have other work. */
const startMs = 3 * 60_000;
const answerMs = 3 * 60_000;

/** One window of an engine: enough to open a page, run a function in it and hear what it complained about. */
export type EnginePage = {
  open(address: string): Promise<void>;
  /** Runs `(…) => Promise` in the page; its answer has to survive JSON. */
  run<Answer>(code: string): Promise<Answer>;
  /** Errors and warnings that the page printed since it was opened. */
  complaints(): string[];
  version: string;
  stop(): Promise<void>;
};

export async function startPage({ name }: Engine, programs: Record<string, string>): Promise<EnginePage> {
  if (name === 'webkit') return webKitPage(programs);
  if (name === 'firefox') return puppeteerPage('firefox', programs.FIREFOX_PATH!);
  return puppeteerPage('chrome', programs.CHROMIUM_PATH!, ['--no-sandbox']);
}

async function puppeteerPage(
  kind: 'firefox' | 'chrome',
  executablePath: string,
  args: string[] = [],
): Promise<EnginePage> {
  const browser = await puppeteer.launch({
    ...{ browser: kind, executablePath, args, headless: true },
    ...{ timeout: startMs, protocolTimeout: answerMs },
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  let complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return {
    async open(address) {
      complaints = [];
      await page.goto(address, { timeout: answerMs });
    },
    run: (code) => page.evaluate(`(${code})()`) as Promise<never>,
    complaints: () => complaints,
    version: (await browser.version()).replace(/^\D*/, ''),
    stop: () => browser.close(),
  };
}

async function webKitPage(programs: Record<string, string>): Promise<EnginePage> {
  let printed = 0;
  const { session, lines, stop } = await startWebKit({
    driver: programs.WEBKIT_DRIVER_PATH,
    browser: programs.WEBKIT_PATH,
    xvfb: programs.XVFB_RUN_PATH,
  });
  await session.manage().setTimeouts({ script: answerMs, pageLoad: answerMs });
  const version = (await session.getCapabilities()).getBrowserVersion() ?? '';
  await session.manage().window().setRect({ width: 1280, height: 900 });
  return {
    async open(address) {
      printed = lines.length;
      await session.get(address);
    },
    async run(code) {
      const { answer, error } = await session.executeAsyncScript<{ answer: never; error?: string }>(
        `const done = arguments[arguments.length - 1];
         (${code})().then((answer) => done({ answer }), (error) => done({ error: String(error) }));`,
      );
      if (error) throw new Error(error);
      return answer;
    },
    complaints: () => lines.slice(printed).filter((line) => /^CONSOLE .*(ERROR|WARN)/.test(line)),
    version,
    stop,
  };
}
