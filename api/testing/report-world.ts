import { after, before } from 'node:test';
import type { Deps } from '../deps.ts';
import { openReport } from '../insight/reports/answer-question.ts';
import type { TenantReport } from '../insight/reports/definition.ts';
import type { EntryRow, ReportParams, ReportRow } from '../insight/reports/report.ts';
import type { AccountRef } from '../money/ledger/ledger.ts';
import { postTransfer } from '../money/ledger/post-transfer.ts';
import type { TeamReach } from '../platform/tenants/teams.ts';
import { tenantScope } from '../platform/tenants/tenant-scope.ts';
import type { AgreedTerms } from '../work/contracts/schema.ts';
import { acme, type TestPorts, testDeps } from './slice-app.ts';

export const reportStartMs = Date.UTC(2026, 10, 2);
export const dayMs = 86_400_000;
/** Days after Monday, 2 November 2026. */
export const day = (n: number, hours = 0): number => reportStartMs + n * dayMs + hours * 3_600_000;

type Asked = { asOf?: number; params?: Partial<ReportParams>; reach?: TeamReach };

/** Facts as the slices keep them, put where they keep them: small enough to know every figure by heart. */
export function reportWorld() {
  let deps: Deps & TestPorts;
  before(async () => {
    deps = await testDeps();
  });
  after(() => deps.database.close());
  const scope = tenantScope(acme.id);
  let moves = 0;
  let looks = 0;

  /** What a test leaves out is null, empty or zero, as the columns of the table allow. */
  const insert = (table: string, values: Record<string, unknown>) =>
    deps.database.db
      .insertInto(table as 'moves')
      .values(values as never)
      .execute();

  const world = {
    deps: () => deps,
    scope,
    insert,

    async move(kind: string, id: string, move: string, at: number, more: { to?: string; details?: object } = {}) {
      await insert('moves', {
        id: `mv_${String(++moves).padStart(6, '0')}`,
        tenantId: acme.id,
        subjectKind: kind,
        subjectId: id,
        sequence: moves,
        move,
        fromState: null,
        toState: more.to ?? null,
        actorKind: 'clock',
        actorId: null,
        reason: null,
        details: JSON.stringify(more.details ?? {}),
        audience: 'everyone',
        requestId: 'req_test',
        occurredAt: at,
      });
      // In an object's own count, as the timeline has it.
      const { n } = await deps.database.db
        .selectFrom('moves')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('subjectId', '=', id)
        .executeTakeFirstOrThrow();
      await deps.database.db
        .updateTable('moves')
        .set({ sequence: Number(n) })
        .where('id', '=', `mv_${String(moves).padStart(6, '0')}`)
        .execute();
    },

    async freelancer(id: string, name: string, more: Record<string, unknown> = {}) {
      await insert('freelancers', {
        ...{ id, personId: null, name, headline: '', overview: '', categoryId: 'design', specializationIds: '[]' },
        ...{ country: 'DE', timezone: 'UTC', rateMinor: null, rateCurrency: null, engagement: 'any', hoursPerWeek: 30 },
        ...{ nextFreeDate: null, openToOffers: 1, visibility: 'public', photoFileId: null, identityVerifiedOn: null },
        ...{ phoneVerified: 0, emailVerified: 0, jobSuccess: null, badge: null, expertVettedOn: null },
        ...{ responseTimeHours: null, revision: 1, lastActiveAt: 0, idleWarnedAt: null, createdAt: 0, updatedAt: 0 },
        ...more,
      });
    },

    async person(id: string, name: string) {
      const at = new Date(reportStartMs).toISOString();
      const flag = deps.database.kind === 'postgres' ? true : 1;
      await insert('people', {
        ...{ id, name, email: `${id}@example.com`, emailVerified: flag, image: null, locale: null },
        ...{ twoFactorEnabled: null, disabledAt: null, createdAt: at, updatedAt: at },
      });
    },

    async contract(
      id: string,
      { at, payment, ...more }: { at: number; payment: AgreedTerms['payment'] } & Record<string, unknown>,
    ) {
      const terms = termsOf(id, payment);
      await insert('contracts', {
        ...{ id, tenantId: acme.id, state: 'active', freelancerId: 'fr_1', offerId: `of_${id}`, offerVersion: 1 },
        ...{ terms: JSON.stringify(terms), termsHash: '', title: terms.title, jobPostId: null, proposalId: null },
        ...{ team: 'Design', costCenter: null, clientPersonId: 'pe_manager', freelancerPersonId: 'pe_freelancer' },
        ...{ startsAt: at, startedAt: at, cancelledAt: null, cancelReason: null, createdAt: at, revision: 1 },
        ...{ fees: '{}', termsVersion: 1, endedBy: null, endReason: null, endNote: null, endRequestedAt: null },
        ...{ endedAt: null, feedbackUntil: null, closedAt: null, lastActivityAt: at, idleToldAt: null, changedAt: at },
        ...{ clientDueAt: null, freelancerDueAt: null, nextIsStale: 0, ...more },
      });
      await world.terms(id, 1, 0, payment);
      await world.move('contract', id, 'open', at, { to: 'active' });
    },

    async terms(
      contractId: string,
      version: number,
      effectiveFrom: number,
      payment: AgreedTerms['payment'],
      title?: string,
    ) {
      const terms = JSON.stringify({ ...termsOf(contractId, payment), ...(title && { title }) });
      await insert('contractTerms', {
        ...{ contractId, version, tenantId: acme.id, terms, termsHash: '', effectiveFrom, amendmentId: null },
      });
    },

    /** Charged and settled at once: 5 % fee, into the contract's hold or a milestone's escrow. */
    async charge(
      id: string,
      charge: {
        at: number;
        contractId: string;
        principal: number;
        fee?: number;
        subject?: [string, string];
        into?: AccountRef;
      } & Record<string, unknown>,
    ) {
      const { at, contractId, principal, fee = 0, subject = ['', ''], into, ...more } = charge;
      const account = into ?? { kind: 'contractHold', ownerId: contractId };
      const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
      const transferId = await world.post(id, at, contractId, [
        { account: { kind: 'processor', ownerId: 'sandbox' }, amount: usd(-principal - fee) },
        { account, amount: usd(principal) },
        ...(fee === 0 ? [] : [{ account: { kind: 'platformFees', ownerId: 'client' } as const, amount: usd(fee) }]),
      ]);
      await insert('payments', {
        ...{
          id,
          tenantId: acme.id,
          payerKind: 'tenant',
          payerId: acme.id,
          personId: null,
          purpose: 'milestoneFunding',
        },
        ...{ subjectKind: subject[0], subjectId: subject[1], contractId, freelancerId: 'fr_1', team: 'Design' },
        ...{ costCenter: null, purchaseOrder: null, details: '{}', description: '', amountMinor: principal + fee },
        ...{ currency: 'USD', principalMinor: principal, feeMinor: fee, initiationMinor: 0, taxMinor: 0 },
        ...{ taxCountry: '', sourceKind: 'method', methodId: null, processor: 'sandbox', customerToken: null },
        ...{ methodToken: '', methodLabel: '', transferId, state: 'posted', nextAction: null, externalId: null },
        ...{ refusal: null, refundedMinor: 0, refundedFeeMinor: 0, refundedTaxMinor: 0, isDisputed: 0, createdAt: at },
        ...{ nextLookAt: null, confirmBy: null, settledAt: at, ...more },
      });
    },

    async refund(id: string, { key, paymentId, contractId, at, amount, from }: Refunded) {
      const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
      const transferId = await world.post(id, at, contractId, [
        { account: from, amount: usd(-amount) },
        { account: { kind: 'processor', ownerId: 'sandbox' }, amount: usd(amount) },
      ]);
      await insert('refunds', {
        ...{ id, tenantId: acme.id, paymentId, contractId, key, amountMinor: amount, feeMinor: 0, taxMinor: 0 },
        ...{ currency: 'USD', reason: '', processor: 'sandbox', transferId, state: 'posted', externalId: null },
        ...{ refusal: null, personId: null, createdAt: at, nextLookAt: null, settledAt: at },
      });
    },

    async post(id: string, at: number, contractId: string, entries: Parameters<typeof postTransfer>[2]['entries']) {
      const ledger = { clock: { now: () => at }, newId: deps.newId };
      const subject = { kind: 'payment', id };
      const transfer = { key: id, kind: 'charge', tenantId: acme.id, contractId, subject, entries };
      return (await deps.database.transaction((trx) => postTransfer(trx, ledger, transfer))).id;
    },

    open(definition: TenantReport, { asOf = day(100), params = {}, reach = 'all' }: Asked = {}) {
      return openReport(deps.database.db, definition, {
        slug: definition.slug,
        audience: { kind: 'tenant', tenantId: acme.id, reach },
        params: { ...everything, ...params },
        asOfMs: asOf,
        // Each look is later than the one before: what changed in between was seen at another instant.
        nowMs: day(100) + ++looks,
      } as Parameters<typeof openReport>[2]);
    },

    async rows(definition: TenantReport, asked?: Asked): Promise<ReportRow[]> {
      const all: ReportRow[] = [];
      const report = world.open(definition, asked);
      for await (const rows of report.rows()) all.push(...rows);
      for (const { kind, id, text, seenAtMs } of report.sightings())
        await insert('reportNames', { tenantId: acme.id, kind, id, text, seenAt: seenAtMs });
      return all;
    },

    /** Some columns of every row, money as its minor units. */
    async table(definition: TenantReport, columns: readonly string[], asked?: Asked): Promise<unknown[][]> {
      const rows = await world.rows(definition, asked);
      return rows.map(({ cells }) => columns.map((column) => plain(cells[column])));
    },

    /** What lies behind a figure, and what it comes to. */
    async behind(definition: TenantReport, key: string, column: string, asked?: Asked): Promise<EntryRow[]> {
      const row = (await world.rows(definition, asked)).find((one) => one.key === key)!;
      const all: EntryRow[] = [];
      for await (const some of world.open(definition, asked).entries(row, column)) all.push(...some);
      return all;
    },
  };
  return world;
}

