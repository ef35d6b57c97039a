import { isoInstant } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer } from '../../platform/moves/record-move.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { recordPayeeMove } from '../payees/record-payee-move.ts';
import { tellPayee } from '../payees/tell-payee.ts';
import { taxPolicy } from './policy.ts';
import type { TaxDeps } from './sign-form.ts';
import { listToExpire, listToWarn, updateValid } from './store.ts';
import type { TaxFormRow } from './table.ts';

type WatchDeps = TaxDeps & { database: Database; jobs: JobRunner };

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const batchMax = 100;

/** ⏱ Each hour: forms whose time is over end, and whoever signed one is told a month before. */
export function watchTaxForms(deps: WatchDeps): void {
  deps.jobs.every({
    kind: 'taxForms.hourly',
    everyMs: hourMs,
    run: async ({ id }) => {
      const { database, clock } = deps;
      const { warningDays } = await readPolicy(database.db, undefined, taxPolicy);
      const expired = () => listToExpire(database.db, clock.now(), batchMax);
      for (let rows = await expired(); rows.length > 0; rows = await expired())
        for (const row of rows) await expire(deps, row, id);
      const ending = () => listToWarn(database.db, clock.now() + warningDays * dayMs, batchMax);
      for (let rows = await ending(); rows.length > 0; rows = await ending())
        for (const row of rows) await warn(deps, row);
    },
  });
}

async function expire(deps: WatchDeps, { id, freelancerId }: TaxFormRow, jobId: string): Promise<void> {
  await deps.database.transaction(async (trx) => {
    if (!(await updateValid(trx, id, { state: 'expired', endedAt: deps.clock.now() }))) return;
    const subject = { kind: 'taxForm', id } as const;
    const move = { freelancerId, subject, move: 'expire', from: 'valid', to: 'expired' };
    await recordPayeeMove(trx, deps, clockDoer(jobId), move);
    await tellPayee(trx, deps, freelancerId, { kind: 'taxForm.expired', subject, words: {}, path: portalPaths.tax() });
  });
}

async function warn(deps: WatchDeps, { id, freelancerId, expiresAt }: TaxFormRow): Promise<void> {
  await deps.database.transaction(async (trx) => {
    if (!(await updateValid(trx, id, { warnedAt: deps.clock.now() }))) return;
    await tellPayee(trx, deps, freelancerId, {
      kind: 'taxForm.expiring',
      subject: { kind: 'taxForm', id },
      words: { date: isoInstant(expiresAt!).slice(0, 10) },
      path: portalPaths.tax(),
    });
  });
}
