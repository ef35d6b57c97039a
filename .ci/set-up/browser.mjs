import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bin, ownEnvironment, root } from './paths.mjs';
import { Refusal } from './refusal.mjs';
import { runQuietly } from './run-quietly.mjs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Finds a Chromium that starts, or installs one: Playwright's own, then (as root) the one of the distribution. */
export async function findOrInstallBrowser() {
  const found = findBrowser();
  if (found) return found;
  for (const { say, run } of waysToInstall()) {
    console.log(say);
    await run();
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Refusal(
    'No browser to test in: install Chromium (on Debian: apt-get install chromium) or set CHROMIUM_PATH, and run this again.',
  );
}

export function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !starts(named))
    throw new Refusal(`CHROMIUM_PATH is ${named}, which does not start: correct or unset it.`);
  return [named, ...usualPlaces, ...playwrightPlaces()].find((path) => path && starts(path));
}

function* waysToInstall() {
  const playwright = (...args) => runQuietly(bin('playwright'), args, { cwd: root, env: ownEnvironment() });
  const aptGet = (...args) =>
    runQuietly('apt-get', ['-qq', ...args], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  yield { say: 'Installing a browser for the tests …', run: () => playwright('install', '--no-shell', 'chromium') };
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  yield {
    say: 'Installing Chromium by apt …',
    run: async () => {
      await aptGet('update');
      await aptGet('install', '-y', '--no-install-recommends', 'chromium');
    },
  };
  // Where the distribution has no such package (Ubuntu's is a snap), Playwright's copy only lacks its libraries.
  yield { say: 'Installing the libraries of the browser by apt …', run: () => playwright('install-deps', 'chromium') };
}

function playwrightPlaces() {
  try {
    return [createRequire(import.meta.url)('playwright-core').chromium.executablePath()];
  } catch {
    return [];
  }
}

/** A file by that name is not enough: Ubuntu's is a hint to install a snap, Playwright's may lack libraries. */
function starts(path) {
  if (!existsSync(path)) return false;
  try {
    const answer = execFileSync(path, ['--version', '--no-sandbox'], {
      encoding: 'utf8',
      timeout: 20_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return /\d+\.\d+/.test(answer);
  } catch {
    return false;
  }
}
