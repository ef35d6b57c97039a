import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { addPasskey, canUsePasskeys } from '../../api/passkeys.ts';
import { deletePasskey, getPasskeys, type Passkey } from '../../api/security.ts';
import { confirmThen } from '../../elements/dialog.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { fingerprintPattern, plus } from '../../icons/icons.generated.ts';
import { toast } from '../../shell/toasts.ts';
import { formatDate } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

class PasskeysSection extends FormElement {
  #passkeys = new Task(this, { args: () => [], task: (_, { signal }) => getPasskeys(signal) });

  protected override render(): TemplateResult {
    return html`<section class="card">
      <header>
        <div>
          <h2>${t('security.passkeys')}</h2>
          <p class="muted small">${t('security.passkeysLead')}</p>
        </div>
        ${canUsePasskeys() ? html`<button class="button small" type="button" @click=${this.#add}>${icon(plus)}${t('security.addPasskey')}</button>` : nothing}
      </header>
      ${this.problem ? html`<div class="pad">${this.problemNotice()}</div>` : nothing}
      ${this.#passkeys.render({
        pending: () => loading(2),
        error: (problem) => html`<div class="pad">${failed(problem, () => void this.#passkeys.run())}</div>`,
        complete: (passkeys) =>
          passkeys.length > 0
            ? this.#list(passkeys)
            : nothingYet({
                shape: fingerprintPattern,
                title: t('security.noPasskeys'),
                text: t('security.noPasskeysText'),
                next: 'beside',
              }),
      })}
    </section>`;
  }

  #list(passkeys: readonly Passkey[]): TemplateResult {
    return html`<ul class="rows">
      ${passkeys.map((passkey) => {
        const name = passkey.name || t('security.passkey');
        return html`<li>
          ${icon(fingerprintPattern)}
          <div class="grow">
            <strong>${name}</strong>
            ${passkey.createdAt ? html`<div class="muted small">${timeAgo(passkey.createdAt)}</div>` : nothing}
          </div>
          <button class="button small danger" type="button" @click=${() => this.#remove(passkey.id, name)}>${t('shell.remove')}</button>
        </li>`;
      })}
    </ul>`;
  }

  async #add(): Promise<void> {
    await this.submit(undefined, {}, async () => {
      const name = t('security.passkeyName', { date: formatDate(new Date().toISOString()) });
      if (!(await addPasskey(name))) return;
      toast(t('security.passkeyAdded'));
      await this.#passkeys.run();
    });
  }

  #remove(id: string, name: string): void {
    confirmThen(
      {
        title: t('security.removePasskey', { name }),
        text: t('security.removePasskeyText'),
        confirm: t('security.removePasskeyNow'),
        isDangerous: true,
      },
      async () => {
        await deletePasskey(id);
        await this.#passkeys.run();
      },
    );
  }
}

define('portal-passkeys-section', PasskeysSection);
