import type { OwnFreelancer } from '@portico/api/talent/freelancers/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { post } from '../../api/client.ts';
import { selectField, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { pageHead } from '../../elements/page-head.ts';
import { countryChoices, timezoneChoices } from '../../elements/place-choices.ts';
import { define } from '../../elements/portal-element.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { navigate } from '../../router.ts';
import { mayOpen, me, reloadMe } from '../../shell/session.ts';
import { t } from '../../strings/strings.ts';

class StartProfilePage extends FormElement {
  static override properties = {
    ...FormElement.properties,
    person: { state: true },
    country: { state: true },
    timezone: { state: true },
  };
  declare person: string;
  declare country: string;
  declare timezone: string;

  constructor() {
    super();
    this.person = me.get()?.person.name ?? '';
    this.timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    this.country = new Intl.Locale(navigator.language).region ?? '';
  }

  /** Whoever has a profile is led on to it, whatever link brought them here. */
  override connectedCallback(): void {
    super.connectedCallback();
    if (mayOpen('freelancer')) void navigate('/profile', 'replace');
  }

  protected override render(): TemplateResult | typeof nothing {
    if (mayOpen('freelancer')) return nothing;
    return html`${pageHead(t('start.title'), t('start.lead'))}
      <form class="card pad stack narrow" novalidate @submit=${this.#start}>
        ${this.problemNotice()}
        ${textField({
          id: 'name',
          label: t('profile.name'),
          value: this.person,
          autocomplete: 'name',
          error: this.errors.name,
          required: true,
          onInput: (value) => {
            this.person = value;
          },
        })}
        ${selectField({
          id: 'country',
          label: t('profile.country'),
          value: this.country,
          choices: [{ value: '', label: t('start.chooseCountry') }, ...countryChoices()],
          error: this.errors.country,
          onChange: (value) => {
            this.country = value;
          },
        })}
        ${selectField({
          id: 'timezone',
          label: t('profile.timezone'),
          value: this.timezone,
          choices: timezoneChoices(this.timezone),
          error: this.errors.timezone,
          onChange: (value) => {
            this.timezone = value;
          },
        })}
        <div class="actions">${submitButton(t('start.submit'), this.isBusy)}</div>
      </form>`;
  }

  async #start(event: Event): Promise<void> {
    const name = this.person.trim();
    const { country, timezone } = this;
    await this.submit(
      event,
      { name: !name && t('signUp.nameMissing'), country: !country && t('profile.fieldMissing') },
      async () => {
        await post<OwnFreelancer>('/v1/freelancers', { name, country, timezone });
        await reloadMe();
        await navigate('/profile', 'replace');
      },
    );
  }
}

define('portal-start-profile-page', StartProfilePage);
