import { fileURLToPath } from 'node:url';
import { checkArrows } from './arrows/check-arrows.ts';

const refused = checkArrows(fileURLToPath(new URL('..', import.meta.url)));
for (const sentence of refused) console.log(sentence);
if (refused.length > 0) {
  console.log(`\n${refused.length} imports go against the plan of the house.`);
  process.exitCode = 1;
}
