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

/** More styles for a shadow root that has its own already: what is loaded later brings its looks along. */
export function adopt({ adoptedStyleSheets }: ShadowRoot, text: string): void {
  const sheet = sheetOf(text);
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
}
