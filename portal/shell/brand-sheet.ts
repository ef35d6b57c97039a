import { wholePageCss } from '@portico/themes/page-css.ts';
import type { TenantTheme } from '@portico/themes/tokens.ts';

const sheet = new CSSStyleSheet();

/** The tenant's tokens on the whole page. The portal is our own page, so `inherit` means our own typeface. */
export function showTheme(theme: TenantTheme): void {
  sheet.replaceSync(wholePageCss(theme));
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.unshift(sheet);
}

/** A page that came from its server links the brand's sheet, which held up its first paint. */
export const isBranded = (): boolean => document.querySelector('link[data-brand]') !== null;
