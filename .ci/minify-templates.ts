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
        const minified = await minifyHTMLLiterals(withHeldSpaces(code), { fileName: id });
        return minified && { ...minified, code: withFreedSpaces(minified.code) };
      },
    },
  };
}

/** A template that begins with a space goes on in a line: the minifier takes what stands for it as a letter. */
const held = '\uE000';

export const withHeldSpaces = (code: string): string => code.replace(/\bhtml` (?=\S)/g, `html\`${held}`);
export const withFreedSpaces = (code: string): string => code.replaceAll(held, ' ');
