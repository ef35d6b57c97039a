import type { Actor } from '../../platform/auth/actor.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import { presentFreelancer } from '../freelancers/present-freelancer.ts';
import { readFreelancers } from '../freelancers/read-freelancers.ts';
import type { FreelancerProfile } from '../freelancers/schema.ts';
import type { Asker } from './asker.ts';

/** @throws 404 when the actor may see none of them */
export async function compareTalent(
  db: Executor,
  actor: Actor,
  asker: Asker,
  ids: readonly string[],
): Promise<FreelancerProfile[]> {
  const [records, saved] = await Promise.all([readFreelancers(db, ids), asker.savedAmong(ids)]);
  const byId = new Map(records.map((record) => [record.row.id, record]));
  const profiles = [...new Set(ids)].flatMap((id) => {
    const record = byId.get(id);
    return (record && presentFreelancer(actor, record, saved.has(id))) ?? [];
  });
  if (profiles.length === 0) throw notFound();
  return profiles;
}
