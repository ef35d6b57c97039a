import { html, nothing, type TemplateResult } from 'lit';
import { acceptInvitation } from '../../api/settings.ts';
import { signOut } from '../../api/sign-in.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { currentPath, href, navigate } from '../../router.ts';
import { keepInvitation, takeInvitation } from '../../shell/pending-invitation.ts';
import { brandName, loadSession, me } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';

/** Where an invitation's mail leads. Signed out, it is kept until the person has signed in or signed up. */
class InvitationPage extends FormElement {
  static override properties = { ...FormElement.properties, invitationId: { attribute: false } };
  declare invitationId: string;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.invitationId && !me.get()) keepInvitation(this.invitationId);
  }

  protected override render(): TemplateResult {
    const person = me.get()?.person;
    return html`<form class="stack" novalidate @submit=${this.#accept}>
      <header class="stack tight">
        <h1 tabindex="-1">${t('invitation.title', { tenant: brandName() })}</h1>
        <p class="lead">${person ? t('invitation.as', { email: person.email }) : t('invitation.signInFirst')}</p>
      </header>
      ${this.problemNotice()}
      ${
        person
          ? html`<div class="stack tight">
              ${submitButton(t('invitation.accept'), this.isBusy)}
              <button class="button" type="button" @click=${this.#switch}>${t('invitation.switch')}</button>
            </div>`
          : html`<div class="stack tight">
              <a class="button primary" href=${href(`/sign-in?${new URLSearchParams({ next: currentPath() + location.search })}`)}>${t('signIn.submit')}</a>
              <a class="button" href=${href('/sign-up')}>${t('invitation.createAccount')}</a>
            </div>`
      }
      ${this.problem ? html`<p class="muted">${t('invitation.gone')}</p>` : nothing}
    </form>`;
  }

  async #accept(event: Event): Promise<void> {
    await this.submit(event, {}, async () => {
      await acceptInvitation(this.invitationId);
      takeInvitation();
      await loadSession();
      toast(t('invitation.accepted', { tenant: brandName() }));
      await navigate('/', 'replace');
    });
  }

  async #switch(): Promise<void> {
    await this.submit(undefined, {}, async () => {
      await signOut();
      await loadSession();
      keepInvitation(this.invitationId);
      this.requestUpdate();
    });
  }
}

define('portal-invitation-page', InvitationPage);
