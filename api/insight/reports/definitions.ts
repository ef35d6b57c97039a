import { consolidatedInvoice } from './consolidated-invoice/consolidated-invoice.ts';
import type { ReportDefinition } from './definition.ts';
import { earnings } from './earnings/earnings.ts';
import { escrowAgeing } from './escrow-ageing/escrow-ageing.ts';
import type { ReportSlug } from './report.ts';
import { spend } from './spend/spend.ts';
import { transactions } from './transactions/transactions.ts';
import { weeklySummary } from './weekly-summary/weekly-summary.ts';

const all: readonly ReportDefinition[] = [
  transactions,
  weeklySummary,
  spend,
  consolidatedInvoice,
  escrowAgeing,
  earnings,
];

/** Every report there is, in the order of their numbers. */
export const definitions: ReadonlyMap<ReportSlug, ReportDefinition> = new Map(all.map((one) => [one.slug, one]));
