import { html, nothing, type TemplateResult } from 'lit';
import { canUsePasskeys, signInWithPasskey } from '../../api/passkeys.ts';
import { ApiProblem } from '../../api/problem.ts';
import { getPasskeys } from '../../api/security.ts';
import { signIn, verifyBackupCode, verifyCode } from '../../api/sign-in.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { icon } from '../../icons/icon.ts';
import { fingerprintPattern } from '../../icons/icons.generated.ts';
import { me, reloadMe } from '../../shell/session.ts';
import { t } from '../../strings/strings.ts';
import { passwordField } from './password-field.ts';

type Step = 'password' | 'code' | 'backupCode';

/** The person signs in once more without leaving the page, so that what they were about to do can go on. */
class ConfirmIdentity extends DialogForm {
  static override properties = {
    ...FormElement.properties,
    step: { state: true },
    password: { state: true },
    showsPassword: { state: true },
    code: { state: true },
    hasPasskey: { state: true },
  };
  protected heading: string;
  protected submitLabel: string;
  declare step: Step;
  declare password: string;
  declare showsPassword: boolean;
  declare code: string;
  declare hasPasskey: boolean;
  isConfirmed = false;
  readonly #email = me.get()?.person.email ?? '';
  readonly #personId = me.get()?.person.id;

  readonly #hasEnded: boolean;

  /** @param hasEnded the session is over; else it only has to be confirmed */
  constructor(hasEnded: boolean) {
    super();
    this.#hasEnded = hasEnded;
    this.heading = hasEnded ? t('session.ended') : t('confirmIdentity.title');
    this.submitLabel = hasEnded ? t('signIn.submit') : t('confirmIdentity.submit');
    this.step = 'password';
    this.password = '';
    this.showsPassword = false;
    this.code = '';
    this.hasPasskey = false;
    // Who has none, or cannot be asked now, types the password.
    if (canUsePasskeys() && hasEnded) this.hasPasskey = true;
    else if (canUsePasskeys())
      getPasskeys().then(
        (passkeys) => {
          this.hasPasskey = passkeys.length > 0;
        },
        () => {},
      );
  }

  protected fields(): TemplateResult {
    return html`<p>${t(this.#hasEnded ? 'session.endedText' : 'confirmIdentity.text', { email: this.#email })}</p>
      ${this.step === 'password' ? this.#passwordFields() : this.#codeField()}`;
  }

  #passwordFields(): TemplateResult {
    return html`<input type="hidden" autocomplete="username" name="username" .value=${this.#email} />
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
      ${
        this.hasPasskey
          ? html`<button class="button" type="button" ?disabled=${this.isBusy} @click=${this.#usePasskey}>
              ${icon(fingerprintPattern)}${t('confirmIdentity.passkey')}
            </button>`
          : nothing
      }`;
  }

  #codeField(): TemplateResult {
    const usesApp = this.step === 'code';
    return html`${textField({
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
    <button class="button plain" type="button" @click=${() => this.#go(usesApp ? 'backupCode' : 'code')}>
      ${usesApp ? t('secondStep.useBackup') : t('secondStep.useApp')}
    </button>`;
  }

  protected override async send(event: Event): Promise<boolean> {
    const isPassword = this.step === 'password';
    const code = this.code.replaceAll(' ', '');
    const missing: Record<string, string | false> = isPassword
      ? { password: !this.password && t('signIn.passwordMissing') }
      : { code: !code && t('secondStep.missing') };
    await this.submit(event, missing, () => (isPassword ? this.#signIn() : this.#verify(code)));
    return this.isConfirmed;
  }

  async #signIn(): Promise<void> {
    const outcome = await signIn(this.#email, this.password).catch((problem) => {
      // Who they are is known here; only the password can be wrong.
      if (problem instanceof ApiProblem && problem.code === 'invalid_email_or_password')
        throw new ApiProblem(problem.status, 'invalid_password', problem.message);
      throw problem;
    });
    if (outcome === 'signedIn') await this.#confirmed();
    else this.#go('code');
  }

  async #verify(code: string): Promise<void> {
    await (this.step === 'code' ? verifyCode : verifyBackupCode)(code, false);
    await this.#confirmed();
  }

  #usePasskey = async (): Promise<void> => {
    await this.submit(undefined, {}, async () => {
      if (await signInWithPasskey()) await this.#confirmed();
    });
    if (this.isConfirmed) this.close();
  };

  /** A passkey may be another person's: then the page is theirs now, and nothing is repeated in their name. */
  async #confirmed(): Promise<void> {
    await reloadMe();
    if (me.get()?.person.id !== this.#personId) throw new ApiProblem(0, 'somebody_else', '');
    this.isConfirmed = true;
  }

  #go(step: Step): void {
    this.step = step;
    this.code = '';
    this.problem = undefined;
    this.errors = {};
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('#code')?.focus());
  }
}

define('portal-confirm-identity', ConfirmIdentity);

/** @returns whether the person confirmed who they are; closing the dialog in any way is a no */
export const confirmIdentity = (): Promise<boolean> => ask(false);

/** The session is over: over the page, so that nothing typed into it is lost. Who does not want to is signed out. */
export async function signInAgain(leave: () => void): Promise<boolean> {
  const isBack = await ask(true);
  if (!isBack) leave();
  return isBack;
}

function ask(hasEnded: boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const dialog = openDialog(new ConfirmIdentity(hasEnded));
    // The event does not bubble, and the dialog is removed by its own listener.
    dialog.addEventListener('close', () => resolve(dialog.isConfirmed), { capture: true, once: true });
  });
}
