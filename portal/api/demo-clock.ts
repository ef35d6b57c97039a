import type { AdvancedClock, DemoClock } from '@portico/api/platform/clock/schema.ts';
import { get, post } from './client.ts';
import { ApiProblem } from './problem.ts';

/** undefined on an installation that runs on real time. */
export async function getDemoClock(signal?: AbortSignal): Promise<DemoClock | undefined> {
  try {
    return await get<DemoClock>('/v1/operator/clock', { signal });
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.status === 404) return undefined;
    throw problem;
  }
}

/** @param minutes at most a day at once */
export const advanceDemoClock = (minutes: number, signal?: AbortSignal): Promise<AdvancedClock> =>
  post<AdvancedClock>('/v1/operator/clock/advance', { minutes }, { signal });
