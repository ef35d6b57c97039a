import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const bin = (name) => join(root, 'node_modules', '.bin', name);

/** The environment for our own commands: the pinned Node comes first on the path. */
export function ownEnvironment(extra = {}) {
  return { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${machinePath()}`, ...extra };
}

/** The machine's own path: npm must not run on the very Node that it is about to replace. */
export function machineEnvironment() {
  return { ...process.env, PATH: machinePath() };
}

function machinePath() {
  const folders = (process.env.PATH ?? '').split(':');
  return folders.filter((folder) => !folder.includes('node_modules')).join(':');
}
