import type { Oklch } from 'culori';
import { contrastRatio, formatColor, nearestReadable, parseColor } from './color.ts';
import { contrastRules } from './contrast.ts';
import { neutral } from './ready/neutral.ts';
import { type ColorToken, colorTokens, type Scheme, type TenantTheme } from './tokens.ts';

type Colors = Record<ColorToken, Oklch>;
const white = parseColor('#ffffff')!;
const night = parseColor('#14161a')!;

/**
 * Both schemes from one accent colour: grounds and greys take a breath of its hue, the accent stays as it is where text on
 * it reads, and every other colour is moved in lightness, no further than it must, until it does. Undefined for what is
 * no colour.
 */
export function deriveTheme(accent: string): TenantTheme | undefined {
  const color = parseColor(accent);
  return color && { light: schemeOf('light', color), dark: schemeOf('dark', color) };
}

function schemeOf(scheme: Scheme, accent: Oklch): Record<ColorToken, string> {
  const isLight = scheme === 'light';
  const hue = accent.h ?? 0;
  const tint = (token: ColorToken, chroma: number): Oklch => {
    const base = parseColor(neutral[scheme][token])!;
    return { mode: 'oklch', l: base.l, c: Math.min(accent.c, chroma), h: hue };
  };
  const colors = Object.fromEntries(colorTokens.map((token) => [token, parseColor(neutral[scheme][token])!])) as Colors;
  for (const [token, chroma] of tinted) colors[token] = tint(token, isLight ? chroma : chroma * 1.6);
  const shown = isLight || accent.l > 0.62 ? accent : { ...accent, l: 0.74, c: Math.min(accent.c, 0.15) };
  const [one, other] = shown.l > 0.68 ? [night, white] : [white, night];
  const reads = (text: Oklch) => contrastRatio(text, shown) >= 4.5;
  colors.accentContrast = reads(one) || !reads(other) ? one : other;
  colors.accent = reads(colors.accentContrast)
    ? shown
    : (nearestReadable(shown, [colors.accentContrast], 4.5) ?? shown);
  colors.accentSoft = {
    mode: 'oklch',
    l: isLight ? 0.94 : 0.31,
    c: Math.min(accent.c, isLight ? 0.035 : 0.06),
    h: hue,
  };
  colors.link = { ...shown, c: Math.min(accent.c, 0.16) };
  colors.focus = { ...shown };
  for (const { text, ratio } of contrastRules) {
    if (text === 'accentContrast') continue;
    const grounds = contrastRules.filter((rule) => rule.text === text).flatMap((rule) => rule.grounds);
    colors[text] = nearestReadableOf(colors, text, grounds, ratio);
  }
  return Object.fromEntries(colorTokens.map((token) => [token, formatColor(colors[token])])) as Record<
    ColorToken,
    string
  >;
}

function nearestReadableOf(colors: Colors, text: ColorToken, grounds: readonly ColorToken[], ratio: number): Oklch {
  const behind = grounds.map((ground) => colors[ground]);
  const color = colors[text];
  return behind.every((ground) => contrastRatio(color, ground) >= ratio)
    ? color
    : (nearestReadable(color, behind, ratio) ?? color);
}

/** How much of the accent’s hue a grey takes. */
const tinted: readonly (readonly [ColorToken, number])[] = [
  ['surface', 0.005],
  ['surfaceRaised', 0.002],
  ['surfaceSunken', 0.009],
  ['text', 0.02],
  ['textMuted', 0.02],
  ['border', 0.011],
  ['borderStrong', 0.02],
];
