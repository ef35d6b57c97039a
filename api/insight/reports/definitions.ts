import type { ReportDefinition } from './definition.ts';
import type { ReportSlug } from './report.ts';
import { spend } from './spend/spend.ts';
import { transactions } from './transactions/transactions.ts';

const all: readonly ReportDefinition[] = [transactions, spend];

/** Every report there is, in the order of their numbers. */
export const definitions: ReadonlyMap<ReportSlug, ReportDefinition> = new Map(all.map((one) => [one.slug, one]));
