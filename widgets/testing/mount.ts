import { fixture, html, oneEvent } from '@open-wc/testing';
import '../define/talent-search.ts';
import { createEmbed, type Embed, type EmbedOptions } from '../core/embed.ts';
import { sessionFromUrl } from '../core/session-from-url.ts';
import type { TalentSearch } from '../talent-search/talent-search.ts';
import { type CannedApi, cannedApi } from './canned-api.ts';

type Rooted = { root: ShadowRoot };

const realFetch = globalThis.fetch;
let embeds: Embed[] = [];
let connections = 0;

/** From here on the network ends at the canned API. */
export function connect(
  options: Partial<EmbedOptions> = {},
  canned: Parameters<typeof cannedApi>[0] = {},
): { api: CannedApi; embed: Embed } {
  const api = cannedApi(canned);
  const apiBase = `${location.origin}/t/test${++connections}`;
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    // What an element of an earlier test still sends is not this test's business.
    if (/\/t\/test\d/.test(request.url) && !request.url.startsWith(`${apiBase}/`))
      throw new TypeError('Failed to fetch');
    const response = await api.answer(request);
    request.signal.throwIfAborted();
    return response;
  };
  const embed = createEmbed({
    apiBase,
    locale: 'en',
    fetchSession: sessionFromUrl('/api/hire-session'),
    ...options,
  });
  embeds.push(embed);
  return { api, embed };
}

export function disconnect(): void {
  for (const embed of embeds) embed.destroy();
  embeds = [];
  globalThis.fetch = realFetch;
}

export async function mountTalentSearch(markup = html`<hire-talent-search query="react"></hire-talent-search>`) {
  const element = await fixture<TalentSearch>(markup);
  await until(() => element.strings && element.matches(':state(ready), :state(empty), :state(error)'));
  await element.updateComplete;
  return element;
}

/** Polls once a frame; a condition that never comes true fails by the runner's own time limit. */
export async function until(holds: () => unknown): Promise<void> {
  while (!holds()) await new Promise(requestAnimationFrame);
}

export const searches = (api: CannedApi) =>
  api.requests.filter(({ url }) => url.includes('/v1/talent/search')).map(({ url }) => new URL(url).searchParams);

export const find = <Found extends HTMLElement>(element: Rooted, selector: string) =>
  element.root.querySelector<Found>(selector)!;

export const button = (element: Rooted, name: string | RegExp) =>
  [...element.root.querySelectorAll('button')].find((each) => {
    const words = (each.getAttribute('aria-label') ?? each.textContent!).replace(/\s+/g, ' ').trim();
    return typeof name === 'string' ? words === name : name.test(words);
  })!;

export { oneEvent };

/** A host whose server vouches for whoever the page says has confirmed who they are. */
export function raising(api: CannedApi, widgets: object, confirms: () => boolean): void {
  api.instead('/api/hire-session', (request) => {
    const isRaise = request.headers.get('x-hire-session') === 'elevate';
    if (isRaise && !confirms()) return new Response(null, { status: 403 });
    const payload = btoa(JSON.stringify({ wdg: widgets }));
    const expiresAt = new Date(Date.now() + 300_000).toISOString();
    return Response.json({ token: `e30.${payload}.${isRaise ? 'raised' : 'plain'}`, expiresAt });
  });
}
