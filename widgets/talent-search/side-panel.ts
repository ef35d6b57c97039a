import type { FreelancerProfile } from '@portico/api/talent/freelancers/schema.ts';
import { html, nothing } from 'lit-html';
import { sheetOf } from '../core/css.ts';
import { errorNotice } from '../core/error-notice.ts';
import { icon } from '../core/icon.ts';
import { lazy } from '../core/lazy.ts';
import type { SearchView } from './search-view.ts';

type Kind = 'profile' | 'compare';

/** One native dialog for what opens over the results; its content loads when it is first opened. */
export function createSidePanel(view: SearchView, closed: () => void) {
  let shown: Kind | undefined;
  let content: (() => unknown) | undefined;
  let mustShow = false;
  let asking = new AbortController();

  async function open(kind: Kind, ids: string[]): Promise<void> {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    shown = kind;
    content = undefined;
    mustShow = true;
    view.update();
    try {
      const [panels, people] = await Promise.all([
        lazy('talent-search/later/panels', () => import('./later/panels.ts')),
        askPeople(view, kind, ids, signal),
      ]);
      const sheets = view.root.adoptedStyleSheets;
      const sheet = sheetOf(panels.styles);
      if (!sheets.includes(sheet)) sheets.push(sheet);
      content = () => panels[kind](view, people);
    } catch (reason) {
      if (signal.aborted) return;
      const error = view.fail(reason);
      content = () => errorNotice(error, view.strings, () => open(kind, ids));
    }
    view.update();
  }

  const dialog = () => view.root.querySelector('dialog');
  const close = () => dialog()?.close();

  function onClose() {
    shown = undefined;
    asking.abort();
    closed();
    view.update();
  }

  function rendered() {
    if (mustShow && !dialog()!.open) dialog()!.showModal();
    mustShow = false;
  }

  const render = () => html`<dialog
    class=${shown ?? ''}
    part="panel"
    aria-label=${view.strings[shown ?? 'profile']}
    @close=${onClose}
    @click=${({ target, currentTarget }: Event) => target === currentTarget && close()}
  >
    ${
      shown
        ? html`<div class="stack" aria-busy=${!content}>
            <button class="plain close" @click=${close}>${icon('close')}${view.strings.close}</button>
            ${content?.() ?? html`<div class="bone"></div>`}
          </div>`
        : nothing
    }
  </dialog>`;

  return { open, close, render, rendered };
}

async function askPeople(
  { api, language: locale }: SearchView,
  kind: Kind,
  ids: string[],
  signal: AbortSignal,
): Promise<[FreelancerProfile, ...FreelancerProfile[]]> {
  if (kind === 'profile') return [await api.ask(`/v1/freelancers/${ids[0]}`, { signal, locale })];
  const query = new URLSearchParams(ids.map((id) => ['id', id]));
  return (await api.ask<{ items: [FreelancerProfile] }>('/v1/talent/compare', { query, signal, locale })).items;
}
