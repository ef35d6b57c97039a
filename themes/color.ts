import { converter, formatHex, type Oklch, parse, toGamut, wcagContrast } from 'culori';

const toOklch = converter('oklch');
const intoScreen = toGamut('rgb', 'oklch');

const hex = /^#([\da-f]{3}|[\da-f]{6})$/i;
const oklch = /^oklch\( *(\d?\.?\d{1,8}) +(\d?\.?\d{1,8}) +(\d{1,3}(?:\.\d{1,8})?) *\)$/i;

/** Hex or `oklch(L C H)` with L 0–1, C 0–0.5, H 0–360, nothing else: a theme holds colours, never CSS text. */
export function parseColor(text: unknown): Oklch | undefined {
  if (typeof text !== 'string') return undefined;
  if (hex.test(text)) return toOklch(parse(text));
  const [l = 2, c = 0, h = 0] = (oklch.exec(text) ?? []).slice(1).map(Number);
  if (l > 1 || c > 0.5 || h > 360) return undefined;
  return { mode: 'oklch', l, c, h };
}

/** Reprinted from numbers, so that what is stored never contains what was typed. */
export function formatColor({ l, c, h = 0 }: Oklch): string {
  return `oklch(${round(l)} ${round(c)} ${c < 0.0005 ? 0 : round(h, 2)})`;
}

export const formatColorHex = (color: Oklch): string => formatHex(intoScreen(color));

/** WCAG 2 ratio of what a screen shows, which is the colour after it was brought into sRGB and rounded to bytes. */
export function contrastRatio(one: Oklch, other: Oklch): number {
  return wcagContrast(formatColorHex(one), formatColorHex(other));
}

/** The colour with the same hue, nearest in lightness, that reaches the ratio on every ground; undefined if none does. */
export function nearestReadable(color: Oklch, grounds: Oklch[], ratio: number): Oklch | undefined {
  const at = (l: number) => parseColor(formatColor({ ...color, l }))!;
  const reads = (l: number) => grounds.every((ground) => contrastRatio(at(l), ground) >= ratio);
  const found = [0, 1]
    .filter(reads)
    .map((extreme) => boundary(color.l, extreme, reads))
    .sort((one, other) => Math.abs(one - color.l) - Math.abs(other - color.l))[0];
  return found === undefined ? undefined : at(found);
}

/** The value nearest to `from` that still holds, given that `to` holds. */
function boundary(from: number, to: number, holds: (value: number) => boolean): number {
  let outside = from;
  let inside = to;
  for (let step = 0; step < 12; step++) {
    const middle = (outside + inside) / 2;
    if (holds(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}

const round = (value: number, digits = 4) => Number(value.toFixed(digits));
