import { html, nothing, type TemplateResult } from 'lit';
import {
  addPayoutMethod,
  type NewPayoutMethod,
  type PayoutMethodOption,
  type PayoutMethods,
} from '../../api/payouts.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { radios, selectField, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { countryChoices } from '../../elements/place-choices.ts';
import { define } from '../../elements/portal-element.ts';
import { sandboxNote } from '../../elements/sandbox-note.ts';
import { toast } from '../../shell/toasts.ts';
import { formatDate } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';

type Rail = PayoutMethodOption['rail'];
const texts = [
  'holderName',
  'email',
  'iban',
  'bic',
  'accountNumber',
  'routingNumber',
  'bankName',
  'street',
  'postalCode',
  'city',
  'country',
] as const;
type Text = (typeof texts)[number];

const labels: Record<Exclude<Text, 'country'>, () => string> = {
  holderName: () => t('payoutMethods.holder'),
  email: () => t('payoutMethods.email'),
  iban: () => t('payoutMethods.iban'),
  bic: () => t('payoutMethods.bic'),
  accountNumber: () => t('payoutMethods.number'),
  routingNumber: () => t('payoutMethods.routing'),
  bankName: () => t('payoutMethods.bank'),
  street: () => t('payoutMethods.street'),
  postalCode: () => t('payoutMethods.postalCode'),
  city: () => t('payoutMethods.city'),
};

/** An account in one's own name; what is typed here is never shown again. */
class AddPayoutMethodDialog extends DialogForm {
  static override properties = {
    ...FormElement.properties,
    rail: { state: true },
    currency: { state: true },
    account: { state: true },
    kind: { state: true },
    given: { state: true },
  };
  protected heading = t('payoutMethods.add');
  protected submitLabel = t('payoutMethods.add');
  declare rail: Rail;
  declare currency: string;
  declare account: string;
  declare kind: 'iban' | 'account';
  declare given: Partial<Record<Text, string>>;
  readonly #methods: PayoutMethods;
  readonly #onDone: () => void;
  #key = crypto.randomUUID();

  constructor(methods: PayoutMethods, onDone: () => void) {
    super();
    this.#methods = methods;
    this.#onDone = onDone;
    const [first] = methods.options;
    this.rail = first?.rail ?? 'wire';
    this.currency = first?.currencies[0]?.currency ?? 'USD';
    this.account = first?.accounts[0]?.token ?? '';
    this.kind = 'iban';
    this.given = { holderName: methods.legalName };
  }

