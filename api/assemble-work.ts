import type { OpenAPIHono } from '@hono/zod-openapi';
import { assembleContracts } from './assemble-contracts.ts';
import { assembleInvoices } from './assemble-invoices.ts';
import { assembleLedger } from './assemble-ledger.ts';
import { assembleMilestones } from './assemble-milestones.ts';
import { assemblePayouts } from './assemble-payouts.ts';
import { assembleTime } from './assemble-time.ts';
import type { Deps } from './deps.ts';
import type { PaymentPurposes } from './money/payments/purpose.ts';
import type { Identity } from './platform/auth/identity.ts';
import type { HttpEnv } from './platform/http/environment.ts';
import type { ChangeStreams } from './work/contract-status/change-streams.ts';
import { timesheetsPart } from './work/timesheets/contract-part.ts';

export type WorkDeps = Deps & Pick<Identity, 'authority' | 'directory' | 'site'> & { purposes: PaymentPurposes };

/** From a signed contract to money in the bank: the routes, and what clock and events start. */
export type Work = {
  routes: readonly OpenAPIHono<HttpEnv>[];
  watch(): void;
  contractChanges: ChangeStreams;
};

export function assembleWork(deps: WorkDeps): Work {
  const ledger = assembleLedger(deps);
  const invoices = assembleInvoices(deps);
  const time = assembleTime(deps);
  const payouts = assemblePayouts(deps);
  const milestones = assembleMilestones(deps);
  const contracts = assembleContracts(deps, [...milestones.parts, timesheetsPart(deps)]);
  return {
    routes: [
      ...contracts.routes,
      ...ledger.routes,
      ...invoices.routes,
      ...time.routes,
      ...milestones.routes,
      ...payouts.routes,
    ],
    watch() {
      contracts.watch();
      ledger.watch();
      invoices.watch();
      milestones.watch();
      time.watch();
      payouts.watch();
    },
    contractChanges: contracts.changes,
  };
}
