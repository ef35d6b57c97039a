import type { Executor } from '../../platform/database/database.ts';
import { conflict, notFound, type Refusal, unprocessable } from '../../platform/http/problem.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { findPlacedHold } from '../holds/read-holds.ts';
import { readBalance } from '../ledger/read-ledger.ts';
import { basisPointsOf, type Money, money, subtract } from '../money.ts';
import { isOwnName } from '../payout-methods/check-name.ts';
import { bankFile, railNamed } from '../payout-methods/payout-rail.ts';
import { type PayoutsPolicy, payoutsPolicy } from '../payout-methods/policy.ts';
import { getOwnMethod, type PayoutMethod } from '../payout-methods/read-methods.ts';
import { taxPolicy } from '../tax/policy.ts';
import { findCountingForm } from '../tax/read-forms.ts';
import type { PayoutDeps } from './deps.ts';

export type PayoutTerms = {
  method: PayoutMethod;
  amount: Money;
  fee: Money;
  withheld: Money;
  withholdingBasisPoints: number;
  net: Money;
  available: Money;
  taxFormId: string;
  usualDays: number;
};

/**
 * What a payout would come to, and whether it could be requested: the same checks for a quote and for the request.
 * `refusal` is the first that stands in the way.
 * @throws 404, 422 payout_currency_mismatch
 */
export async function weighPayout(
  db: Executor,
  deps: Pick<PayoutDeps, 'readPayees' | 'clock' | 'payoutRails'>,
  freelancerId: string,
  { methodId, amount }: { methodId: string; amount: Money },
): Promise<{ terms: PayoutTerms; refusal: Refusal | undefined }> {
  const method = await getOwnMethod(db, freelancerId, methodId);
  const { currency } = amount;
  if (method.currency !== currency) throw currencyMismatch(method.currency);
  const policy = await readPolicy(db, undefined, payoutsPolicy);
  const tax = await readPolicy(db, undefined, taxPolicy);
  const form = await findCountingForm(db, freelancerId, deps.clock.now());
  const account = { kind: 'freelancerAvailable', ownerId: freelancerId } as const;
  const available = money((await readBalance(db, account, currency)).availableMinor, currency);

  const feeMinor = policy.fees[method.rail][currency];
  const withholdingBasisPoints = form?.withholdingBasisPoints ?? 0;
  // Tax is withheld from what is paid, before the fee for bringing it.
  const withheld = basisPointsOf(amount, withholdingBasisPoints);
  const fee = money(feeMinor ?? 0, currency);
  const net = subtract(subtract(amount, withheld), fee);
  const usualDays = policy.usualDays[method.rail];
  const taxFormId = form?.id ?? '';
  const terms = { method, amount, fee, withheld, withholdingBasisPoints, net, available, taxFormId, usualDays };

  const isHeld = (await findPlacedHold(db, { kind: 'freelancer', id: freelancerId })) !== undefined;
  const refusal =
    (isHeld ? onHold() : undefined) ??
    (!form && tax.isFormRequired ? formMissing() : undefined) ??
    (await refusalOfMethod(db, deps, freelancerId, method, policy)) ??
    (feeMinor === undefined ? notOffered(currency) : undefined) ??
    (net.amountMinor <= 0 ? tooSmall() : undefined) ??
    (available.amountMinor < amount.amountMinor ? balanceTooLow() : undefined);
  return { terms, refusal };
}

/** @throws as weighPayout, and the refusal that stands in the way */
export async function requirePayable(...args: Parameters<typeof weighPayout>): Promise<PayoutTerms> {
  const { terms, refusal } = await weighPayout(...args);
  if (refusal) throw refusal;
  return terms;
}

async function refusalOfMethod(
  db: Executor,
  deps: Pick<PayoutDeps, 'readPayees' | 'clock' | 'payoutRails'>,
  freelancerId: string,
  method: PayoutMethod,
  policy: PayoutsPolicy,
): Promise<Refusal | undefined> {
  switch (method.state) {
    case 'settingUp':
      return notUsable('set_up', 'Its account is not set up yet');
    case 'waiting':
      return notUsable('waiting', 'It is new and can be used after some days');
    case 'blocked':
      return notUsable('blocked', 'It is stopped');
    case 'removed':
      throw notFound();
    case 'usable':
  }
  const { rail, provider } = method;
  const isOffered =
    rail === 'wire' ? provider === bankFile && deps.payoutRails.wire : railNamed(deps.payoutRails, rail, provider);
  if (!isOffered) return notUsable('unavailable', 'Nobody here pays this way any more');
  // A name may have changed since it was added: with a new tax form, or in the profile.
  const isOwn =
    method.isNameCleared === 1 ||
    method.holderName === '' ||
    (await isOwnName(db, deps, freelancerId, method.holderName, policy));
  return isOwn ? undefined : nameMismatch();
}

const currencyMismatch = (currency: string) =>
  unprocessable(
    'payout_currency_mismatch',
    `This method is paid in ${currency}; nothing was moved. Ask for ${currency}, or add a method for the other currency.`,
    [{ pointer: '/amount/currency', code: 'payout_currency_mismatch', message: `The method is paid in ${currency}.` }],
  );
const onHold = () =>
  conflict(
    'payouts_on_hold',
    'The marketplace has stopped your payouts; nothing was moved and the money stays yours. Ask its support desk why.',
  );
const formMissing = () =>
  conflict('tax_form_missing', 'There is no tax form that counts; nothing was moved. Sign a W-9 or W-8BEN first.');
const notUsable = (why: string, sentence: string) =>
  conflict(
    why === 'unavailable' ? 'payout_method_not_offered' : `payout_method_${why === 'set_up' ? 'not_set_up' : why}`,
    `${sentence}; nothing was moved. Look at your payout methods.`,
  );
const nameMismatch = () =>
  conflict(
    'payout_method_name_mismatch',
    'The account is in another name than yours; nothing was moved. Use an account in your own name.',
  );
const notOffered = (currency: string) =>
  conflict(
    'payout_currency_not_offered',
    `${currency} is not paid out this way; nothing was moved. Use another method.`,
  );
const tooSmall = () =>
  unprocessable('payout_too_small', 'Fee and tax would leave nothing of it; nothing was moved. Ask for more.', [
    { pointer: '/amount/amountMinor', code: 'payout_too_small', message: 'Nothing would arrive.' },
  ]);
const balanceTooLow = () =>
  conflict('balance_too_low', 'So much is not available; nothing was moved. Ask for less, or wait until more is.');
