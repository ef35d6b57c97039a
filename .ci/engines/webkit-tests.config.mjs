import shared from '../browser-tests.config.mjs';
import { patientCommands } from './patient-commands.mjs';
import { webKitKeys, webKitLauncher } from './webkit-launcher.mjs';

/** The same element tests in a stock WebKitGTK, over its own WebDriver. */
export default {
  ...shared,
  concurrency: 1,
  browserStartTimeout: 3 * 60_000,
  testsStartTimeout: 3 * 60_000,
  testsFinishTimeout: 15 * 60_000,
  browsers: [webKitLauncher()],
  plugins: [...shared.plugins, webKitKeys, patientCommands],
  testFramework: { config: { timeout: 3 * 60_000 } },
};
