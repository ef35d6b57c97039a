import { join } from 'node:path';
import { build } from 'vite';
import { minifyTemplates } from '../minify-templates.ts';
import { nouns, root, widgetsFolder } from './sources.ts';

/** Modules for bundlers: one file a tag, a class and a language; shared code in files of its own; lit-html from outside. */
export async function bundle(outDir: string): Promise<void> {
  const entries = Object.fromEntries(
    nouns.flatMap((noun) => [
      [`define/${noun}`, join(widgetsFolder, `define/${noun}.ts`)],
      [`elements/${noun}`, join(widgetsFolder, `${noun}/${noun}.ts`)],
    ]),
  );
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    plugins: [minifyTemplates()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      lib: { entry: { index: join(widgetsFolder, 'index.ts'), ...entries }, formats: ['es'] },
      rolldownOptions: {
        external: /^lit-html(\/|$)/,
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
}
