import {
  type InvitationDeclineReason,
  invitationCan,
  invitationDeclineReasons,
} from '@portico/api/hiring/invitations/invitation.ts';
import type { OwnInvitation } from '@portico/api/hiring/invitations/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { acceptInvitation, declineInvitation, ownInvitationTimeline } from '../../api/own-work.ts';
import { problemWords } from '../../api/problem.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { ownInvitationStatus } from '../../elements/status.ts';
import { timeAgo } from '../../elements/time.ts';
import '../../elements/timeline.ts';
import { href, navigate } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';

/** One invitation: who asks for what, until when, and what can be done with it. */
export function ownInvitation(invitation: OwnInvitation, onChanged: () => void): TemplateResult {
  const { id, jobPost, client, message, state, sentAt, decline } = invitation;
  return html`<article class="card" aria-label=${jobPost.title}>
    <header>
      <div class="grow">
        <h2><a class="quiet" href=${href(`/jobs/${jobPost.id}`)}>${jobPost.title}</a></h2>
        <p class="muted small">${client.name} · ${timeAgo(sentAt)}</p>
      </div>
      ${ownInvitationStatus(state)}
    </header>
    <div class="pad stack close">
      ${message ? html`<blockquote class="prose quote">${message}</blockquote>` : nothing}
      ${decline ? html`<p class="muted">${t('ownInvitations.youSaid', { reason: wordsFor('declineReason', decline.reason) ?? decline.reason })} ${decline.text}</p>` : nothing}
      ${answers(invitation, onChanged)}
      <details>
        <summary>${t('timeline.title')}</summary>
        <portal-timeline .noun=${'invitation'} .path=${ownInvitationTimeline(id)}></portal-timeline>
      </details>
    </div>
  </article>`;
}

function answers(invitation: OwnInvitation, onChanged: () => void): TemplateResult {
  const { jobPost, state, expiresAt, proposalId } = invitation;
  const isOpen = invitationCan.accept(invitation);
  return html`${isOpen ? html`<p class="muted small">${t('ownInvitations.until')} ${timeAgo(expiresAt)}. ${t('ownInvitations.freeOfConnects')}</p>` : nothing}
    <div class="actions">
      ${
        isOpen
          ? html`<button class="button primary" type="button" @click=${() => void accept(invitation, onChanged)}>${t('ownInvitations.accept')}</button>
              <button class="button" type="button" @click=${() => askWhy(invitation, onChanged)}>${t('ownInvitations.decline')}</button>`
          : nothing
      }
      ${state === 'accepted' && !proposalId ? html`<a class="button primary" href=${href(`/jobs/${jobPost.id}/propose`)}>${t('ownInvitations.propose')}</a>` : nothing}
      ${proposalId ? html`<a class="button" href=${href(`/my/proposals/${proposalId}`)}>${t('propose.open')}</a>` : nothing}
      <a class="button plain" href=${href(`/jobs/${jobPost.id}`)}>${t('ownInvitations.read')}</a>
    </div>`;
}

async function accept({ id, jobPost }: OwnInvitation, onChanged: () => void): Promise<void> {
  try {
    await acceptInvitation(id);
    await navigate(`/jobs/${jobPost.id}/propose`);
  } catch (problem) {
    toast(problemWords(problem));
    onChanged();
  }
}

function askWhy({ id, client }: OwnInvitation, onChanged: () => void): void {
  askReason(
    {
      title: t('ownInvitations.declineTitle'),
      text: t('ownInvitations.declineText', { client: client.name }),
      confirm: t('ownInvitations.decline'),
      label: t('ownInvitations.declineWords'),
      choices: invitationDeclineReasons.map((value) => ({ value, label: wordsFor('declineReason', value) ?? value })),
    },
    async ({ choice, words }) => {
      await declineInvitation(id, choice as InvitationDeclineReason, words);
      toast(t('ownInvitations.declined'));
      onChanged();
    },
  );
}
