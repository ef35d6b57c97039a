import type { BoardSort } from '@portico/api/hiring/proposals/proposal.ts';
import type { Proposal, ProposalBoard, ProposalCard } from '@portico/api/hiring/proposals/schema.ts';
import { html, nothing } from 'lit-html';
import { baseStyles } from '../core/base-styles.ts';
import { adopt } from '../core/css.ts';
import { HireElement } from '../core/hire-element.ts';
import { lazy } from '../core/lazy.ts';
import { directionOf, fill } from '../core/locale.ts';
import type { Feature, PanelPart, Tab } from './board-parts.ts';
import { boardView, failureView, skeleton } from './board-view.ts';
import type { Later } from './later/later-parts.ts';
import type { ProposalAction } from './proposals-events.ts';
import { proposalsStyles } from './proposals-styles.ts';
import type { ProposalsView } from './proposals-view.ts';
import type { ProposalsStrings } from './strings.ts';

const comparedMax = 4;

/**
 * Go through the proposals on a post: sort, filter, read, rate, shortlist, archive, compare, answer. Every move has a key.
 *
 * @tag hire-proposals
 * @slot header - Above the board.
 * @slot empty - Instead of the words when there are no proposals.
 * @slot error - Instead of the words when something failed.
 * @slot item-actions:{id} - After the buttons of one proposal; `{id}` is its id.
 * @csspart bar - Tabs, sort and search.
 * @csspart list - The list of proposals.
 * @csspart item - One proposal in the list.
 * @csspart panel - The proposal that is open, a comparison or a form.
 * @csspart keys - The list of keys under the board.
 * @csspart error - What is said when something failed.
 */
export class Proposals extends HireElement<ProposalsStrings> implements ProposalsView {
  static override properties = { ...HireElement.properties, jobId: 'job-id', sort: 'sort', proposal: 'proposal' };
  static override styles = [baseStyles, proposalsStyles];
  static override locales = {
    folder: 'proposals',
    files: {
      en: () => import('./locales/en.ts'),
      de: () => import('./locales/de.ts'),
      fr: () => import('./locales/fr.ts'),
      es: () => import('./locales/es.ts'),
      ja: () => import('./locales/ja.ts'),
      ar: () => import('./locales/ar.ts'),
    },
  };

  /** id of the post; left out, the person chooses one */
  declare jobId: string | undefined;
  /** what comes first */
  declare sort: BoardSort;
  /** id of the proposal that is open */
  declare proposal: string | undefined;

  board: ProposalBoard | undefined;
  tab: Tab = 'all';
  q = '';
  isBusy = false;
  said = '';
  readonly compared = new Set<string>();
  #asked = '';
  #asking = new AbortController();
  #shown: string | undefined;
  #part: PanelPart = 'proposal';
  #opened: Later | undefined;
  #undo: (() => void) | undefined;

  constructor() {
    super();
    this.sort ??= 'bestMatch';
    this.setStatus('loading');
  }

  may(feature: Feature): boolean {
    return this.joined?.features.proposals?.[feature] === true;
  }

  look(change: Partial<{ tab: Tab; sort: BoardSort; q: string }>): void {
    Object.assign(this, change);
    this.update();
  }

  open(id: string, part: PanelPart = 'proposal'): void {
    if (!this.intend('open', id)) return;
    this.#part = part;
    // The same once more: another part of it may be wanted.
    this.#shown = undefined;
    this.proposal = id;
    this.update();
  }

