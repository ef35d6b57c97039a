import { neutral } from './ready/neutral.ts';
import { completeTheme, pageThemeCss } from './theme-css.ts';
import { fontFamilies, type TenantTheme } from './tokens.ts';

/** A tenant's tokens on a whole page of ours, where there is no host to inherit a typeface from. */
export function wholePageCss(theme: TenantTheme): string {
  const complete = completeTheme(neutral, theme);
  const font = complete.shape.fontFamily === 'inherit' ? fontFamilies.inter : 'var(--hire-font-family)';
  return `${pageThemeCss(complete)}:root{--page-font:${font}}`;
}
