import type { Operation } from './access-rule.ts';

/** What all the others keep, read together: reports. */
export const insightOperations: Record<string, Operation> = {};
