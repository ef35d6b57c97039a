import type { Route } from './router.ts';

/** Vetting, talent pools and who is free. */
export const talentRoutes: readonly Route[] = [];
