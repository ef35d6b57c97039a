import type { FreelancerProfile } from '@portico/api/talent/freelancers/schema.ts';
import { html, nothing } from 'lit-html';
import { sheetOf } from '../core/css.ts';
import { errorNotice } from '../core/error-notice.ts';
import type { HireError } from '../core/hire-error.ts';
import { icon } from '../core/icon.ts';
import { lazy } from '../core/lazy.ts';
import type { SearchView } from './search-view.ts';

export type Opened = { kind: 'profile' | 'compare'; ids: string[] };

/** One native dialog for what opens over the results; its content loads when it is first opened. */
export class SidePanel {
  #view: SearchView;
  #opened: Opened | undefined;
  #content: (() => unknown) | undefined;
  #error: HireError | undefined;
  #asking: AbortController | undefined;
  #closed: (opened: Opened) => void;

  constructor(view: SearchView, closed: (opened: Opened) => void) {
    this.#view = view;
    this.#closed = closed;
  }

  async open(opened: Opened): Promise<void> {
    this.#asking?.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const view = this.#view;
    this.#opened = opened;
    this.#content = this.#error = undefined;
    view.update();
    try {
      const [panels, people] = await Promise.all([
        lazy('talent-search/panels', () => import('./panels.ts')),
        askPeople(view, opened, signal),
      ]);
      if (signal.aborted) return;
      const { adoptedStyleSheets } = view.root;
      if (!adoptedStyleSheets.includes(sheetOf(panels.styles))) adoptedStyleSheets.push(sheetOf(panels.styles));
      this.#content = () => panels[opened.kind](view, people);
    } catch (reason) {
      if (signal.aborted) return;
      this.#error = view.fail(reason);
    }
    view.update();
  }

  close = () => this.#dialog?.close();

  rendered(): void {
    if (this.#opened && !this.#dialog!.open) this.#dialog!.showModal();
  }

  render() {
    const opened = this.#opened;
    const { strings } = this.#view;
    return html`<dialog
      class=${opened?.kind ?? ''}
      part="panel"
      aria-label=${strings[opened?.kind ?? 'profile']}
      @close=${this.#onClose}
      @click=${(event: Event) => event.target === event.currentTarget && this.close()}
    >
      ${
        opened
          ? html`<div class="stack" aria-busy=${!this.#content && !this.#error}>
              <button type="button" class="plain close" @click=${this.close}>${icon('close')}${strings.close}</button>
              ${this.#error ? errorNotice(this.#error, strings, () => this.open(opened)) : (this.#content?.() ?? bones)}
            </div>`
          : nothing
      }
    </dialog>`;
  }

  get #dialog() {
    return this.#view.root.querySelector('dialog');
  }

  #onClose = () => {
    const opened = this.#opened;
    this.#opened = undefined;
    this.#asking?.abort();
    this.#view.update();
    if (opened) this.#closed(opened);
  };
}

async function askPeople({ api, language: locale }: SearchView, { kind, ids }: Opened, signal: AbortSignal) {
  if (kind === 'profile') return [await api.ask<FreelancerProfile>(`/v1/freelancers/${ids[0]}`, { signal, locale })];
  const query = new URLSearchParams(ids.map((id) => ['id', id]));
  return (await api.ask<{ items: FreelancerProfile[] }>('/v1/talent/compare', { query, signal, locale })).items;
}

const bones = html`<div class="bone"></div><div class="bone"></div><div class="bone"></div>`;
