import { currencyDecimals, decimalText, type Money } from '@portico/api/money/money.ts';

/** Exact, in the decimals that ISO 4217 gives the currency; whole amounts without them. */
export function formatMoney(money: Money, locale: string): string {
  const { currency } = money;
  const digits = currencyDecimals(currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(decimalText(money));
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
