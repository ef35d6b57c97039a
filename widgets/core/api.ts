import { errorFromFailedFetch, errorFromResponse } from './failed-request.ts';
import type { Session } from './session.ts';

export type ApiRequest = {
  method?: 'GET' | 'PUT' | 'DELETE';
  query?: URLSearchParams;
  signal?: AbortSignal;
  locale?: string;
};

export type Api = {
  readonly base: string;
  /** Paths on the wire are ones below the API's base; anything else that is no web address is none. */
  address(url: string): string;
  ask<Answer>(path: string, request?: ApiRequest): Promise<Answer>;
};

/** The API as a widget asks it: bearer token, no cookies, problems as closed codes, one forced new session on 401. */
export function createApi(apiBase: string, session: Session | undefined): Api {
  const base = apiBase.replace(/\/$/, '');

  async function send(path: string, { method, query, signal, locale }: ApiRequest, token: string | undefined) {
    try {
      return await fetch(base + path + (query?.size ? `?${query}` : ''), {
        method,
        credentials: 'omit',
        headers: { ...(token && { authorization: `Bearer ${token}` }), ...(locale && { 'accept-language': locale }) },
        signal,
      });
    } catch (reason) {
      throw signal?.aborted ? reason : await errorFromFailedFetch();
    }
  }

  return {
    base,

    address(url) {
      if (/^\/(?!\/)/.test(url)) return base + url;
      return /^https?:/.test(url) ? url : '';
    },

    async ask(path, request = {}) {
      const token = await session?.token();
      let response = await send(path, request, token);
      let error = response.ok ? undefined : await errorFromResponse(response);
      if (error?.code === 'session_denied' && token) {
        response = await send(path, request, await session!.renew(token));
        error = response.ok ? undefined : await errorFromResponse(response);
      }
      if (error) throw error;
      return response.status === 204 ? undefined : response.json();
    },
  };
}
