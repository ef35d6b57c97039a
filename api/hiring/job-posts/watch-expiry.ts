import { isoInstant } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { Refusal } from '../../platform/http/problem.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer } from '../../platform/moves/record-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { listExpired, listToBeTold, takeExpiryNotice } from './clock-store.ts';
import type { JobPostDeps } from './deps.ts';
import { movePost } from './move-post.ts';
import type { JobPostRow } from './table.ts';
import { tellOwner } from './tell-owner.ts';

type ExpiryDeps = JobPostDeps & { database: Database; jobs: JobRunner };

const everyMs = 10 * 60_000;
const rowsAtOnce = 200;

/** ⏱ Ends posts whose time is over, and tells their owners some days before. */
export function watchExpiry(deps: ExpiryDeps): void {
  deps.jobs.every({
    kind: 'jobPosts.expire',
    everyMs,
    run: async ({ id }) => {
      await inBatches(deps, listExpired, (row) => expirePost(deps, row, id));
      await inBatches(deps, listToBeTold, (row) => tellOfExpiry(deps, row));
    },
  });
}

async function inBatches(
  { database, clock }: ExpiryDeps,
  list: typeof listExpired,
  work: (row: JobPostRow) => Promise<void>,
): Promise<void> {
  for (;;) {
    const rows = await list(database.db, clock.now(), rowsAtOnce);
    for (const row of rows) await work(row);
    if (rows.length < rowsAtOnce) return;
  }
}

async function expirePost(deps: ExpiryDeps, row: JobPostRow, jobId: string): Promise<void> {
  const scope = tenantScope(row.tenantId);
  await unlessFaster(() =>
    deps.database.transaction(async (trx) => {
      await movePost(trx, deps, scope, clockDoer(jobId), row, 'expire');
      await tellOwner(trx, deps, scope, row, 'jobPost.expired', { title: row.title });
    }),
  );
}

async function tellOfExpiry(deps: ExpiryDeps, row: JobPostRow): Promise<void> {
  const scope = tenantScope(row.tenantId);
  const date = isoInstant(row.expiresAt!).slice(0, 10);
  await deps.database.transaction(async (trx) => {
    const isTold = await takeExpiryNotice(trx, scope, row.id);
    if (isTold) await tellOwner(trx, deps, scope, row, 'jobPost.expiring', { title: row.title, date });
  });
}

/** Somebody closed or changed the post at the same moment: the next look sees what it became. */
async function unlessFaster(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}
