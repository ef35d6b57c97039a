import type { WebDriver } from 'selenium-webdriver';

export function startWebKit(programs: {
  driver: string | undefined;
  browser: string | undefined;
  xvfb: string | undefined;
}): Promise<{
  session: WebDriver;
  /** what driver and browser print, the page's console included */
  lines: string[];
  stop(): Promise<void>;
}>;
