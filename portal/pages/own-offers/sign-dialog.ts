import type { FreelancerOffer } from '@portico/api/hiring/offers/schema.ts';
import { html, type TemplateResult } from 'lit';
import { signOffer } from '../../api/own-work.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { checkbox, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { navigate } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { offerEarnings } from './offer-earnings.ts';

/** Signing is typing one's own name under the hash of what was read. */
class SignDialog extends DialogForm {
  static override properties = { ...FormElement.properties, typedName: { state: true }, agrees: { state: true } };
  protected heading = t('sign.title');
  protected submitLabel = t('sign.sign');
  declare typedName: string;
  declare agrees: boolean;
  readonly #offer: FreelancerOffer;
  readonly #key = crypto.randomUUID();
  #contractId: string | undefined;

  constructor(offer: FreelancerOffer) {
    super();
    this.#offer = offer;
    this.typedName = '';
    this.agrees = false;
  }

  protected fields(): TemplateResult {
    const { title, client, version, termsHash, signerName } = this.#offer;
    return html`<p>${t('sign.text', { title, client: client.name })}</p>
      ${offerEarnings(this.#offer)}
      <p class="muted small">${t('sign.version', { n: version })}<br /><span class="hash">${termsHash}</span></p>
      ${textField({
        id: 'typedName',
        label: t('sign.name'),
        hint: t('sign.nameHint', { name: signerName }),
        autocomplete: 'name',
        value: this.typedName,
        error: this.errors.typedName,
        onInput: (name) => {
          this.typedName = name;
        },
      })}
      ${this.typedName ? html`<p class="typed-name" aria-hidden="true">${this.typedName}</p>` : ''}
      ${checkbox({
        id: 'agrees',
        label: t('sign.agree'),
        checked: this.agrees,
        error: this.errors.agrees,
        onChange: (agrees) => {
          this.agrees = agrees;
        },
      })}`;
  }

  protected send(event: Event): Promise<boolean> {
    return this.submit(
      event,
      { typedName: !this.typedName.trim() && t('sign.nameMissing'), agrees: !this.agrees && t('sign.agreeMissing') },
      async () => {
        const { contractId, contractState } = await signOffer(this.#offer, this.typedName, this.#key);
        toast(t(signedWords[contractState]));
        this.#contractId = contractId;
      },
    );
  }

  protected override closed(): void {
    if (this.#contractId) void navigate(`/my/contracts/${this.#contractId}`);
  }
}

const signedWords = {
  pendingOnboarding: 'sign.signedPending',
  ready: 'sign.signedReady',
  active: 'sign.signedActive',
} as const;

define('portal-sign-dialog', SignDialog);

export const openSignDialog = (offer: FreelancerOffer): void => {
  openDialog(new SignDialog(offer));
};
