import { fileURLToPath } from 'node:url';
import { checkHouse } from './house-rules/check-house.ts';

const { errors, warnings } = checkHouse(fileURLToPath(new URL('..', import.meta.url)));
for (const warning of warnings) console.log(`warning: ${warning}`);
for (const error of errors) console.log(error);
if (errors.length > 0) {
  console.log(`\n${errors.length} breaks of the house rules.`);
  process.exitCode = 1;
}
