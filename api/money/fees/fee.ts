import { add, basisPointsOf, fractionOf, type Money, money, subtract } from '../money.ts';

/** What a marketplace keeps of a payment. Schedules are data; each is rounded half up once a transfer. Pure. */

export type FeeSchedule =
  /** One percentage for everybody. */
  | { kind: 'flat'; basisPoints: number }
  /** Fixed when the offer was made; a later change of the general fee leaves the contract alone. */
  | { kind: 'perContract'; basisPoints: number }
  /** Falls with what this client and this freelancer have billed with each other before; in one currency. */
  | { kind: 'sliding'; currency: string; tiers: readonly FeeTier[] };

/** `upToMinor` null: everything above the tier before. */
export type FeeTier = { upToMinor: number | null; basisPoints: number };

export type Net = { gross: Money; fee: Money; net: Money };

/**
 * @param billedBefore in this relationship, for a sliding schedule
 * @throws RangeError for another currency than the schedule's
 */
export function netOf(gross: Money, schedule: FeeSchedule, billedBefore: Money = money(0, gross.currency)): Net {
  const fee = feeOf(gross, schedule, billedBefore);
  return { gross, fee, net: subtract(gross, fee) };
}

function feeOf(gross: Money, schedule: FeeSchedule, billedBefore: Money): Money {
  switch (schedule.kind) {
    case 'flat':
    case 'perContract':
      return basisPointsOf(gross, schedule.basisPoints);
    case 'sliding':
      return slidingFee(gross, schedule, billedBefore);
  }
}

function slidingFee(gross: Money, { currency, tiers }: FeeSchedule & { kind: 'sliding' }, billedBefore: Money): Money {
  if (gross.currency !== currency)
    throw new RangeError(`currency_mixed: a fee schedule in ${currency} says nothing about ${gross.currency}`);
  const from = billedBefore.amountMinor;
  const to = add(billedBefore, gross).amountMinor;
  let feeTimes10000 = 0n;
  let tierFrom = 0;
  for (const { upToMinor, basisPoints } of tiers) {
    const tierTo = upToMinor ?? Number.MAX_SAFE_INTEGER;
    const inTier = Math.max(0, Math.min(to, tierTo) - Math.max(from, tierFrom));
    feeTimes10000 += BigInt(inTier) * BigInt(basisPoints);
    tierFrom = tierTo;
  }
  // Rounded once over all tiers: rounding each would make the fee depend on where a payment was cut.
  return money(Number((2n * feeTimes10000 + 10_000n) / 20_000n), currency);
}

/** What the client pays on top: a percentage of each payment, and once a contract an initiation fee. */
export type ClientFee = { basisPoints: number; initiationMinor: number };

/** `taxCountry` '' when the payer's country is not known: then nothing is collected for a state. */
export type Charge = { amount: Money; fee: Money; initiation: Money; tax: Money; taxCountry: string; total: Money };

/** Sales tax on what the marketplace keeps, never on what people earn. */
export type SalesTax = { country: string; basisPoints: number };

export function chargeOf(
  amount: Money,
  { basisPoints, initiationMinor }: ClientFee,
  isFirstOfContract: boolean,
  salesTax: SalesTax = { country: '', basisPoints: 0 },
): Charge {
  const fee = basisPointsOf(amount, basisPoints);
  const initiation = money(isFirstOfContract ? initiationMinor : 0, amount.currency);
  const tax = basisPointsOf(add(fee, initiation), salesTax.basisPoints);
  const total = add(amount, fee, initiation, tax);
  return { amount, fee, initiation, tax, taxCountry: salesTax.country, total };
}

/**
 * The part of a fee that goes back with a part of its gross amount. Counted from what went back before, so that the
 * parts of any number of refunds sum to exactly the whole fee.
 */
export function feePartOf(whole: { gross: Money; fee: Money }, returnedBefore: Money, part: Money): Money {
  const share = (returned: Money) => fractionOf(whole.fee, returned.amountMinor, whole.gross.amountMinor);
  return subtract(share(add(returnedBefore, part)), share(returnedBefore));
}
