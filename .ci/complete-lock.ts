import { readFileSync, writeFileSync } from 'node:fs';
import { type Lock, missingEntries } from './lock/missing-entries.ts';

/** `node .ci/complete-lock.ts` after an `npm install` that could not see the packages for all machines. */
const file = new URL('../package-lock.json', import.meta.url);
const lock: Lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = missingEntries(lock);
const paths = Object.entries({ ...lock.packages, ...missing }).sort(([one], [other]) => one.localeCompare(other, 'en'));
writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(paths) }, null, 2)}\n`);
console.log(`${Object.keys(missing).length} entries added to package-lock.json`);
