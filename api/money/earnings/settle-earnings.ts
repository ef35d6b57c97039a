import type { Logger } from 'pino';
import type { Database } from '../../platform/database/database.ts';
import type { Outbox } from '../../platform/events/events.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { type LedgerDeps, postTransfer } from '../ledger/post-transfer.ts';
import { money } from '../money.ts';
import { type EarningSubject, earningMoves } from './earning.ts';
import * as store from './store.ts';
import type { EarningRow } from './table.ts';

declare module '../../platform/events/events.ts' {
  interface EventPayloads {
    earningAvailable: {
      earningId: string;
      subject: EarningSubject;
      contractId: string;
      freelancerId: string;
      tenantId: string;
    };
  }
}

type SettleDeps = LedgerDeps & { database: Database; jobs: JobRunner; outbox: Outbox; log: Logger };

const everyMs = 5 * 60_000;
const batchMax = 200;

/** ⏱ What was earned is somebody's to take out once its security period is over. */
export function watchEarnings(deps: SettleDeps): void {
  deps.jobs.every({ kind: 'earnings.settle', everyMs, run: () => settleDue(deps) });
}

async function settleDue(deps: SettleDeps): Promise<void> {
  const { database, clock, log } = deps;
  for (let after = { securityEndsAt: -1, id: '' }; ; ) {
    const due = await store.listToSettle(database.db, clock.now(), after, batchMax);
    const last = due.at(-1);
    if (!last) return;
    after = last;
    // One that cannot be settled keeps nobody else from their money.
    for (const earning of due)
      await settle(deps, earning).catch((error: unknown) =>
        log.error({ err: error, earning: earning.id }, 'an earning did not settle'),
      );
  }
}

function settle(deps: SettleDeps, earning: EarningRow): Promise<void> {
  const { id, tenantId, contractId, freelancerId, currency } = earning;
  const subject = { kind: earning.subjectKind, id: earning.subjectId };
  const nowMs = deps.clock.now();
  return deps.database.transaction(async (trx) => {
    const isMoved = await store.updateEarning(trx, earning, { state: earningMoves.settle.to, availableAt: nowMs });
    if (!isMoved) return;
    const leftMinor = earning.netMinor - (earning.returnedGrossMinor - earning.returnedFeeMinor);
    if (leftMinor > 0)
      await postTransfer(trx, deps, {
        // Once for each time it was in security: what was restored may settle again.
        key: `settle ${id} ${nowMs}`,
        kind: 'securityOver',
        tenantId,
        contractId,
        subject,
        details: { earningId: id },
        entries: [
          { account: { kind: 'freelancerPending', ownerId: freelancerId }, amount: money(-leftMinor, currency) },
          { account: { kind: 'freelancerAvailable', ownerId: freelancerId }, amount: money(leftMinor, currency) },
        ],
      });
    const payload = { earningId: id, subject, contractId, freelancerId, tenantId };
    await deps.outbox.record(trx, 'earningAvailable', tenantId, payload, nowMs);
  });
}
