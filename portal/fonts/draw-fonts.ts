import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

// Run after an update of the typeface: node portal/fonts/draw-fonts.ts
const { resolve } = createRequire(import.meta.url);
const files = resolve('@fontsource-variable/inter/wght.css').replace('wght.css', 'files');
/** What themes and sheets ask for; each weight more is a part of every first visit. */
const weights = { min: 400, max: 700, default: 400 };

const range = (from: number, to: number) =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, at) => from + at));

const parts = {
  // As page.css names them: Western European, then the letters of European names and the signs of currencies.
  latin: range(0x20, 0x7e) + range(0xa0, 0xff) + 'ıŒœˆ˚˜' + range(0x2002, 0x2044) + '€™←↑→↓−∕≈≠≤≥',
  'latin-ext': `${range(0x100, 0x17f)}${range(0x1c4, 0x1cc)}${range(0x1e6, 0x1e7)}${range(0x218, 0x21b)}ẞẼẽỲỳ₡₦₩₪₫₭₮₱₲₴₵₸₹₺₼₽₿`,
};

for (const [name, characters] of Object.entries(parts)) {
  const source = readFileSync(`${files}/inter-${name}-wght-normal.woff2`);
  const font = await subsetFont(source, characters, { targetFormat: 'woff2', variationAxes: { wght: weights } });
  writeFileSync(new URL(`inter-${name}.woff2`, import.meta.url), font);
  console.log(name, source.length, '→', font.length);
}
