import type { Proposer } from '../hiring/stage.ts';
import { contractWith, own, story, usd, type WorkStage } from './stage.ts';
import type { Deed } from './timeline.ts';

export type Hourly = {
  title: string;
  by: { by: string; name: string };
  team: string | null;
  costCenter: string | null;
  purchaseOrder?: string;
  rate: number;
  weeklyLimitHours: number;
  /** Whole weeks before this one, in hours a workday, the oldest first; then those of this week. */
  weeks: readonly (readonly number[])[];
  memos: readonly string[];
};

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const weekMs = 7 * dayMs;
/** 1970-01-05 was a Monday. */
const firstMondayMs = 4 * dayMs;

/** Work by the hour: entered at the end of each day that has passed. */
export function hourly(stage: WorkStage, freelancer: Proposer, told: Hourly): Deed[] {
  const { deeds, ago } = story(stage, told.title);
  const thisMonday = stage.nowMs - ((stage.nowMs - firstMondayMs) % weekMs);
  const firstMonday = thisMonday - (told.weeks.length - 1) * weekMs;
  const daysAgo = (atMs: number) => (stage.nowMs - atMs) / dayMs;
  let contractId = '';
  ago(daysAgo(firstMonday + hourMs / 6), async () => {
    contractId = await contractWith(stage, told.by, freelancer, {
      title: told.title,
      team: told.team,
      costCenter: told.costCenter,
      purchaseOrder: told.purchaseOrder ? { kind: 'number', number: told.purchaseOrder } : null,
      payment: {
        kind: 'hourly',
        rate: usd(told.rate),
        weeklyLimitHours: told.weeklyLimitHours,
        manualTimeAllowed: true,
      },
    });
  });
  for (const [week, days] of told.weeks.entries()) {
    for (const [day, hours] of days.entries()) {
      const startMs = firstMonday + week * weekMs + day * dayMs + 8 * hourMs;
      const endMs = startMs + hours * hourMs;
      if (hours === 0 || endMs > stage.nowMs) continue;
      ago(daysAgo(endMs), () =>
        own(stage, freelancer, 'POST', '/time-entries', {
          contractId,
          startsAt: new Date(startMs).toISOString(),
          endsAt: new Date(endMs).toISOString(),
          memo: told.memos[(week * 5 + day) % told.memos.length],
        }),
      );
    }
  }
  return deeds;
}
