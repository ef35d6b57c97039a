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
  readonly code: HireErrorCode;
  readonly requestId: string | undefined;

  constructor(code: HireErrorCode, requestId?: string) {
    super(code);
    this.code = code;
    this.requestId = requestId;
  }
}

const byStatus: Record<number, HireErrorCode> = {
  401: 'session_denied',
  403: 'not_allowed',
  404: 'not_found',
  409: 'conflict',
  429: 'rate_limited',
};

/** RFC 9457 problem → closed code. The problem's own code wins where it names one of the two a host can act on. */
export async function errorFromResponse(response: Response): Promise<HireError> {
  const { code, requestId }: { code?: string; requestId?: string } = await response.json().catch(() => ({}));
  const named = code === 'origin_not_allowed' || code === 'elevation_required' ? code : byStatus[response.status];
  return new HireError(named ?? (response.status < 500 ? 'invalid_request' : 'unavailable'), requestId);
}

/** A fetch that never got an answer. Chromium blocks public pages from reaching private addresses and says so only here. */
export async function errorFromFailedFetch(): Promise<HireError> {
  const permission = await navigator.permissions
    ?.query({ name: 'local-network-access' as PermissionName })
    .catch(() => undefined);
  return new HireError(permission?.state === 'denied' ? 'local_network_blocked' : 'network');
}

export const asHireError = (reason: unknown): HireError =>
  reason instanceof HireError ? reason : new HireError('unavailable');
