import type { StatementLine } from '../../money/ledger/read-ledger.ts';
import type { Payment } from '../../money/payments/read-payments.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import { Refusal } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { connectsOf } from './buy-connects.ts';
import type { MovementKind, ReturnReason } from './connects.ts';
import type { Wallet } from './read-connects.ts';
import type { ConnectsAccount, ConnectsMovement, ConnectsPurchase } from './schema.ts';

const movementOf: Record<string, MovementKind> = {
  'connects.grant': 'grant',
  connectsPurchase: 'purchase',
  'connects.proposal': 'proposal',
  'connects.boost': 'boost',
  'connects.return': 'returned',
  'connects.boostReturn': 'boostReturned',
  'connects.expiry': 'expired',
};

/** @param tenant at whose address this is shown: posts of others are not named there */
export function presentAccount(
  { balance, held, lots, nextGrantAt }: Wallet,
  lines: readonly StatementLine[],
  tenant: TenantScope | undefined,
): Omit<ConnectsAccount, 'monthlyGrant' | 'nextCursor'> {
  return {
    balance,
    held,
    nextGrantAt,
    lots: lots.map(({ id, source, remaining, expiresAt }) => ({
      id,
      from: source,
      remaining,
      expiresAt: isoInstant(expiresAt),
    })),
    movements: lines.map((line) => presentMovement(line, tenant)),
  };
}

/** What the commands of this slice write beside their transfers. */
type MovementDetails = { month?: string; jobPostId?: string; jobPostTitle?: string; reason?: ReturnReason };

function presentMovement(line: StatementLine, tenant: TenantScope | undefined): ConnectsMovement {
  const { month, jobPostId, jobPostTitle = '', reason }: MovementDetails = line.details;
  const isNamed = tenant === undefined || line.tenantId === tenant.tenantId;
  return {
    id: line.transferId,
    kind: movementOf[line.kind]!,
    state: line.state,
    connects: line.amountMinor,
    reason: reason ?? null,
    month: month ?? null,
    jobPost: jobPostId && isNamed ? { id: jobPostId, title: jobPostTitle } : null,
    proposalId: line.subject.kind === 'proposal' && isNamed ? line.subject.id : null,
    purchaseId: line.subject.kind === 'payment' ? line.subject.id : null,
    occurredAt: isoInstant(line.occurredAtMs),
  };
}

export function presentPurchase(payment: Payment): ConnectsPurchase {
  const { id, details, amountMinor, currency, state, methodLabel, processor, createdAt } = payment;
  return {
    id,
    connects: connectsOf(details),
    price: { amountMinor, currency },
    // The cards offered for connects ask nobody to confirm.
    state: state === 'actionNeeded' ? 'pending' : state,
    card: methodLabel,
    processor,
    createdAt: isoInstant(createdAt),
  };
}

/** @throws 402 card_declined */
export function requirePaid(payment: Payment): Payment {
  if (payment.state !== 'voided') return payment;
  throw new Refusal(
    402,
    'card_declined',
    `The card was declined (${(payment.refusal ?? 'no reason given').replaceAll('_', ' ')}); nothing was paid and no connects came. Try another card.`,
  );
}
