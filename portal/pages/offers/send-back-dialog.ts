import { html, type TemplateResult } from 'lit';
import { getOffer, type Offer, sendOffer } from '../../api/offers.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { me } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { offerAmounts } from './offer-amounts.ts';
import { recipientOf } from './offer-words.ts';

/** The freelancer's own terms go back to be signed, as they are. */
class SendBackDialog extends DialogForm {
  static override properties = { ...FormElement.properties, typedName: { state: true } };
  protected heading: string;
  protected submitLabel = t('offer.sendBack');
  declare typedName: string;
  readonly #offer: Offer;
  readonly #changed: (offer: Offer) => void;
  readonly #key = crypto.randomUUID();

  constructor(offer: Offer, changed: (offer: Offer) => void) {
    super();
    this.#offer = offer;
    this.#changed = changed;
    this.heading = t('offer.sendBackTitle');
    this.typedName = '';
  }

  protected fields(): TemplateResult {
    return html`<p>${t('offer.sendBackText', { name: recipientOf(this.#offer) })}</p>
      ${offerAmounts(this.#offer)}
      ${textField({
        id: 'typedName',
        label: t('offer.typeName'),
        hint: t('offer.typeNameHint', { name: me.get()?.person.name ?? '' }),
        value: this.typedName,
        maxlength: 200,
        error: this.errors.typedName,
        onInput: (value) => {
          this.typedName = value;
        },
      })}`;
  }

  protected send(event: Event): Promise<boolean> {
    const typedName = this.typedName.trim();
    return this.submit(event, { typedName: !typedName && t('offer.nameMissing') }, async () => {
      const { id, termsHash } = this.#offer;
      const sent = await sendOffer(id, typedName, termsHash, this.#key);
      toast(
        sent.state === 'pendingApproval' ? t('offer.sentToApproval') : t('offer.sent', { name: recipientOf(sent) }),
      );
      this.#changed((await getOffer(id)).data);
    });
  }
}

define('portal-send-back-dialog', SendBackDialog);

export const openSendBack = (offer: Offer, changed: (offer: Offer) => void): void => {
  openDialog(new SendBackDialog(offer, changed));
};
