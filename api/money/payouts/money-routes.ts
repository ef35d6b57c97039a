import type { OpenAPIHono } from '@hono/zod-openapi';
import { requireFreelancer } from '../../platform/auth/freelancer-scope.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { HttpEnv } from '../../platform/http/environment.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { findPlacedHold } from '../holds/read-holds.ts';
import type { InvoiceNames } from '../invoices/deps.ts';
import { hasUsableMethod } from '../payout-methods/read-methods.ts';
import { findCountingForm } from '../tax/read-forms.ts';
import type { PayoutDeps } from './deps.ts';
import { heldOf } from './held-payouts.ts';
import { readSchedule } from './keep-schedule.ts';
import { getOwnMoneyRoute, type OwnMoneyOfCurrency } from './money-schema.ts';
import { presentPayout } from './present-payout.ts';
import { type MoneyByPlace, readMoney } from './read-money.ts';

/** Where a freelancer's money is: their home asks for it. */
export function ownMoneyRoutes(deps: PayoutDeps & Pick<InvoiceNames, 'contractTitles'>): OpenAPIHono<HttpEnv> {
  const { database, clock, payoutRails, contractTitles } = deps;
  const routes = newRoutes();

  routes.openapi(getOwnMoneyRoute, async (c) => {
    const { freelancerId } = requireFreelancer(c).freelancer;
    // Of one instant: what leaves one place as this is read does not also show in the next.
    const body = await database.snapshot(async (db) => {
      const currencies = [];
      for (const place of await readMoney(db, freelancerId)) currencies.push(await present(db, freelancerId, place));
      return {
        isSandbox: Object.values(payoutRails).some(({ isSandbox }) => isSandbox),
        hasTaxForm: (await findCountingForm(db, freelancerId, clock.now())) !== undefined,
        hasUsableMethod: await hasUsableMethod(db, freelancerId),
        isOnHold: (await findPlacedHold(db, { kind: 'freelancer', id: freelancerId })) !== undefined,
        currencies,
      };
    });
    return c.json(body, 200);
  });

  async function present(db: Executor, freelancerId: string, place: MoneyByPlace): Promise<OwnMoneyOfCurrency> {
    const { currency, inSecurity, available, onTheWay, paidOut, coming, underWay, months } = place;
    const held = await heldOf(db, underWay);
    const { nextRunAt } = await readSchedule(db, freelancerId, currency);
    const titles = await contractTitles(db, [...new Set(coming.map(({ earning }) => earning.contractId))]);
    return {
      currency,
      inSecurity,
      available,
      onTheWay,
      paidOut,
      coming: coming.map(({ earning, net }) => ({
        earningId: earning.id,
        contractId: earning.contractId,
        contractTitle: titles.get(earning.contractId) ?? '',
        subject: earning.subject,
        net,
        availableAt: isoInstant(earning.securityEndsAtMs),
      })),
      underWay: underWay.map((row) => presentPayout(row, payoutRails, held)),
      nextPayoutAt: nextRunAt === null ? null : isoInstant(nextRunAt),
      months,
    };
  }

  return routes;
}
