/** Amounts of money, exact to the minor unit. Pure; browsers load it too. */

export type Money = {
  /** Whole minor units of the currency: cents, yen, fils. */
  amountMinor: number;
  /** ISO 4217 code: `USD`. */
  currency: string;
};

/** ISO 4217 where a currency has other than two decimals; Intl's own table (CLDR) differs from it for some. */
const decimalsOf = new Map(
  Object.entries({
    0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
    3: 'BHD IQD JOD KWD LYD OMR TND',
    4: 'CLF UYW',
  }).flatMap(([decimals, codes]) => codes.split(' ').map((code) => [code, Number(decimals)] as const)),
);

export function currencyDecimals(currency: string): number {
  return decimalsOf.get(currency) ?? 2;
}

/**
 * @throws RangeError for what is no whole number, is beyond ±(2^53 − 1), or is −0, which would not survive JSON.
 */
export function money(amountMinor: number, currency: string): Money {
  if (!Number.isSafeInteger(amountMinor) || Object.is(amountMinor, -0))
    throw new RangeError(`amount_not_exact: ${Object.is(amountMinor, -0) ? '-0' : amountMinor} minor units`);
  return { amountMinor, currency };
}

/** @throws RangeError for mixed currencies or a sum beyond 2^53 − 1 */
export function add(one: Money, ...others: readonly Money[]): Money {
  return others.reduce((sum, next) => {
    requireSameCurrency(sum, next);
    // Both are below 2^53, so their sum is exact or refused; `+ 0` takes the sign off −0.
    return money(sum.amountMinor + next.amountMinor + 0, sum.currency);
  }, one);
}

/** @throws RangeError for mixed currencies or a difference beyond 2^53 − 1 */
export function subtract(from: Money, amount: Money): Money {
  requireSameCurrency(from, amount);
  return money(from.amountMinor - amount.amountMinor + 0, from.currency);
}

/** Below, at or above zero as `one` is less than, equal to or more than `other`. @throws RangeError for mixed currencies */
export function compare(one: Money, other: Money): number {
  requireSameCurrency(one, other);
  return Math.sign(one.amountMinor - other.amountMinor);
}

/**
 * A share in basis points (1/100 of a percent), half a minor unit rounded up; of a negative amount the same with the
 * sign turned, so that a refund takes back exactly what was taken.
 */
export function basisPointsOf({ amountMinor, currency }: Money, basisPoints: number): Money {
  return money(divideHalfUp(BigInt(amountMinor) * BigInt(basisPoints), 10_000n), currency);
}

/** `amount × numerator ⁄ denominator`, rounded as basisPointsOf does: hours of a rate, parts of a week. */
export function fractionOf({ amountMinor, currency }: Money, numerator: number, denominator: number): Money {
  return money(divideHalfUp(BigInt(amountMinor) * BigInt(numerator), BigInt(denominator)), currency);
}

/**
 * Parts in the proportion of whole, non-negative weights that sum to exactly the whole: what rounding leaves goes to
 * the largest remainders, among equal ones to the first.
 * @throws RangeError when no weight is above zero
 */
export function allocate({ amountMinor, currency }: Money, weights: readonly number[]): Money[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total <= 0n || weights.some((weight) => weight < 0)) throw new RangeError('no_weight: nothing to allocate by');
  const sign = amountMinor < 0 ? -1 : 1;
  const whole = BigInt(Math.abs(amountMinor));
  const shares = weights.map((weight, index) => {
    const product = whole * BigInt(weight);
    return { index, part: product / total, remainder: product % total };
  });
  const left = whole - shares.reduce((sum, { part }) => sum + part, 0n);
  const largestFirst = shares.toSorted(
    (one, other) => Number(other.remainder - one.remainder) || one.index - other.index,
  );
  for (const share of largestFirst.slice(0, Number(left))) share.part += 1n;
  return shares.map(({ part }) => money(sign * Number(part) + 0, currency));
}

const formats = new Map<string, Intl.NumberFormat>();

/** `$1,234.50` in the reader's language, with the currency's own decimals. */
export function formatMoney(amount: Money, locale: string): string {
  const { currency } = amount;
  const decimals = currencyDecimals(currency);
  const key = `${locale} ${currency}`;
  let format = formats.get(key);
  if (!format) {
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    format = new Intl.NumberFormat(locale, { style: 'currency', currency, ...digits });
    formats.set(key, format);
  }
  // As text: a division could show another last digit than the amount has.
  return format.format(decimalText(amount));
}

/** `1234.50`, exact. */
export function decimalText({ amountMinor, currency }: Money): Intl.StringNumericLiteral {
  const decimals = currencyDecimals(currency);
  const digits = String(Math.abs(amountMinor)).padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return `${amountMinor < 0 ? '-' : ''}${text}` as Intl.StringNumericLiteral;
}

function requireSameCurrency(one: Money, other: Money): void {
  if (one.currency !== other.currency)
    throw new RangeError(`currency_mixed: ${one.currency} and ${other.currency} are not the same money`);
}

function divideHalfUp(dividend: bigint, divisor: bigint): number {
  const sign = dividend < 0n ? -1 : 1;
  const whole = dividend < 0n ? -dividend : dividend;
  return sign * Number((2n * whole + divisor) / (2n * divisor)) + 0;
}
