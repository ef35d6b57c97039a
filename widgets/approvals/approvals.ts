import type { Approval } from '@portico/api/procurement/approvals/schema.ts';
import { html, nothing } from 'lit-html';
import { baseStyles } from '../core/base-styles.ts';
import { HireElement } from '../core/hire-element.ts';
import type { HireError } from '../core/hire-error.ts';
import { directionOf } from '../core/locale.ts';
import { approvalPanel } from './approval-panel.ts';
import { approvalsStyles } from './approvals-styles.ts';
import { type ApprovalPage, failureView, type InboxView, inboxView, skeleton } from './inbox-view.ts';
import type { ApprovalsStrings, ApprovalView, Decision } from './strings.ts';

const paths = { approve: 'approval', reject: 'rejection', requestChanges: 'changes-request' } as const;
const decisions = { approve: 'approved', reject: 'rejected', requestChanges: 'changesRequested' } as const;

/**
 * What waits for somebody's yes: who asks, for how much and why it is asked, with every fact; approve, reject, or ask
 * for changes.
 *
 * @tag hire-approvals
 * @slot header - Above the list.
 * @slot empty - Instead of the words when nothing waits.
 * @slot error - Instead of the words when something failed.
 * @slot item-actions:{id} - Under one request; `{id}` is its id.
 * @csspart bar - The filter with its counts.
 * @csspart list - The list of requests.
 * @csspart item - One request in the list.
 * @csspart approval - The request that is open, with its facts and buttons.
 * @csspart error - What is said when something failed.
 */
export class Approvals extends HireElement<ApprovalsStrings> implements InboxView {
  static override properties = { ...HireElement.properties, approvalId: 'approval-id', show: 'show' };
  static override styles = [baseStyles, approvalsStyles];
  static override locales = {
    folder: 'approvals',
    files: {
      en: () => import('./locales/en.ts'),
      de: () => import('./locales/de.ts'),
      fr: () => import('./locales/fr.ts'),
      es: () => import('./locales/es.ts'),
      ja: () => import('./locales/ja.ts'),
      ar: () => import('./locales/ar.ts'),
    },
  };

  /** id of the request that is open */
  declare approvalId: string | undefined;
  /** whose requests: those that wait for this person, their own, all */
  declare show: ApprovalView;

  page: ApprovalPage | undefined;
  opened: Approval | undefined;
  isBusy = false;
  said = '';
  /** a decision that still wants its reason */
  wanting: Exclude<Decision, 'approve'> | undefined;
  reason = '';
  refusal: HireError | undefined;
  #asked = '';
  #shown: string | undefined;
  #asking = new AbortController();

  constructor() {
    super();
    this.show ??= 'waitingForMe';
    this.setStatus('loading');
  }

  get mayDecide(): boolean {
    return this.joined?.features.approvals?.decide === true;
  }

  look(show: ApprovalView): void {
    this.show = show;
    this.said = '';
  }

  more = (): void => void this.#ask(this.page!.nextCursor!);

  open(approval: Approval): void {
    const { id } = approval;
    if (!this.emit('hire-approval', { action: 'open', id, approval })) return;
    this.approvalId = id;
  }

  close = (): void => {
    const id = this.approvalId;
    this.approvalId = undefined;
    void this.updateComplete.then(() => this.#name(id)?.focus());
  };

  want(decision: Exclude<Decision, 'approve'>): void {
    this.wanting = decision;
    this.refusal = undefined;
    this.update();
    void this.updateComplete.then(() => this.root.querySelector('textarea')!.focus());
  }

  write(reason: string): void {
    this.reason = reason;
    this.update();
  }

  /** Of exactly what was read: its hash goes along, and what was changed since is refused. */
  async decide(approval: Approval, action: Decision): Promise<void> {
    const { id, hash } = approval;
    if (this.isBusy || !this.emit('hire-approval', { action, id, approval })) return;
    const reason = this.reason.trim();
    this.isBusy = true;
    this.refusal = undefined;
    this.update();
    try {
      const decided = await this.api.ask<Approval>(`/v1/approvals/${id}/${paths[action]}`, {
        method: 'POST',
        body: { hash, ...(action !== 'approve' && { reason }) },
        locale: this.language,
      });
      this.said = this.strings.done[action];
      this.#took(decided);
      this.emit('hire-approval-decided', { decision: decisions[action], approval: decided }, false);
    } catch (reason) {
      this.refusal = this.fail(reason);
      // What it is now says more than why it was refused.
      if (this.refusal.code === 'conflict') await this.#read(id);
    }
    this.isBusy = false;
    this.update();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#comeBack);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#comeBack);
  }

  /** Others decide too: coming back to the page brings what is new. */
  #comeBack = (): void => {
    if (!document.hidden && this.joined && this.page) void this.#ask();
  };

