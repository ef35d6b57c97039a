import { isUniqueViolation } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import { acceptProfile } from './accept-profile.ts';
import type { ChangeDeps } from './change-freelancer.ts';
import { type FreelancerRecord, getRecord } from './read-freelancers.ts';
import type { NewFreelancer } from './schema.ts';
import { insertFreelancer } from './store.ts';
import type { FreelancerRow } from './table.ts';

/**
 * Makes a person a freelancer; the e-mail address was proven by whoever calls.
 * @throws 422 naming each thing not accepted, 409 already_a_freelancer
 */
export async function becomeFreelancer(
  { database, outbox, clock, newId }: ChangeDeps,
  personId: string,
  given: NewFreelancer,
): Promise<FreelancerRecord> {
  const nowMs = clock.now();
  const row = plainRow({ ...acceptProfile(given), id: newId('fr'), personId }, nowMs);
  try {
    return await database.transaction(async (trx) => {
      await insertFreelancer(trx, row);
      await outbox.record(trx, 'freelancerChanged', null, { id: row.id, revision: row.revision }, nowMs);
      return getRecord(trx, row.id);
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw conflict('already_a_freelancer', 'You are a freelancer already; nothing was changed. Open your profile.');
  }
}

/** A row with everything not named at its plainest. */
export function plainRow(named: Partial<FreelancerRow> & Pick<FreelancerRow, 'id'>, nowMs: number): FreelancerRow {
  return {
    personId: null,
    name: '',
    headline: '',
    overview: '',
    categoryId: null,
    specializationIds: '[]',
    country: '',
    timezone: '',
    rateMinor: null,
    rateCurrency: null,
    engagement: 'either',
    hoursPerWeek: 40,
    nextFreeDate: null,
    openToOffers: 1,
    visibility: 'public',
    photoFileId: null,
    identityVerifiedOn: null,
    phoneVerified: 0,
    emailVerified: 1,
    jobSuccess: null,
    badge: null,
    expertVettedOn: null,
    responseTimeHours: null,
    revision: 1,
    lastActiveAt: nowMs,
    idleWarnedAt: null,
    createdAt: nowMs,
    updatedAt: nowMs,
    ...named,
  };
}
