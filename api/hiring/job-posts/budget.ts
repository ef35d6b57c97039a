import type { Money } from '../../money/money.ts';

/** What a post pays: a sum for the whole, or an hourly range. Pure. */
export type Budget = { kind: 'fixed'; amount: Money } | { kind: 'hourly'; min: Money; max: Money };
