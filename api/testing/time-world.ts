import assert from 'node:assert/strict';
import { before } from 'node:test';
import { OpenAPIHono } from '@hono/zod-openapi';
import { contractPurposes } from '../assemble-payments.ts';
import { assembleTime } from '../assemble-time.ts';
import { setDefaultSource } from '../money/billing/default-source.ts';
import { watchEarnings } from '../money/earnings/settle-earnings.ts';
import type { AccountRef } from '../money/ledger/ledger.ts';
import { postTransfer } from '../money/ledger/post-transfer.ts';
import { proveLedger } from '../money/ledger/prove-ledger.ts';
import { readBalance } from '../money/ledger/read-ledger.ts';
import { insertMethod } from '../money/payment-methods/store.ts';
import type { SandboxCard } from '../money/payments/sandbox/cards.ts';
import { watchPayments } from '../money/payments/watch-payments.ts';
import { watchRefunds } from '../money/refunds/settle-refund.ts';
import type { Actor } from '../platform/auth/actor.ts';
import { createAuthority } from '../platform/auth/authority.ts';
import type { HttpEnv, RequestTenant } from '../platform/http/environment.ts';
import { clockDoer } from '../platform/moves/record-move.ts';
import { createTenantDirectory } from '../platform/tenants/tenant-directory.ts';
import { tenantScope } from '../platform/tenants/tenant-scope.ts';
import { proofs } from '../proofs.ts';
import { freelancerIdOf } from '../talent/freelancers/read-freelancers.ts';
import type { TimerStanding } from '../work/timer/schema.ts';
import type { OwnTimesheet, OwnWeek, Timesheet, TimesheetSummary } from '../work/timesheets/schema.ts';
import { confirmed } from './actors.ts';
import { offersWorld } from './offers-world.ts';
import { dayMs, type Freelancing, hourMs, type Member } from './proposals-world.ts';
import { sliceApp } from './slice-app.ts';

export const minuteMs = 60_000;
/** The Monday of the world's first day, 2026-11-23 12:00 UTC. */
export const mondayMs = Date.UTC(2026, 10, 23);
export const mine = '/v1/freelancers/me';

export type Hourly = { rateMinor?: number; weeklyLimitHours?: number | null; manualTimeAllowed?: boolean };

