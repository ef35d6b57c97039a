import { type FontFamily, fontFamilies, type Shadow, shadows } from './shape-values.ts';

export { fontFamilies, shadows };

/**
 * The closed list: 24 semantic tokens. A tenant theme may set these and nothing else, so that every element
 * can rely on each of them and no theme can carry CSS text.
 */
export const colorTokens = [
  'surface',
  'surfaceRaised',
  'surfaceSunken',
  'text',
  'textMuted',
  'link',
  'border',
  'borderStrong',
  'accent',
  'accentContrast',
  'accentSoft',
  'focus',
  'success',
  'warning',
  'danger',
  'info',
] as const;

export type ColorToken = (typeof colorTokens)[number];
export type Scheme = 'light' | 'dark';
export const schemes = ['light', 'dark'] as const satisfies readonly Scheme[];

export type Shape = {
  /** px, 0–16: buttons, inputs, chips */
  radiusControl: number;
  /** px, 0–24: cards, panels, dialogs */
  radiusSurface: number;
  fontFamily: FontFamily;
  /** px, 13–18: the body size; the other four sizes follow from it */
  fontSize: number;
  /** 500–700: names, headings, buttons */
  fontWeightStrong: number;
  /** px, 3–6: one grid unit; dense to roomy */
  space: number;
  shadow: Shadow;
  /** ms, 0–200 */
  motion: number;
};

export type Theme = { light: Record<ColorToken, string>; dark: Record<ColorToken, string>; shape: Shape };

/** What a tenant stores: any part left out comes from the neutral theme. */
export type TenantTheme = {
  light?: Partial<Record<ColorToken, string>>;
  dark?: Partial<Record<ColorToken, string>>;
  shape?: Partial<Shape>;
};

export type NumberRule = { min: number; max: number; step: number; unit: 'px' | 'ms' | '' };
export const numberRules = {
  radiusControl: { min: 0, max: 16, step: 1, unit: 'px' },
  radiusSurface: { min: 0, max: 24, step: 1, unit: 'px' },
  fontSize: { min: 13, max: 18, step: 0.5, unit: 'px' },
  fontWeightStrong: { min: 500, max: 700, step: 10, unit: '' },
  space: { min: 3, max: 6, step: 0.5, unit: 'px' },
  motion: { min: 0, max: 200, step: 10, unit: 'ms' },
} as const satisfies Partial<Record<keyof Shape, NumberRule>>;

export const choiceRules = {
  fontFamily: Object.keys(fontFamilies) as FontFamily[],
  shadow: Object.keys(shadows) as Shadow[],
} satisfies Partial<Record<keyof Shape, string[]>>;

export const shapeTokens = [
  'radiusControl',
  'radiusSurface',
  'fontFamily',
  'fontSize',
  'fontWeightStrong',
  'space',
  'shadow',
  'motion',
] as const satisfies readonly (keyof Shape)[];

export type Token = ColorToken | keyof Shape;
