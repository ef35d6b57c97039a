import { readFile, writeFile } from 'node:fs/promises';
import { createApp } from '../app.ts';
import { openApiDocument } from '../platform/operation/api-reference.ts';
import { testDeps } from '../testing/slice-app.ts';

/** Writes `api/openapi.json`; with --check only compares it. */
const file = new URL('../openapi.json', import.meta.url);
const deps = await testDeps();
const made = `${JSON.stringify(openApiDocument(createApp(deps).http), null, 2)}\n`;
await deps.database.close();
if (process.argv.includes('--check')) {
  const committed = await readFile(file, 'utf8').catch(() => '');
  if (committed !== made) {
    console.error('api/openapi.json is not what the routes say; run: node api/commands/openapi.ts');
    process.exit(1);
  }
} else await writeFile(file, made);
