import { html, nothing, type TemplateResult } from 'lit';
import { type PolicyBody, savePolicy } from '../../api/policies.ts';
import { textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { saveButton } from '../../elements/submit-button.ts';
import { mayOpen } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';

/** How long a request waits before it expires. */
class ApprovalExpiry extends FormElement {
  static override properties = { ...FormElement.properties, policy: { attribute: false }, days: { state: true } };
  declare policy: PolicyBody;
  declare days: string | undefined;

  protected override render(): TemplateResult {
    const days = this.days ?? String(this.policy.settings.expiryDays);
    return html`<section class="card" aria-labelledby="approval-expiry">
      <header><h2 id="approval-expiry">${t('policyRules.settings')}</h2></header>
      <form class="pad stack close narrow" novalidate @submit=${this.#save}>
        ${this.problemNotice()}
        ${textField({
          id: 'settings/expiryDays',
          label: t('rules.expiry'),
          type: 'number',
          min: 1,
          max: 90,
          suffix: t('rules.days'),
          value: days,
          error: this.errors['settings/expiryDays'],
          onInput: (value) => {
            this.days = value;
          },
        })}
        ${mayOpen('accountAdmin') ? html`<div>${saveButton(this.#isChanged, this.isBusy)}</div>` : nothing}
      </form>
    </section>`;
  }

  get #isChanged(): boolean {
    return this.days !== undefined && this.days !== String(this.policy.settings.expiryDays);
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.#isChanged) return;
    await this.submit(event, {}, async () => {
      this.policy = await savePolicy(this.policy, { ...this.policy.own, expiryDays: Number(this.days) });
      this.days = undefined;
      toast(t('rules.saved'));
    });
  }
}

define('portal-approval-expiry', ApprovalExpiry);
