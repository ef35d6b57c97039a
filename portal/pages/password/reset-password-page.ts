import { html, type TemplateResult } from 'lit';
import { resetPassword } from '../../api/sign-in.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { href, navigate } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { passwordField } from '../sign-in/password-field.ts';
import { passwordLengthMin } from '../sign-in/sign-in-rules.ts';

class ResetPasswordPage extends FormElement {
  static override properties = {
    ...FormElement.properties,
    token: {},
    password: { state: true },
    showsPassword: { state: true },
  };
  declare token: string;
  declare password: string;
  declare showsPassword: boolean;

  constructor() {
    super();
    this.token = '';
    this.password = '';
    this.showsPassword = false;
  }

  protected override render(): TemplateResult {
    return html`<form class="stack" novalidate @submit=${this.#save}>
      <header class="stack tight">
        <h1 tabindex="-1">${t('reset.title')}</h1>
        <p class="lead">${t('reset.text')}</p>
      </header>
      ${this.problemNotice()}
      ${passwordField({
        id: 'newPassword',
        label: t('reset.password'),
        hint: t('signUp.passwordHint'),
        value: this.password,
        autocomplete: 'new-password',
        error: this.errors.newPassword,
        shows: this.showsPassword,
        onShow: (shows) => {
          this.showsPassword = shows;
        },
        onInput: (value) => {
          this.password = value;
        },
      })}
      <div class="stack tight">${submitButton(t('reset.submit'), this.isBusy)}</div>
      <p><a href=${href('/forgot-password')}>${t('reset.again')}</a></p>
    </form>`;
  }

  async #save(event: Event): Promise<void> {
    const { token, password } = this;
    const accepted = await this.submit(
      event,
      { newPassword: password.length < passwordLengthMin && t('signUp.passwordShort') },
      async () => {
        await resetPassword(token, password);
      },
    );
    if (!accepted) return;
    toast(t('reset.done'));
    await navigate('/sign-in', 'replace');
  }
}

define('portal-reset-password-page', ResetPasswordPage);
