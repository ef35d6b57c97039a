import type { SeededApp } from '../seed-tenants.ts';
import type { SeedFreelancer } from '../world.ts';
import { payerOf, setUpBilling, setUpSeller } from './billing.ts';
import { type Casting, castings } from './cast.ts';
import { fixedPrice } from './fixed-price.ts';
import { hourly } from './hourly.ts';
import { isPaidOut, payoutDeeds, setUpPayouts } from './payouts.ts';
import { setStages } from './set-stages.ts';
import type { WorkStage } from './stage.ts';
import { type Deed, play } from './timeline.ts';

const dayMs = 86_400_000;
/** Before the oldest deed of the cast, so that methods and forms are there and usable. */
const beginsDaysAgo = 42;

/**
 * Contracts of the demo world with their money: signed, funded, worked on, released and paid out through the same
 * routes that people use, on a clock that goes from six weeks ago to now and does what clocks do.
 */
export async function seedWork(
  app: SeededApp,
  people: readonly SeedFreelancer[],
  onProgress?: (what: string, done: number, total: number) => void,
): Promise<void> {
  const nowMs = app.deps.clock.now();
  const { then, clock, stages } = await setStages(app, people, nowMs - beginsDaysAgo * dayMs);
  const known = new Set<string>();
  for (const stage of stages.values()) for (const title of await contractTitles(stage)) known.add(title);
  await setUpSeller(stages.get('larkmoor')!);
  // An interrupted run has set this up before it told its first story.
  for (const stage of stages.values()) if (!(await paysAlready(stage))) await setUpBilling(stage);
  const larkmoor = stages.get('larkmoor')!;
  const deeds: Deed[] = [];
  if (!(await isPaidOut(larkmoor))) {
    await setUpPayouts(larkmoor);
    deeds.push(...payoutDeeds(larkmoor));
  }
  for (const casting of castings) {
    if (known.has(titleOf(casting))) continue;
    const stage = stages.get(casting.slug)!;
    const freelancer = stage.freelancer(casting.freelancer);
    deeds.push(
      ...('fixed' in casting
        ? fixedPrice(stage, freelancer, casting.fixed)
        : hourly(stage, freelancer, casting.hourly)),
    );
  }
  await play(deeds, { clock, jobs: then.deps.jobs, untilMs: nowMs }, (done, total) =>
    onProgress?.('Days of work', done, total),
  );
}

const titleOf = (casting: Casting) => ('fixed' in casting ? casting.fixed.title : casting.hourly.title);

async function contractTitles({ ask, tenant, member }: WorkStage): Promise<string[]> {
  const path = '/v1/contracts?limit=100';
  const { items } = await ask<{ items: { title: string }[] }>(member(payerOf(tenant.slug)), tenant, 'GET', path);
  return items.map(({ title }) => title);
}

async function paysAlready({ ask, tenant, member }: WorkStage): Promise<boolean> {
  const path = '/v1/billing/methods';
  const { items } = await ask<{ items: unknown[] }>(member(payerOf(tenant.slug)), tenant, 'GET', path);
  return items.length > 0;
}
