import { taxClassifications } from '@portico/api/money/tax/tax-form.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { type NewTaxForm, signTaxForm, type TaxOverview } from '../../api/payouts.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { checkbox, radios, selectField, type TextField, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { countryChoices } from '../../elements/place-choices.ts';
import { define } from '../../elements/portal-element.ts';
import { toast } from '../../shell/toasts.ts';
import { countryName, formatPercent } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';

type Kind = NewTaxForm['kind'];
type Draft = {
  kind: Kind;
  classification: (typeof taxClassifications)[number];
  tinKind: 'ssn' | 'ein';
  isBackup: boolean;
  worksInUs: boolean;
  noForeignTin: boolean;
  hasTreaty: boolean;
  isCertified: boolean;
  [text: string]: string | boolean;
};

const withheldWithoutTreaty = 30;

/** A form of the tax office, signed by a typed name; its numbers are never shown again. */
class SignFormDialog extends DialogForm {
  static override properties = { ...FormElement.properties, draft: { state: true } };
  protected heading = t('tax.sign');
  protected submitLabel = t('tax.signButton');
  declare draft: Draft;
  readonly #overview: TaxOverview;
  readonly #onDone: () => void;
  #key = crypto.randomUUID();

  constructor(overview: TaxOverview, onDone: () => void) {
    super();
    this.#overview = overview;
    this.#onDone = onDone;
    this.draft = {
      kind: overview.current?.kind ?? overview.suggestedKind,
      classification: 'individual',
      tinKind: 'ssn',
      isBackup: false,
      worksInUs: false,
      noForeignTin: false,
      hasTreaty: false,
      isCertified: false,
      legalName: overview.legalName,
      treatyRate: '0',
    };
  }

  protected fields(): TemplateResult {
    const { kind, isCertified } = this.draft;
    return html`${radios<Kind>({
      name: 'kind',
      label: t('tax.kind'),
      value: kind,
      choices: (['w9', 'w8ben'] as const).map((value) => ({ value, label: wordsFor('taxKind', value) ?? value })),
      onChange: (value) => this.#set({ kind: value }),
    })}
    ${this.#text('legalName', t('tax.legalName'), { hint: t('tax.legalNameHint', { name: this.#overview.legalName }) })}
    ${kind === 'w9' ? this.#w9() : this.#w8ben()}
    <div class="field">
      ${checkbox({
        id: 'isCertified',
        label: t('tax.certify'),
        checked: isCertified,
        error: this.errors.isCertified,
        onChange: (value) => this.#set({ isCertified: value }),
      })}
    </div>
    ${this.#text('signature', t('tax.signature'))}`;
  }

  #w9(): TemplateResult {
    const { classification, tinKind, isBackup } = this.draft;
    return html`${this.#text('businessName', t('tax.businessName'), { optional: true })}
    ${selectField({
      id: 'classification',
      label: t('tax.classification'),
      value: classification,
      choices: taxClassifications.map((value) => ({ value, label: wordsFor('taxClass', value) ?? value })),
      onChange: (value) => this.#set({ classification: value as Draft['classification'] }),
    })}
    ${this.#address()}
    <div class="halves">
      ${selectField({
        id: 'tinKind',
        label: t('tax.tinKind'),
        value: tinKind,
        choices: (['ssn', 'ein'] as const).map((value) => ({ value, label: wordsFor('tinKind', value) ?? value })),
        onChange: (value) => this.#set({ tinKind: value as 'ssn' | 'ein' }),
      })}
      ${this.#text('tin', t('tax.tinOwn'), { hint: t('tax.tinHint') })}
    </div>
    ${checkbox({ id: 'isBackup', label: t('tax.backup'), checked: isBackup, onChange: (value) => this.#set({ isBackup: value }) })}`;
  }

  #w8ben(): TemplateResult {
    const { worksInUs, noForeignTin, hasTreaty } = this.draft;
    return html`<div class="halves">
        ${this.#country('citizenship', t('tax.citizenship'))}
        ${this.#text('birthDate', t('tax.birthDate'), { type: 'date' })}
      </div>
      ${this.#address()}
      ${noForeignTin ? nothing : this.#text('foreignTin', t('tax.foreignTin'), { hint: t('tax.tinHint') })}
      ${checkbox({ id: 'noForeignTin', label: t('tax.noForeignTin'), checked: noForeignTin, onChange: (value) => this.#set({ noForeignTin: value }) })}
      ${this.#text('tin', t('tax.usTin'), { optional: true })}
      ${checkbox({
        id: 'worksInUs',
        label: t('tax.usWork'),
        hint: t('tax.usWorkHint', { percent: formatPercent(withheldWithoutTreaty) }),
        checked: worksInUs,
        onChange: (value) => this.#set({ worksInUs: value }),
      })}
      ${worksInUs ? checkbox({ id: 'hasTreaty', label: t('tax.treaty'), checked: hasTreaty, onChange: (value) => this.#set({ hasTreaty: value }) }) : nothing}
      ${worksInUs && hasTreaty ? this.#treaty() : nothing}`;
  }

  #treaty(): TemplateResult {
    const countries = this.#overview.treaties.map(({ country }) => ({ value: country, label: countryName(country) }));
    return html`${selectField({
      id: 'treatyCountry',
      label: t('tax.treatyCountry'),
      value: String(this.draft.treatyCountry ?? ''),
      error: this.errors.treatyCountry,
      choices: [{ value: '', label: t('tax.chooseCountry') }, ...countries],
      onChange: (value) => this.#set({ treatyCountry: value }),
    })}
    <div class="halves">
      ${this.#text('treatyArticle', t('tax.treatyArticle'))}
      ${this.#text('treatyRate', t('tax.treatyRate'), { type: 'number', min: 0, max: 30 })}
    </div>`;
  }

  #address(): TemplateResult {
    return html`${this.#text('street', t('tax.street'))}
      <div class="halves">${this.#text('postalCode', t('tax.postalCode'))} ${this.#text('city', t('tax.city'))}</div>
      <div class="halves">
        ${this.#text('region', t('tax.region'), { optional: true })} ${this.#country('country', t('tax.country'))}
      </div>`;
  }

  #country(id: string, label: string): TemplateResult {
    return selectField({
      id,
      label,
      value: String(this.draft[id] ?? ''),
      error: this.errors[id],
      choices: [{ value: '', label: t('tax.chooseCountry') }, ...countryChoices()],
      onChange: (value) => this.#set({ [id]: value }),
    });
  }

  #text(id: string, label: string, more: Partial<TextField> = {}): TemplateResult {
    return textField({
      id,
      label,
      value: String(this.draft[id] ?? ''),
      maxlength: 100,
      autocomplete: 'off',
      error: this.errors[id],
      onInput: (value) => this.#set({ [id]: value }),
      ...more,
    });
  }

  #set(change: Partial<Draft>): void {
    this.draft = { ...this.draft, ...change } as Draft;
    this.errors = {};
  }

  /** The API names fields by their place; here each stands once. */
  protected override fieldOf(pointer: string): string {
    if (/treaty.country$/.test(pointer)) return 'treatyCountry';
    if (/treaty.basisPoints$/.test(pointer)) return 'treatyRate';
    return pointer.split(/[/.]/).at(-1) ?? pointer;
  }

  protected send(event: Event): Promise<boolean> {
    const found = {
      ...Object.fromEntries(this.#asked().map((id) => [id, !String(this.draft[id] ?? '').trim() && t('tax.missing')])),
      isCertified: !this.draft.isCertified && t('tax.certifyMissing'),
    };
    return this.submit(event, found, async () => {
      await signTaxForm(this.#form(), this.#key);
      toast(t('tax.signedNow'));
      this.#onDone();
    }).finally(() => {
      this.#key = crypto.randomUUID();
    });
  }

  /** What has to be filled in, as the form stands now; what is wrong rather than missing the API says. */
  #asked(): string[] {
    const { kind, noForeignTin, worksInUs, hasTreaty } = this.draft;
    const common = ['legalName', 'street', 'city', 'country', 'signature'];
    if (kind === 'w9') return [...common, 'tin'];
    return [
      ...common,
      'citizenship',
      'birthDate',
      ...(noForeignTin ? [] : ['foreignTin']),
      ...(worksInUs && hasTreaty ? ['treatyCountry', 'treatyArticle', 'treatyRate'] : []),
    ];
  }

  #form(): NewTaxForm {
    const { kind, classification, tinKind, isBackup, worksInUs, noForeignTin, hasTreaty } = this.draft;
    const of = (id: string) => String(this.draft[id] ?? '').trim();
    const given = <Name extends string>(id: Name) => (of(id) ? ({ [id]: of(id) } as Record<Name, string>) : {});
    const address = {
      street: of('street'),
      city: of('city'),
      country: of('country'),
      ...given('region'),
      ...given('postalCode'),
    };
    const common = { signature: of('signature'), isCertified: true } as const;
    const legalName = of('legalName');
    if (kind === 'w9') {
      const fields = {
        legalName,
        classification,
        address,
        isSubjectToBackupWithholding: isBackup,
        ...given('businessName'),
      };
      return { kind, fields, tinKind, tin: of('tin'), ...common };
    }
    const treaty = {
      country: of('treatyCountry'),
      article: of('treatyArticle'),
      basisPoints: Math.round(Number(of('treatyRate')) * 100),
    };
    const fields = {
      legalName,
      citizenship: of('citizenship'),
      address,
      birthDate: of('birthDate'),
      worksInUnitedStates: worksInUs,
      ...(worksInUs && hasTreaty && { treaty }),
    };
    return {
      kind,
      fields,
      ...given('tin'),
      ...(noForeignTin ? {} : given('foreignTin')),
      isForeignTinNotRequired: noForeignTin,
      ...common,
    };
  }
}

define('portal-sign-form-dialog', SignFormDialog);

export const openSignForm = (overview: TaxOverview, onDone: () => void): void => {
  openDialog(new SignFormDialog(overview, onDone));
};
