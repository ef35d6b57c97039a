import type { Route } from './router.ts';

/** Approval policies, cost centers, budgets, purchase orders, onboarding. */
export const procurementRoutes: readonly Route[] = [];
