import { HireError, type HireErrorCode, type Problem } from './hire-error.ts';
import { lazy } from './lazy.ts';

const byStatus: Record<number, HireErrorCode> = {
  401: 'session_denied',
  403: 'not_allowed',
  404: 'not_found',
  409: 'conflict',
  412: 'conflict',
  429: 'rate_limited',
};

/** RFC 9457 problem → closed code. The problem's own code wins where it names one of the two a host can act on. */
export async function errorFromResponse(response: Response): Promise<HireError> {
  const problem: Problem = await response.json().catch(() => ({}));
  const { code } = problem;
  const named = code === 'origin_not_allowed' || code === 'elevation_required' ? code : byStatus[response.status];
  return new HireError(named ?? (response.status < 500 ? 'invalid_request' : 'unavailable'), problem);
}

/** A fetch that never got an answer; what explains that comes when it is needed, and without a network not at all. */
export async function errorFromFailedFetch(apiBase: string): Promise<HireError> {
  const code = await lazy('core/later/no-answer', () => import('./later/no-answer.ts')).then(
    ({ whyNoAnswer }) => whyNoAnswer(apiBase),
    () => 'network' as const,
  );
  return new HireError(code);
}
