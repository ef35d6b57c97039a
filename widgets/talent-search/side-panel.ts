import { Task } from '@lit/task';
import { type CSSResult, html, nothing, type ReactiveController, type ReactiveElement } from 'lit';
import { errorNotice } from '../core/error-notice.ts';
import type { HireError } from '../core/hire-error.ts';
import { icon } from '../core/icon.ts';
import { lazy } from '../core/lazy.ts';
import type { SearchView } from './search-view.ts';
import type { FreelancerProfile } from './wire.ts';

export type Opened = { kind: 'profile' | 'compare'; ids: string[] };
type PanelModule = { styles: CSSResult; content: (view: SearchView, people: FreelancerProfile[]) => unknown };

const modules: Record<Opened['kind'], () => Promise<PanelModule>> = {
  profile: () => lazy('talent-search/profile-panel', () => import('./profile-panel.ts')),
  compare: () => lazy('talent-search/compare-panel', () => import('./compare-panel.ts')),
};

/** One native dialog for what opens beside the results; its content loads when it is first opened. */
export class SidePanel implements ReactiveController {
  opened: Opened | undefined;
  #host: ReactiveElement;
  #task: Task<[Opened], { module: PanelModule; people: FreelancerProfile[] }>;
  #closed: (opened: Opened) => void;

  constructor(
    host: ReactiveElement,
    {
      view,
      failed,
      closed,
    }: { view: () => SearchView; failed: (reason: unknown) => void; closed: (opened: Opened) => void },
  ) {
    this.#host = host;
    this.#closed = closed;
    this.#task = new Task(host, {
      autoRun: false,
      task: async ([opened], { signal }) => {
        const [module, people] = await Promise.all([modules[opened.kind](), askPeople(view(), opened, signal)]);
        return { module, people };
      },
      onComplete: ({ module }) => this.#adopt(module.styles.styleSheet!),
      onError: failed,
    });
    host.addController(this);
  }

  open(opened: Opened): void {
    this.opened = opened;
    void this.#task.run([opened]);
    this.#host.requestUpdate();
  }

  close(): void {
    this.#dialog?.close();
  }

  hostUpdated(): void {
    const dialog = this.#dialog;
    if (this.opened && dialog && !dialog.open) dialog.showModal();
  }

  hostDisconnected(): void {
    this.opened = undefined;
    this.#task.abort();
  }

  render(view: SearchView) {
    const { opened } = this;
    const { strings } = view;
    return html`<dialog
      class=${opened?.kind ?? ''}
      part="panel"
      aria-label=${opened?.kind === 'compare' ? strings.compare : strings.profile}
      @close=${this.#onClose}
      @click=${(event: Event) => event.target === event.currentTarget && this.close()}
    >
      ${
        opened
          ? html`<div class="panel" aria-busy=${this.#task.status === 1}>
              <button type="button" class="plain close" @click=${() => this.close()}>${icon('close')}${strings.close}</button>
              ${this.#task.render({
                pending: () => bones,
                error: (error) => errorNotice(error as HireError, strings, () => this.open(opened)),
                complete: ({ module, people }) => module.content(view, people),
              })}
            </div>`
          : nothing
      }
    </dialog>`;
  }

  get #dialog() {
    return this.#host.renderRoot.querySelector('dialog');
  }

  #onClose = () => {
    const { opened } = this;
    this.opened = undefined;
    this.#task.abort();
    this.#host.requestUpdate();
    if (opened) this.#closed(opened);
  };

  #adopt(sheet: CSSStyleSheet) {
    const { adoptedStyleSheets } = this.#host.renderRoot as ShadowRoot;
    if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
  }
}

async function askPeople({ api, language: locale }: SearchView, { kind, ids }: Opened, signal: AbortSignal) {
  if (kind === 'profile') {
    return [await api.ask<FreelancerProfile>(`/v1/freelancers/${encodeURIComponent(ids[0]!)}`, { signal, locale })];
  }
  const query = new URLSearchParams(ids.map((id) => ['id', id]));
  const { items } = await api.ask<{ items: FreelancerProfile[] }>('/v1/talent/compare', { query, signal, locale });
  return items;
}

const bones = html`<div class="bone title"></div><div class="bone block"></div><div class="bone block"></div>`;
