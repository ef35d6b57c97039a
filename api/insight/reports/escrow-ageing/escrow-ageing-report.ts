import { sql } from 'kysely';
import { isoInstant } from '../../../platform/clock/clock.ts';
import { readPolicy } from '../../../platform/policies/read-policy.ts';
import { type MilestoneState, milestoneStates } from '../../../work/milestones/milestone.ts';
import { milestonesPolicy } from '../../../work/milestones/policy.ts';
import { oneOf } from '../charges.ts';
import { figureReaders, type TenantReading, type TenantReport } from '../definition.ts';
import { factFilter } from '../fact-filter.ts';
import { createFacts } from '../facts.ts';
import { reportsPolicy } from '../policy.ts';
import type { EntryRow, ReportRow } from '../report.ts';

const dayMs = 86_400_000;

/** R14: what waits in escrow, since when, and what becomes of it when nobody does anything. */
export const escrowAgeing: TenantReport = {
  slug: 'escrow-ageing',
  audience: 'tenant',
  readers: figureReaders,
  filters: ['team', 'costCenter', 'category', 'country', 'freelancer', 'contract', 'status', 'customField'],
  statuses: milestoneStates.filter((state) => !['planned', 'funding', 'settled'].includes(state)),
  columns: [
    { key: 'contract', type: 'text' },
    { key: 'milestone', type: 'text' },
    { key: 'freelancer', type: 'text' },
    { key: 'status', type: 'code' },
    { key: 'amount', type: 'money', sums: true, opens: true },
    { key: 'funded', type: 'instant' },
    { key: 'submitted', type: 'instant' },
    { key: 'autoReleaseAt', type: 'instant' },
    { key: 'ageBucket', type: 'code' },
    { key: 'dormantAt', type: 'instant' },
  ],
  chart: { kind: 'bars', x: 'ageBucket', y: 'amount' },
  async *rows(reading) {
    const facts = createFacts(reading);
    const { autoReleaseDays, dormantDays } = await readDays(reading);
    const all = await readEscrow(reading);
    const isKept = await factFilter(reading, facts)(all);
    const kept = all.filter((_, index) => isKept[index]);
    for (let at = 0; at < kept.length; at += rowsAtOnce) {
      const batch = kept.slice(at, at + rowsAtOnce);
      const contracts = await facts.contracts(batch.map(({ contractId }) => contractId));
      const freelancers = await facts.freelancers(batch.map(({ freelancerId }) => freelancerId));
      const moves = await readMoves(
        reading,
        batch.map(({ id }) => id),
      );
      const titles = await reading.names.at(
        'milestone.description',
        new Map(batch.map(({ id, description }) => [id, description])),
      );
      yield batch.flatMap(({ id, currency, amountMinor, fundedAt, contractId, freelancerId }): ReportRow[] => {
        const { state, submittedAt, lastAt } = moves.get(id) ?? {
          state: 'funded',
          submittedAt: null,
          lastAt: fundedAt,
        };
        const { statuses } = reading.params;
        if (statuses.length > 0 && !statuses.includes(state)) return [];
        const submitted = state === 'submitted' ? submittedAt : null;
        return [
          {
            key: JSON.stringify([id, currency]),
            cells: {
              contract: contracts.get(contractId)?.title ?? null,
              milestone: titles.get(id) ?? null,
              freelancer: freelancers.get(freelancerId)?.name ?? null,
              status: state,
              amount: { amountMinor, currency },
              funded: isoInstant(fundedAt),
              submitted: submitted === null ? null : isoInstant(submitted),
              autoReleaseAt: submitted === null ? null : isoInstant(submitted + autoReleaseDays * dayMs),
              ageBucket: bucketOf(reading.asOfMs - fundedAt),
              dormantAt: isoInstant(Math.max(fundedAt, lastAt) + dormantDays * dayMs),
            },
          },
        ];
      });
    }
  },
  async *entries(reading, row) {
    const [milestoneId, currency] = JSON.parse(row.key) as [string, string];
    yield await readEntries(reading, milestoneId, currency);
  },
};

const rowsAtOnce = 300;
const buckets = [7, 30, 60, 90] as const;

/** `days0to7` … `daysOver90` */
function bucketOf(ageMs: number): string {
  const days = Math.floor(ageMs / dayMs);
  const until = buckets.findIndex((bucket) => days <= bucket);
  if (until < 0) return `daysOver${buckets.at(-1)}`;
  return `days${until === 0 ? 0 : buckets[until - 1]! + 1}to${buckets[until]}`;
}

type Escrow = {
  id: string;
  contractId: string;
  freelancerId: string;
  description: string;
  currency: string;
  amountMinor: number;
  fundedAt: number;
};

