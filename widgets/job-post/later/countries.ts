/** Reserved in ISO 3166-1, groups of countries, and codes for tests: known to browsers, and no country. */
const noCountry = /^(A[AC]|C[PQ]|DG|E[AUZ]|IC|Q[^A]|TA|UN|X|ZZ)/;
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** ISO 3166-1 alpha-2, as the browser knows them: former codes are those that it names by another. */
export function countryCodes(): string[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return letters
    .flatMap((one) => letters.map((other) => one + other))
    .filter((code) => !noCountry.test(code) && new Intl.Locale(`und-${code}`).region === code && names.of(code));
}
