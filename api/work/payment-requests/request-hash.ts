import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { PaymentRequestRow } from './table.ts';

/** Of everything that is paid: another amount, source or milestone is another payment. */
export function hashOf({
  kind,
  contractId,
  milestoneId,
  amountMinor,
  currency,
  note,
  source,
}: Pick<
  PaymentRequestRow,
  'kind' | 'contractId' | 'milestoneId' | 'amountMinor' | 'currency' | 'note' | 'source'
>): string {
  const paid = { kind, contractId, milestoneId, amountMinor, currency, note, source: JSON.parse(source) };
  return createHash('sha256').update(canonicalize(paid)!, 'utf8').digest('hex');
}
