import { type FieldProblem, unprocessable } from '../../platform/http/problem.ts';
import {
  compactAccount,
  isBic,
  isIban,
  isRoutingNumber,
  isUsAccountNumber,
  maskedAccount,
  maskedEmail,
} from './bank-account.ts';
import { type BankDestination, bankFile, type PayoutDestination, type PayoutRails } from './payout-rail.ts';
import type { PayoutsPolicy } from './policy.ts';
import type { NewPayoutMethod, WireAccount } from './schema.ts';
import type { PayoutMethodRow } from './table.ts';

type Columns = Pick<PayoutMethodRow, 'rail' | 'provider' | 'currency' | 'label' | 'holderName'> & {
  isHosted: boolean;
  /** Null until the provider has opened the account. */
  destination: PayoutDestination | null;
};
export type AcceptedMethod = {
  columns: Columns;
  isSame(other: Pick<PayoutMethodRow, 'label' | 'rail' | 'currency'>): boolean;
};

/** @throws 422 payout_method_not_accepted, with an entry a field */
export function acceptMethod(rails: PayoutRails, policy: PayoutsPolicy, asked: NewPayoutMethod): AcceptedMethod {
  if (!rails[asked.rail]) throw refused(problem('/rail', 'rail_not_offered', 'This is not offered here.'));
  if (policy.fees[asked.rail][asked.currency] === undefined)
    throw refused(problem('/currency', 'payout_currency_not_offered', 'This currency is not paid out this way.'));
  const columns = columnsOf(rails, asked);
  return {
    columns,
    isSame: ({ label, rail, currency }) =>
      !columns.isHosted && label === columns.label && rail === columns.rail && currency === columns.currency,
  };
}

function columnsOf(rails: PayoutRails, asked: NewPayoutMethod): Columns {
  const { currency } = asked;
  switch (asked.rail) {
    case 'directDeposit':
      return directDeposit(rails.directDeposit!, asked);
    case 'paypal': {
      const { email, holderName } = asked;
      const common = { rail: 'paypal', provider: rails.paypal!.name, currency } as const;
      const destination = { kind: 'email', email } as const;
      return { ...common, label: `PayPal ${maskedEmail(email)}`, holderName, isHosted: false, destination };
    }
    case 'wire': {
      const bank = bankOf(asked);
      const { account } = bank;
      const shown = account.kind === 'iban' ? account.iban : account.accountNumber;
      const common = { rail: 'wire', provider: bankFile, currency } as const;
      const destination = { kind: 'bank', ...bank } as const;
      return { ...common, label: maskedAccount(shown), holderName: bank.holderName, isHosted: false, destination };
    }
  }
}

function directDeposit(
  rail: NonNullable<PayoutRails['directDeposit']>,
  { currency, holderName, account }: NewPayoutMethod & { rail: 'directDeposit' },
): Columns {
  const common = { rail: 'directDeposit', provider: rail.name, currency } as const;
  if (rail.hosted) return { ...common, label: rail.name, holderName: '', isHosted: true, destination: null };
  const chosen = rail.accounts.find(({ token }) => token === account);
  if (!chosen) throw refused(problem('/account', 'account_unknown', 'Choose one of the accounts offered.'));
  if (!holderName) throw refused(problem('/holderName', 'holder_missing', 'In whose name the account is.'));
  const destination = { kind: 'account', token: chosen.token } as const;
  return {
    ...common,
    // What a test account does stands in brackets where it is chosen.
    label: chosen.label.replace(/ \(.*\)$/, ''),
    holderName: chosen.holderName ?? holderName,
    isHosted: false,
    destination,
  };
}

function bankOf({
  holderName,
  account,
  bankName,
  address,
  currency,
}: NewPayoutMethod & { rail: 'wire' }): BankDestination {
  const problems: FieldProblem[] = [];
  const accepted = acceptAccount(account, problems);
  if (accepted.kind === 'account' && currency !== 'USD')
    problems.push(problem('/account', 'iban_needed', 'Accounts with a routing number are paid in USD; give an IBAN.'));
  if (problems.length > 0) throw refused(...problems);
  return { holderName, account: accepted, ...(bankName && { bankName }), address };
}

function acceptAccount(account: WireAccount, problems: FieldProblem[]): BankDestination['account'] {
  const bic = account.bic === undefined ? undefined : compactAccount(account.bic);
  if (bic !== undefined && !isBic(bic))
    problems.push(problem('/account/bic', 'bic_invalid', 'A BIC has 8 or 11 characters: COBADEFF or COBADEFFXXX.'));
  const withBic = bic === undefined ? {} : { bic };
  if (account.kind === 'iban') {
    const iban = compactAccount(account.iban);
    if (!isIban(iban))
      problems.push(
        problem('/account/iban', 'iban_invalid', 'This is no IBAN: its check digits or its length are not right.'),
      );
    else if (bic !== undefined && !sameCountry(bic, iban))
      problems.push(problem('/account/bic', 'bic_of_other_country', 'The BIC is of another country than the IBAN.'));
    return { kind: 'iban', iban, ...withBic };
  }
  const accountNumber = compactAccount(account.accountNumber);
  const routingNumber = compactAccount(account.routingNumber);
  if (!isUsAccountNumber(accountNumber))
    problems.push(problem('/account/accountNumber', 'account_number_invalid', 'Four to seventeen digits.'));
  if (!isRoutingNumber(routingNumber))
    problems.push(
      problem('/account/routingNumber', 'routing_number_invalid', 'Nine digits, of which the last checks the others.'),
    );
  return { kind: 'account', accountNumber, routingNumber, ...withBic };
}

/** Territories bank under the BIC of the state they belong to. */
const bicCountries: Readonly<Record<string, readonly string[]>> = {
  GB: ['GG', 'IM', 'JE'],
  FR: ['GF', 'GP', 'MQ', 'RE', 'PF', 'NC', 'PM', 'WF', 'YT', 'BL', 'MF'],
};

function sameCountry(bic: string, iban: string): boolean {
  const [ofBic, ofIban] = [bic.slice(4, 6), iban.slice(0, 2)];
  return ofBic === ofIban || (bicCountries[ofIban] ?? []).includes(ofBic);
}

const problem = (pointer: string, code: string, message: string): FieldProblem => ({ pointer, code, message });
const refused = (...errors: FieldProblem[]) =>
  unprocessable(
    'payout_method_not_accepted',
    'This was not accepted as a payout method; nothing was added. See errors.',
    errors,
  );
