import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { money } from '../money.ts';
import { countLedger } from './proof-store.ts';
import type { LedgerHealth, LedgerVerification } from './schema.ts';
import { sumKinds } from './statement-store.ts';
import type { Break, Verification } from './verification.ts';
import { findLatestVerification, type LedgerVerificationRow } from './verification-store.ts';

export async function readHealth(db: Executor): Promise<LedgerHealth> {
  const counts = await countLedger(db);
  const sums = await sumKinds(db);
  const latest = await findLatestVerification(db);
  return {
    counts,
    sums: sums
      .toSorted((a, b) => (a.kind === b.kind ? (a.currency < b.currency ? -1 : 1) : a.kind < b.kind ? -1 : 1))
      .map(({ kind, currency, accounts, sumMinor, heldMinor }) => ({
        kind,
        currency,
        accounts,
        sum: money(sumMinor, currency),
        held: money(heldMinor, currency),
      })),
    verification: latest ? presentVerification(latest) : null,
  };
}

export function presentVerification({
  id,
  state,
  requestedAt,
  finishedAt,
  result,
}: LedgerVerificationRow): LedgerVerification {
  const found: Verification | undefined = result === null ? undefined : JSON.parse(result);
  const broken = (found?.broken ?? []).map(presentBreak);
  return {
    id,
    state,
    requestedAt: isoInstant(requestedAt),
    finishedAt: finishedAt === null ? null : isoInstant(finishedAt),
    tookMs: found?.tookMs ?? null,
    counts: found?.counts ?? null,
    brokenCount: found?.brokenCount ?? null,
    firstBroken: broken[0] ?? null,
    broken,
  };
}

function presentBreak({ sentence, occurredAtMs, transferId }: Break) {
  const occurredAt = occurredAtMs === undefined ? null : isoInstant(occurredAtMs);
  return { sentence, occurredAt, transferId: transferId ?? null };
}
