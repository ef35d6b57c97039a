import { html, type TemplateResult } from 'lit';
import { askForReset } from '../../api/sign-in.ts';
import { textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { href } from '../../router.ts';
import { t } from '../../strings/strings.ts';
import { isEmail } from '../sign-in/sign-in-rules.ts';

class ForgotPasswordPage extends FormElement {
  static override properties = { ...FormElement.properties, email: { state: true }, isSent: { state: true } };
  declare email: string;
  declare isSent: boolean;

  constructor() {
    super();
    this.email = '';
    this.isSent = false;
  }

  protected override render(): TemplateResult {
    const back = html`<p><a href=${href('/sign-in')}>${t('forgot.back')}</a></p>`;
    if (this.isSent) {
      return html`<div class="stack">
        <h1 tabindex="-1">${t('forgot.sentTitle')}</h1>
        <p>${t('forgot.sent', { email: this.email })}</p>
        ${back}
      </div>`;
    }
    return html`<form class="stack" novalidate @submit=${this.#ask}>
      <header class="stack tight">
        <h1 tabindex="-1">${t('forgot.title')}</h1>
        <p class="lead">${t('forgot.text')}</p>
      </header>
      ${this.problemNotice()}
      ${textField({
        id: 'email',
        label: t('signIn.email'),
        type: 'email',
        value: this.email,
        autocomplete: 'username',
        error: this.errors.email,
        required: true,
        onInput: (value) => {
          this.email = value;
        },
      })}
      <div class="stack tight">${submitButton(t('forgot.submit'), this.isBusy)}</div>
      ${back}
    </form>`;
  }

  async #ask(event: Event): Promise<void> {
    const email = this.email.trim();
    const accepted = await this.submit(event, { email: !isEmail(email) && t('signUp.emailInvalid') }, async () => {
      await askForReset(email);
    });
    if (!accepted) return;
    this.isSent = true;
    await this.updateComplete;
    this.querySelector('h1')?.focus();
  }
}

define('portal-forgot-password-page', ForgotPasswordPage);