  protected embedChanged(): void {
    this.#asking.abort();
    this.#asked = '';
    this.#shown = undefined;
  }

  protected override willRender(): void {
    super.willRender();
    if (!this.joined) return;
    if (this.show !== this.#asked) void this.#ask();
    if (this.approvalId === this.#shown) return;
    this.#shown = this.approvalId;
    this.wanting = this.refusal = undefined;
    this.reason = '';
    this.opened = this.page?.items.find(({ id }) => id === this.#shown);
    if (this.opened) void this.updateComplete.then(this.#focusPanel);
    else if (this.#shown) void this.#read(this.#shown);
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
      ${inboxView(this, this.approvalId ? (this.opened ? approvalPanel(this, this.opened) : html`<div class="bone"></div>`) : nothing)}
    </section>`;
  }

  /** From request to request; nothing is decided by a key alone. */
  #keydown = ({ key, target }: KeyboardEvent): void => {
    const at = target as Element;
    if (at.matches('textarea')) return;
    if (key === 'Escape' && this.approvalId) this.close();
    const by = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[key];
    const ids = this.page?.items.map(({ id }) => id) ?? [];
    const next = by && ids[ids.indexOf(at.closest<HTMLElement>('[data-id]')?.dataset.id ?? '') + by];
    if (next) this.#name(next)?.focus();
  };

  #name = (id: string | undefined) => this.root.querySelector<HTMLElement>(`[data-id="${id}"] .name`);
  #focusPanel = (): void => this.root.querySelector<HTMLElement>('aside h2')?.focus();

  /** It stays in the list until the person looks at something else. */
  #took(approval: Approval): void {
    const known = this.page?.items.find(({ id }) => id === approval.id);
    if (this.page && known)
      this.page = {
        ...this.page,
        waitingForMe: this.page.waitingForMe - Number(known.mayDecide && !approval.mayDecide),
        items: this.page.items.map((each) => (each === known ? approval : each)),
      };
    if (this.approvalId !== approval.id) return;
    this.opened = approval;
    this.wanting = undefined;
    void this.updateComplete.then(this.#focusPanel);
  }

  async #read(id: string): Promise<void> {
    try {
      this.#took(await this.api.ask<Approval>(`/v1/approvals/${id}`, { locale: this.language }));
    } catch (reason) {
      if (this.approvalId !== id) return;
      this.approvalId = this.#shown = undefined;
      this.fail(reason, () => void this.#ask());
    }
    this.update();
  }

  /** What is on screen stays until the answer is here; a newer question ends an older one. */
  async #ask(cursor?: string): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const isFirst = !this.page;
    this.#asked = this.show;
    this.failure = undefined;
    this.isBusy = true;
    this.setStatus(isFirst ? 'loading' : 'ready', true);
    try {
      const query = new URLSearchParams({ view: this.show, limit: '20', ...(cursor && { cursor }) });
      const page = await this.api.ask<ApprovalPage>('/v1/approvals', { query, signal, locale: this.language });
      if (signal.aborted) return;
      this.page = cursor ? { ...page, items: [...this.page!.items, ...page.items] } : page;
      this.isBusy = false;
      this.setStatus(this.page.items.length ? 'ready' : 'empty');
      if (isFirst) this.emit('hire-ready', { total: page.waitingForMe }, false);
    } catch (reason) {
      if (signal.aborted) return;
      this.isBusy = false;
      this.fail(reason, () => void this.#ask());
    }
  }
}
