import type { Money } from '../../../money/money.ts';
import { isoInstant } from '../../../platform/clock/clock.ts';
import { readPolicy } from '../../../platform/policies/read-policy.ts';
import { milestonesPolicy } from '../../../work/milestones/policy.ts';
import { chargeEntries } from '../charge-entries.ts';
import { figureReaders, type TenantReading, type TenantReport } from '../definition.ts';
import { factFilter } from '../fact-filter.ts';
import { createFacts } from '../facts.ts';
import { type Moved, movesOf } from '../moved.ts';
import type { EntryRow, ReportRow } from '../report.ts';
import { caseStages, endOf } from './case-outcome.ts';
import { listCases, type OpenedCase } from './list-cases.ts';
import { refundsOfCase } from './refunds-of-case.ts';

const dayMs = 86_400_000;
const casesAtOnce = 300;

/** R16: refunds that were asked for or given, disputes between the sides and with banks. */
export const disputes: TenantReport = {
  slug: 'disputes',
  audience: 'tenant',
  readers: figureReaders,
  filters: ['period', 'team', 'costCenter', 'category', 'country', 'freelancer', 'contract', 'status', 'customField'],
  statuses: caseStages,
  columns: [
    { key: 'case', type: 'id' },
    { key: 'opened', type: 'instant' },
    { key: 'contract', type: 'text' },
    { key: 'freelancer', type: 'text' },
    { key: 'type', type: 'code' },
    { key: 'amount', type: 'money', sums: true },
    { key: 'stage', type: 'code' },
    { key: 'deadline', type: 'instant' },
    { key: 'outcome', type: 'code' },
    { key: 'toClient', type: 'money', sums: true },
    { key: 'toFreelancer', type: 'money', sums: true },
    { key: 'cameBack', type: 'money', sums: true, opens: true },
  ],
  chart: { kind: 'bars', x: 'type', y: 'amount' },
  async *rows(reading) {
    const facts = createFacts(reading);
    const isKept = factFilter(reading, facts);
    const answerDays = await stoodAnswerDays(reading);
    const all = await listCases(reading);
    for (let at = 0; at < all.length; at += casesAtOnce) {
      const batch = all.slice(at, at + casesAtOnce);
      const kept = await isKept(batch);
      const contracts = await facts.contracts(batch.map(({ contractId }) => contractId));
      const freelancers = await facts.freelancers(batch.map(({ freelancerId }) => freelancerId));
      const moves = await laterMoves(reading, batch);
      const back = await refundsOfCase(reading, batch);
      const rows = batch.map((opened) => {
        const words = {
          contract: contracts.get(opened.contractId)?.title,
          freelancer: freelancers.get(opened.freelancerId)?.name,
        };
        const cameBack = (back.get(opened.id) ?? []).reduce((sum, { totalMinor }) => sum + totalMinor, 0);
        return rowOf(opened, moves.get(opened.id) ?? [], words, cameBack, answerDays);
      });
      const { statuses } = reading.params;
      yield rows.filter(
        ({ cells }, index) => kept[index] && (statuses.length === 0 || statuses.includes(String(cells.stage))),
      );
    }
  },
  /** What came back: the refunds of the case, the other way round than they count in spend. */
  async *entries(reading, row) {
    const opened = (await listCases(reading)).find(({ id }) => id === row.key);
    if (!opened) return;
    const ids = new Set(((await refundsOfCase(reading, [opened])).get(opened.id) ?? []).map(({ id }) => id));
    const own = { ...reading, params: { ...reading.params, contractIds: [opened.contractId] } };
    const since = { fromMs: 0, toMs: reading.asOfMs + 1 };
    for await (const entries of chargeEntries(own, since, 'total', {
      isKept: async (charges) => charges.map(({ kind, id }) => kind === 'refund' && ids.has(id)),
    }))
      yield entries.map(turned);
  },
};

function rowOf(
  opened: OpenedCase,
  moves: readonly Moved[],
  { contract, freelancer }: { contract: string | undefined; freelancer: string | undefined },
  cameBackMinor: number,
  answerDays: number,
): ReportRow {
  const { currency, occurredAt } = opened;
  const said = (JSON.parse(opened.details) as { amount?: Money }).amount;
  const amountMinor = said?.amountMinor ?? opened.amountMinor ?? 0;
  const end = endOf(opened, amountMinor, moves);
  const money = (minor: number | null) => (minor === null ? null : { amountMinor: minor, currency });
  const isWaiting = end.stage === 'awaitingResponse' && (opened.type === 'milestoneRefund' || opened.type === 'refund');
  const deadlineAt = isWaiting ? occurredAt + answerDays * dayMs : end.stage === 'closed' ? null : opened.deadlineAt;
  return {
    key: opened.id,
    cells: {
      case: opened.subjectId,
      opened: isoInstant(occurredAt),
      contract: contract ?? null,
      freelancer: freelancer ?? null,
      type: opened.type,
      amount: money(amountMinor),
      stage: end.stage,
      deadline: deadlineAt === null ? null : isoInstant(deadlineAt),
      outcome: end.outcome,
      toClient: money(end.toClientMinor),
      toFreelancer: money(end.toFreelancerMinor),
      cameBack: money(cameBackMinor),
    },
  };
}

/** Of each case the moves after the one that opened it, up to the next opening of the same object. */
async function laterMoves(reading: TenantReading, batch: readonly OpenedCase[]): Promise<Map<string, Moved[]>> {
  const found = new Map<string, Moved[]>();
  for (const [kind, cases] of Map.groupBy(batch, ({ subjectKind }) => subjectKind)) {
    const moves = await movesOf(
      reading,
      kind,
      cases.map(({ subjectId }) => subjectId),
    );
    for (const opened of cases) {
      const own = moves.get(opened.subjectId) ?? [];
      const after = own.slice(opened.sequence);
      const next = after.findIndex(({ move }) => move === opened.move);
      found.set(opened.id, next === -1 ? [...after] : after.slice(0, next));
    }
  }
  return found;
}

function turned(entry: EntryRow): EntryRow {
  const { amountMinor, currency } = entry.amount;
  return { ...entry, amount: { amountMinor: 0 - amountMinor, currency } };
}

async function stoodAnswerDays({ db, scope, names }: TenantReading): Promise<number> {
  const { refundAnswerDays } = await readPolicy(db, scope, milestonesPolicy);
  const stood = await names.at('policy', new Map([['milestones.refundAnswerDays', String(refundAnswerDays)]]));
  return Number(stood.get('milestones.refundAnswerDays'));
}
