import type { Operation } from './access-rule.ts';

/** The ledger, payments, payouts, tax and invoices. */
export const moneyOperations: Record<string, Operation> = {};
