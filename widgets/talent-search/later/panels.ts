import type { FreelancerProfile } from '@portico/api/talent/freelancers/schema.ts';
import { html, nothing } from 'lit-html';
import { adopt } from '../../core/css.ts';
import { errorNotice } from '../../core/error-notice.ts';
import { laterWords } from '../../core/later-words.ts';
import { icon } from '../icon.ts';
import type { PanelKind, SearchView, SidePanel } from '../search-view.ts';
import { createInvitation, type Invited } from './invitation.ts';
import { compare, profile, styles } from './people.ts';
import type { LaterStrings } from './strings.ts';

const locales: Record<string, () => Promise<{ words: LaterStrings }>> = {
  en: () => import('./locales/en.ts'),
  de: () => import('./locales/de.ts'),
  fr: () => import('./locales/fr.ts'),
  es: () => import('./locales/es.ts'),
  ja: () => import('./locales/ja.ts'),
  ar: () => import('./locales/ar.ts'),
};

/** One native dialog for what opens over the results. */
export function createSidePanel(view: SearchView, closed: () => void): SidePanel {
  const words = laterWords(view, 'talent-search', locales);
  let shown: PanelKind | undefined;
  let content: (() => unknown) | undefined;
  let mustShow = false;
  let asking = new AbortController();

  async function open(kind: PanelKind, people: readonly Invited[]): Promise<void> {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    shown = kind;
    content = undefined;
    mustShow = true;
    adopt(view.root, styles);
    view.update();
    try {
      const show = await contents(kind, people, signal);
      if (signal.aborted) return;
      content = show;
    } catch (reason) {
      if (signal.aborted) return;
      const error = view.fail(reason);
      content = () => errorNotice(error, view.strings, () => open(kind, people));
    }
    view.update();
  }

  async function contents(kind: PanelKind, people: readonly Invited[], signal: AbortSignal): Promise<() => unknown> {
    if (kind === 'invite') {
      const [invitation] = await Promise.all([createInvitation(view, people, close, signal), words.speak()]);
      return () => invitation(words.now()!.invitation);
    }
    const ids = people.map(({ id }) => id);
    const [found] = await Promise.all([askPeople(view, ids, signal), words.speak()]);
    return () => (kind === 'profile' ? profile : compare)(view, words.now()!, found);
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
    if (mustShow && dialog() && !dialog()!.open) dialog()!.showModal();
    mustShow &&= !dialog();
  }

  const render = () => html`<dialog
    class=${shown ?? ''}
    part="panel"
    aria-label=${shown && shown !== 'profile' ? view.strings[shown] : (words.now()?.profile ?? nothing)}
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
  ids: readonly string[],
  signal: AbortSignal,
): Promise<[FreelancerProfile, ...FreelancerProfile[]]> {
  if (ids.length === 1) return [await api.ask(`/v1/freelancers/${ids[0]}`, { signal, locale })];
  const query = new URLSearchParams(ids.map((id) => ['id', id]));
  return (await api.ask<{ items: [FreelancerProfile] }>('/v1/talent/compare', { query, signal, locale })).items;
}
