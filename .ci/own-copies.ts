import { basename, dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Small things that two files need are in both. The core's words travel inside each widget's words: a file of their own
 * would be one more request before anything can be read. Formatted text comes with what shows it. And the loader
 * stands alone.
 */
export function ownCopies({ environment }: { environment: string }): Plugin {
  return {
    name: 'own-copies',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === environment,
    resolveId(source, importer) {
      const owner = importer && source.startsWith('.') ? ownerOf(source, importer) : undefined;
      return owner ? `${resolve(dirname(importer!), source)}?for=${owner}` : undefined;
    },
  };
}

function ownerOf(source: string, importer: string): string | undefined {
  const [, widget] = /widgets\/([\w-]+)\/locales\//.exec(importer) ?? [];
  if (/\/core\/locales\/\w+\.ts$/.test(source)) return widget;
  if (source.endsWith('/moves/move.ts')) return basename(importer, '.ts');
  if (source.endsWith('/core/format-bytes.ts'))
    return `${/widgets\/([\w-]+)\//.exec(importer)?.[1]}-${basename(importer, '.ts')}`;
  if (/\/core\/(rich-text|later-words)\.ts$/.test(source)) return /widgets\/([\w-]+)\/later\//.exec(importer)?.[1];
  return /loader\/loader\.ts$|\?for=loader$/.test(importer) ? 'loader' : undefined;
}
