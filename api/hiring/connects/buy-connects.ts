import { connectsUnit } from '../../money/ledger/ledger.ts';
import type { Money } from '../../money/money.ts';
import type { PaymentProcessor } from '../../money/payments/processor.ts';
import type { PaymentPurpose } from '../../money/payments/purpose.ts';
import type { Payment } from '../../money/payments/read-payments.ts';
import { recordPayment } from '../../money/payments/record-payment.ts';
import type { Executor } from '../../platform/database/database.ts';
import { unprocessable } from '../../platform/http/problem.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { type ConnectsPolicy, connectsPolicy } from './policy.ts';
import { tellFreelancer } from './tell-freelancer.ts';
import { addLot, type ConnectsDeps, connectsAccount, inConnects, takeTurn } from './wallet.ts';

export const connectsPurchase = 'connectsPurchase';

export type Bundle = { connects: number; price: Money };

export function bundlesOf({ bundles, unitPriceMinor, currency }: ConnectsPolicy): Bundle[] {
  return bundles.map((connects) => ({ connects, price: { amountMinor: connects * unitPriceMinor, currency } }));
}

/**
 * Writes the purchase, whose connects come with the processor's yes: settlePayment asks for it once this is committed.
 * @param card described by the processor; undefined for one that it does not know
 * @throws 422 bundle_unknown, card_unknown
 */
export async function orderConnects(
  trx: Executor,
  deps: ConnectsDeps & { processor: PaymentProcessor },
  freelancerId: string,
  { connects, card }: { connects: number; card: { token: string; label: string | undefined } },
): Promise<Payment> {
  const policy = await readPolicy(trx, undefined, connectsPolicy);
  const bundle = bundlesOf(policy).find((one) => one.connects === connects);
  if (!bundle) throw bundleUnknown(policy.bundles);
  if (card.label === undefined) throw cardUnknown();
  return recordPayment(trx, deps, {
    payer: { kind: 'freelancer', id: freelancerId, personId: null },
    purpose: connectsPurchase,
    details: { connects },
    description: 'Connects',
    amount: bundle.price,
    method: { id: null, customerToken: null, token: card.token, label: card.label },
    entries: [
      { account: { kind: 'connectsSales', ownerId: '' }, amount: bundle.price },
      { account: { kind: 'connectsIssued', ownerId: '' }, amount: inConnects(-connects) },
      { account: connectsAccount(freelancerId), amount: { amountMinor: connects, currency: connectsUnit } },
    ],
  });
}

/** What a bought bundle does once it is paid; handed to payments at assembly. */
export function connectsPurpose(deps: ConnectsDeps): PaymentPurpose {
  const tell = (trx: Executor, { id, payerId, details }: Payment, kind: 'connects.bought' | 'connects.notBought') =>
    tellFreelancer(trx, deps, payerId, {
      kind,
      subject: { kind: 'payment', id },
      words: { count: String(connectsOf(details)) },
      path: portalPaths.connects(),
      tenantId: null,
    });
  return {
    description: 'Connects',
    async posted(trx, payment, isLate) {
      await takeTurn(trx, deps, payment.payerId);
      const { lotDays } = await readPolicy(trx, undefined, connectsPolicy);
      await addLot(trx, deps, payment.payerId, 'purchase', payment.transferId, connectsOf(payment.details), lotDays);
      if (isLate) await tell(trx, payment, 'connects.bought');
    },
    async voided(trx, payment, isLate) {
      if (isLate) await tell(trx, payment, 'connects.notBought');
    },
  };
}

export function connectsOf(details: string): number {
  return (JSON.parse(details) as { connects: number }).connects;
}

const bundleUnknown = (sizes: readonly number[]) =>
  unprocessable(
    'bundle_unknown',
    `Bundles are of ${sizes.join(', ')} connects; nothing was bought. Choose one of them.`,
    [{ pointer: '/connects', code: 'bundle_unknown', message: `One of ${sizes.join(', ')}.` }],
  );
const cardUnknown = () =>
  unprocessable('card_unknown', 'This card is not known to the processor; nothing was bought. Choose another one.', [
    { pointer: '/card', code: 'card_unknown', message: 'Choose one of the cards offered.' },
  ]);
