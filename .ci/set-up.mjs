import { findOrInstallBrowser } from './set-up/browser.mjs';
import { buildWhenChanged } from './set-up/build.mjs';
import { oneAtATime } from './set-up/one-at-a-time.mjs';
import { checkNode, installPackages } from './set-up/packages.mjs';

/**
 * Makes a fresh machine ready, step by step, and takes no time where nothing is missing.
 * @returns {Promise<{ browser?: string }>} where the browser is, when one was asked for
 */
export async function setUp({ build = false, browser = false } = {}) {
  checkNode();
  return oneAtATime(async () => {
    await installPackages();
    if (build) await buildWhenChanged();
    return browser ? { browser: await findOrInstallBrowser() } : {};
  });
}
