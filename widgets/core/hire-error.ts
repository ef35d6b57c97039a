/** Every way a widget can fail, by name. A host may switch on these; new ones come only with a new major version. */
export type HireErrorCode =
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

export class HireError extends Error {
  override readonly name = 'HireError';
  readonly code: HireErrorCode;
  readonly requestId: string | undefined;

  constructor(code: HireErrorCode, requestId?: string) {
    super(code);
    this.code = code;
    this.requestId = requestId;
  }
}

/** By name, because two copies of this code may share one page, and one session. */
export const asHireError = (reason: unknown, otherwise: HireErrorCode = 'unavailable'): HireError =>
  (reason as Error | undefined)?.name === 'HireError' ? (reason as HireError) : new HireError(otherwise);
