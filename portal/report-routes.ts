import type { Route } from './router.ts';

/** Reports: on screen, as files, by schedule. */
export const reportRoutes: readonly Route[] = [];
