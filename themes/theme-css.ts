import {
  type ColorToken,
  colorTokens,
  fontFamilies,
  type Shape,
  shadows,
  shapeTokens,
  type TenantTheme,
  type Theme,
  type Token,
} from './tokens.ts';

/** `surfaceRaised` → `--hire-surface-raised`: the name a host page may set. */
export const cssName = (token: Token): `--hire-${string}` =>
  `--hire-${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** Fill what a tenant left open from the base theme. */
export function completeTheme(base: Theme, theme: TenantTheme): Theme {
  return {
    light: { ...base.light, ...theme.light },
    dark: { ...base.dark, ...theme.dark },
    shape: { ...base.shape, ...theme.shape },
  };
}

/** For a page we own (the portal): the public tokens themselves, on `:root`. */
export function pageThemeCss(theme: Theme, selector = ':root'): string {
  return `${selector}{${declarations(theme, (name, value) => `${name}:${value}`)}}`;
}

/**
 * For a shadow root: private `--_…` twins that elements style with. They fall back to the theme's value only where
 * the host page has not set the public token, so host CSS wins from anywhere in its page.
 */
export function elementThemeCss(theme: Theme): string {
  return `:host{${declarations(theme, (name, value) => `--_${name.slice(7)}:var(${name},${value})`)}}`;
}

function declarations(theme: Theme, write: (name: string, value: string) => string): string {
  return [
    ...colorTokens.map((token) => write(cssName(token), colorValue(theme, token))),
    ...shapeTokens.map((token) => write(cssName(token), shapeValue(theme.shape, token))),
  ].join(';');
}

/** A theme can arrive straight from a host's code; what could leave its declaration falls back to the browser's own. */
const colorText = (value: string) => (/^(#[\da-f]{3,8}|oklch\([\d.% ]+\))$/i.test(value) ? value : 'currentcolor');

const colorValue = (theme: Theme, token: ColorToken) =>
  `light-dark(${colorText(theme.light[token])},${colorText(theme.dark[token])})`;

function shapeValue(shape: Shape, token: keyof Shape): string {
  if (token === 'fontFamily') return fontFamilies[shape.fontFamily] ?? 'inherit';
  if (token === 'shadow') return shadows[shape.shadow] ?? 'none';
  const unit = token === 'motion' ? 'ms' : token === 'fontWeightStrong' ? '' : 'px';
  return `${Number(shape[token])}${unit}`;
}
