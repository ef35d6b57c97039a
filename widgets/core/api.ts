import { errorFromFailedFetch, errorFromResponse, HireError } from './hire-error.ts';
import type { Session } from './session.ts';

export type ApiRequest = {
  method?: 'GET' | 'PUT' | 'DELETE';
  query?: URLSearchParams;
  signal?: AbortSignal;
  locale?: string;
};

/** The API as a widget asks it: bearer token, no cookies, problems as closed codes, one forced new session on 401. */
export class Api {
  readonly base: string;
  #session: Session | undefined;

  constructor(base: string, session: Session | undefined) {
    this.base = base.replace(/\/$/, '');
    this.#session = session;
  }

  /** Paths on the wire are ones below the API's base; anything else that is no web address is none. */
  address(url: string): string {
    if (/^\/(?!\/)/.test(url)) return this.base + url;
    return /^https?:/.test(url) ? url : '';
  }

  async ask<Answer>(path: string, request: ApiRequest = {}): Promise<Answer> {
    const token = await this.#session?.token();
    let response = await this.#send(path, request, token);
    if (response.status === 401 && token) {
      const error = await errorFromResponse(response);
      if (error.code === 'elevation_required') throw error;
      response = await this.#send(path, request, await this.#session!.renew(token));
    }
    if (!response.ok) throw await errorFromResponse(response);
    return response.status === 204 ? (undefined as Answer) : response.json();
  }

  async #send(path: string, { method, query, signal, locale }: ApiRequest, token: string | undefined) {
    const search = query?.size ? `?${query}` : '';
    try {
      return await fetch(this.base + path + search, {
        method,
        credentials: 'omit',
        headers: {
          ...(token && { authorization: `Bearer ${token}` }),
          ...(locale && { 'accept-language': locale }),
        },
        signal,
      });
    } catch (reason) {
      if (signal?.aborted || reason instanceof HireError) throw reason;
      throw await errorFromFailedFetch();
    }
  }
}
