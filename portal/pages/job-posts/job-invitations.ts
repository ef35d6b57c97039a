import { Task } from '@lit/task';
import { invitationCan } from '@portico/api/hiring/invitations/invitation.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { JobPost } from '../../api/job-posts.ts';
import { getJobInvitations, type Invitation, type InvitationList, withdrawInvitation } from '../../api/proposals.ts';
import { actionButton } from '../../elements/action-button.ts';
import { avatar } from '../../elements/avatar.ts';
import { type CountTab, countTabs } from '../../elements/count-tabs.ts';
import { type Column, dataList } from '../../elements/data-list.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { failed, loading } from '../../elements/states.ts';
import { invitationStatus } from '../../elements/status.ts';
import { timeAgo } from '../../elements/time.ts';
import { userPlus } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';

type Shown = Invitation['state'] | 'all';

/** Everybody who was invited to one post, and what became of it. */
class JobInvitations extends PortalElement {
  static override properties = { jobPost: { attribute: false }, shown: { state: true } };
  declare jobPost: JobPost;
  declare shown: Shown;

  #load = new Task(this, {
    args: () => [this.jobPost.id] as const,
    task: ([id], { signal }) => getJobInvitations(id, signal),
  });

  constructor() {
    super();
    this.shown = 'all';
  }

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${this.#load.render({
      pending: () => (known ? this.#list(known) : html`<div class="card">${loading()}</div>`),
      error: (problem) => failed(problem, () => void this.#load.run()),
      complete: (answer) => (answer.items.length > 0 ? this.#list(answer) : this.#none()),
    })}`;
  }

  #list({ items, counts }: InvitationList): TemplateResult {
    const tabs: CountTab<Shown>[] = [
      { value: 'all', label: t('jobPosts.all'), n: items.length },
      ...Object.entries(counts)
        .filter(([, n]) => n > 0)
        .map(([state, n]) => ({
          value: state as Shown,
          label: wordsFor('invitationState', state) ?? state,
          n,
        })),
    ];
    return html`<div class="filter-bar">
        ${countTabs<Shown>(t('jobPost.state'), this.shown, tabs, (shown) => {
          this.shown = shown;
        })}
        ${this.#invite()}
      </div>
      <div class="card">
        ${dataList<Invitation>({
          name: 'job-invitations',
          label: t('jobPost.invitations'),
          columns: this.#columns(),
          rows: items.filter(({ state }) => this.shown === 'all' || state === this.shown),
          keyOf: ({ id }) => id,
          nameOf: ({ freelancer }) => freelancer.name,
        })}
      </div>`;
  }

  #columns(): readonly Column<Invitation>[] {
    return [
      {
        id: 'person',
        label: t('lists.person'),
        isLead: true,
        cell: ({ freelancer: { id, name, headline, photoUrl } }) => html`<div class="person">
          ${avatar(name, photoUrl)}
          <div><a class="quiet strong" href=${href(`/freelancers/${id}`)}>${name}</a><div class="muted small">${headline}</div></div>
        </div>`,
      },
      { id: 'state', label: t('jobPost.state'), isPlain: true, cell: ({ state }) => invitationStatus(state) },
      { id: 'answer', label: t('invitations.answer'), cell: answerOf },
      { id: 'by', label: t('invitations.by'), isWide: true, cell: ({ invitedBy }) => invitedBy.name },
      {
        id: 'sent',
        label: t('invitations.sent'),
        cell: ({ sentAt }) => html`<span class="muted">${timeAgo(sentAt)}</span>`,
      },
      {
        id: 'actions',
        label: '',
        isEnd: true,
        isPlain: true,
        cell: (invitation) =>
          mayOpen('hirer') && invitationCan.withdraw(invitation)
            ? actionButton({ label: t('invitations.withdraw'), run: () => this.#withdraw(invitation) }, 'small')
            : nothing,
      },
    ];
  }

  #withdraw({ id, freelancer: { name } }: Invitation): void {
    askReason(
      {
        title: t('invitations.withdrawTitle', { name }),
        text: t('invitations.withdrawText'),
        confirm: t('invitations.withdraw'),
        maxlength: 500,
      },
      async ({ words }) => {
        await withdrawInvitation(id, words);
        toast(t('invitations.withdrawn', { name }));
        await this.#load.run();
      },
    );
  }

  #invite(): TemplateResult | typeof nothing {
    if (!mayOpen('hirer')) return nothing;
    return html`<a class="button" href=${href('/talent')}>${t('invitations.find')}</a>`;
  }

  #none(): TemplateResult {
    return html`<div class="card">${nothingYet({ shape: userPlus, title: t('invitations.none'), text: t('invitations.noneText'), next: { for: 'hirer', action: html`<a class="button" href=${href('/talent')}>${t('invitations.find')}</a>` } })}</div>`;
  }
}

function answerOf({ decline, proposalId, endReason, expiresAt, state }: Invitation): unknown {
  if (proposalId) return html`<a href=${href(`/proposals/${proposalId}`)}>${t('invitations.proposal')}</a>`;
  if (decline) return [wordsFor('reason', decline.reason), decline.text].filter(Boolean).join(': ');
  if (endReason) return endReason;
  return state === 'sent' ? html`<span class="muted">${t('invitations.until')} ${timeAgo(expiresAt)}</span>` : nothing;
}

define('portal-job-invitations', JobInvitations);
