import type { SourceFile } from './source-files.ts';

/** Where the tokens themselves are made, and where the look of somebody else's program is drawn. */
const mayBeRaw = new Set(['portal/styles/tokens.ts', 'portal/styles/brand-editor.ts']);
const rules: readonly [RegExp, string][] = [
  [
    /font-size:(?!\s*(?:inherit|var\(--text|calc\(var\(--avatar|max\(16px, var\(|0\.93em))[^;]+/g,
    'a size of text outside the five: use --text-1 to --text-5',
  ],
  [
    /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab)\((?!from var)[^)]*\)/gi,
    'a color outside the theme: use its tokens',
  ],
  [
    /(?<!-)\b(?:color|background|border-color|fill|stroke):\s*(?:white|black|gr[ae]y|red|green|blue)\b/g,
    'a color outside the theme: use its tokens',
  ],
  [
    /border-radius:\s*(?!50%)[1-9][\d.]*(?:px|rem|em)/g,
    'a radius outside the tokens: use --hire-radius-control, --hire-radius-surface or --radius-inner',
  ],
  [/letter-spacing:\s*[\d.]+px/g, 'a letter spacing that does not grow with its text: use em'],
];

/** The portal's sheets are made of tokens, so that a tenant's brand and a person's density reach every one of them. */
export function styleRules({ path, text, lineOf }: SourceFile): string[] {
  if (!/^portal\/styles\/[\w-]+\.ts$/.test(path) || mayBeRaw.has(path)) return [];
  const css = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => ' '.repeat(comment.length));
  return rules.flatMap(([pattern, why]) =>
    [...css.matchAll(pattern)].map(({ 0: found, index }) => `${path}:${lineOf(index)} ${found.trim()}: ${why}`),
  );
}
