/** @param acceptLanguage the header as sent; anything unreadable in it is passed over */
export function preferredLocale(acceptLanguage: string): string {
  const wanted = acceptLanguage
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.find((one) => one.trim().startsWith('q='));
      return { tag, quality: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    try {
      const [found] = Intl.DisplayNames.supportedLocalesOf(tag);
      if (found) return new Intl.Locale(found).baseName;
    } catch {
      // Not a language tag: the next wish counts.
    }
  }
  return 'en';
}
