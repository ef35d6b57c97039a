import { Task } from '@lit/task';
import { html, type TemplateResult } from 'lit';
import { getOwnInvitation } from '../../api/own-work.ts';
import { backLink } from '../../elements/back-link.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { t } from '../../strings/strings.ts';
import { ownWorkStyles } from '../../styles/own-work.ts';
import { ownInvitation } from './own-invitation.ts';

/** Where a mail or a notification leads. */
class OwnInvitationPage extends PortalElement {
  static override pageStyles = [ownWorkStyles];
  static override properties = { invitationId: { attribute: false } };
  declare invitationId: string;

  #load = new Task(this, {
    args: () => [this.invitationId] as const,
    task: ([invitationId], { signal }) => getOwnInvitation(invitationId, signal),
  });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    const shown = (invitation: NonNullable<typeof known>) => ownInvitation(invitation, () => void this.#load.run());
    return html`${backLink('/my/invitations', t('ownInvitations.title'))}
      ${pageHead(known ? t('ownInvitations.from', { client: known.client.name }) : t('ownInvitations.one'))}
      ${this.#load.render({
        pending: () => (known ? shown(known) : html`<div class="card">${loading()}</div>`),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: shown,
      })}`;
  }
}

define('portal-own-invitation-page', OwnInvitationPage);
