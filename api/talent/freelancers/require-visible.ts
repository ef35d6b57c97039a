import type { Actor } from '../../platform/auth/actor.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import { maySee } from './present-freelancer.ts';
import { findFreelancers } from './store.ts';

/** @throws 404 when there is no such freelancer, or none the actor may see */
export async function requireVisible(db: Executor, actor: Actor, id: string): Promise<void> {
  const [row] = await findFreelancers(db, [id]);
  if (!row || !maySee(actor, row)) throw notFound();
}
