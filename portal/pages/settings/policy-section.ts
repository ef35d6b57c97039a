import { html, nothing, type TemplateResult } from 'lit';
import { type PolicyBody, savePolicy } from '../../api/policies.ts';
import { checkbox, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { saveButton } from '../../elements/submit-button.ts';
import { mayOpen } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';

/** Numbers and switches of one policy; what has another shape is not offered here. */
class PolicySection extends FormElement {
  static override properties = { ...FormElement.properties, policy: { attribute: false }, changed: { state: true } };
  declare policy: PolicyBody;
  /** As typed: a number that is left empty follows the installation again. */
  declare changed: Record<string, string | boolean>;

  constructor() {
    super();
    this.changed = {};
  }

  protected override render(): TemplateResult | typeof nothing {
    const { name, settings, changeable } = this.policy;
    const simple = changeable.filter((key) => ['number', 'boolean'].includes(typeof settings[key]));
    if (simple.length === 0) return nothing;
    return html`<section class="card" aria-labelledby="policy-${name}">
      <header><h2 id="policy-${name}">${wordsFor('policy', name) ?? name}</h2></header>
      <form class="pad stack close narrow" novalidate @submit=${this.#save}>
        ${this.problemNotice()} ${simple.map((key) => this.#field(key))}
        ${mayOpen('accountAdmin') ? html`<div>${saveButton(this.#isChanged, this.isBusy)}</div>` : nothing}
      </form>
    </section>`;
  }

  #field(key: string): TemplateResult {
    const value = this.changed[key] ?? this.policy.settings[key];
    const label = wordsFor(`policy.${this.policy.name}`, key) ?? key;
    const inherited = this.policy.inherited[key];
    if (typeof value === 'boolean')
      return checkbox({ id: key, label, checked: value, onChange: (next) => this.#set(key, next) });
    return textField({
      id: `settings/${key}`,
      label,
      hint: t('rules.usually', { value: String(inherited) }),
      type: 'number',
      value: String(value),
      error: this.errors[`settings/${key}`],
      onInput: (next) => this.#set(key, next),
    });
  }

  #set(key: string, value: string | boolean): void {
    this.changed = { ...this.changed, [key]: value };
  }

  get #isChanged(): boolean {
    return Object.entries(this.changed).some(([key, value]) => String(value) !== String(this.policy.settings[key]));
  }

  #wanted(): Record<string, unknown> {
    const own = { ...this.policy.own };
    for (const [key, value] of Object.entries(this.changed)) {
      if (typeof value === 'boolean') own[key] = value;
      else if (value.trim() === '') delete own[key];
      else own[key] = Number(value);
    }
    return own;
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.#isChanged) return;
    await this.submit(event, {}, async () => {
      this.policy = await savePolicy(this.policy, this.#wanted());
      this.changed = {};
      toast(t('rules.saved'));
    });
  }
}

define('portal-policy-section', PolicySection);
