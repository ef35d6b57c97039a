import { contrastRatio, formatColor, nearestReadable, parseColor } from './color.ts';
import { type ColorToken, type Scheme, schemes, type Theme } from './tokens.ts';

/** WCAG 2.2: 1.4.3 asks 4.5:1 of text, 1.4.11 asks 3:1 of control borders and focus rings. */
export const contrastRules: readonly { text: ColorToken; grounds: readonly ColorToken[]; ratio: 4.5 | 3 }[] = [
  ...(['text', 'textMuted', 'link', 'success', 'warning', 'danger', 'info'] as const).map((text) => ({
    text,
    grounds: ['surface', 'surfaceRaised', 'surfaceSunken'] as const,
    ratio: 4.5 as const,
  })),
  { text: 'text', grounds: ['accentSoft'], ratio: 4.5 },
  { text: 'link', grounds: ['accentSoft'], ratio: 4.5 },
  { text: 'accentContrast', grounds: ['accent'], ratio: 4.5 },
  { text: 'borderStrong', grounds: ['surface', 'surfaceRaised'], ratio: 3 },
  { text: 'focus', grounds: ['surface', 'surfaceRaised', 'surfaceSunken'], ratio: 3 },
];

export type ContrastPair = {
  scheme: Scheme;
  text: ColorToken;
  ground: ColorToken;
  /** measured, two decimals, rounded down so that 4.499 never reads as 4.5 */
  ratio: number;
  needed: 4.5 | 3;
  passes: boolean;
  /** nearest colour for `text` that passes on all its grounds (or, if none does, on this one); only where the pair fails */
  suggestion?: string;
};

/** Every text/surface pair of both schemes. The theme's colours must have been parsed before. */
export function contrastPairs(theme: Theme): ContrastPair[] {
  return schemes.flatMap((scheme) =>
    contrastRules.flatMap((rule) => rule.grounds.map((ground) => measurePair(theme, scheme, rule, ground))),
  );
}

function measurePair(
  theme: Theme,
  scheme: Scheme,
  { text, ratio: needed }: (typeof contrastRules)[number],
  ground: ColorToken,
): ContrastPair {
  const color = (token: ColorToken) => parseColor(theme[scheme][token])!;
  const measured = contrastRatio(color(text), color(ground));
  const pair: ContrastPair = {
    scheme,
    text,
    ground,
    ratio: Math.floor(measured * 100) / 100,
    needed,
    passes: measured >= needed,
  };
  if (pair.passes) return pair;
  const allGrounds = contrastRules.filter((rule) => rule.text === text).flatMap((rule) => rule.grounds.map(color));
  const suggestion =
    nearestReadable(color(text), allGrounds, needed) ?? nearestReadable(color(text), [color(ground)], needed);
  return suggestion ? { ...pair, suggestion: formatColor(suggestion) } : pair;
}
