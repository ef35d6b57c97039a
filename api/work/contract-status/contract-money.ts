import type { ContractSum } from '../../money/ledger/read-contract-sums.ts';
import { type Money, money } from '../../money/money.ts';
import type { ContractSide } from '../contracts/contract.ts';
import type { AgreedTerms } from '../contracts/schema.ts';
import type { ContractMoney } from './schema.ts';

/** The figures of a contract out of what its posted transfers moved; each is defined in schema.ts. Pure. */
export function contractMoney(
  { payment }: Pick<AgreedTerms, 'payment'>,
  sums: readonly ContractSum[],
  side: ContractSide,
): ContractMoney {
  const { currency } = payment.kind === 'fixed' ? payment.total : payment.rate;
  const of = (...kinds: ContractSum['kind'][]) =>
    sums
      .filter((sum) => sum.currency === currency && kinds.includes(sum.kind))
      .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const serviceFee = sums
    .filter((sum) => sum.currency === currency && sum.kind === 'platformFees' && sum.feeOwner === 'service')
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const inEscrow = of('escrow', 'contractHold');
  const held = of('disputeHold');
  const net = of('freelancerPending', 'freelancerAvailable');
  const released = net + serviceFee;
  const funded = inEscrow + held + released;
  const amount = (amountMinor: number): Money => money(amountMinor + 0, currency);
  return {
    funded: amount(funded),
    inEscrow: amount(inEscrow),
    held: amount(held),
    released: amount(released),
    net: amount(net),
    // What went out of these accounts is below zero there.
    paid: side === 'client' ? amount(0 - of('processor', 'clientFunding', 'clientCredit')) : null,
    remaining: payment.kind === 'fixed' ? amount(Math.max(0, payment.total.amountMinor - funded)) : null,
  };
}
