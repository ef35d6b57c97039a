import { neutral } from '@portico/themes/ready/neutral.ts';
import { completeTheme, pageThemeCss } from '@portico/themes/theme-css.ts';
import { fontFamilies, type TenantTheme } from '@portico/themes/tokens.ts';

const sheet = new CSSStyleSheet();

/** The tenant's tokens on the whole page. The portal is our own page, so `inherit` means our own typeface. */
export function showTheme(theme: TenantTheme): void {
  const complete = completeTheme(neutral, theme);
  const font = complete.shape.fontFamily === 'inherit' ? fontFamilies.inter : 'var(--hire-font-family)';
  sheet.replaceSync(`${pageThemeCss(complete)}:root{--page-font:${font}}`);
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.unshift(sheet);
}
