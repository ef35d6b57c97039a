import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

// `npm test -- stories` hands these in; the workers read this file again and must see the same values.
process.env.PORT ??= '4100';
process.env.INTRANET_PORT ??= '4101';
process.env.DATA_DIR ??= mkdtempSync(join(tmpdir(), 'portico-stories-'));
const { PORT: portalPort, INTRANET_PORT: intranetPort, DATA_DIR: dataFolder } = process.env;
process.env.PORTAL_URL = `http://localhost:${portalPort}`;
process.env.INTRANET_URL = `http://localhost:${intranetPort}`;

/** Stories in which the demo's clock goes on. */
const later = 'later-*.spec.ts';
/** Stories that count what comes for somebody, or show what came last: nobody else may be at it. */
const alone = ['embed-console.spec.ts', 'live-news.spec.ts'];

/** Stories: what people do, in a real browser, against the real server with a fresh demo world. */
export default defineConfig({
  testDir: 'demo/stories',
  testMatch: '*.spec.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.TEST_LINES ? './.ci/test/story-reporter.ts' : 'list',
  outputDir: join(dataFolder, 'story-results'),
  use: {
    baseURL: process.env.PORTAL_URL,
    browserName: 'chromium',
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    // A trace reads blob: pictures by fetch, which the portal's policy rightly refuses: TRACE=1 asks for it all the same.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] },
  },
  projects: [
    { name: 'desktop', testIgnore: [...alone, later], use: { viewport: { width: 1280, height: 900 } } },
    // The API's tour has nothing to look at, a plan is bought once, and a kind of page is the same on a telephone.
    {
      name: 'phone',
      testIgnore: ['api-tour.spec.ts', 'pro-client.spec.ts', 'hosts.spec.ts', ...alone, later],
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    {
      name: 'alone',
      testMatch: alone,
      dependencies: ['desktop', 'phone'],
      use: { viewport: { width: 1280, height: 900 } },
    },
    // Lets weeks pass for everybody, so when all others have told theirs.
    {
      name: 'later',
      testMatch: later,
      dependencies: ['alone'],
      use: { viewport: { width: 1280, height: 900 } },
    },
  ],
  webServer: {
    command: 'exec node demo/start.ts',
    url: `${process.env.PORTAL_URL}/readyz`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    env: {
      ...(process.env as Record<string, string>),
      PORT: portalPort,
      INTRANET_PORT: intranetPort,
      DATA_DIR: dataFolder,
    },
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
