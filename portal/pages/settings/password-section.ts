import { html, type TemplateResult } from 'lit';
import { changePassword } from '../../api/security.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { passwordField } from '../sign-in/password-field.ts';
import { passwordLengthMin } from '../sign-in/sign-in-rules.ts';

class PasswordSection extends FormElement {
  static override properties = {
    ...FormElement.properties,
    current: { state: true },
    next: { state: true },
    shows: { state: true },
  };
  declare current: string;
  declare next: string;
  declare shows: boolean;

  constructor() {
    super();
    this.current = '';
    this.next = '';
    this.shows = false;
  }

  protected override render(): TemplateResult {
    const onShow = (shows: boolean) => {
      this.shows = shows;
    };
    return html`<section class="card">
      <header><h2>${t('security.password')}</h2></header>
      <form class="pad stack close narrow" novalidate @submit=${this.#save}>
        ${this.problemNotice()}
        ${passwordField({
          id: 'current-password',
          label: t('security.currentPassword'),
          value: this.current,
          autocomplete: 'current-password',
          error: this.errors.currentPassword,
          shows: this.shows,
          onShow,
          onInput: (value) => {
            this.current = value;
          },
        })}
        ${passwordField({
          id: 'new-password',
          label: t('reset.password'),
          hint: t('signUp.passwordHint'),
          value: this.next,
          autocomplete: 'new-password',
          error: this.errors.newPassword,
          shows: this.shows,
          onShow,
          onInput: (value) => {
            this.next = value;
          },
        })}
        <p class="hint">${t('security.passwordEndsOthers')}</p>
        <div class="actions">${submitButton(t('security.changePassword'), this.isBusy)}</div>
      </form>
    </section>`;
  }

  async #save(event: Event): Promise<void> {
    const { current, next } = this;
    await this.submit(
      event,
      {
        currentPassword: !current && t('signIn.passwordMissing'),
        newPassword: next.length < passwordLengthMin && t('signUp.passwordShort'),
      },
      async () => {
        await changePassword(current, next);
        this.current = '';
        this.next = '';
        toast(t('security.passwordChanged'));
      },
    );
  }
}

define('portal-password-section', PasswordSection);
