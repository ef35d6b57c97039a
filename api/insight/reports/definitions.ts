import { approvals } from './approvals/approvals.ts';
import { audit } from './audit/audit.ts';
import { budgets } from './budgets/budgets.ts';
import { consolidatedInvoice } from './consolidated-invoice/consolidated-invoice.ts';
import { contracts } from './contracts/contracts.ts';
import type { ReportDefinition } from './definition.ts';
import { disputes } from './disputes/disputes.ts';
import { earnings } from './earnings/earnings.ts';
import { escrowAgeing } from './escrow-ageing/escrow-ageing.ts';
import { hiringFunnel } from './hiring-funnel/hiring-funnel.ts';
import { onboarding } from './onboarding/onboarding.ts';
import { purchaseOrders } from './purchase-orders/purchase-orders.ts';
import { rateBenchmark } from './rate-benchmark/rate-benchmark.ts';
import type { ReportSlug } from './report.ts';
import { serviceLevels } from './service-levels/service-levels.ts';
import { spend } from './spend/spend.ts';
import { talentPools } from './talent-pools/talent-pools.ts';
import { tenure } from './tenure/tenure.ts';
import { timeDetail } from './time-detail/time-detail.ts';
import { transactions } from './transactions/transactions.ts';
import { weeklySummary } from './weekly-summary/weekly-summary.ts';

const all: readonly ReportDefinition[] = [
  transactions,
  weeklySummary,
  timeDetail,
  spend,
  purchaseOrders,
  budgets,
  contracts,
  consolidatedInvoice,
  approvals,
  onboarding,
  hiringFunnel,
  talentPools,
  rateBenchmark,
  escrowAgeing,
  tenure,
  disputes,
  audit,
  earnings,
  serviceLevels,
];

/** Every report there is, in the order of their numbers. */
export const definitions: ReadonlyMap<ReportSlug, ReportDefinition> = new Map(all.map((one) => [one.slug, one]));
