import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bin, machineEnvironment, root } from './paths.mjs';
import { Refusal } from './refusal.mjs';
import { runQuietly } from './run-quietly.mjs';

const oldestNode = 20;

export function checkNode(version = process.versions.node) {
  if (Number.parseInt(version, 10) >= oldestNode) return;
  throw new Refusal(
    `Node ${version} is too old to start from: install Node ${oldestNode} or newer and run this again.`,
  );
}

/** Installs exactly what package-lock.json says, unless it is there already (then nothing is asked of the network). */
export async function installPackages(folder = root) {
  if (packagesAreCurrent(folder)) return;
  refuseWhenReadOnly(folder);
  console.log('Installing packages (first run, some minutes) …');
  const { code, lastLines } = await runQuietly(
    'npm',
    ['ci', '--loglevel=error', '--no-audit', '--no-fund', '--no-progress'],
    {
      cwd: folder,
      env: machineEnvironment(),
    },
  );
  if (code === 0 && packagesAreCurrent(folder)) return;
  console.error(lastLines);
  throw new Refusal('Packages could not be installed (npm ci, above): check the network or proxy and run this again.');
}

/**
 * npm writes down what it installed only when it has finished, so this record against the lock file tells whether
 * anything is missing, also when somebody ran npm by hand.
 */
export function packagesAreCurrent(folder) {
  if (folder === root && !existsSync(bin('node'))) return false;
  const wanted = readPackages(join(folder, 'package-lock.json'));
  const installed = readPackages(join(folder, 'node_modules', '.package-lock.json'));
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([path, { version, link, optional }]) => {
    if (!path.includes('node_modules/') || link) return true;
    const found = installed[path];
    return found ? found.version === version : Boolean(optional);
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function refuseWhenReadOnly(folder) {
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new Refusal(
      `${folder} cannot be written to: packages are installed there, so make it writable or copy the project.`,
    );
  }
}
