import type { SeededApp } from '../seed-tenants.ts';
import { hostTenant } from '../tenants.ts';
import { setStages } from '../work/set-stages.ts';
import type { SeedFreelancer } from '../world.ts';
import { seedPoolMembers } from './seed-pool-members.ts';

/** What is known of people once they have worked: pools with their notes, rates and calendars. */
export async function seedTalent(app: SeededApp, people: readonly SeedFreelancer[]): Promise<void> {
  const { stages } = await setStages(app, people, app.deps.clock.now());
  await seedPoolMembers(stages.get(hostTenant.slug)!);
}