/** The oldest first. What is open at once is bounded by what companies can pay ahead, and held whole. */
async function readEscrow({ db, scope, asOfMs, params, reach }: TenantReading): Promise<Escrow[]> {
  const asked = [
    ...(params.teams.length > 0 ? [oneOf('c.team', params.teams)] : []),
    ...(params.costCenters.length > 0 ? [oneOf('c.costCenter', params.costCenters)] : []),
    ...(params.freelancerIds.length > 0 ? [oneOf('m.freelancerId', params.freelancerIds)] : []),
    ...(params.contractIds.length > 0 ? [oneOf('m.contractId', params.contractIds)] : []),
    ...(reach === 'all' ? [] : [oneOf('c.team', reach)]),
    sql<boolean>`1 = 1`,
  ];
  const { rows } = await sql<Escrow>`
    select m."id", m."contractId", m."freelancerId", m."description", e."currency", sum(e."amountMinor") as "amountMinor",
      min(s."settledAt") as "fundedAt"
    from "milestones" as m inner join "contracts" as c on c."id" = m."contractId"
    inner join "ledgerAccounts" as a on a."kind" = 'escrow' and a."ownerId" = m."id"
    inner join "ledgerEntries" as e on e."accountId" = a."id"
    inner join "ledgerSettlements" as s on s."transferId" = e."transferId"
    where m."tenantId" = ${scope.tenantId} and s."outcome" = 'posted' and s."settledAt" <= ${asOfMs} and ${sql.join(asked, sql` and `)}
    group by m."id", m."contractId", m."freelancerId", m."description", e."currency"
    having sum(e."amountMinor") <> 0 order by 7, 1`.execute(db);
  return rows;
}

async function readMoves({ db, scope, asOfMs }: TenantReading, ids: readonly string[]) {
  const moves = await db
    .selectFrom('moves')
    .select(['subjectId', 'move', 'toState', 'occurredAt'])
    .where('tenantId', '=', scope.tenantId)
    .where('subjectKind', '=', 'milestone')
    .where('subjectId', 'in', ids)
    .where('occurredAt', '<=', asOfMs)
    .orderBy('subjectId')
    .orderBy('sequence')
    .execute();
  const found = new Map<string, { state: MilestoneState; submittedAt: number | null; lastAt: number }>();
  for (const { subjectId, move, toState, occurredAt } of moves) {
    const before = found.get(subjectId);
    found.set(subjectId, {
      state: (toState as MilestoneState | null) ?? before?.state ?? 'planned',
      submittedAt: move === 'submit' ? occurredAt : (before?.submittedAt ?? null),
      lastAt: occurredAt,
    });
  }
  return found;
}

/** As the policies said it then. */
async function readDays({ db, scope, names }: TenantReading) {
  const { autoReleaseDays } = await readPolicy(db, scope, milestonesPolicy);
  const { dormantDays } = await readPolicy(db, scope, reportsPolicy);
  const stood = await names.at(
    'policy.escrowDays',
    new Map([
      ['autoRelease', String(autoReleaseDays)],
      ['dormant', String(dormantDays)],
    ]),
  );
  return { autoReleaseDays: Number(stood.get('autoRelease')), dormantDays: Number(stood.get('dormant')) };
}

async function readEntries({ db, asOfMs }: TenantReading, milestoneId: string, currency: string): Promise<EntryRow[]> {
  const rows = await db
    .selectFrom('ledgerAccounts as a')
    .innerJoin('ledgerEntries as e', 'e.accountId', 'a.id')
    .innerJoin('ledgerSettlements as s', 's.transferId', 'e.transferId')
    .innerJoin('ledgerTransfers as t', 't.id', 'e.transferId')
    .select([
      'e.transferId',
      'e.position',
      't.kind',
      'e.amountMinor',
      's.settledAt',
      't.subjectKind',
      't.subjectId',
      't.contractId',
    ])
    .where('a.kind', '=', 'escrow')
    .where('a.ownerId', '=', milestoneId)
    .where('a.currency', '=', currency)
    .where('s.outcome', '=', 'posted')
    .where('s.settledAt', '<=', asOfMs)
    .orderBy('s.settledAt')
    .orderBy('e.transferId')
    .orderBy('e.position')
    .execute();
  return rows.map(({ amountMinor, settledAt, subjectKind, subjectId, ...row }) => ({
    ...row,
    account: 'escrow',
    ownerId: milestoneId,
    amount: { amountMinor, currency },
    at: isoInstant(settledAt),
    subject: { kind: subjectKind, id: subjectId },
    invoice: null,
  }));
}
