import { html, type TemplateResult } from 'lit';
import { sendVerification, signUp } from '../../api/sign-in.ts';
import { textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { href } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { locale, t } from '../../strings/strings.ts';
import { passwordField } from '../sign-in/password-field.ts';
import { isEmail, passwordLengthMin } from '../sign-in/sign-in-rules.ts';

class SignUpPage extends FormElement {
  static override properties = {
    ...FormElement.properties,
    email: {},
    person: { state: true },
    password: { state: true },
    showsPassword: { state: true },
    isSent: { state: true },
  };
  declare email: string;
  declare person: string;
  declare password: string;
  declare showsPassword: boolean;
  declare isSent: boolean;

  constructor() {
    super();
    this.email = '';
    this.person = '';
    this.password = '';
    this.showsPassword = false;
    this.isSent = false;
  }

  protected override render(): TemplateResult {
    return this.isSent ? this.#sent() : this.#form();
  }

  #form(): TemplateResult {
    return html`<form class="stack" novalidate @submit=${this.#signUp}>
      <header class="stack tight">
        <h1 tabindex="-1">${t('signUp.title')}</h1>
        <p class="lead">${t('signUp.text')}</p>
      </header>
      ${this.problemNotice()}
      <div class="stack close">
        ${textField({
          id: 'name',
          label: t('signUp.name'),
          hint: t('signUp.nameHint'),
          value: this.person,
          autocomplete: 'name',
          maxlength: 80,
          error: this.errors.name,
          required: true,
          onInput: (value) => {
            this.person = value;
          },
        })}
        ${textField({
          id: 'email',
          label: t('signIn.email'),
          type: 'email',
          value: this.email,
          autocomplete: 'email',
          error: this.errors.email,
          required: true,
          onInput: (value) => {
            this.email = value;
          },
        })}
        ${passwordField({
          id: 'password',
          label: t('signIn.password'),
          hint: t('signUp.passwordHint'),
          value: this.password,
          autocomplete: 'new-password',
          error: this.errors.password,
          shows: this.showsPassword,
          onShow: (shows) => {
            this.showsPassword = shows;
          },
          onInput: (value) => {
            this.password = value;
          },
        })}
      </div>
      <div class="stack tight">${submitButton(t('signUp.submit'), this.isBusy)}</div>
      <p class="muted">${t('signUp.haveAccount')} <a href=${href('/sign-in')}>${t('signIn.submit')}</a></p>
    </form>`;
  }

  #sent(): TemplateResult {
    return html`<div class="stack">
      <h1 tabindex="-1">${t('signUp.sentTitle')}</h1>
      <p>${t('signUp.sent', { email: this.email })}</p>
      ${this.problemNotice()}
      <p class="muted">
        ${t('signUp.notArrived')} <button class="link-button" type="button" @click=${this.#sendAgain}>${t('signUp.sendAgain')}</button>.
      </p>
    </div>`;
  }

  async #signUp(event: Event): Promise<void> {
    const { email, password } = this;
    const name = this.person.trim();
    const accepted = await this.submit(
      event,
      {
        name: !name && t('signUp.nameMissing'),
        email: !isEmail(email) && t('signUp.emailInvalid'),
        password: password.length < passwordLengthMin && t('signUp.passwordShort'),
      },
      async () => {
        await signUp({ name, email: email.trim(), password, locale: locale() });
      },
    );
    if (!accepted) return;
    this.password = '';
    this.isSent = true;
    await this.updateComplete;
    this.querySelector('h1')?.focus();
  }

  async #sendAgain(): Promise<void> {
    await this.submit(undefined, {}, async () => {
      await sendVerification(this.email.trim());
      toast(t('signUp.sentAgain'));
    });
  }
}

define('portal-sign-up-page', SignUpPage);
