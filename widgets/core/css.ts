/** Marks style text, so that the build takes out its white space. Styles have no holes: tokens are what varies. */
export const css = ([text]: TemplateStringsArray): string => text!;

const sheets = new Map<string, CSSStyleSheet>();

/** One constructed sheet a page, however many elements adopt it; no `style` element, so a strict CSP is content. */
export function sheetOf(text: string): CSSStyleSheet {
  let sheet = sheets.get(text);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    sheets.set(text, sheet);
  }
  return sheet;
}

/** More styles for a root that has its own: what is loaded later brings its looks along, but not to a widget long gone. */
export function adopt({ adoptedStyleSheets }: ShadowRoot, text: string): void {
  const sheet = sheetOf(text);
  if (adoptedStyleSheets.length && !adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
}
