import { intl } from './intl.ts';
import { locale } from './strings.ts';

type Money = { amountMinor: number; currency: string };

/** The sign, not the hyphen: lines break after a hyphen. */
const withMinusSign = (text: string): string => text.replace('-', '\u2212');

export function formatMoney({ amountMinor, currency }: Money): string {
  const format = intl('NumberFormat', locale(), { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const amount = amountMinor / 10 ** digits;
  if (!Number.isInteger(amount)) return withMinusSign(format.format(amount));
  const whole = intl('NumberFormat', locale(), { style: 'currency', currency, maximumFractionDigits: 0 });
  return withMinusSign(whole.format(amount));
}

/** In a column: every figure with its decimals. */
export const exactMoneyWords = ({ amountMinor, currency }: Money): string => {
  const format = intl('NumberFormat', locale(), { style: 'currency', currency });
  return withMinusSign(format.format(amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2)));
};

/** What is taken from a sum: "−$4.70". */
export const formatDeduction = ({ amountMinor, currency }: Money): string =>
  formatMoney({ amountMinor: -amountMinor, currency });

/** Figures that stand together end alike: without decimals only while none of them has any. */
export function formatAlike(all: readonly (Money | null)[]): (value: Money) => string {
  const areWhole = all.every((one) => one === null || formatMoney(one) !== exactMoneyWords(one));
  return areWhole ? formatMoney : exactMoneyWords;
}

export const formatNumber = (value: number): string => intl('NumberFormat', locale()).format(value);
export const formatPercent = (value: number): string =>
  intl('NumberFormat', locale(), { style: 'percent', maximumFractionDigits: 0 }).format(value / 100);

export const formatDate = (iso: string): string =>
  intl('DateTimeFormat', locale(), { dateStyle: 'medium', ...wholeDay(iso) }).format(new Date(iso));
/** A day near enough to need no year. */
export const formatDay = (iso: string): string =>
  intl('DateTimeFormat', locale(), { month: 'short', day: 'numeric', ...wholeDay(iso) }).format(new Date(iso));
export const formatInstant = (iso: string): string =>
  intl('DateTimeFormat', locale(), { dateStyle: 'long', timeStyle: 'medium' }).format(new Date(iso));

/** When people meet: with the zone it is said in, without seconds. */
export const formatAppointment = (iso: string): string =>
  intl('DateTimeFormat', locale(), {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(iso));

/** `2024-03` or `2024-03-01` → "Mar 2024". */
export const formatMonth = (iso: string): string =>
  intl('DateTimeFormat', locale(), { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${iso.slice(0, 7)}-01T00:00:00Z`),
  );

const steps = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

export function formatRelative(iso: string, nowMs: number): string {
  const seconds = Math.round((Date.parse(iso) - nowMs) / 1000);
  const format = intl('RelativeTimeFormat', locale(), { numeric: 'auto' });
  for (const [unit, length] of steps) {
    if (Math.abs(seconds) >= length) return format.format(Math.trunc(seconds / length), unit);
  }
  return format.format(0, 'second');
}

export const countryName = (code: string): string => nameOf('region', code);
export const languageName = (code: string): string => nameOf('language', code);

/** "Berlin, GMT+2": the place in words, the offset of today. */
export function formatTimezone(zone: string, nowMs: number): string {
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  try {
    const parts = intl('DateTimeFormat', locale(), { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(
      nowMs,
    );
    const offset = parts.find((part) => part.type === 'timeZoneName')?.value;
    return `${place}, ${offset === undefined ? zone : withMinusSign(offset)}`;
  } catch {
    return zone;
  }
}

function nameOf(type: 'region' | 'language', code: string): string {
  try {
    return intl('DisplayNames', locale(), { type }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** A bare date has no time zone; shown in one it could become the day before. */
const wholeDay = (iso: string) => (iso.length === 10 ? ({ timeZone: 'UTC' } as const) : {});
