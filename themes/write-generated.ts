import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { formatColorHex, parseColor } from './color.ts';
import { neutral } from './ready/neutral.ts';
import { elementThemeCss } from './theme-css.ts';
import type { Theme } from './tokens.ts';

export const generatedFile = new URL('./neutral-element.generated.ts', import.meta.url);

/**
 * Elements carry the neutral theme as finished text, each name once; the code that makes CSS from a theme comes only
 * with a theme.
 */
export function generatedText(): string {
  const css = elementThemeCss(onScreen(neutral));
  const packed = css
    .slice(':host{'.length, -1)
    .split(';')
    .map((declaration) => declaration.replace(/^--_(.+?):var\(--hire-\1,(.*)\)$/, '$1:$2'))
    .map((pair) => pair.replace(/:light-dark\((.*)\)$/, '=$1'))
    .join(';');
  return `/** Written by themes/write-generated.ts from ready/neutral.ts. */
export const neutralElementCss = \`:host{\${'${packed}'
  .replace(/=([^;]+)/g, ':light-dark($1)')
  .replace(/([^:;]+):([^;]+)/g, '--_$1:var(--hire-$1,$2)')}}\`;
`;
}

/** Elements are weighed byte by byte, and a screen's bytes are shorter than OKLCH. */
export function onScreen(theme: Theme): Theme {
  const short = (hex: string) => hex.replace(/^#(.)\1(.)\2(.)\3$/, '#$1$2$3');
  const hex = (colors: Theme['light']) =>
    Object.fromEntries(
      Object.entries(colors).map(([token, color]) => [token, short(formatColorHex(parseColor(color)!))]),
    );
  return { ...theme, light: hex(theme.light) as Theme['light'], dark: hex(theme.dark) as Theme['dark'] };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeFile(generatedFile, generatedText());
