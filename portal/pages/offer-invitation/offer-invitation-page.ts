import { Task } from '@lit/task';
import type { OfferInvitation } from '@portico/api/hiring/offers/schema.ts';
import { html, type TemplateResult } from 'lit';
import { getOfferInvitation } from '../../api/own-work.ts';
import { ApiProblem } from '../../api/problem.ts';
import { signOut } from '../../api/sign-in.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { timeAgo } from '../../elements/time.ts';
import { href } from '../../router.ts';
import { loadSession, me } from '../../shell/session.ts';
import { t } from '../../strings/strings.ts';

/** Where the mail of an offer leads somebody who is new here: what waits, and the way to it. */
class OfferInvitationPage extends PortalElement {
  static override properties = { invitationId: { attribute: false } };
  declare invitationId: string;

  #load = new Task(this, {
    args: () => [this.invitationId] as const,
    task: ([invitationId], { signal }) => getOfferInvitation(invitationId, signal),
  });

  protected override render(): TemplateResult {
    return html`${this.#load.render({
      pending: () => loading(4),
      error: (problem) =>
        problem instanceof ApiProblem && problem.status === 404
          ? this.#unknown()
          : failed(problem, () => void this.#load.run()),
      complete: (invitation) => this.#page(invitation),
    })}`;
  }

  #page({ id, clientName, sentBy, title, maskedEmail, isOpen, expiresAt }: OfferInvitation): TemplateResult {
    return html`<div class="stack">
      <header class="stack tight">
        <h1 tabindex="-1">${title}</h1>
        <p class="lead">${t('offerInvitation.from', { name: sentBy, client: clientName })}</p>
      </header>
      ${
        isOpen
          ? html`<p>${t('offerInvitation.for', { email: maskedEmail })} ${expiresAt ? html`${t('ownOffers.answerBy')} ${timeAgo(expiresAt)}.` : ''}</p>
              ${this.#way(id)}`
          : html`<p>${t('offerInvitation.gone')}</p>${ownOffers()}`
      }
    </div>`;
  }

  #unknown(): TemplateResult {
    return html`<div class="stack">
      <header class="stack tight">
        <h1 tabindex="-1">${t('verify.failed')}</h1>
        <p class="lead">${t('offerInvitation.unknown')}</p>
      </header>
      ${ownOffers()}
    </div>`;
  }

  #way(id: string): TemplateResult {
    const person = me.get();
    const offer = `/my/offers/${id}`;
    if (!person)
      return html`<div class="stack tight">
        <a class="button primary" href=${href('/sign-up')}>${t('invitation.createAccount')}</a>
        <a class="button" href=${href(`/sign-in?${new URLSearchParams({ next: offer })}`)}>${t('signIn.submit')}</a>
      </div>`;
    return html`<p class="muted">${t('invitation.as', { email: person.person.email })}</p>
      <div class="stack tight">
        ${
          person.freelancerId
            ? html`<a class="button primary" href=${href(offer)}>${t('offerInvitation.open')}</a>`
            : html`<p>${t('offerInvitation.profile')}</p><a class="button primary" href=${href('/profile/start')}>${t('offerInvitation.makeProfile')}</a>`
        }
        <button class="button" type="button" @click=${() => void this.#switch()}>${t('invitation.switch')}</button>
      </div>`;
  }

  async #switch(): Promise<void> {
    await signOut();
    await loadSession();
    this.requestUpdate();
  }
}

const ownOffers = () =>
  html`<a class="button" href=${href(me.get() ? '/my/offers' : '/sign-in')}>${t(me.get() ? 'ownOffers.title' : 'signIn.submit')}</a>`;

define('portal-offer-invitation-page', OfferInvitationPage);
