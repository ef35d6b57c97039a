import { html, nothing, type TemplateResult } from 'lit';
import { canUsePasskeys, signInWithPasskey } from '../../api/passkeys.ts';
import { ApiProblem } from '../../api/problem.ts';
import { sendVerification, signIn, verifyBackupCode, verifyCode } from '../../api/sign-in.ts';
import { checkbox, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { icon } from '../../icons/icon.ts';
import { fingerprintPattern } from '../../icons/icons.generated.ts';
import { href, navigate, safePath } from '../../router.ts';
import { brandName, loadSession, tenant } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { passwordField } from './password-field.ts';
import { besidePicture } from './sign-in-brand.ts';

type Step = 'password' | 'code' | 'backupCode';

class SignInPage extends FormElement {
  static override properties = {
    ...FormElement.properties,
    next: { attribute: false },
    step: { state: true },
    email: { state: true },
    password: { state: true },
    showsPassword: { state: true },
    code: { state: true },
    trustsDevice: { state: true },
  };
  declare next: string | null;
  declare step: Step;
  declare email: string;
  declare password: string;
  declare showsPassword: boolean;
  declare code: string;
  declare trustsDevice: boolean;

  constructor() {
    super();
    this.next = null;
    this.step = 'password';
    this.email = '';
    this.password = '';
    this.showsPassword = false;
    this.code = '';
    this.trustsDevice = false;
  }

  protected override render(): TemplateResult {
    return besidePicture(this.step === 'password' ? this.#passwordStep() : this.#codeStep());
  }

  #passwordStep(): TemplateResult {
    const { headline, text } = tenant.get()?.brand.signIn ?? {};
    return html`<form class="stack" novalidate @submit=${this.#signIn}>
      <header class="stack tight">
        <h1 tabindex="-1">${headline ?? t('signIn.title')}</h1>
        <p class="lead">${text ?? t('signIn.to', { brand: brandName() })}</p>
      </header>
      ${this.problemNotice()}
      <div class="stack close">
        ${textField({
          id: 'email',
          label: t('signIn.email'),
          type: 'email',
          value: this.email,
          autocomplete: 'username webauthn',
          error: this.errors.email,
          required: true,
          onInput: (value) => {
            this.email = value;
          },
        })}
        ${passwordField({
          id: 'password',
          label: t('signIn.password'),
          value: this.password,
          autocomplete: 'current-password',
          error: this.errors.password,
          shows: this.showsPassword,
          onShow: (shows) => {
            this.showsPassword = shows;
          },
          onInput: (value) => {
            this.password = value;
          },
        })}
        <a class="small" href=${href('/forgot-password')}>${t('signIn.forgot')}</a>
      </div>
      <div class="stack tight">
        ${submitButton(t('signIn.submit'), this.isBusy)}
        ${
          canUsePasskeys()
            ? html`<button class="button" type="button" @click=${this.#usePasskey}>${icon(fingerprintPattern)}${t('signIn.passkey')}</button>`
            : nothing
        }
      </div>
      <p class="muted">${t('signIn.noAccount')} <a href=${href('/sign-up')}>${t('signIn.signUp')}</a></p>
    </form>`;
  }

  #codeStep(): TemplateResult {
    const usesApp = this.step === 'code';
    return html`<form class="stack" novalidate @submit=${this.#verify}>
      <header class="stack tight">
        <h1 tabindex="-1">${t('secondStep.title')}</h1>
        <p class="lead">${usesApp ? t('secondStep.text') : t('secondStep.backupText')}</p>
      </header>
      ${this.problemNotice()}
      <div class="stack close">
        ${textField({
          id: 'code',
          label: usesApp ? t('secondStep.code') : t('secondStep.backupCode'),
          value: this.code,
          autocomplete: 'one-time-code',
          ...(usesApp && { inputmode: 'numeric' as const, maxlength: 6 }),
          error: this.errors.code,
          required: true,
          onInput: (value) => {
            this.code = value;
          },
        })}
        ${checkbox({
          id: 'trust',
          label: t('secondStep.trust'),
          checked: this.trustsDevice,
          onChange: (checked) => {
            this.trustsDevice = checked;
          },
        })}
      </div>
      <div class="stack tight">
        ${submitButton(t('secondStep.submit'), this.isBusy)}
        <button class="button" type="button" @click=${() => this.#go(usesApp ? 'backupCode' : 'code')}>
          ${usesApp ? t('secondStep.useBackup') : t('secondStep.useApp')}
        </button>
        <button class="button plain" type="button" @click=${() => this.#go('password')}>${t('secondStep.back')}</button>
      </div>
    </form>`;
  }

  async #signIn(event: Event): Promise<void> {
    const { email, password } = this;
    await this.submit(
      event,
      { email: !email.trim() && t('signIn.emailMissing'), password: !password && t('signIn.passwordMissing') },
      async () => {
        const outcome = await signIn(email.trim(), password).catch(async (problem: unknown) => {
          if (problem instanceof ApiProblem && problem.code === 'email_not_verified')
            await sendVerification(email.trim());
          throw problem;
        });
        if (outcome === 'signedIn') await this.#enter();
        else await this.#go('code');
      },
    );
  }

  async #verify(event: Event): Promise<void> {
    const code = this.code.replaceAll(' ', '');
    await this.submit(event, { code: !code && t('secondStep.missing') }, async () => {
      await (this.step === 'code' ? verifyCode : verifyBackupCode)(code, this.trustsDevice);
      await this.#enter();
    });
  }

  async #usePasskey(): Promise<void> {
    await this.submit(undefined, {}, async () => {
      if (await signInWithPasskey()) await this.#enter();
      else toast(t('signIn.passkeyCanceled'));
    });
  }

  async #enter(): Promise<void> {
    this.password = '';
    await loadSession();
    await navigate(safePath(this.next), 'replace');
  }

  async #go(step: Step): Promise<void> {
    this.step = step;
    this.code = '';
    this.problem = undefined;
    this.errors = {};
    await this.updateComplete;
    this.querySelector<HTMLElement>(step === 'password' ? '#password' : '#code')?.focus();
  }
}

define('portal-sign-in-page', SignInPage);
