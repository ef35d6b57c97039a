import { globSync } from 'node:fs';
import { findProgram } from './find-program.ts';

export type EngineName = 'chromium' | 'firefox' | 'webkit';

/** A browser engine: what has to be installed for it, and how its element tests are run. */
export type Engine = {
  name: EngineName;
  label: string;
  /** As the test configuration reads them; undefined where a program is missing. */
  programs(): Record<string, string | undefined>;
  /** Debian's packages, installed where one is missing and this may. */
  packages: readonly string[];
  /** Of @web/test-runner; none where `npm test` runs elements and hosts already, and only features are asked for. */
  config?: string;
};

const hasDisplay = Boolean(process.env.DISPLAY);

export const engines: readonly Engine[] = [
  {
    name: 'chromium',
    label: 'Chromium',
    programs: () => ({
      CHROMIUM_PATH: process.env.CHROMIUM_PATH ?? findProgram('chromium') ?? findProgram('google-chrome'),
    }),
    packages: ['chromium'],
  },
  {
    name: 'firefox',
    label: 'Firefox',
    programs: () => ({
      FIREFOX_PATH: process.env.FIREFOX_PATH ?? findProgram('firefox-esr') ?? findProgram('firefox'),
    }),
    packages: ['firefox-esr'],
    config: '.ci/engines/firefox-tests.config.mjs',
  },
  {
    name: 'webkit',
    label: 'WebKitGTK',
    programs: () => ({
      WEBKIT_DRIVER_PATH: process.env.WEBKIT_DRIVER_PATH ?? findProgram('WebKitWebDriver'),
      WEBKIT_PATH: process.env.WEBKIT_PATH ?? globSync('/usr/lib{/*,}{/,64/}webkit2gtk-4.*/MiniBrowser')[0],
      ...(!hasDisplay && { XVFB_RUN_PATH: findProgram('xvfb-run') }),
    }),
    packages: ['webkit2gtk-driver', ...(hasDisplay ? [] : ['xvfb', 'xauth'])],
    config: '.ci/engines/webkit-tests.config.mjs',
  },
];
