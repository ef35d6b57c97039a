import { fontFamilies, shadows } from './shape-values.ts';
import type { TenantTheme, Theme, Token } from './tokens.ts';

/** `surfaceRaised` → `surface-raised` */
const kebab = (token: string) => token.replace(/\W/g, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** `surfaceRaised` → `--hire-surface-raised`: the name a host page may set. */
export const cssName = (token: Token): string => `--hire-${kebab(token)}`;

/** Fill what a tenant left open from the base theme. */
export function completeTheme(base: Theme, { light, dark, shape }: TenantTheme): Theme {
  return { light: { ...base.light, ...light }, dark: { ...base.dark, ...dark }, shape: { ...base.shape, ...shape } };
}

/** For a page we own (the portal): the public tokens themselves, on `:root`. */
export const pageThemeCss = (theme: Theme, selector = ':root'): string =>
  `${selector}{${declarations(theme, (token, value) => `--hire-${token}:${value}`)}}`;

/**
 * For a shadow root: private `--_…` twins that elements style with. They fall back to the theme's value only where
 * the host page has not set the public token, so host CSS wins from anywhere in its page.
 */
export const elementThemeCss = (theme: Theme): string =>
  `:host{${declarations(theme, (token, value) => `--_${token}:var(--hire-${token},${value})`)}}`;

/** A theme can arrive straight from a host's code; what could leave its declaration becomes the browser's own color. */
const colorText = (value: string) => (/^(#\w+|oklch\([\d. ]+\))$/.test(value) ? value : 'currentcolor');

function declarations({ light, dark, shape }: Theme, write: (token: string, value: string) => string): string {
  const { fontFamily, shadow, fontWeightStrong, motion, ...lengths } = shape;
  const values = {
    ...lengths,
    fontFamily: fontFamilies[fontFamily],
    shadow: shadows[shadow],
    fontWeightStrong: Number(fontWeightStrong),
    motion: `${Number(motion)}ms`,
  };
  const colors = Object.entries(light).map(([token, color]) =>
    write(kebab(token), `light-dark(${colorText(color)},${colorText(dark[token as keyof typeof dark])})`),
  );
  const shapes = Object.entries(values).map(([token, value]) =>
    write(kebab(token), token in lengths ? `${Number(value)}px` : `${value}`),
  );
  return [...colors, ...shapes].join(';');
}
