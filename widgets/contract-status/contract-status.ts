import type {
  ContractStatusItem,
  ContractStatusPage,
  ContractStatus as WholeContract,
} from '@portico/api/work/contract-status/schema.ts';
import { html, nothing } from 'lit-html';
import { baseStyles } from '../core/base-styles.ts';
import { adopt } from '../core/css.ts';
import type { Embed } from '../core/embed.ts';
import { HireElement } from '../core/hire-element.ts';
import { lazy } from '../core/lazy.ts';
import { directionOf } from '../core/locale.ts';
import { contractStatusStyles } from './contract-status-styles.ts';
import type { Later } from './later/later-parts.ts';
import { failureView, listView, skeleton } from './list-view.ts';
import type { StatusFilter, WidgetAction } from './status-parts.ts';
import type { StatusView } from './status-view.ts';
import type { ContractStatusStrings } from './strings.ts';

/** By which right a session may do what. */
const features: Record<WidgetAction, string> = {
  release: 'release',
  requestChanges: 'approve',
  fund: 'fund',
  reviewWeek: 'decide',
  bonus: 'bonus',
  pause: 'manage',
  resume: 'manage',
  end: 'manage',
};

/**
 * What each contract waits for, and who must do it; with its money, and the next thing to do one press away.
 *
 * @tag hire-contract-status
 * @slot header - Above the list.
 * @slot empty - Instead of the words when there are no contracts.
 * @slot error - Instead of the words when something failed.
 * @slot item-actions:{id} - After the button of one contract; `{id}` is its id.
 * @csspart bar - The filter with its counts.
 * @csspart list - The list of contracts.
 * @csspart item - One contract in the list.
 * @csspart detail - The contract that is open.
 * @csspart dialog - What is asked before something is done.
 * @csspart sandbox - Says that no real money moves here.
 * @csspart error - What is said when something failed.
 */
export class ContractStatus extends HireElement<ContractStatusStrings> implements StatusView {
  static override properties = {
    ...HireElement.properties,
    contractId: 'contract-id',
    filter: 'filter',
    team: 'team',
  };
  static override styles = [baseStyles, contractStatusStyles];
  static override locales = {
    folder: 'contract-status',
    files: {
      en: () => import('./locales/en.ts'),
      de: () => import('./locales/de.ts'),
      fr: () => import('./locales/fr.ts'),
      es: () => import('./locales/es.ts'),
      ja: () => import('./locales/ja.ts'),
      ar: () => import('./locales/ar.ts'),
    },
  };

  /** id of the contract that is open */
  declare contractId: string | undefined;
  /** which contracts: those that wait for us, open ones, all */
  declare filter: StatusFilter;
  /** only the contracts of one team */
  declare team: string | undefined;

  page: ContractStatusPage | undefined;
  isBusy = false;
  said = '';
  #asked = '';
  #asking = new AbortController();
  #shown: string | undefined;
  #opened: Later | undefined;

  constructor() {
    super();
    this.filter ??= 'open';
    this.setStatus('loading');
  }

  may(action: WidgetAction): boolean {
    const { contractStatus, timesheetReview } = this.joined?.features ?? {};
    return (action === 'reviewWeek' ? timesheetReview : contractStatus)?.[features[action]] === true;
  }

  look(filter: StatusFilter): void {
    this.filter = filter;
    this.said = '';
  }

  more = (): void => void this.#ask(this.page!.nextCursor!);

  reload = (): void => void this.#ask();

  open(contract: ContractStatusItem): void {
    if (this.emit('hire-select', { intent: 'open', id: contract.id, contract })) this.contractId = contract.id;
  }

