import { Task } from '@lit/task';
import {
  type InvitationDeclineReason,
  invitationCan,
  invitationDeclineReasons,
} from '@portico/api/hiring/invitations/invitation.ts';
import type { OwnInvitation } from '@portico/api/hiring/invitations/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import {
  acceptInvitation,
  declineInvitation,
  getOwnInvitations,
  type OwnInvitations,
  ownInvitationTimeline,
} from '../../api/own-work.ts';
import { problemWords } from '../../api/problem.ts';
import { countTabs } from '../../elements/count-tabs.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { empty, failed, loading } from '../../elements/states.ts';
import { invitationStatus } from '../../elements/status.ts';
import { timeAgo } from '../../elements/time.ts';
import '../../elements/timeline.ts';
import { mail } from '../../icons/icons.generated.ts';
import { href, navigate, replaceQuery } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { ownWorkStyles } from '../../styles/own-work.ts';

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
          ? html`<div class="card">${empty(mail, t('ownInvitations.emptyTitle'), t('ownInvitations.emptyText'), html`<a class="button primary" href=${href('/jobs')}>${t('ownProposals.find')}</a>`)}</div>`
          : html`<ul class="stack close plain-list">${repeat(
              rows,
              ({ id }) => id,
              (one) => this.#invitation(one),
            )}</ul>`
      }
      ${nextCursor ? html`<button class="button" type="button" @click=${() => void this.#loadMore(nextCursor)}>${t('list.more')}</button>` : nothing}`;
  }

  #invitation(invitation: OwnInvitation): TemplateResult {
    const { id, jobPost, client, message, state, sentAt, expiresAt, decline, proposalId } = invitation;
    return html`<li class="card">
      <header>
        <div class="grow">
          <h2><a class="quiet" href=${href(`/jobs/${jobPost.id}`)}>${jobPost.title}</a></h2>
          <p class="muted small">${client.name} · ${timeAgo(sentAt)}</p>
        </div>
        ${invitationStatus(state)}
      </header>
      <div class="pad stack close">
        ${message ? html`<blockquote class="prose">${message}</blockquote>` : nothing}
        ${decline ? html`<p class="muted">${wordsFor('declineReason', decline.reason) ?? decline.reason}${decline.text ? html`: ${decline.text}` : nothing}</p>` : nothing}
        ${invitationCan.accept(invitation) ? html`<p class="muted small">${t('ownInvitations.until')} ${timeAgo(expiresAt)}. ${t('ownInvitations.freeOfConnects')}</p>` : nothing}
        <div class="actions">
          ${
            invitationCan.accept(invitation)
              ? html`<button class="button primary" type="button" @click=${() => void this.#accept(invitation)}>${t('ownInvitations.accept')}</button>
                  <button class="button" type="button" @click=${() => this.#decline(invitation)}>${t('ownInvitations.decline')}</button>`
              : nothing
          }
          ${state === 'accepted' && !proposalId ? html`<a class="button primary" href=${href(`/jobs/${jobPost.id}/propose`)}>${t('ownInvitations.propose')}</a>` : nothing}
          ${proposalId ? html`<a class="button" href=${href(`/my/proposals/${proposalId}`)}>${t('propose.open')}</a>` : nothing}
          <a class="button plain" href=${href(`/jobs/${jobPost.id}`)}>${t('ownInvitations.read')}</a>
        </div>
        <details>
          <summary>${t('timeline.title')}</summary>
          <portal-timeline .noun=${'invitation'} .path=${ownInvitationTimeline(id)}></portal-timeline>
        </details>
      </div>
    </li>`;
  }

  async #accept({ id, jobPost }: OwnInvitation): Promise<void> {
    try {
      await acceptInvitation(id);
      await navigate(`/jobs/${jobPost.id}/propose`);
    } catch (problem) {
      toast(problemWords(problem));
      void this.#load.run();
    }
  }

  #decline({ id, client }: OwnInvitation): void {
    askReason(
      {
        title: t('ownInvitations.declineTitle'),
        text: t('ownInvitations.declineText', { client: client.name }),
        confirm: t('ownInvitations.decline'),
        choices: invitationDeclineReasons.map((value) => ({ value, label: wordsFor('declineReason', value) ?? value })),
      },
      async ({ choice, words }) => {
        await declineInvitation(id, choice as InvitationDeclineReason, words);
        toast(t('ownInvitations.declined'));
        await this.#load.run();
      },
    );
  }

  async #loadMore(cursor: string): Promise<void> {
    const state = this.#view === 'waiting' ? { state: 'sent' as const } : {};
    this.more = [...this.more, await getOwnInvitations({ ...state, cursor })];
  }
}

define('portal-own-invitations-page', OwnInvitationsPage);
