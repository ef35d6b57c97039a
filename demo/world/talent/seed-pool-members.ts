import type { PoolMemberDetail, TalentPool } from '@portico/api/talent/talent-pools/schema.ts';
import { confirmed, own, usd, type WorkStage } from '../work/stage.ts';

type Known = {
  name: string;
  tags: readonly string[];
  note: string;
  stars: number;
  because: string;
  rate: number;
};

/** Whom Larkmoor has worked with, and what its people think of them. */
const known: readonly Known[] = [
  {
    name: 'Adaeze Okafor',
    tags: ['service portal', 'first choice'],
    note: 'Asks before she builds. Wants the next milestone planned before the last one ends.',
    stars: 5,
    because: 'Hands in what can be shown to customers the same day.',
    rate: 72,
  },
  {
    name: 'Jonas Lindemann',
    tags: ['design system', 'on site'],
    note: 'Can come to Kassel on Wednesdays. Knows the panels from the inside.',
    stars: 4,
    because: 'Careful; needs a week of notice.',
    rate: 62,
  },
  {
    name: 'Priya Deshpande',
    tags: ['pump data'],
    note: 'Her ten pages on the gaps are the base of the warehouse project.',
    stars: 5,
    because: 'Found in a week what we had missed for two years.',
    rate: 58,
  },
];

/** Rosa keeps the company's pool: who is in it, at what rate, and what is worth knowing. */
export async function seedPoolMembers(stage: WorkStage): Promise<void> {
  const rosa = stage.member('Rosa');
  const ask = <T = unknown>(method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    stage.ask<T>(confirmed(rosa, stage), stage.tenant, method, path, body, headers);
  const { items: pools } = await ask<{ items: TalentPool[] }>('GET', '/v1/talent/pools');
  const { id } = pools.find(({ name }) => name === 'Frame agreement 2026')!;
  for (const [at, { name, tags, note, stars, because, rate }] of known.entries()) {
    const freelancer = stage.freelancer(name);
    const member = `/v1/talent/pools/${id}/members/${freelancer.seed.id}`;
    const etag = () => stage.ask.etag(confirmed(rosa, stage), stage.tenant, member);
    await ask('PUT', member);
    const { notes } = await ask<PoolMemberDetail>('GET', member);
    if (notes.length > 0) continue;
    for (const tag of tags) await ask('POST', `${member}/tags`, { tag });
    await ask('PUT', `${member}/rating`, { stars, reason: because }, { 'if-match': await etag() });
    await ask('PUT', `${member}/rate`, { rate: usd(rate) }, { 'if-match': await etag() });
    await ask('POST', `${member}/notes`, { text: note }, { 'idempotency-key': `seed note ${member}` });
    await own(stage, freelancer, 'PATCH', '/availability-weeks', { weeks: calendarFrom(stage.nowMs, at) });
  }
}

const weekMs = 7 * 86_400_000;
/** 1970-01-05 was a Monday. */
const firstMondayMs = 4 * 86_400_000;

/** A few free weeks each, no two alike. */
function calendarFrom(nowMs: number, shift: number) {
  const monday = nowMs - ((nowMs - firstMondayMs) % weekMs);
  return Array.from({ length: 6 }, (_, week) => ({
    startsOn: new Date(monday + week * weekMs).toISOString().slice(0, 10),
    freeHours: [10, 24, 40, 0][(week + shift) % 4]!,
  }));
}
