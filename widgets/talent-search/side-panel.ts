import type { FreelancerProfile } from '@portico/api/talent/freelancers/schema.ts';
import { html, nothing } from 'lit-html';
import { sheetOf } from '../core/css.ts';
import { errorNotice } from '../core/error-notice.ts';
import { icon } from '../core/icon.ts';
import { lazy } from '../core/lazy.ts';
import type { SearchView } from './search-view.ts';

/** One native dialog for what opens over the results; its content loads when it is first opened. */
export class SidePanel {
  #view: SearchView;
  #kind: 'profile' | 'compare' | undefined;
  #content: (() => unknown) | undefined;
  #mustShow = false;
  #asking = new AbortController();
  #closed: () => void;

  constructor(view: SearchView, closed: () => void) {
    this.#view = view;
    this.#closed = closed;
  }

  async open(kind: 'profile' | 'compare', ids: string[]): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const view = this.#view;
    this.#kind = kind;
    this.#content = undefined;
    this.#mustShow = true;
    view.update();
    try {
      const [panels, people] = await Promise.all([
        lazy('talent-search/panels', () => import('./panels.ts')),
        askPeople(view, kind, ids, signal),
      ]);
      if (signal.aborted) return;
      const sheets = view.root.adoptedStyleSheets;
      if (!sheets.includes(sheetOf(panels.styles))) sheets.push(sheetOf(panels.styles));
      this.#content = () => panels[kind](view, people);
    } catch (reason) {
      if (signal.aborted) return;
      const error = view.fail(reason);
      this.#content = () => errorNotice(error, view.strings, () => this.open(kind, ids));
    }
    view.update();
  }

  close = () => this.#dialog?.close();

  rendered(): void {
    if (this.#mustShow && !this.#dialog!.open) this.#dialog!.showModal();
    this.#mustShow = false;
  }

  render() {
    const { strings } = this.#view;
    return html`<dialog
      class=${this.#kind ?? ''}
      part="panel"
      aria-label=${strings[this.#kind ?? 'profile']}
      @close=${this.#onClose}
      @click=${({ target, currentTarget }: Event) => target === currentTarget && this.close()}
    >
      ${
        this.#kind
          ? html`<div class="stack" aria-busy=${!this.#content}>
              <button class="plain close" @click=${this.close}>${icon('close')}${strings.close}</button>
              ${this.#content?.() ?? html`<div class="bone"></div>`}
            </div>`
          : nothing
      }
    </dialog>`;
  }

  get #dialog() {
    return this.#view.root.querySelector('dialog');
  }

  #onClose = () => {
    this.#kind = undefined;
    this.#asking.abort();
    this.#closed();
    this.#view.update();
  };
}

async function askPeople(
  { api, language: locale }: SearchView,
  kind: 'profile' | 'compare',
  ids: string[],
  signal: AbortSignal,
): Promise<[FreelancerProfile, ...FreelancerProfile[]]> {
  if (kind === 'profile') return [await api.ask(`/v1/freelancers/${ids[0]}`, { signal, locale })];
  const query = new URLSearchParams(ids.map((id) => ['id', id]));
  const { items } = await api.ask<{ items: [FreelancerProfile] }>('/v1/talent/compare', { query, signal, locale });
  return items;
}
