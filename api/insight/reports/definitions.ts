import { approvals } from './approvals/approvals-report.ts';
import { audit } from './audit/audit-report.ts';
import { budgets } from './budgets/budgets-report.ts';
import { consolidatedInvoice } from './consolidated-invoice/consolidated-invoice-report.ts';
import { contracts } from './contracts/contracts-report.ts';
import type { ReportDefinition } from './definition.ts';
import { disputes } from './disputes/disputes-report.ts';
import { earnings } from './earnings/earnings-report.ts';
import { escrowAgeing } from './escrow-ageing/escrow-ageing-report.ts';
import { hiringFunnel } from './hiring-funnel/hiring-funnel-report.ts';
import { onboarding } from './onboarding/onboarding-report.ts';
import { purchaseOrders } from './purchase-orders/purchase-orders-report.ts';
import { rateBenchmark } from './rate-benchmark/rate-benchmark-report.ts';
import type { ReportSlug } from './report.ts';
import { serviceLevels } from './service-levels/service-levels-report.ts';
import { spend } from './spend/spend-report.ts';
import { talentPools } from './talent-pools/talent-pools-report.ts';
import { tenure } from './tenure/tenure-report.ts';
import { timeDetail } from './time-detail/time-detail-report.ts';
import { transactions } from './transactions/transactions-report.ts';
import { weeklySummary } from './weekly-summary/weekly-summary-report.ts';

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
