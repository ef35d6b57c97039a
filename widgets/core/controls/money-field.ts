import { currencyDecimals, decimalText, type Money } from '@portico/api/money/money.ts';
import { type Field, textField } from './field.ts';

const digitsOfArabic = /[٠-٩]/g;
const grouped = /^\d{1,3}([.,\s٬'’]\d{2,3})*$|^\d+$/;

/**
 * What somebody typed as an amount, exactly; undefined where it is none. Both marks of decimals are understood in every
 * language, since people type what their keyboard has: `1.250,50` and `1,250.50` are the same.
 */
export function parseAmount(typed: string, currency: string): Money | undefined {
  const decimals = currencyDecimals(currency);
  const text = typed.trim().replace(digitsOfArabic, (digit) => String(digit.charCodeAt(0) - 0x660));
  const shape = decimals ? new RegExp(`^(.+?)(?:([.,٫])(\\d{1,${decimals}}))?$`) : /^(.+)$/;
  const [, whole, mark, fraction = ''] = shape.exec(text) ?? [];
  // One mark cannot both group and divide: that was meant otherwise.
  if (!whole || !grouped.test(whole) || (mark && whole.includes(mark))) return undefined;
  const amountMinor = Number(whole.replace(/\D/g, '') + fraction.padEnd(decimals, '0'));
  return Number.isSafeInteger(amountMinor) ? { amountMinor, currency } : undefined;
}

type MoneyField = Field<Money | null> & {
  currency: string;
  language: string;
  /** by field: what the person typed, which stays as it is while it means the amount */
  typed: Map<string, string>;
};

export const moneyField = ({ value, change, currency, language, typed: all, ...the }: MoneyField) => {
  const typed = all.get(the.id) ?? '';
  const parsed = parseAmount(typed, currency);
  const isSame = parsed?.amountMinor === value?.amountMinor;
  const format = new Intl.NumberFormat(language, {
    useGrouping: false,
    minimumFractionDigits: 0,
    maximumFractionDigits: currencyDecimals(currency),
  });
  return textField({
    ...the,
    label: `${the.label} (${currency})`,
    inputmode: 'decimal',
    value: isSame ? typed : value ? format.format(decimalText(value)) : '',
    change: (text) => {
      all.set(the.id, text);
      change(parseAmount(text, currency) ?? null);
    },
  });
};