  close = (): void => {
    const id = this.proposal;
    this.proposal = undefined;
    void this.updateComplete.then(() => this.#name(id)?.focus());
  };

  intend(action: ProposalAction, id: string): boolean {
    const proposal = this.board?.items.find((card) => card.id === id);
    return !proposal || this.emit('hire-proposal', { action, id, proposal });
  }

  /** Shown at once; taken back, with the reason, if the API refuses. */
  async flag(card: ProposalCard, flag: 'isShortlisted' | 'isArchived'): Promise<void> {
    const { id } = card;
    const [path, action] =
      flag === 'isShortlisted' ? (['shortlisted', 'shortlist'] as const) : (['archived', 'archive'] as const);
    if (!this.may('decide') || !this.intend(action, id)) return;
    const value = !card[flag];
    const next = flag === 'isArchived' ? this.#neighbor(id) : undefined;
    this.took({ id, [flag]: value });
    this.say(fill(this.strings.done[`${action}${value}`], { name: card.freelancer.name }));
    if (next !== undefined) {
      if (this.proposal === id) this.open(next);
      else void this.updateComplete.then(() => this.#name(next)?.focus());
    }
    this.#undo = () => this.flag({ ...card, [flag]: value }, flag);
    try {
      this.took(
        await this.api.ask<Proposal>(`/v1/proposals/${id}/${path}`, { method: 'PUT', body: { [path]: value } }),
      );
    } catch (reason) {
      this.took({ id, [flag]: !value });
      this.say('');
      this.failed(reason);
    }
  }

  compare({ id }: ProposalCard): void {
    if (!this.compared.delete(id) && this.compared.size < comparedMax) this.compared.add(id);
    this.update();
  }

  openCompare = (): void => {
    const [first, second] = this.compared;
    if (second && this.intend('compare', first!)) void this.#later((later) => later.compare([...this.compared]));
  };

  took(proposal: Partial<Proposal> & { id: string }): void {
    const { items } = this.board!;
    this.board = {
      ...this.board!,
      items: items.map((card) => {
        if (card.id !== proposal.id) return card;
        const known = Object.entries(proposal).filter(([key]) => key in card && key !== 'answers');
        return { ...card, ...Object.fromEntries(known) };
      }),
    };
    this.update();
  }

  say(words: string): void {
    this.said = words;
    this.update();
  }

  protected embedChanged(): void {
    this.#asking.abort();
    this.#asked = '';
    this.#shown = undefined;
  }

  protected override willRender(): void {
    super.willRender();
    if (this.joined && this.#query !== this.#asked) void this.#ask();
    if (this.joined && this.board && this.proposal !== this.#shown) this.#showPanel();
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
      ${this.#opened?.posts()}
      ${this.jobId ? boardView(this, this.proposal ? (this.#opened?.panel() ?? html`<div class="bone"></div>`) : nothing) : this.failure ? failureView(this) : nothing}
      ${this.#opened?.dialog()}
    </section>`;
  }

  /** Letters are moves only where nobody types. */
  #keydown = (event: KeyboardEvent): void => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey) return;
    if (key === 'Escape' && this.proposal) this.close();
    if ((target as Element).matches('input, select, textarea, dialog *')) return;
    const focused = (target as Element).closest<HTMLElement>('[data-id]')?.dataset.id;
    const id = this.proposal ?? focused;
    const card = this.board?.items.find((each) => each.id === id);
    const moves: Record<string, (() => void) | undefined> = {
      j: () => this.#step(id, 1),
      k: () => this.#step(id, -1),
      ArrowDown: () => this.#step(id, 1),
      ArrowUp: () => this.#step(id, -1),
      u: this.#undo,
      v: this.openCompare,
      ...(card && {
        s: () => this.flag(card, 'isShortlisted'),
        a: () => this.flag(card, 'isArchived'),
        c: () => this.compare(card),
        o: () => this.open(card.id),
        m: () => this.open(card.id, 'message'),
        n: () => this.open(card.id, 'note'),
        d: () => this.open(card.id, 'decline'),
        i: () => this.open(card.id, 'interview'),
      }),
    };
    const move = /^[1-5]$/.test(key) && card ? () => this.#later((later) => later.rate(card, Number(key))) : moves[key];
    if (!move) return;
    event.preventDefault();
    move();
  };

  /** With a proposal open the next one opens, else the focus moves on. */
  #step(id: string | undefined, by: number): void {
    const next = this.#neighbor(id, by);
    if (next === undefined) return;
    if (this.proposal) this.open(next, this.#part);
    else this.#name(next)?.focus();
  }

  /** The one after in the list, at its end the one before. */
  #neighbor(id: string | undefined, by = 0): string | undefined {
    const ids = [...this.root.querySelectorAll<HTMLElement>('[data-id]')].map(({ dataset }) => dataset.id!);
    const at = ids.indexOf(id!);
    return by ? ids[at + by] : (ids[at + 1] ?? ids[at - 1]);
  }

  #name = (id: string | undefined) => this.root.querySelector<HTMLElement>(`[data-id="${id}"] .name`);

  failed(reason: unknown, retry?: () => void): void {
    this.fail(reason, () => {
      this.failure = undefined;
      this.setStatus('ready');
      retry?.();
    });
  }

  /** What is opened over and beside the board comes when it is first opened. */
  async #later(use: (later: Later) => unknown, retry?: () => void): Promise<void> {
    try {
      const { createLater, styles } = await lazy('proposals/later/later', () => import('./later/later.ts'));
      adopt(this.root, styles);
      this.#opened ??= createLater(this);
      await use(this.#opened);
    } catch (reason) {
      this.failed(reason, retry);
    }
  }

  #showPanel(): void {
    this.#shown = this.proposal;
    const id = this.proposal;
    if (id) void this.#later((later) => later.show(id, this.#part));
  }

  get #query(): string {
    const { tab, sort, q } = this;
    const query = new URLSearchParams({
      sort,
      ...(tab !== 'all' && { [tab]: tab === 'archived' ? 'only' : 'true' }),
      ...(q && { q }),
    });
    return `${this.jobId}/proposals?${query}`;
  }

  /** What is on screen stays until the answer is here; a newer question ends an older one. */
  async #ask(): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    // Another post's proposals do not stand in for this one's.
    if (!this.#asked.startsWith(`${this.jobId}/`)) this.board = undefined;
    const isFirst = !this.board;
    this.#asked = this.#query;
    if (!this.jobId) {
      await this.#later(
        (later) => later.choose(),
        () => void this.#ask(),
      );
      if (!this.failure) this.setStatus('empty');
      return;
    }
    this.failure = undefined;
    this.isBusy = true;
    this.setStatus(isFirst ? 'loading' : 'ready', true);
    try {
      const board = await this.api.ask<ProposalBoard>(`/v1/job-posts/${this.#asked}`, {
        signal,
        locale: this.language,
      });
      if (signal.aborted) return;
      this.board = board;
      this.isBusy = false;
      this.setStatus(board.total ? 'ready' : 'empty');
      // The rest is there before anybody has read the first row.
      if (isFirst) void this.#later(() => this.update());
      if (isFirst) this.emit('hire-ready', { total: board.total }, false);
    } catch (reason) {
      if (signal.aborted) return;
      this.isBusy = false;
      this.fail(reason, () => void this.#ask());
    }
  }
}
