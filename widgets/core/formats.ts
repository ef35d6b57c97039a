import type { Money } from '@portico/api/money/money.ts';

/** Minor units shown in the currency's own number of decimals; whole amounts without them. */
export function formatMoney({ amountMinor, currency }: Money, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' });
  return format.format(amountMinor / 10 ** format.resolvedOptions().maximumFractionDigits!);
}

export const formatNumber = (value: number, locale: string) => new Intl.NumberFormat(locale).format(value);

export const formatPercent = (value: number, locale: string) =>
  new Intl.NumberFormat(locale, { style: 'percent' }).format(value / 100);

/** Dates on the wire have no zone, and mean themselves everywhere. */
export const formatDate = (iso: string | number, locale: string, options?: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium', ...options }).format(new Date(iso));

export function nameOf(type: 'region' | 'language', code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type }).of(code)!;
  } catch {
    return code;
  }
}
