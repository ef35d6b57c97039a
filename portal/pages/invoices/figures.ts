import { exactMoney } from '../../elements/money-field.ts';
import { exactMoneyWords } from '../../strings/format.ts';
import { locale } from '../../strings/strings.ts';

export const exactWords = exactMoneyWords;
export const exact = exactMoney;

/** `12.5`, of minutes. */
export const hoursWords = (minutes: number): string =>
  (minutes / 60).toLocaleString(locale(), { maximumFractionDigits: 2 });

export const percentWords = (basisPoints: number): string =>
  (basisPoints / 10_000).toLocaleString(locale(), { style: 'percent', maximumFractionDigits: 2 });
