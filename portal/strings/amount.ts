import { currencyDecimals } from '@portico/api/money/money.ts';
import { intl } from './intl.ts';
import { locale } from './strings.ts';

/** As people type it: `1,250.50`, `1.250,50`, `1 250`, `CHF 99`. @returns minor units; undefined when it is no amount */
export function amountFromText(text: string, currency: string): number | undefined {
  const digits = currencyDecimals(currency);
  const bare = text.replace(/[\s  '’]/gu, '').replace(/^[\p{Sc}A-Za-z]{1,3}|[\p{Sc}A-Za-z]{1,3}$/gu, '');
  if (!/^\d[\d.,]*$/.test(bare)) return undefined;
  const at = decimalAt(bare, digits);
  const whole = at === undefined ? bare : bare.slice(0, at);
  const part = at === undefined ? '' : bare.slice(at + 1);
  if (part.length > digits || !/^(?:\d+|[1-9]\d{0,2}(?:[.,]\d{3})+)$/.test(whole)) return undefined;
  const amount = Number(whole.replace(/[.,]/g, '') + part.padEnd(digits, '0'));
  return Number.isSafeInteger(amount) ? amount : undefined;
}

/** Without symbol and grouping, so that it can be typed on. */
export function amountToText({ amountMinor, currency }: { amountMinor: number; currency: string }): string {
  const digits = currencyDecimals(currency);
  const amount = amountMinor / 10 ** digits;
  return intl('NumberFormat', locale(), {
    useGrouping: false,
    minimumFractionDigits: Number.isInteger(amount) ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(amount);
}

/** The last separator is the decimal one, unless three digits follow it where the currency has another number of them. */
function decimalAt(text: string, digits: number): number | undefined {
  const at = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (at < 0 || digits === 0) return undefined;
  const isGrouping = text.length - at - 1 === 3 && digits !== 3;
  return isGrouping ? undefined : at;
}
