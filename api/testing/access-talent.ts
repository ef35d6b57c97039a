import type { Operation } from './access-rule.ts';

/** Who is good, who vouches for it, and who is kept at hand: vetting and talent pools. */
export const talentOperations: Record<string, Operation> = {};
