import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createManifest } from './manifest.ts';
import { loadClasses, readSources, widgetsFolder } from './sources.ts';
import { createTypePrinter } from './type-printer.ts';

/** Writes what `widgets/` offers to hosts; with `--check` only says whether the written one still tells the truth. */
const file = join(widgetsFolder, 'custom-elements.generated.json');
const sources = readSources();
const manifest = createManifest(sources, createTypePrinter(sources), await loadClasses());
const text = `${JSON.stringify(manifest, null, 2)}\n`;
if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
  console.log(`${manifest.modules.length} modules are described in widgets/custom-elements.generated.json`);
} else if (readFileSync(file, 'utf8') !== text) {
  console.error(
    'widgets/custom-elements.generated.json is not what the elements are: run node .ci/package/write-manifest.ts',
  );
  process.exitCode = 1;
}
