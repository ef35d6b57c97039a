import { errorFromFailedFetch, errorFromResponse } from './failed-request.ts';
import type { Session } from './session.ts';

export type ApiRequest = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  query?: URLSearchParams;
  /** sent as JSON */
  body?: unknown;
  /** `if-match`, `idempotency-key` … */
  headers?: Record<string, string>;
  signal?: AbortSignal;
  locale?: string;
  /** the ETag of the answer, for the next `if-match` */
  onEtag?: (etag: string) => void;
};

export type Api = {
  readonly base: string;
  /** Paths on the wire are ones below the API's base; anything else that is no web address is none. */
  address(url: string): string;
  ask<Answer>(path: string, request?: ApiRequest): Promise<Answer>;
  /** for what `fetch` cannot do, such as telling how much of an upload is done */
  token(): Promise<string | undefined>;
};

/** Old libraries give arrays and strings a `toJSON` that quotes them once more. */
function asItIs(this: Record<string, unknown>, key: string): unknown {
  return this[key];
}

/**
 * The API as a widget asks it: bearer token, no cookies, problems as closed codes, one forced new session on 401. What
 * moves money is repeated, with the same Idempotency-Key, once the person has confirmed who they are.
 */
export function createApi(apiBase: string, session?: Session): Api {
  const base = apiBase.replace(/\/$/, '');

  async function send(path: string, request: ApiRequest, token: string | undefined) {
    const { method, query, body, headers, signal, locale } = request;
    try {
      return await fetch(base + path + (query?.size ? `?${query}` : ''), {
        method,
        credentials: 'omit',
        headers: {
          ...(token && { authorization: `Bearer ${token}` }),
          ...(locale && { 'accept-language': locale }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        body: body === undefined ? body : JSON.stringify(body, asItIs),
        signal,
      });
    } catch (reason) {
      throw signal?.aborted ? reason : await errorFromFailedFetch(base);
    }
  }

  return {
    base,

    address(url) {
      if (/^\/(?!\/)/.test(url)) return base + url;
      return /^https?:/.test(url) ? url : '';
    },

    token: async () => session?.token(),

    async ask(path, request = {}) {
      let token = await session?.token();
      let response: Response;
      const refusal = async () => {
        response = await send(path, request, token);
        return response.ok ? undefined : errorFromResponse(response);
      };
      let error = await refusal();
      if (token && error?.code === 'session_denied') {
        token = await session!.renew(token);
        error = await refusal();
      }
      if (token && error?.code === 'elevation_required') {
        token = await session!.elevate('money', { path, ...request });
        error = await refusal();
      }
      if (error) throw error;
      request.onEtag?.(response!.headers.get('etag')!);
      return response!.status === 204 ? undefined : response!.json();
    },
  };
}
