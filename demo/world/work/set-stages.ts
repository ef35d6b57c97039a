import type { App } from '@portico/api/app.ts';
import type { Person } from '@portico/api/platform/auth/actor.ts';
import { personByEmail } from '@portico/api/platform/auth/people.ts';
import { type VirtualClock, virtualClock } from '@portico/api/platform/clock/clock.ts';
import { policyRoutes } from '@portico/api/platform/policies/routes.ts';
import { policies } from '@portico/api/policies.ts';
import { appOn } from '../app-on.ts';
import { actAs, seededPerson } from '../hiring/act-as.ts';
import type { Proposer } from '../hiring/stage.ts';
import { membersOf, proposersOf } from '../hiring/who-acts.ts';
import type { SeededApp } from '../seed-tenants.ts';
import { seedOperators, seedTenants } from '../tenants.ts';
import type { SeedFreelancer } from '../world.ts';
import type { WorkStage } from './stage.ts';

export type Stages = {
  then: App;
  clock: VirtualClock;
  stages: ReadonlyMap<string, WorkStage>;
  proposers: readonly Proposer[];
};

/** Every tenant with its people, the world's freelancers and an operator, on a clock that starts at `fromMs`. */
export async function setStages(app: SeededApp, people: readonly SeedFreelancer[], fromMs: number): Promise<Stages> {
  const nowMs = app.deps.clock.now();
  const clock = virtualClock(fromMs);
  const then = appOn(app, clock);
  const ask = actAs(then.deps, [...then.routes, policyRoutes(then.deps, policies)]);
  const proposers = await proposersOf(app, people, nowMs);
  const operator = await operatorOf(app, nowMs);
  const stages = new Map<string, WorkStage>();
  for (const { slug, members } of seedTenants) {
    const { tenant, members: actors } = await membersOf(app, slug, members, nowMs);
    const member = (name: string) => found(actors.get(name), name);
    const freelancer = (name: string) =>
      found(
        proposers.find(({ seed }) => seed.name === name),
        name,
      );
    stages.set(slug, { ask, clock, tenant, operator, nowMs, member, freelancer });
  }
  return { then, clock, stages, proposers };
}

async function operatorOf(app: SeededApp, nowMs: number): Promise<Person> {
  const { email } = seedOperators.find(({ role }) => role === 'operatorAdmin')!;
  const person = await personByEmail(app.deps.database.db, email);
  const operator = seededPerson(person!.id, email, { roles: [], freelancerId: null }, nowMs);
  return { ...operator, operatorRoles: ['operatorAdmin'] };
}

function found<T>(one: T | undefined, name: string): T {
  if (one === undefined) throw new Error(`${name} is not in the demo world`);
  return one;
}
