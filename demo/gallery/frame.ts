import { readyThemes } from '@portico/themes/ready-themes.ts';
import { cannedApi } from '@portico/widgets/testing/canned-api.ts';
import { everyGrant } from '@portico/widgets/testing/every-widget.ts';
import { combinationOf } from './combinations.ts';
import { contrast } from './contrast-theme.ts';
import { type View, views } from './views.ts';
import { hinder, worlds } from './worlds.ts';

/** Monday noon, for everything that asks for the time. */
const nowMs = Date.parse('2026-11-23T12:00:00Z');
const params = new URLSearchParams(location.search);
const { widget, state, theme, scheme } = combinationOf(params);

globalThis.Date = class extends Date {
  constructor(...values: [] | [number]) {
    super(...((values.length ? values : [nowMs]) as [number]));
  }
  static override now = () => nowMs;
} as unknown as DateConstructor;

const world = worlds[widget](state === 'empty');
const api = cannedApi({
  grants: everyGrant,
  routes: world.routes,
  theme: theme === 'neutral' ? {} : theme === 'contrast' ? contrast : readyThemes[theme],
});
hinder(api, world.firstPath, state, Number(params.get('slow') ?? 0));

const realFetch = globalThis.fetch;
/** The network ends here for what the widgets ask; their files are real. */
globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const url = new URL(request.url);
  if (!/^\/(gallery\/v1|api\/hire-session)/.test(url.pathname)) return realFetch(request);
  url.pathname = url.pathname.replace('/gallery/v1', '/v1');
  const body = request.method === 'GET' ? undefined : await request.text();
  const answer = await api.answer(
    new Request(url, { ...request, method: request.method, headers: request.headers, body }),
  );
  request.signal.throwIfAborted();
  return answer;
};

type Shown = HTMLElement & { root: ShadowRoot; strings?: unknown };
const element = document.createElement(`hire-${widget}`) as Shown;
const view: View<Shown> = (views[widget] as unknown as Record<string, View<Shown>>)[state] ?? {};
if (widget === 'proposals') element.setAttribute('job-id', 'jp_1');
for (const [name, value] of Object.entries(view.attributes ?? {})) element.setAttribute(name, value);
Object.assign(element, view.properties);
document.documentElement.style.colorScheme = scheme;
document.querySelector('main')!.append(element);
void show();

/** Settled: all that will come without somebody's doing is there. */
async function show(): Promise<void> {
  const wanted = state === 'loading' || state === 'empty' || state === 'error' ? state : 'ready';
  await until(() => element.strings && element.matches(`:state(${wanted})`));
  // Without a post to go on with, job post begins at its start screen, which is ready.
  await view.open?.(element);
  await until(() => !view.shows || element.root.querySelector(view.shows));
  await until(() => state === 'loading' || !element.root.querySelector('.bone'));
  await document.fonts.ready;
  await Promise.all(document.getAnimations().map((each) => isEndless(each) || each.finished));
  document.documentElement.dataset.settled = 'true';
}

const isEndless = (animation: Animation) => animation.effect!.getTiming().iterations === Infinity;

async function until(holds: () => unknown): Promise<void> {
  while (!holds()) await new Promise(requestAnimationFrame);
}
