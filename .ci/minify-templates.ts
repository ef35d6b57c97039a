import { minifyHTMLLiterals } from 'minify-literals';
import type { Plugin } from 'vite';

/** White space in Lit templates and styles is for us, not for the wire. */
export function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/(widgets|portal)\/.*\.ts$/, code: /\b(html|css|svg)`/ },
      async handler(code, id) {
        return minifyHTMLLiterals(code, { fileName: id });
      },
    },
  };
}
