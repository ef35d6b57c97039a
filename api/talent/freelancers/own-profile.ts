import type { Person } from '../../platform/auth/actor.ts';
import { type HttpContext, requirePerson } from '../../platform/http/environment.ts';
import { requireIfMatch, revisionEtag } from '../../platform/http/etag.ts';
import { Refusal } from '../../platform/http/problem.ts';
import type { ChangeDeps, RevisionCheck } from './change-freelancer.ts';
import { presentOwn } from './present-freelancer.ts';
import { type FreelancerRecord, getFreelancerOf, getRecord } from './read-freelancers.ts';
import type { OwnFreelancer } from './schema.ts';

export const ownCaching = { 'cache-control': 'private, no-cache' };

/**
 * The person whose own profile this is about. A widget session does not do: a tenant's server mints it, and the
 * profile belongs to the person at every tenant.
 * @throws 401, 403
 */
export function requireOwner(c: HttpContext): Person {
  const person = requirePerson(c);
  if (person.via.kind === 'cookie') return person;
  throw new Refusal(403, 'sign_in_required', 'A profile is edited at the portal. Sign in there.');
}

export function ownerId(c: HttpContext): string {
  return requireOwner(c).personId;
}

/** Throws 412 or 428 when called with another revision than the one sent as If-Match. */
export function ifMatch(c: HttpContext): RevisionCheck {
  return ({ id, revision }) => requireIfMatch(c, revisionEtag(id, revision));
}

/** The own profile for the wire, its ETag and caching set on the answer. */
export function ownWithEtag(c: HttpContext, record: FreelancerRecord): OwnFreelancer {
  c.header('etag', revisionEtag(record.row.id, record.row.revision));
  c.header('cache-control', ownCaching['cache-control']);
  return presentOwn(record);
}

/** @throws 401, 403, 404 when the person is no freelancer */
export async function readOwn(c: HttpContext, { database }: ChangeDeps): Promise<FreelancerRecord> {
  const { id } = await getFreelancerOf(database.db, ownerId(c));
  return getRecord(database.db, id);
}
