import { formatColorHex, parseColor } from '@portico/themes/color.ts';
import sharp from 'sharp';

const side = 64;
const colorsMax = 5;
/** Greys carry no brand. */
const chromaMin = 0.04;

/** The colours that carry a picture, strongest first: pixels gathered by hue, each hue by its commonest shade. */
export async function strongColors(png: Buffer): Promise<string[]> {
  const { data } = await sharp(png)
    .resize(side, side, { fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const shades = new Map<string, { hue: number; count: number }>();
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3]! < 128) continue;
    // Eight steps a channel put what smoothing has mixed back together.
    const hex = `#${[0, 1, 2].map((channel) => shade(data[at + channel]!)).join('')}`;
    const known = shades.get(hex);
    if (known) known.count++;
    else {
      const color = parseColor(hex)!;
      shades.set(hex, { hue: color.c < chromaMin ? -1 : Math.round((color.h ?? 0) / 30) % 12, count: 1 });
    }
  }
  const hues = new Map<number, { total: number; best: string; count: number }>();
  for (const [hex, { hue, count }] of shades) {
    if (hue < 0) continue;
    const sum = hues.get(hue) ?? { total: 0, best: hex, count: 0 };
    const commonest = count > sum.count ? { best: hex, count } : { best: sum.best, count: sum.count };
    hues.set(hue, { ...commonest, total: sum.total + count });
  }
  return [...hues.values()]
    .sort((one, other) => other.total - one.total)
    .slice(0, colorsMax)
    .map(({ best }) => formatColorHex(parseColor(best)!));
}

const shade = (value: number) =>
  Math.min(255, Math.round(value / 8) * 8)
    .toString(16)
    .padStart(2, '0');
