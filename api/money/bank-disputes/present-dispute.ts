import { isoInstant } from '../../platform/clock/clock.ts';
import type { FileRef } from '../../platform/files/schema.ts';
import type { Payment } from '../payments/read-payments.ts';
import type { Frozen } from './freeze.ts';
import type { BankDisputeCase, BankDisputeShape } from './schema.ts';
import type { BankDisputeRow } from './table.ts';

export function presentDispute(row: BankDisputeRow, payment: Payment): BankDisputeShape {
  const { id, state, amountMinor, currency, reason, contractId, processor, evidenceDueAt, submittedAt } = row;
  const { description, methodLabel: method, createdAt } = payment;
  return {
    id,
    state,
    amount: { amountMinor, currency },
    reason,
    payment: { id: payment.id, description, method, paidAt: isoInstant(createdAt) },
    contractId,
    processor,
    evidenceDueAt: instantOf(evidenceDueAt),
    submittedAt: instantOf(submittedAt),
    openedAt: isoInstant(row.openedAt),
    endedAt: instantOf(row.endedAt),
  };
}

export function presentCase(
  row: BankDisputeRow,
  payment: Payment,
  tenant: BankDisputeCase['tenant'],
  attachments: readonly FileRef[],
): BankDisputeCase {
  const { evidenceText, currency } = row;
  const frozen: Frozen = row.frozen === '' ? { accounts: [], earnings: [] } : JSON.parse(row.frozen);
  const loss = frozen.accounts.find(({ account }) => account.kind === 'chargebackLoss');
  const lossIfLost = { amountMinor: loss?.amountMinor ?? 0, currency };
  return { ...presentDispute(row, payment), tenant, evidenceText, attachments: [...attachments], lossIfLost };
}

const instantOf = (epochMs: number | null) => (epochMs === null ? null : isoInstant(epochMs));
