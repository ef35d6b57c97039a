/**
 * What a spreadsheet would take for a formula (OWASP: CSV injection), also behind blanks and control characters, and in
 * full width, which some spreadsheets fold: behind an apostrophe it is text.
 */
const startsFormula = /^[\s\p{Cc}\p{Cf}]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20\uFE62\uFE63\uFE66\uFE6B\u2212]/u;
const startsControl = /^[\t\r\n\0]/;

/** How nearly every text starts: what spares it the two expressions. */
function startsPlain(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first >= 97 && first <= 122) || (first >= 65 && first <= 90) || (first >= 48 && first <= 57);
}

export function neutralText(text: string): string {
  if (startsPlain(text)) return text;
  return startsFormula.test(text) || startsControl.test(text) ? `'${text}` : text;
}

/** XML 1.0 has no place for these, and no text needs them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

export function printable(text: string): string {
  return text.replace(unprintable, ' ').toWellFormed();
}
