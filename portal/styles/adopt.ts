import type { CSSResult } from 'lit';

/** Pages render in the light DOM, so that labels, autofill and links work as in any page; their sheets are the page's. */
export function adoptStyles(...sheets: readonly CSSResult[]): void {
  const added = sheets
    .map((sheet) => sheet.styleSheet!)
    .filter((sheet) => !document.adoptedStyleSheets.includes(sheet));
  document.adoptedStyleSheets.push(...added);
}