type Refunded = { key: string; paymentId: string; contractId: string; at: number; amount: number; from: AccountRef };

export const everything: ReportParams = {
  fromMs: reportStartMs,
  toMs: day(100),
  ...{ teams: [], costCenters: [], purchaseOrders: [], categories: [], countries: [], freelancerIds: [] },
  ...{ contractIds: [], statuses: [], customFields: [], groupBy: null, granularity: null },
};

function plain(cell: unknown): unknown {
  return typeof cell === 'object' && cell !== null && 'amountMinor' in cell ? cell.amountMinor : cell;
}

function termsOf(id: string, payment: AgreedTerms['payment']): AgreedTerms {
  return {
    title: `Work ${id}`,
    payment,
    ...{ startsOn: null, endsOn: '2026-12-31', purchaseOrder: { kind: 'number', number: 'PO-1' } },
    ...{ nda: false, text: '', template: null },
  };
}

export const hourly = (rateMinor: number): AgreedTerms['payment'] => ({
  kind: 'hourly',
  rate: { amountMinor: rateMinor, currency: 'USD' },
  weeklyLimitHours: 20,
  manualTimeAllowed: true,
});
export const fixed = (totalMinor: number): AgreedTerms['payment'] => ({
  kind: 'fixed',
  total: { amountMinor: totalMinor, currency: 'USD' },
  milestones: [],
});
