import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

process.env.PORT ??= '4200';
process.env.GALLERY_DIFFERENCES ??= join(tmpdir(), 'portico-gallery');
const url = `http://localhost:${process.env.PORT}`;

/** Each widget as built, looked at by axe, measured and compared with its approved picture; see demo/gallery. */
export default defineConfig({
  testDir: '../demo/gallery',
  testMatch: '*.spec.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // For what hangs, not for what is slow: a machine may have other work.
  timeout: 3 * 60_000,
  reporter: [[process.env.TEST_LINES ? './test/story-reporter.ts' : 'line'], ['./gallery-reporter.ts']],
  outputDir: join(process.env.GALLERY_DIFFERENCES, 'results'),
  use: {
    baseURL: url,
    browserName: 'chromium',
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    deviceScaleFactor: 1,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      // As little as possible of how letters are drawn is left to the machine.
      args: [
        '--no-sandbox',
        '--font-render-hinting=none',
        '--disable-lcd-text',
        '--disable-font-subpixel-positioning',
        '--force-color-profile=srgb',
        '--hide-scrollbars',
      ],
    },
  },
  webServer: {
    command: 'exec node .ci/gallery-server.ts',
    cwd: join(import.meta.dirname, '..'),
    url: `${url}/gallery`,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
