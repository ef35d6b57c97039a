import type { Route } from './router.ts';

/** What was paid, is owed and is on its way: billing for clients, earnings and payouts for freelancers, the money desk. */
export const moneyRoutes: readonly Route[] = [];
