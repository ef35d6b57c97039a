import { html, nothing, type TemplateResult } from 'lit';
import { type PolicyBody, savePolicy } from '../../api/policies.ts';
import { checkbox, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { type MoneyValue, moneyField } from '../../elements/money-field.ts';
import { define } from '../../elements/portal-element.ts';
import { notice } from '../../elements/states.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { lock } from '../../icons/icons.generated.ts';
import { mayOpen } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';

/** The rule compares in this currency. */
const currency = 'USD';
const kinds = ['jobPostsFromMinor', 'offersFromMinor'] as const;
type Kind = (typeof kinds)[number];
type Settings = Record<Kind, number | null> & { expiryDays: number };

class ApprovalRule extends FormElement {
  static override properties = { ...FormElement.properties, policy: { attribute: false }, settings: { state: true } };
  declare policy: PolicyBody;
  declare settings: Settings | undefined;

  protected override render(): TemplateResult {
    const settings = this.settings ?? (this.policy.settings as Settings);
    const isFixed = !mayOpen('accountAdmin') || this.policy.needsPlan;
    return html`<section class="card" aria-labelledby="approval-rule">
      <header><div><h2 id="approval-rule">${t('rules.approval')}</h2><p class="muted small">${t('rules.approvalLead')}</p></div></header>
      <form class="pad stack close narrow" novalidate @submit=${this.#save}>
        ${this.problemNotice()}
        ${isFixed ? notice('info', lock, html`<p>${this.policy.needsPlan ? t('rules.needsPlan') : t('denied.accountAdmin')}</p>`) : nothing}
        ${kinds.map((kind) => this.#amount(kind, settings))}
        ${textField({
          id: 'settings/expiryDays',
          label: t('rules.expiry'),
          type: 'number',
          min: 1,
          max: 90,
          suffix: t('rules.days'),
          value: String(settings.expiryDays),
          error: this.errors['settings/expiryDays'],
          onChange: (value) => this.#set({ expiryDays: Number(value) }),
        })}
        ${isFixed ? nothing : html`<div>${submitButton(t('shell.save'), this.isBusy)}</div>`}
      </form>
    </section>`;
  }

  #amount(kind: Kind, settings: Settings): TemplateResult {
    const from = settings[kind];
    const value: MoneyValue | null = from === null ? null : { amountMinor: from, currency };
    const words = kind === 'offersFromMinor' ? t('rules.offers') : t('rules.posts');
    return html`<div class="stack tight">
      ${checkbox({ id: `${kind}-on`, label: words, checked: from !== null, onChange: (isOn) => this.#set({ [kind]: isOn ? 0 : null }) })}
      ${
        value
          ? moneyField({
              id: `settings/${kind}`,
              label: t('rules.from'),
              hint: t('rules.fromHint'),
              value,
              currency,
              error: this.errors[`settings/${kind}`],
              onChange: (next) => next && this.#set({ [kind]: next.amountMinor }),
            })
          : nothing
      }
    </div>`;
  }

  #set(change: Partial<Settings>): void {
    this.settings = { ...(this.settings ?? (this.policy.settings as Settings)), ...change };
  }

  async #save(event: Event): Promise<void> {
    await this.submit(event, {}, async () => {
      const { settings } = this;
      if (settings) this.policy = await savePolicy(this.policy, settings);
      this.settings = undefined;
      toast(t('rules.saved'));
    });
  }
}

define('portal-approval-rule', ApprovalRule);
