import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { describeElements } from './describe-elements.ts';
import type { Manifest } from './manifest-shape.ts';
import { type ElementClass, nouns, type Sources, widgetsFolder } from './sources.ts';
import type { TypePrinter } from './type-printer.ts';

/** The custom-elements manifest, with the paths that modules have in the package. */
export function createManifest(
  sources: Sources,
  printer: TypePrinter,
  classes: ReadonlyMap<string, ElementClass>,
): Manifest {
  const paths = [...nouns.map((noun) => `${noun}/${noun}.ts`), 'core/rendered-element.ts', 'core/hire-element.ts'];
  const modules = paths.map((path) =>
    ts.createSourceFile(path, readFileSync(join(widgetsFolder, path), 'utf8'), ts.ScriptTarget.ES2015, true),
  );
  return create({
    modules,
    plugins: [describeElements(sources, printer, classes)],
    context: { dev: false },
  }) as unknown as Manifest;
}
