import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as analyzer from '@custom-elements-manifest/analyzer';
import type typescript from 'typescript';
import { describeElements } from './describe-elements.ts';
import type { Manifest } from './manifest-shape.ts';
import { type ElementClass, nouns, type Sources, widgetsFolder } from './sources.ts';
import type { TypePrinter } from './type-printer.ts';

/** Its declarations leave out what it exports for use without a command line. */
const { create, ts } = analyzer as unknown as {
  create(options: { modules: object[]; plugins: object[]; context: object }): unknown;
  ts: typeof typescript;
};

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
  }) as Manifest;
}
