import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Lock, missingEntries } from '../lock/missing-entries.ts';
import { allPaths } from './source-files.ts';

const linesSmell = 250;
const linesMax = 400;
const code = /\.(ts|tsx|mjs|js|css)$/;
/** Lists of facts: nobody reads them from top to bottom. */
const data = /\.generated\.|^api\/talent\/skills\/taxonomy\/|^demo\/world\/|\/(locales|strings|migrations)\//;
const sayNothing = /(^|-)(utils?|helpers?|managers?|services?)\.(ts|tsx|mjs)$/;
const mayBeIndex = new Set(['widgets/index.ts']);
/** The places packages come from, by shape: naming one here would break the very rule. */
const registry = /\b(?:registry|npm\.pkg)\.[a-z0-9-]+\.[a-z]{2,6}\b|\bnpm[j]s\.(?:org|com)\b|\byarn[p]kg\.com\b/i;
const binary = /\.(png|jpe?g|webp|avif|gif|ico|woff2?|ttf|sqlite|gz|br|zip|pdf|mp4)$/i;

export type Findings = { errors: string[]; warnings: string[] };

export function fileRules(root: string): Findings {
  const errors: string[] = [];
  const warnings: string[] = [];
  for (const path of allPaths(root)) {
    if (binary.test(path) || path.endsWith('.log')) continue;
    const text = readText(join(root, path));
    if (text === undefined) continue;
    if (sayNothing.test(basename(path)) && !data.test(path))
      errors.push(`${path} says nothing by its name: name it after what it does`);
    if (/(^|\/)index\.ts$/.test(path) && !mayBeIndex.has(path))
      errors.push(`${path} is a barrel: import the file that is meant`);
    const line = text.split('\n').findIndex((one) => registry.test(one));
    if (line >= 0) errors.push(`${path}:${line + 1} names a package registry: leave that to each machine's npm`);
    const lines = text.split('\n').length;
    if (!code.test(path) || data.test(path) || lines <= linesSmell) continue;
    if (lines > linesMax)
      errors.push(`${path} has ${lines} lines, more than ${linesMax}: split it by what it is about`);
    else warnings.push(`${path} has ${lines} lines; over ${linesSmell} is a smell`);
  }
  return { errors, warnings };
}

/** The lock file pins by hash and leaves to each machine where packages come from. */
export function lockRules(root: string): string[] {
  const text = readText(join(root, 'package-lock.json'));
  if (text === undefined) return [];
  const lock: Lock = JSON.parse(text);
  const addresses = Object.entries(lock.packages)
    .filter(([, { resolved, link }]) => resolved !== undefined && !link)
    .map(([path]) => `package-lock.json: ${path} has a resolved address: install again with the project's .npmrc`);
  const missing = Object.keys(missingEntries(lock)).map(
    (path) => `package-lock.json: ${path} is not in it, so npm ci refuses: run node .ci/complete-lock.ts`,
  );
  return [...addresses, ...missing];
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
