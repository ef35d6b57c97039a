import type { Person } from '@portico/api/platform/auth/actor.ts';
import { personByEmail } from '@portico/api/platform/auth/people.ts';
import type { RequestTenant } from '@portico/api/platform/http/environment.ts';
import { readFreelancers } from '@portico/api/talent/freelancers/read-freelancers.ts';
import type { SeededApp } from '../seed-tenants.ts';
import type { SeedFreelancer, SeedTenant } from '../world.ts';
import { seededPerson } from './act-as.ts';
import type { Proposer } from './stage.ts';

/** A tenant and its people, by first name. */
export async function membersOf(
  app: SeededApp,
  slug: string,
  members: SeedTenant['members'],
  nowMs: number,
): Promise<{ tenant: RequestTenant; members: Map<string, Person> }> {
  const { id, plan } = (await app.identity.directory.bySlug(slug))!;
  const actors = new Map<string, Person>();
  for (const { email, role, name } of members) {
    const person = await personByEmail(app.deps.database.db, email);
    actors.set(
      name.split(' ')[0]!,
      seededPerson(person!.id, email, { roles: role ? [role] : [], freelancerId: null }, nowMs),
    );
  }
  return { tenant: { id, slug, plan }, members: actors };
}

/** Those of the world who have an account to act with. */
export async function proposersOf(
  app: SeededApp,
  people: readonly SeedFreelancer[],
  nowMs: number,
): Promise<Proposer[]> {
  const rows = await readFreelancers(
    app.deps.database.db,
    people.map(({ id }) => id),
  );
  const accounts = new Map(rows.map(({ row }) => [row.id, row.personId]));
  return people.flatMap((seed) => {
    const personId = accounts.get(seed.id);
    if (!personId || seed.visibility === 'private') return [];
    return [{ seed, actor: seededPerson(personId, seed.email, { roles: [], freelancerId: seed.id }, nowMs) }];
  });
}
