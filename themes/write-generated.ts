import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { formatColorHex, parseColor } from './color.ts';
import { neutral } from './ready/neutral.ts';
import { elementThemeCss } from './theme-css.ts';
import type { Theme } from './tokens.ts';

export const generatedFile = new URL('./neutral-element.generated.ts', import.meta.url);

/** Elements carry the neutral theme as finished text; the code that makes CSS from a theme comes only with a theme. */
export const generatedText = () =>
  `/** Written by themes/write-generated.ts from ready/neutral.ts. */\nexport const neutralElementCss =\n  '${elementThemeCss(onScreen(neutral))}';\n`;

/** Elements are weighed byte by byte, and a screen's bytes are shorter than OKLCH. */
function onScreen(theme: Theme): Theme {
  const hex = (colors: Theme['light']) =>
    Object.fromEntries(Object.entries(colors).map(([token, color]) => [token, formatColorHex(parseColor(color)!)]));
  return { ...theme, light: hex(theme.light) as Theme['light'], dark: hex(theme.dark) as Theme['dark'] };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeFile(generatedFile, generatedText());