  close = (): void => {
    const id = this.contractId;
    this.contractId = undefined;
    void this.updateComplete.then(() => this.#name(id)?.focus());
  };

  act(action: WidgetAction, contract: ContractStatusItem, subjectId?: string): void {
    if (this.emit('hire-contract-action', { action, contract, subjectId }))
      void this.#later((later) => later.act(action, contract, subjectId));
  }

  took(contract: WholeContract, counts = this.page?.counts): void {
    const { page } = this;
    const items = page?.items.map((each) => (each.id === contract.id ? contract : each));
    if (page) this.page = { ...page, items: items!, counts: counts! };
    this.update();
  }

  say(words: string): void {
    this.said = words;
    this.update();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#opened?.stop();
  }

  protected embedChanged(embed: Embed | undefined): void {
    this.#asking.abort();
    this.#asked = '';
    this.#shown = undefined;
    this.#opened?.stop();
    if (!embed) this.#opened = undefined;
  }

  protected override willRender(): void {
    super.willRender();
    if (!this.joined) return;
    if (this.#query !== this.#asked) void this.#ask();
    if (this.contractId === this.#shown) return;
    const id = this.contractId;
    this.#shown = id;
    if (id) void this.#later((later) => later.show(id));
  }

  protected widget() {
    const { strings } = this;
    if (!strings)
      return html`<div class="root" aria-busy=${!this.failure}>${this.failure ? failureView(this) : skeleton()}</div>`;
    return html`<section
      class="root"
      dir=${directionOf(this.language)}
      lang=${this.language}
      aria-label=${strings.label}
      @keydown=${this.#keydown}
    >
      <slot name="header"></slot>
      ${listView(this, this.contractId ? (this.#opened?.detail() ?? html`<div class="bone"></div>`) : nothing)}
      ${this.#opened?.dialog()}
    </section>`;
  }

  /** From contract to contract; nothing here happens by a key alone. */
  #keydown = ({ key, target }: KeyboardEvent): void => {
    const at = target as Element;
    if (at.matches('input, select, textarea, dialog *')) return;
    if (key === 'Escape' && this.contractId) this.close();
    const by = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[key];
    const ids = this.page?.items.map(({ id }) => id) ?? [];
    const next = by && ids[ids.indexOf(at.closest<HTMLElement>('[data-id]')?.dataset.id ?? '') + by];
    if (next) this.#name(next)?.focus();
  };

  #name = (id: string | undefined) => this.root.querySelector<HTMLElement>(`[data-id="${id}"] .name`);

  /** A contract, its dialogs and what happens meanwhile come once the list is there. */
  async #later(use: (later: Later) => unknown): Promise<void> {
    try {
      const { createLater, styles } = await lazy('contract-status/later/later', () => import('./later/later.ts'));
      adopt(this.root, styles);
      this.#opened ??= createLater(this);
      await use(this.#opened);
    } catch (reason) {
      this.fail(reason, () => {
        this.failure = undefined;
        this.setStatus('ready');
      });
    }
  }

  get #query(): string {
    return `${new URLSearchParams({ filter: this.filter, ...(this.team && { team: this.team }) })}`;
  }

  /** What is on screen stays until the answer is here; a newer question ends an older one. */
  async #ask(cursor?: string): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const isFirst = !this.page;
    this.#asked = this.#query;
    this.failure = undefined;
    this.isBusy = true;
    this.setStatus(isFirst ? 'loading' : 'ready', true);
    try {
      const query = new URLSearchParams(this.#asked);
      if (cursor) query.set('cursor', cursor);
      const page = await this.api.ask<ContractStatusPage>('/v1/contract-status', {
        query,
        signal,
        locale: this.language,
      });
      if (signal.aborted) return;
      this.page = cursor ? { ...page, items: [...this.page!.items, ...page.items] } : page;
      this.isBusy = false;
      this.setStatus(page.items.length || cursor ? 'ready' : 'empty');
      // The rest is there before anybody has read the first row, and from then on the list follows what happens.
      if (isFirst)
        void this.#later((later) => {
          later.follow();
          this.update();
        });
      if (isFirst) this.emit('hire-ready', { total: page.items.length }, false);
    } catch (reason) {
      if (signal.aborted) return;
      this.isBusy = false;
      this.fail(reason, this.reload);
    }
  }
}
