import puppeteer from 'puppeteer-core';
import type { Engine } from './engines.ts';
import { startWebKit } from './webkit.mjs';

/** One window of an engine: enough to open a page, run a function in it and hear what it complained about. */
export type EnginePage = {
  open(address: string): Promise<void>;
  /** Runs `(…) => Promise` in the page; its answer has to survive JSON. */
  run<Answer>(code: string): Promise<Answer>;
  /** Errors and warnings that the page printed since it was opened. */
  complaints(): string[];
  stop(): Promise<void>;
};

export async function startPage({ name }: Engine, programs: Record<string, string>): Promise<EnginePage> {
  return name === 'firefox' ? firefoxPage(programs) : webKitPage(programs);
}

async function firefoxPage({ FIREFOX_PATH: executablePath }: Record<string, string>): Promise<EnginePage> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
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
      await page.goto(address);
    },
    run: (code) => page.evaluate(`(${code})()`) as Promise<never>,
    complaints: () => complaints,
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
  await session.manage().setTimeouts({ script: 60_000 });
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
    stop,
  };
}
