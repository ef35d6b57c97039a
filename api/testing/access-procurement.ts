import type { Operation } from './access-rule.ts';

/** What may be spent and what must be done before work: budgets, purchase orders, onboarding. */
export const procurementOperations: Record<string, Operation> = {};
