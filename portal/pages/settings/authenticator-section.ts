import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import {
  type AuthenticatorSetup,
  confirmAuthenticator,
  getCurrentSession,
  newBackupCodes,
  startAuthenticator,
  stopAuthenticator,
} from '../../api/security.ts';
import { codeBlock } from '../../elements/code-block.ts';
import { showOnce } from '../../elements/dialog.ts';
import { textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { tag } from '../../elements/tag.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { openPasswordDialog } from './password-dialog.ts';
import './qr-code.ts';

/** Time-based codes: the password first, then the app's first code proves that it works, then backup codes. */
class AuthenticatorSection extends FormElement {
  static override properties = { ...FormElement.properties, setup: { state: true }, code: { state: true } };
  declare setup: AuthenticatorSetup | undefined;
  declare code: string;

  #isOn = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => (await getCurrentSession(signal))?.user.twoFactorEnabled === true,
  });

  constructor() {
    super();
    this.code = '';
  }

  protected override render(): TemplateResult {
    return html`<section class="card">
      <header>
        <div>
          <h2>${t('security.authenticator')}</h2>
          <p class="muted small">${t('security.authenticatorLead')}</p>
        </div>
        ${this.#isOn.value === undefined ? nothing : tag(this.#isOn.value ? 'success' : 'neutral', this.#isOn.value ? t('security.on') : t('security.off'))}
      </header>
      <div class="pad">
        ${this.#isOn.render({
          pending: () => loading(2),
          error: (problem) => failed(problem, () => void this.#isOn.run()),
          complete: (isOn) => (this.setup ? this.#confirm(this.setup) : this.#actions(isOn)),
        })}
      </div>
    </section>`;
  }

  #actions(isOn: boolean): TemplateResult {
    if (!isOn) return html`<button class="button" type="button" @click=${this.#start}>${t('security.turnOn')}</button>`;
    return html`<div class="actions">
      <button class="button" type="button" @click=${this.#renewCodes}>${t('security.newBackupCodes')}</button>
      <button class="button danger" type="button" @click=${this.#stop}>${t('security.turnOff')}</button>
    </div>`;
  }

  #confirm({ totpURI }: AuthenticatorSetup): TemplateResult {
    const secret = new URL(totpURI).searchParams.get('secret') ?? '';
    return html`<form class="qr-form" novalidate @submit=${this.#finish}>
      <portal-qr-code .text=${totpURI} .label=${t('security.qr')}></portal-qr-code>
      <div class="stack close">
        <p>${t('security.scan')}</p>
        <details>
          <summary>${t('security.cannotScan')}</summary>
          ${codeBlock(secret, true)}
        </details>
        ${this.problemNotice()}
        ${textField({
          id: 'totp',
          label: t('secondStep.code'),
          value: this.code,
          inputmode: 'numeric',
          maxlength: 6,
          autocomplete: 'one-time-code',
          error: this.errors.code,
          onInput: (value) => {
            this.code = value;
          },
        })}
        <div class="actions">
          ${submitButton(t('security.confirm'), this.isBusy)}
          <button class="button plain" type="button" @click=${() => {
            this.setup = undefined;
          }}>${t('shell.cancel')}</button>
        </div>
      </div>
    </form>`;
  }

  #start(): void {
    openPasswordDialog(t('security.turnOnTitle'), async (password) => {
      this.setup = await startAuthenticator(password);
      this.code = '';
    });
  }

  async #finish(event: Event): Promise<void> {
    const code = this.code.trim();
    await this.submit(event, { code: !code && t('secondStep.missing') }, async () => {
      await confirmAuthenticator(code);
      const codes = this.setup?.backupCodes ?? [];
      this.setup = undefined;
      showBackupCodes(codes);
      await this.#isOn.run();
    });
  }

  #stop(): void {
    openPasswordDialog(t('security.turnOffTitle'), async (password) => {
      await stopAuthenticator(password);
      toast(t('security.turnedOff'));
      await this.#isOn.run();
    });
  }

  #renewCodes(): void {
    openPasswordDialog(t('security.newBackupCodes'), async (password) =>
      showBackupCodes(await newBackupCodes(password)),
    );
  }
}

const showBackupCodes = (codes: readonly string[]) =>
  showOnce(t('security.backupTitle'), html`<p>${t('security.backupText')}</p>${codeBlock(codes.join('\n'))}`);

define('portal-authenticator-section', AuthenticatorSection);
