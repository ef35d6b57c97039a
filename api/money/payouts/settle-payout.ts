import type { Executor } from '../../platform/database/database.ts';
import { Refusal } from '../../platform/http/problem.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { holdsOn } from '../holds/read-holds.ts';
import { money } from '../money.ts';
import { railDoer } from '../payees/record-payee-move.ts';
import { openDestination } from '../payout-methods/deps.ts';
import { type PayoutAnswer, type PayoutRail, type PayoutRequest, railNamed } from '../payout-methods/payout-rail.ts';
import { payoutsPolicy } from '../payout-methods/policy.ts';
import { readMethods } from '../payout-methods/read-methods.ts';
import { bookBack, bookPaid, bookSubmitted, tellOfSubmitted } from './book-payout.ts';
import type { PayoutDeps } from './deps.ts';
import { claimPayout, findByExternalId, findPayout, listToLookAt, updatePayout } from './store.ts';
import type { PayoutRow } from './table.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const batchMax = 50;
const live = ['requested', 'submitted', 'paid'] as const;

/** ⏱ Each minute: asks rails for what they were not asked yet, have not decided, or whose answer a crash swallowed. */
export function watchPayouts(deps: PayoutDeps & { jobs: JobRunner }): void {
  deps.jobs.every({
    kind: 'payouts.lookAgain',
    everyMs: minuteMs,
    run: async () => {
      for (const id of await listToLookAt(deps.database.db, holdsOn, deps.clock.now(), batchMax))
        await settlePayout(deps, id);
    },
  });
}

/** For news of a rail. @returns false when nobody here knows it */
export async function settlePayoutNamed(deps: PayoutDeps, provider: string, externalId: string): Promise<boolean> {
  const row = await findByExternalId(deps.database.db, provider, externalId);
  if (!row) return false;
  if (row.state === 'submitted' || row.state === 'paid')
    await updatePayout(deps.database.db, row.id, [row.state], { nextLookAt: deps.clock.now() });
  await settlePayout(deps, row.id);
  return true;
}

/**
 * Asks the rail and books its answer; harmless to repeat, at the same time too. A rail that is silent, or says what
 * cannot be, leaves the payout as it is, to be asked again with the same key.
 */
export async function settlePayout(deps: PayoutDeps, id: string): Promise<PayoutRow> {
  const { database, log, clock, railTimeoutMs = 20_000 } = deps;
  const row = (await findPayout(database.db, id))!;
  const rail = railNamed(deps.payoutRails, row.rail, row.provider);
  if (!rail || row.nextLookAt === null) return row;
  const nowMs = clock.now();
  // Longer than a rail may be silent, so that the turn has not ended while it is asked.
  if (!(await claimPayout(database.db, holdsOn, id, nowMs, nowMs + 2 * railTimeoutMs))) return row;
  const request = await requestOf(deps, row);
  const answer = await ask(rail, row, request, railTimeoutMs).catch((error: unknown) => {
    log.warn({ err: error, payout: id }, 'the rail did not answer');
    return undefined;
  });
  const isBelieved = answer !== undefined && believes(rail, row, answer);
  if (answer && !isBelieved) log.error({ payout: id, answer }, 'the rail answered what cannot be: not booked');
  try {
    await database.transaction((trx) => book(trx, deps, id, isBelieved ? answer : undefined));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    log.error({ payout: id, err: error }, 'the rail’s answer could not be booked');
    await database.transaction((trx) => book(trx, deps, id, undefined));
  }
  return (await findPayout(database.db, id))!;
}

async function requestOf(deps: PayoutDeps, row: PayoutRow): Promise<PayoutRequest> {
  const method = (await readMethods(deps.database.db, [row.methodId])).get(row.methodId)!;
  return {
    idempotencyKey: row.id,
    recordedAtMs: row.createdAt,
    amount: money(row.netMinor, row.currency),
    destination: openDestination(deps, method),
    description: `Payout ${row.id.slice(-8).toUpperCase()}`,
  };
}

function ask(rail: PayoutRail, { externalId }: PayoutRow, request: PayoutRequest, timeoutMs: number) {
  const signal = AbortSignal.timeout(timeoutMs);
  const silence = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  const asked = externalId === null ? rail.submit(request, signal) : rail.lookUp(externalId, request, signal);
  return Promise.race([asked, silence]);
}

function believes(rail: PayoutRail, row: PayoutRow, { externalId, amount, state }: PayoutAnswer): boolean {
  const isNamed = typeof externalId === 'string' && externalId.startsWith(rail.idPrefix);
  return (
    (isNamed || (externalId === null && state === 'failed')) &&
    (row.externalId === null || row.externalId === externalId) &&
    amount.amountMinor === row.netMinor &&
    amount.currency === row.currency &&
    ['processing', 'paid', 'failed', 'returned'].includes(state)
  );
}

/** One answer may carry several moves: a rail that pays at once takes it and brings it. */
async function book(trx: Executor, deps: PayoutDeps, id: string, answer: PayoutAnswer | undefined): Promise<void> {
  let row = (await findPayout(trx, id))!;
  if (row.nextLookAt === null) return;
  const doer = railDoer(`payout ${id}`);
  const nowMs = deps.clock.now();
  const nextLookAt = nowMs + Math.min(hourMs, Math.max(minuteMs, nowMs - row.createdAt));
  if (!answer) return void (await updatePayout(trx, id, live, { nextLookAt, askedUntil: nowMs }));
  const { state, externalId, reason = 'recipient_refused', arrivesAtMs } = answer;

  if (row.state === 'requested' && state === 'failed')
    return void (await bookBack(trx, deps, doer, row, 'fail', { reason, externalId }));
  // Not believed above.
  if (externalId === null) return;
  if (row.state === 'requested') {
    row = await bookSubmitted(trx, deps, doer, row, { externalId, arrivesAtMs, nextLookAt });
    if (state === 'processing') await tellOfSubmitted(trx, deps, row);
  }
  if (row.state === 'submitted' && state === 'paid') row = await bookPaid(trx, deps, doer, row);
  // Whatever a rail calls it: what has arrived and is not there any more came back.
  else if (row.state === 'paid' && (state === 'failed' || state === 'returned'))
    row = await bookBack(trx, deps, doer, row, 'return', { reason });
  else if (row.state === 'submitted' && (state === 'failed' || state === 'returned'))
    row = await bookBack(trx, deps, doer, row, state === 'failed' ? 'fail' : 'return', { reason });
  const next =
    row.state === 'paid' ? await nextReturnLook(trx, row, nowMs) : row.nextLookAt === null ? null : nextLookAt;
  await updatePayout(trx, id, live, { askedUntil: nowMs, nextLookAt: next });
}

async function nextReturnLook(trx: Executor, { paidAt }: PayoutRow, nowMs: number): Promise<number | null> {
  const { returnWatchDays } = await readPolicy(trx, undefined, payoutsPolicy);
  const next = nowMs + dayMs;
  return next <= (paidAt ?? nowMs) + returnWatchDays * dayMs ? next : null;
}
