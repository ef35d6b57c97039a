import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import shared from '../browser-tests.config.mjs';
import { patientCommands } from './patient-commands.mjs';

/** The same element tests in a stock Firefox, over WebDriver BiDi. */
export default {
  ...shared,
  plugins: [...shared.plugins, patientCommands],
  concurrency: 1,
  browserStartTimeout: 3 * 60_000,
  testsStartTimeout: 3 * 60_000,
  testsFinishTimeout: 15 * 60_000,
  testFramework: { config: { timeout: 3 * 60_000 } },
  browsers: [
    chromeLauncher({
      puppeteer,
      launchOptions: { browser: 'firefox', executablePath: process.env.FIREFOX_PATH, headless: true },
    }),
  ],
};
