/** Every way a widget can fail, by name. A host may switch on these; new ones come only with a new major version. */
export type HireErrorCode =
  | 'sign_in_required'
  | 'session_denied'
  | 'session_unavailable'
  | 'elevation_required'
  | 'origin_not_allowed'
  | 'not_allowed'
  | 'not_found'
  | 'conflict'
  | 'invalid_request'
  | 'rate_limited'
  | 'unavailable'
  | 'chunk_load'
  | 'network'
  | 'local_network_blocked';

/** What the API said, in its own words: RFC 9457 with a stable code and one entry a field. */
export type Problem = {
  code?: string;
  detail?: string;
  requestId?: string;
  errors?: { pointer: string; code: string; message: string }[];
};

export class HireError extends Error {
  override readonly name = 'HireError';
  readonly code: HireErrorCode;
  readonly requestId: string | undefined;
  readonly problem: Problem;
  /** the way on, where trying again is none: to sign in */
  act?: () => void;

  constructor(code: HireErrorCode, problem: Problem = {}) {
    super(code);
    this.code = code;
    this.requestId = problem.requestId;
    this.problem = problem;
  }
}

/** By name, because two copies of this code may share one page, and one session. */
export const asHireError = (reason: unknown, otherwise: HireErrorCode = 'unavailable'): HireError =>
  (reason as Error | undefined)?.name === 'HireError' ? (reason as HireError) : new HireError(otherwise);
