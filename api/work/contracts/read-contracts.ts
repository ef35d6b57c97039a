import type { Executor } from '../../platform/database/database.ts';
import type { WorkedWithUs } from '../../talent/search/worked-with-us.ts';
import { listStartedFreelancers } from './store.ts';

/** Answers talent search: whoever had a contract that started. */
export function workedWithUs(db: Executor): WorkedWithUs {
  return async (scope) => new Set((await listStartedFreelancers(db, scope)).map(({ freelancerId }) => freelancerId));
}