/** Hourly contracts, their time and what pays for it, beside everything of offersWorld. */
export function timeWorld() {
  const world = offersWorld();
  let app: ReturnType<typeof sliceApp>;
  let keys = 0;

  before(() => {
    const deps = world.deps();
    const charging = { ...deps, purposes: contractPurposes(deps) };
    const authority = createAuthority({ ...deps, findFreelancerId: freelancerIdOf });
    const time = assembleTime({ ...charging, directory: createTenantDirectory(deps.database, authority) });
    watchEarnings(deps);
    watchPayments(charging);
    watchRefunds(charging);
    time.watch();
    const routes = new OpenAPIHono<HttpEnv>();
    for (const route of time.routes) routes.route('/', route);
    app = sliceApp(routes);
  });

  const sendAt = (
    tenant: RequestTenant | null,
    actor: Actor,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => app.as(actor, tenant).request(method, path, body, headers);

  /** By somebody who has confirmed who they are, each time under a key of its own unless one is given. */
  function send(actor: Actor, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const isMember = actor.kind === 'person' && actor.roles.length > 0;
    const who = actor.kind === 'person' && actor.via.kind === 'cookie' ? confirmed(actor) : actor;
    return sendAt(isMember ? world.acme() : null, who, method, path, body, {
      'idempotency-key': `time ${++keys}`,
      ...headers,
    });
  }

  const { ok, deps } = world;
  const iso = (ms: number) => new Date(ms).toISOString();
  /** Runs the clock to an instant, hour by hour, as a server would have. */
  async function until(instantMs: number, stepMs = 6 * hourMs): Promise<void> {
    for (;;) {
      const leftMs = instantMs - deps().clock.now();
      if (leftMs <= 0) return;
      await world.pass(Math.min(leftMs, stepMs));
    }
  }

  return {
    ...world,
    send,
    sendAt,
    iso,
    until,
    now: () => deps().clock.now(),

    /** A signed contract by the hour. */
    async hourly(owner: Member, ada: Freelancing, terms: Hourly & { endsOn?: string | null } = {}): Promise<string> {
      const { rateMinor = 6000, weeklyLimitHours = 40, manualTimeAllowed = true, endsOn = null } = terms;
      const rate = { amountMinor: rateMinor, currency: 'USD' };
      const payment = { kind: 'hourly', rate, weeklyLimitHours, manualTimeAllowed } as const;
      const offer = await world.offered(owner, ada, { payment, startsOn: null, endsOn });
      return (await ok<{ contractId: string }>(await world.accept(ada, offer))).contractId;
    },

    enter: (ada: Freelancing, contractId: string, fromMs: number, minutes: number, more: object = {}) =>
      send(ada, 'POST', `${mine}/time-entries`, {
        contractId,
        startsAt: iso(fromMs),
        endsAt: iso(fromMs + minutes * minuteMs),
        memo: 'Build the shop',
        ...more,
      }),
    week: async (ada: Freelancing, week: string): Promise<OwnWeek> =>
      ok(await send(ada, 'GET', `${mine}/weeks/${week}`)),
    sheet: async (ada: Freelancing, contractId: string, week: string): Promise<OwnTimesheet> =>
      ok(await send(ada, 'GET', `${mine}/timesheets/${contractId}/${week}`)),
    weeks: async (owner: Member, contractId: string): Promise<TimesheetSummary[]> =>
      (await ok<{ items: TimesheetSummary[] }>(await send(owner, 'GET', `/v1/timesheets?contractId=${contractId}`)))
        .items,
    timesheet: async (owner: Member, id: string): Promise<Timesheet> =>
      ok(await send(owner, 'GET', `/v1/timesheets/${id}`)),

    timer: async (ada: Freelancing, what = '', body?: object): Promise<TimerStanding> =>
      ok(await send(ada, what === '' ? 'GET' : 'POST', `${mine}/timer${what && `/${what}`}`, body)),
    /** Time on the timer, with a sign of life each minute. */
    async track(ada: Freelancing, minutes: number): Promise<void> {
      for (let minute = 0; minute < minutes; minute++) {
        deps().clock.advance(minuteMs);
        await ok(await send(ada, 'POST', `${mine}/timer/heartbeat`));
      }
    },

    /** A test card that pays by default. */
    async card(token: SandboxCard = 'sandbox_card_success'): Promise<void> {
      const { database, clock } = deps();
      const scope = tenantScope(world.acme().id);
      const row = {
        id: `pm_${++keys}`,
        ownerKind: 'tenant',
        ownerId: scope.tenantId,
        processor: 'sandbox',
        customerToken: 'sbx_customer',
        token: `${token}`,
        kind: 'card',
        brand: 'visa',
        last4: '4242',
        expires: null,
        label: token,
        state: 'active',
        addedBy: 'pe_1',
        createdAt: clock.now(),
        removedAt: null,
      } as const;
      await database.transaction(async (trx) => {
        const known = await trx.selectFrom('paymentMethods').select('id').where('token', '=', token).executeTakeFirst();
        if (!known) await insertMethod(trx, row);
        const methodId = known?.id ?? row.id;
        await setDefaultSource(trx, deps(), scope, clockDoer('job_test'), { kind: 'method', methodId });
      });
    },

    /** Money on the tenant's balance, which pays by default. */
    async prefund(amountMinor: number): Promise<void> {
      const scope = tenantScope(world.acme().id);
      const amount = (sign: number) => ({ amountMinor: sign * amountMinor, currency: 'USD' });
      await deps().database.transaction(async (trx) => {
        await postTransfer(trx, deps(), {
          key: `prefund ${++keys}`,
          kind: 'prefund',
          tenantId: scope.tenantId,
          subject: { kind: 'test', id: '' },
          entries: [
            { account: { kind: 'processor', ownerId: 'test' }, amount: amount(-1) },
            { account: { kind: 'clientFunding', ownerId: scope.tenantId }, amount: amount(1) },
          ],
        });
        await setDefaultSource(trx, deps(), scope, clockDoer('job_test'), { kind: 'balance' });
      });
    },

    available: async (kind: AccountRef['kind'], ownerId: string): Promise<number> =>
      (await readBalance(world.db(), { kind, ownerId }, 'USD')).availableMinor,

    async proveAll(): Promise<void> {
      assert.deepEqual((await proveLedger(world.db(), proofs)).broken, []);
    },
  };
}

export { dayMs, hourMs };
