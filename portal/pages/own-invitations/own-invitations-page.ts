import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { getOwnInvitations, type OwnInvitations } from '../../api/own-work.ts';
import { countTabs } from '../../elements/count-tabs.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { mail } from '../../icons/icons.generated.ts';
import { href, replaceQuery } from '../../router.ts';
import { t } from '../../strings/strings.ts';
import { ownWorkStyles } from '../../styles/own-work.ts';
import { ownInvitation } from './own-invitation.ts';

/** Clients who asked this freelancer to propose: read, accept into a proposal, or decline with a reason. */
class OwnInvitationsPage extends PortalElement {
  static override pageStyles = [ownWorkStyles];
  static override properties = { view: { attribute: false }, more: { state: true } };
  declare view: string;
  declare more: readonly OwnInvitations[];

  constructor() {
    super();
    this.more = [];
  }

  #load = new Task(this, {
    args: () => [this.#view] as const,
    task: ([view], { signal }) => getOwnInvitations(view === 'waiting' ? { state: 'sent' } : {}, signal),
    onComplete: () => {
      this.more = [];
    },
  });

  get #view(): 'waiting' | 'all' {
    return this.view === 'all' ? 'all' : 'waiting';
  }

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${pageHead(t('ownInvitations.title'), t('ownInvitations.lead'))}
      ${this.#load.render({
        pending: () => (known ? this.#list(known) : html`<div class="card">${loading()}</div>`),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (page) => this.#list(page),
      })}`;
  }

  #list(first: OwnInvitations): TemplateResult {
    const rows = [first, ...this.more].flatMap(({ items }) => items);
    const { nextCursor } = this.more.at(-1) ?? first;
    const all = Object.values(first.counts).reduce((sum, n) => sum + n, 0);
    return html`${countTabs(
      t('ownInvitations.show'),
      this.#view,
      [
        { value: 'waiting', label: t('ownInvitations.waiting'), n: first.counts.sent },
        { value: 'all', label: t('ownInvitations.all'), n: all },
      ],
      (view) => {
        this.view = view;
        replaceQuery(new URLSearchParams(view === 'all' ? { show: 'all' } : {}));
      },
    )}
      ${
        rows.length === 0
          ? html`<div class="card">${nothingYet({ shape: mail, title: t('ownInvitations.emptyTitle'), text: t('ownInvitations.emptyText'), next: html`<a class="button primary" href=${href('/jobs')}>${t('ownProposals.find')}</a>` })}</div>`
          : html`<ul class="stack close plain-list">${repeat(
              rows,
              ({ id }) => id,
              (one) => html`<li>${ownInvitation(one, () => void this.#load.run())}</li>`,
            )}</ul>`
      }
      ${nextCursor ? html`<button class="button" type="button" @click=${() => void this.#loadMore(nextCursor)}>${t('list.more')}</button>` : nothing}`;
  }

  async #loadMore(cursor: string): Promise<void> {
    const state = this.#view === 'waiting' ? { state: 'sent' as const } : {};
    this.more = [...this.more, await getOwnInvitations({ ...state, cursor })];
  }
}

define('portal-own-invitations-page', OwnInvitationsPage);
