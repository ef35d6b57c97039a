import type { OpenAPIHono } from '@hono/zod-openapi';
import { invoiceNames } from './assemble-invoices.ts';
import type { Deps } from './deps.ts';
import { holdRoutes } from './money/holds/routes.ts';
import type { ReadPayees } from './money/payees/payee.ts';
import { payoutMethodRoutes } from './money/payout-methods/routes.ts';
import { watchMethods } from './money/payout-methods/watch-methods.ts';
import { moneyDeskRoutes } from './money/payouts/desk-routes.ts';
import { watchSchedules } from './money/payouts/keep-schedule.ts';
import { ownMoneyRoutes } from './money/payouts/money-routes.ts';
import { findPayoutOwner, readWithheld } from './money/payouts/read-withheld.ts';
import { payoutRoutes } from './money/payouts/routes.ts';
import { watchPayouts } from './money/payouts/settle-payout.ts';
import { taxRoutes } from './money/tax/routes.ts';
import { watchTaxForms } from './money/tax/watch-forms.ts';
import type { HttpEnv } from './platform/http/environment.ts';
import { readFreelancerRows } from './talent/freelancers/read-freelancers.ts';

/** Freelancers' money on its way out: the routes, and what the clock starts. */
export function assemblePayouts(outer: Deps): { routes: OpenAPIHono<HttpEnv>[]; watch(): void } {
  const deps = { ...outer, readPayees };
  return {
    routes: [
      ownMoneyRoutes({ ...deps, contractTitles: invoiceNames.contractTitles }),
      payoutMethodRoutes(deps),
      payoutRoutes(deps),
      taxRoutes(deps, { readWithheld }),
      holdRoutes({ ...deps, findPayoutOwner }),
      moneyDeskRoutes(deps),
    ],
    watch() {
      watchMethods(deps);
      watchSchedules(deps);
      watchPayouts(deps);
      watchTaxForms(deps);
    },
  };
}

export const readPayees: ReadPayees = async (db, ids) => {
  const rows = await readFreelancerRows(db, ids);
  return new Map(
    [...rows].map(([freelancerId, { personId, name, country }]) => [
      freelancerId,
      { freelancerId, personId, name, country },
    ]),
  );
};