  get #option(): PayoutMethodOption | undefined {
    return this.#methods.options.find(({ rail }) => rail === this.rail);
  }

  protected fields(): TemplateResult {
    const { options, waitDays } = this.#methods;
    return html`${radios<Rail>({
      name: 'rail',
      label: t('payoutMethods.rail'),
      value: this.rail,
      choices: options.map(({ rail }) => ({ value: rail, label: wordsFor('payoutRail', rail) ?? rail })),
      onChange: (rail) => this.#set({ rail }),
    })}
    ${selectField({
      id: 'currency',
      label: t('payoutMethods.currency'),
      value: this.currency,
      error: this.errors.currency,
      choices: (this.#option?.currencies ?? []).map(({ currency }) => ({ value: currency, label: currency })),
      onChange: (currency) => this.#set({ currency }),
    })}
    ${this.#ofRail()}
    <p class="muted small">${t('payoutMethods.confirmText', { n: waitDays })}</p>
    ${sandboxNote(this.#option?.isSandbox)}`;
  }

  #ofRail(): TemplateResult {
    const option = this.#option;
    if (option?.isHosted) return html`<p>${t('payoutMethods.hosted')}</p>`;
    switch (this.rail) {
      case 'directDeposit':
        return html`${this.#text('holderName')}
        ${radios({
          name: 'account',
          label: t('payoutMethods.account'),
          value: this.account,
          error: this.errors.account,
          choices: (option?.accounts ?? []).map(({ token, label }) => ({
            value: token,
            label: wordsFor('sandboxAccount', token) ?? label,
          })),
          onChange: (account) => this.#set({ account }),
        })}`;
      case 'paypal':
        return html`${this.#text('holderName')} ${this.#text('email')}`;
      case 'wire':
        return this.#wire();
    }
  }

  #wire(): TemplateResult {
    return html`${this.#text('holderName')}
      ${
        this.currency === 'USD'
          ? radios<'iban' | 'account'>({
              name: 'kind',
              label: t('payoutMethods.accountKind'),
              value: this.kind,
              choices: [
                { value: 'iban', label: t('payoutMethods.byIban') },
                { value: 'account', label: t('payoutMethods.byNumber') },
              ],
              onChange: (kind) => this.#set({ kind }),
            })
          : nothing
      }
      ${this.#isByNumber ? html`${this.#text('accountNumber')} ${this.#text('routingNumber')}` : this.#text('iban')}
      <div class="halves">${this.#text('bic', true)} ${this.#text('bankName', true)}</div>
      ${this.#text('street')}
      <div class="halves">${this.#text('postalCode')} ${this.#text('city')}</div>
      ${selectField({
        id: 'country',
        label: t('payoutMethods.country'),
        value: this.given.country ?? '',
        error: this.errors.country,
        choices: [{ value: '', label: t('tax.chooseCountry') }, ...countryChoices()],
        onChange: (country) => {
          this.given = { ...this.given, country };
        },
      })}`;
  }

  get #isByNumber(): boolean {
    return this.currency === 'USD' && this.kind === 'account';
  }

  #text(id: keyof typeof labels, optional = false): TemplateResult {
    return textField({
      id,
      label: labels[id](),
      value: this.given[id] ?? '',
      optional,
      maxlength: 100,
      autocomplete: 'off',
      error: this.errors[id],
      ...(id === 'holderName' && { hint: t('payoutMethods.holderHint', { name: this.#methods.legalName }) }),
      onInput: (value) => {
        this.given = { ...this.given, [id]: value };
      },
    });
  }

  #set(change: Partial<Pick<AddPayoutMethodDialog, 'rail' | 'currency' | 'account' | 'kind'>>): void {
    Object.assign(this, change);
    this.errors = {};
    const currencies = this.#option?.currencies ?? [];
    if (!currencies.some(({ currency }) => currency === this.currency))
      this.currency = currencies[0]?.currency ?? 'USD';
  }

  /** The API names fields by their place; here each stands once. */
  protected override fieldOf(pointer: string): string {
    return pointer.split(/[/.]/).at(-1) ?? pointer;
  }

  protected send(event: Event): Promise<boolean> {
    return this.submit(event, this.#missing(), async () => {
      const { state, usableAt } = await addPayoutMethod(this.#asked(), this.#key);
      if (state === 'blocked') toast(t('payoutMethods.blocked'));
      else if (usableAt) toast(t('payoutMethods.added', { date: formatDate(usableAt) }));
      this.#onDone();
    }).finally(() => {
      this.#key = crypto.randomUUID();
    });
  }

  /** Said at once, each at its place; what is wrong rather than missing the API says. */
  #missing(): Record<string, string | false> {
    if (this.#option?.isHosted) return {};
    const asked: Text[] = ['holderName'];
    if (this.rail === 'paypal') asked.push('email');
    if (this.rail === 'wire') {
      asked.push(...(this.#isByNumber ? (['accountNumber', 'routingNumber'] as const) : (['iban'] as const)));
      asked.push('street', 'postalCode', 'city', 'country');
    }
    return Object.fromEntries(asked.map((id) => [id, !this.given[id]?.trim() && t('tax.missing')]));
  }

  #asked(): NewPayoutMethod {
    const { rail, currency, account } = this;
    const of = (id: Text) => (this.given[id] ?? '').trim();
    const holderName = of('holderName');
    if (this.#option?.isHosted) return { rail: 'directDeposit', currency };
    switch (rail) {
      case 'directDeposit':
        return { rail, currency, holderName, account };
      case 'paypal':
        return { rail, currency, holderName, email: of('email') };
      case 'wire': {
        const bic = of('bic') ? { bic: of('bic') } : {};
        const address = {
          street: of('street'),
          postalCode: of('postalCode'),
          city: of('city'),
          country: of('country'),
        };
        return {
          rail,
          currency,
          holderName,
          account: this.#isByNumber
            ? { kind: 'account', accountNumber: of('accountNumber'), routingNumber: of('routingNumber'), ...bic }
            : { kind: 'iban', iban: of('iban'), ...bic },
          ...(of('bankName') && { bankName: of('bankName') }),
          address,
        };
      }
    }
  }
}

define('portal-add-payout-method-dialog', AddPayoutMethodDialog);

export const openAddMethod = (methods: PayoutMethods, onDone: () => void): void => {
  openDialog(new AddPayoutMethodDialog(methods, onDone));
};
