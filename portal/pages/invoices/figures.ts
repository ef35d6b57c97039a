import { formatMoney } from '@portico/api/money/money.ts';
import { html, type TemplateResult } from 'lit';
import { locale } from '../../strings/strings.ts';

type Money = { amountMinor: number; currency: string };

/** With all its decimals: figures under each other end alike. */
export const exactWords = (amount: Money): string => formatMoney(amount, locale());
export const exact = (amount: Money): TemplateResult => html`<span class="money">${exactWords(amount)}</span>`;

/** `12.5`, of minutes. */
export const hoursWords = (minutes: number): string =>
  (minutes / 60).toLocaleString(locale(), { maximumFractionDigits: 2 });

export const percentWords = (basisPoints: number): string =>
  (basisPoints / 10_000).toLocaleString(locale(), { style: 'percent', maximumFractionDigits: 2 });
