import type { ActingFreelancer } from '../../platform/auth/freelancer-scope.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { readCodes } from '../activity-codes/read-codes.ts';
import { readContracts } from '../contracts/read-contracts.ts';
import { listSegmentsBetween } from '../time-entries/read-segments.ts';
import type { AnswerDeps } from '../timesheets/deps.ts';
import { timesheetsPolicy } from '../timesheets/policy.ts';
import { readTimedContracts } from '../timesheets/timed-contracts.ts';
import { readSegmentFacts } from '../timesheets/week-facts.ts';
import { readDiary } from '../work-diary/read-diary.ts';
import type { Timer, TimerStanding } from './schema.ts';
import { findTimer } from './store.ts';
import type { TimerRow } from './table.ts';

const hourMs = 3_600_000;

export async function readStanding(db: Executor, deps: AnswerDeps, acting: ActingFreelancer): Promise<TimerStanding> {
  const nowMs = deps.clock.now();
  const { heartbeatSeconds, timerLostMinutes } = await readPolicy(db, undefined, timesheetsPolicy);
  const timer = await findTimer(db, acting.freelancer.freelancerId);
  const recent = await listSegmentsBetween(db, acting.freelancer, nowMs - 24 * hourMs, nowMs);
  const facts = await readSegmentFacts(db, [...new Set(recent.map(({ timesheetId }) => timesheetId))]);
  return {
    now: isoInstant(nowMs),
    heartbeatSeconds,
    lostAfterMinutes: timerLostMinutes,
    timer: timer ? await presentTimer(db, timer, recent, nowMs) : null,
    today: recent.map(({ id, startsAt, contractId }) => ({
      startsAt: isoInstant(startsAt),
      contractId,
      memo: facts.get(id)?.memo ?? '',
      isOverLimit: facts.get(id)?.isOverLimit ?? false,
    })),
    contracts: await readTimedContracts(db, deps, acting),
  };
}

async function presentTimer(
  db: Executor,
  row: TimerRow,
  recent: Awaited<ReturnType<typeof listSegmentsBetween>>,
  nowMs: number,
): Promise<Timer> {
  const contract = (await readContracts(db, [row.contractId])).get(row.contractId)!;
  const { screenshots } = await readDiary(db, contract);
  const codes = await readCodes(db, [row.activityCodeId]);
  const due = recent.filter(
    ({ startsAt, contractId, kind, screenshot }) =>
      contractId === row.contractId && kind === 'tracked' && screenshot === 'none' && startsAt >= nowMs - hourMs,
  );
  return {
    id: row.id,
    state: row.state,
    contractId: row.contractId,
    title: contract.title,
    memo: row.memo,
    activityCode: codes.get(row.activityCodeId ?? '') ?? null,
    startedAt: isoInstant(row.startedAt),
    seenAt: isoInstant(row.seenAt),
    stoppedAt: row.stoppedAt === null ? null : isoInstant(row.stoppedAt),
    stopReason: row.stopReason,
    takesScreenshots: screenshots === 'on',
    screenshotsDue: screenshots === 'on' ? due.map(({ startsAt }) => isoInstant(startsAt)) : [],
  };
}
