import { personByEmail } from '@portico/api/platform/auth/people.ts';
import { tenantScope } from '@portico/api/platform/tenants/tenant-scope.ts';
import { readPools } from '@portico/api/talent/talent-pools/read-for-search.ts';
import { seededPerson } from '../hiring/act-as.ts';
import type { Proposer } from '../hiring/stage.ts';
import type { SeededApp } from '../seed-tenants.ts';
import { hostTenant, seedOperators } from '../tenants.ts';
import { type Stages, setStages } from '../work/set-stages.ts';
import type { WorkStage } from '../work/stage.ts';
import type { SeedFreelancer } from '../world.ts';
import { seedPoolMembers } from './seed-pool-members.ts';
import {
  acceptPapers,
  apply,
  arrange,
  type Desk,
  decide,
  handIn,
  privateProgramOf,
  proProgramOf,
} from './seed-vetting.ts';

const dayMs = 86_400_000;
const beginsDaysAgo = 240;
const membersMax = 24;

/**
 * Who is vetted and by whom, and what is known of people once they have worked. The vetting desk has looked at people
 * for eight months; some cases are open.
 */
export async function seedTalent(
  app: SeededApp,
  people: readonly SeedFreelancer[],
  onProgress?: (what: string, done: number, total: number) => void,
): Promise<void> {
  const nowMs = app.deps.clock.now();
  const set = await setStages(app, people, nowMs - beginsDaysAgo * dayMs);
  const larkmoor = set.stages.get(hostTenant.slug)!;
  const pools = await readPools(app.deps.database.db, tenantScope(larkmoor.tenant.id), larkmoor.tenant);
  const poolOf = (name: string) => pools.find((pool) => pool.name === name)!.id;
  const vetter = await vetterOf(app, nowMs);
  const operators: Desk = {
    ...set,
    deps: set.then.deps,
    ask: larkmoor.ask,
    path: '/v1/operator/vetting',
    tenant: undefined,
    reviewers: [vetter, larkmoor.operator],
  };
  const { items } = await larkmoor.ask<{ items: unknown[] }>(vetter, undefined, 'GET', `${operators.path}/programs`);
  // An interrupted run would have left the programs: it is told as far as it came.
  if (items.length === 0) {
    await vetOverMonths(operators, poolOf('Vetted talent'), set, nowMs, onProgress);
    await vetForLarkmoor(operators, poolOf('Frame agreement 2026'), larkmoor);
  }
  set.clock.advance(nowMs - set.clock.now());
  await seedPoolMembers(larkmoor);
}

async function vetOverMonths(
  desk: Desk,
  poolId: string,
  { proposers, clock, stages }: Stages,
  nowMs: number,
  onProgress?: (what: string, done: number, total: number) => void,
): Promise<void> {
  const program = await proProgramOf(desk, poolId);
  const { freelancer } = stages.get(hostTenant.slug)!;
  const underWay = [freelancer('Karim Mansour'), freelancer('Jonas Lindemann'), freelancer('Priya Deshpande')];
  const vetted = [freelancer('Adaeze Okafor'), ...proposers.filter(isOutstanding)]
    .filter((one) => !underWay.includes(one))
    .slice(0, membersMax);
  const everyMs = ((beginsDaysAgo - 20) * dayMs) / (vetted.length + 1);
  for (const [at, one] of vetted.entries()) {
    onProgress?.('Vetting', at + 1, vetted.length + 1);
    const startMs = nowMs - beginsDaysAgo * dayMs + (at + 1) * everyMs;
    if (startMs > clock.now()) clock.advance(startMs - clock.now());
    const id = await apply(desk, program, one);
    await acceptPapers(desk, id);
    await arrange(desk, id, one);
    await decide(desk, program, id, levelsOf(at));
  }
  clock.advance(nowMs - 6 * dayMs - clock.now());
  const [first, second, third] = underWay;
  await apply(desk, program, first!);
  clock.advance(5 * dayMs);
  const id = await apply(desk, program, second!);
  await acceptPapers(desk, id);
  await arrange(desk, id, second!);
  clock.advance(dayMs / 2);
  await apply(desk, program, third!);
}

/** Rosa invites somebody into the company's own pool; one of two has looked at her so far. */
async function vetForLarkmoor(operators: Desk, poolId: string, stage: WorkStage): Promise<void> {
  const { tenant } = stage;
  const desk: Desk = {
    ...operators,
    path: '/v1/vetting',
    tenant,
    reviewers: [stage.member('Rosa'), stage.member('Hanna')],
  };
  const program = await privateProgramOf(desk, poolId);
  const priya = stage.freelancer('Priya Deshpande');
  const invitation = {
    programId: program.id,
    freelancerId: priya.seed.id,
    message: 'We would like to work with you more often.',
  };
  const { id } = await desk.ask<{ id: string }>(
    desk.reviewers[0],
    tenant,
    'POST',
    '/v1/vetting/invitations',
    invitation,
  );
  await desk.ask(priya.actor, undefined, 'POST', `/v1/freelancers/me/vetting/${id}/acceptance`, {
    statement: 'I know your pumps by their data. Now I would like to see one.',
  });
  await handIn(desk, id, priya);
}

const isOutstanding = ({ seed: { badge, verified } }: Proposer): boolean =>
  verified.identity !== null && (badge === 'expertVetted' || badge === 'topRatedPlus' || badge === 'topRated');

/** No two alike; every ninth does not pass. */
function levelsOf(at: number): [Record<string, number>, Record<string, number>] {
  if (at % 9 === 8) return [level(2, 2, 2), level(2, 2, 1)];
  const craft = 3 + (at % 2);
  return [level(craft, 3, at % 3 === 0 ? 4 : 3), level(craft, at % 4 === 1 ? 4 : 3, 3)];
}

const level = (craft: number, clarity: number, reliability: number) => ({ craft, clarity, reliability });

async function vetterOf(app: SeededApp, nowMs: number) {
  const { email } = seedOperators.find(({ role }) => role === 'vetter')!;
  const person = await personByEmail(app.deps.database.db, email);
  const vetter = seededPerson(person!.id, email, { roles: [], freelancerId: null }, nowMs);
  return { ...vetter, operatorRoles: ['vetter' as const] };
}
