import { html, type TemplateResult } from 'lit';
import { type Amendment, type ContractSide, signAmendment } from '../../api/contract-status.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { textField } from '../../elements/field.ts';
import { fingerprint } from '../../elements/fingerprint.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { differencesView } from '../offer-parts/differences-view.ts';

/** Signing is typing one's own name under the differences and their hash. */
class SignAmendmentDialog extends DialogForm {
  static override properties = { ...FormElement.properties, typedName: { state: true } };
  protected heading = t('amend.signTitle');
  protected submitLabel = t('amend.signNow');
  protected override readonly isWide = true;
  declare typedName: string;
  readonly #side: ContractSide;
  readonly #amendment: Amendment;
  readonly #onChanged: () => void;

  constructor(side: ContractSide, amendment: Amendment, onChanged: () => void) {
    super();
    this.#side = side;
    this.#amendment = amendment;
    this.#onChanged = onChanged;
    this.typedName = '';
  }

  protected fields(): TemplateResult {
    const { differences, takesEffect, termsHash, signerName } = this.#amendment;
    return html`<p>${t('amend.signText')}</p>
      ${differencesView(differences)}
      <p>${takesEffect === 'nextWeek' ? t('amend.nextWeek') : t('amend.atOnce')}</p>
      <p>${fingerprint(termsHash, t('offer.hash'))}</p>
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
      })}`;
  }

  protected send(event: Event): Promise<boolean> {
    const { typedName } = this;
    return this.submit(event, { typedName: !typedName.trim() && t('sign.nameMissing') }, async () => {
      const { state } = await signAmendment(this.#side, this.#amendment, typedName);
      toast(state === 'pendingSignature' ? t('amend.waits') : t('amend.signed'));
      this.#onChanged();
    });
  }
}

define('portal-sign-amendment-dialog', SignAmendmentDialog);

export const openSignAmendment = (side: ContractSide, amendment: Amendment, onChanged: () => void): void => {
  openDialog(new SignAmendmentDialog(side, amendment, onChanged));
};
