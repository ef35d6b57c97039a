import { readPolicy } from '../../../platform/policies/read-policy.ts';
import { figureReaders, type TenantReading, type TenantReport } from '../definition.ts';
import { shareOf } from '../purchase-orders/spending.ts';
import type { ReportRow } from '../report.ts';
import { listWaits, type Wait, type WaitKind, waitKinds } from './list-waits.ts';
import { serviceLevelsPolicy } from './policy.ts';

/** R19: how long people waited for the company, against what it promises itself. */
export const serviceLevels: TenantReport = {
  slug: 'service-levels',
  audience: 'tenant',
  readers: figureReaders,
  filters: ['period', 'team', 'status'],
  statuses: waitKinds,
  columns: [
    { key: 'type', type: 'code' },
    { key: 'asked', type: 'count', sums: true },
    { key: 'answered', type: 'count', sums: true },
    { key: 'target', type: 'hours' },
    { key: 'actual', type: 'hours' },
    { key: 'slowest', type: 'hours' },
    { key: 'breached', type: 'count', sums: true },
    { key: 'breachedShare', type: 'percent' },
  ],
  chart: { kind: 'bars', x: 'type', y: 'breachedShare' },
  async *rows(reading) {
    const targets = await stoodTargets(reading);
    for (const kind of waitKinds) {
      if (reading.params.statuses.length > 0 && !reading.params.statuses.includes(kind)) continue;
      yield [rowOf(kind, await listWaits(reading, kind), targets[`${kind}Hours`] * 60, reading.asOfMs)];
    }
  },
};

function rowOf(kind: WaitKind, waits: readonly Wait[], targetMinutes: number, asOfMs: number): ReportRow {
  const answered = waits
    .flatMap(({ askedAt, answeredAt }) => (answeredAt === null ? [] : [answeredAt - askedAt]))
    .toSorted((one, other) => one - other);
  // Who still waits beyond the promise was let down already.
  const breached = waits.filter(({ askedAt, answeredAt }) => (answeredAt ?? asOfMs) - askedAt > targetMinutes * 60_000);
  const slowest = answered.at(-1);
  return {
    key: kind,
    cells: {
      type: kind,
      asked: waits.length,
      answered: answered.length,
      target: targetMinutes,
      actual: answered.length === 0 ? null : minutes(answered[Math.floor((answered.length - 1) / 2)]!),
      slowest: slowest === undefined ? null : minutes(slowest),
      breached: breached.length,
      breachedShare: shareOf(breached.length, waits.length),
    },
  };
}

const minutes = (ms: number) => Math.floor(ms / 60_000);

type Targets = Record<`${WaitKind}Hours`, number>;

async function stoodTargets({ db, scope, names }: TenantReading): Promise<Targets> {
  const now = JSON.stringify(await readPolicy(db, scope, serviceLevelsPolicy));
  return JSON.parse((await names.at('policy', new Map([['serviceLevels', now]]))).get('serviceLevels')!);
}
