import { globSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import ts from 'typescript';

export const root = resolve(import.meta.dirname, '../..');
export const widgetsFolder = join(root, 'widgets');
export const version = '1.0.0';
export const packageName = '@portico/widgets';

/** `talent-search`, by the files that register a tag each. */
export const nouns: readonly string[] = globSync('define/*.ts', { cwd: widgetsFolder })
  .map((file) => basename(file, '.ts'))
  .sort();

export type Sources = { checker: ts.TypeChecker; file(path: string): ts.SourceFile; own: readonly ts.SourceFile[] };

/** What hosts can reach, with its types resolved: by the compiler whose API is public. */
export function readSources(): Sources {
  const reachable = ['index.ts', ...nouns.flatMap((noun) => [`define/${noun}.ts`, `${noun}/${noun}-events.ts`])];
  const program = ts.createProgram({
    rootNames: reachable.map((path) => join(widgetsFolder, path)),
    options: {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      types: [],
      strict: true,
      allowImportingTsExtensions: true,
      noEmit: true,
      skipLibCheck: true,
    },
  });
  const own = program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(root) && !fileName.includes('/node_modules/'));
  const file = (path: string) => {
    const found = program.getSourceFile(join(widgetsFolder, path));
    if (!found) throw new Error(`widgets/${path} is not reached from index.ts or define/`);
    return found;
  };
  return { checker: program.getTypeChecker(), file, own };
}

export const exportsOf = ({ checker, file }: Sources, path: string): ts.Symbol[] =>
  checker
    .getExportsOfModule(checker.getSymbolAtLocation(file(path))!)
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol));

/** `talent-search` → `TalentSearch` */
export const pascal = (noun: string): string =>
  noun.replace(/(^|-)(\w)/g, (_match, _dash, letter: string) => letter.toUpperCase());

export type ElementClass = { properties: Record<string, string>; formAssociated?: boolean };

/** The real classes: an element's own list of properties is what counts. */
export async function loadClasses(): Promise<Map<string, ElementClass>> {
  const loaded = nouns.map(async (noun): Promise<[string, ElementClass]> => {
    const module: Record<string, ElementClass> = await import(join(widgetsFolder, `${noun}/${noun}.ts`));
    return [noun, Object.values(module).find((each) => each?.properties !== undefined)!];
  });
  return new Map(await Promise.all(loaded));
}
