import type { Person } from '@portico/api/platform/auth/actor.ts';
import type { VirtualClock } from '@portico/api/platform/clock/clock.ts';
import type { RequestTenant } from '@portico/api/platform/http/environment.ts';
import type { SeedFreelancer } from '../world.ts';
import type { ActAs } from './act-as.ts';

/** A person of the demo world and the account they act with. */
export type Proposer = { seed: SeedFreelancer; actor: Person };

/** What seeding one tenant's hiring needs. */
export type HiringStage = {
  ask: ActAs;
  tenant: RequestTenant;
  clock: VirtualClock;
  /** Who has bought connects in this run, by person. */
  bought: Set<string>;
  members: ReadonlyMap<string, Person>;
};
