import assert from 'node:assert/strict';
import { before } from 'node:test';
import { OpenAPIHono } from '@hono/zod-openapi';
import { assembleMilestones } from '../assemble-milestones.ts';
import { contractPurposes } from '../assemble-payments.ts';
import { watchEarnings } from '../money/earnings/settle-earnings.ts';
import type { AccountRef } from '../money/ledger/ledger.ts';
import { postTransfer } from '../money/ledger/post-transfer.ts';
import { proveLedger } from '../money/ledger/prove-ledger.ts';
import { readBalance, readSum } from '../money/ledger/read-ledger.ts';
import { insertMethod } from '../money/payment-methods/store.ts';
import type { FundingSource } from '../money/payments/payment.ts';
import type { PaymentPurposes } from '../money/payments/purpose.ts';
import type { SandboxCard } from '../money/payments/sandbox/cards.ts';
import { watchPayments } from '../money/payments/watch-payments.ts';
import { watchRefunds } from '../money/refunds/settle-refund.ts';
import type { Actor } from '../platform/auth/actor.ts';
import type { HttpEnv, RequestTenant } from '../platform/http/environment.ts';
import { proofs } from '../proofs.ts';
import type { Milestone, MilestoneList } from '../work/milestones/schema.ts';
import { confirmed } from './actors.ts';
import { offersWorld } from './offers-world.ts';
import type { Freelancing, Member } from './proposals-world.ts';
import { sliceApp } from './slice-app.ts';

export const balance: FundingSource = { kind: 'balance' };

/** Signed contracts with their milestones and what pays for them, beside everything of offersWorld. */
export function milestonesWorld() {
  const world = offersWorld();
  let app: ReturnType<typeof sliceApp>;
  let purposes: PaymentPurposes = {};
  let keys = 0;
  const cards = new Set<string>();

  before(() => {
    const deps = world.deps();
    purposes = contractPurposes(deps);
    const charging = { ...deps, purposes };
    watchEarnings(deps);
    watchPayments(charging);
    watchRefunds(charging);
    const milestones = assembleMilestones(charging);
    milestones.watch();
    const routes = new OpenAPIHono<HttpEnv>();
    for (const slice of milestones.routes) routes.route('/', slice);
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
    const keyed = { 'idempotency-key': `key ${++keys}`, ...headers };
    return sendAt(isMember ? world.acme() : null, who, method, path, body, keyed);
  }

  const ok = world.ok;

  return {
    ...world,
    send,
    sendAt,
    purposes: () => purposes,

    /** A signed contract of 900 dollars in two milestones, with its plan. */
    async contract(owner: Member, ada: Freelancing, fields: object = {}): Promise<{ id: string; plan: Milestone[] }> {
      const offer = await world.offered(owner, ada, fields);
      const { contractId: id } = await ok<{ contractId: string }>(await world.accept(ada, offer));
      const { items } = await ok<MilestoneList>(await send(owner, 'GET', `/v1/contracts/${id}/milestones`));
      return { id, plan: items };
    },

    plan: async (who: Member, contractId: string): Promise<MilestoneList> =>
      ok(await send(who, 'GET', `/v1/contracts/${contractId}/milestones`)),
    ownPlan: async (who: Freelancing, contractId: string): Promise<MilestoneList> =>
      ok(await send(who, 'GET', `/v1/freelancers/me/contracts/${contractId}/milestones`)),
    milestone: async (who: Member, id: string): Promise<Milestone> =>
      ok(await send(who, 'GET', `/v1/milestones/${id}`)),

    /** A saved test card. */
    async card(token: SandboxCard = 'sandbox_card_success'): Promise<FundingSource> {
      const { database, clock } = world.deps();
      const ownerId = world.acme().id;
      const row = {
        id: `pm_${token}`,
        ownerKind: 'tenant',
        ownerId,
        processor: 'sandbox',
        customerToken: 'sbx_customer',
        token,
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
      if (!cards.has(token)) await database.transaction((trx) => insertMethod(trx, row));
      cards.add(token);
      return { kind: 'method', methodId: row.id };
    },

    /** Money on the tenant’s balance. */
    async prefund(amountMinor: number, currency = 'USD'): Promise<void> {
      const deps = world.deps();
      await deps.database.transaction((trx) =>
        postTransfer(trx, deps, {
          key: `prefund ${++keys}`,
          kind: 'prefund',
          tenantId: world.acme().id,
          subject: { kind: 'test', id: '' },
          entries: [
            { account: { kind: 'processor', ownerId: 'test' }, amount: { amountMinor: -amountMinor, currency } },
            { account: { kind: 'clientFunding', ownerId: world.acme().id }, amount: { amountMinor, currency } },
          ],
        }),
      );
    },

    fund: (owner: Member, id: string, source: FundingSource = balance, headers?: Record<string, string>) =>
      send(owner, 'POST', `/v1/milestones/${id}/funding`, { source }, headers),
    submit: (ada: Freelancing, id: string, note = 'It is **done**') =>
      send(ada, 'POST', `/v1/freelancers/me/milestones/${id}/submissions`, { note }),
    release: (owner: Member, id: string, body: object = {}, headers?: Record<string, string>) =>
      send(owner, 'POST', `/v1/milestones/${id}/release`, body, headers),

    /** In cents of dollars, what can be given now. */
    async available(kind: AccountRef['kind'], ownerId: string): Promise<number> {
      return (await readBalance(world.db(), { kind, ownerId }, 'USD')).availableMinor;
    },
    fees: (ownerId: string) => readSum(world.db(), { kind: 'platformFees', ownerId }, 'USD'),

    async proveAll(): Promise<void> {
      assert.deepEqual((await proveLedger(world.db(), proofs)).broken, []);
    },
  };
}
