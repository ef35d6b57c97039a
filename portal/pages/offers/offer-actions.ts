import { editableOfferStates, offerCan } from '@portico/api/hiring/offers/offer.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { getOffer, type Offer, withdrawOffer } from '../../api/offers.ts';
import { type Action, actionButton } from '../../elements/action-button.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { icon } from '../../icons/icon.ts';
import { handshake, pencil, send, undo2 } from '../../icons/icons.generated.ts';
import { href, navigate } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { recipientOf } from './offer-words.ts';
import { openSendBack } from './send-back-dialog.ts';

type Changed = (offer: Offer) => void;

export function offerActions(offer: Offer, changed: Changed): TemplateResult | typeof nothing {
  const { contractId } = offer;
  if (contractId)
    return html`<a class="button primary" href=${href(`/contracts/${contractId}`)}>${icon(handshake)}${t('ownOffers.contract')}</a>`;
  if (!mayOpen('offerer')) return nothing;
  return html`${actionsOf(offer, changed).map((action) => actionButton(action))}`;
}

function actionsOf(offer: Offer, changed: Changed): Action[] {
  const isEditable = (editableOfferStates as readonly string[]).includes(offer.state);
  const edit: Action = {
    label: offer.state === 'countered' ? t('offer.answer') : t('offer.continue'),
    shape: pencil,
    kind: offer.state === 'draft' ? 'primary' : '',
    run: () => void navigate(`/offers/${offer.id}/edit`),
  };
  const withdraw: Action = {
    label: t('invitations.withdraw'),
    shape: undo2,
    kind: 'danger',
    run: () => askWithdrawal(offer, changed),
  };
  const agree: Action = {
    label: t('offer.sendBack'),
    shape: send,
    kind: 'primary',
    run: () => openSendBack(offer, changed),
  };
  return [
    ...(offer.state === 'countered' ? [agree] : []),
    ...(isEditable ? [edit] : []),
    // Signed or ended, it never can be withdrawn again.
    ...(offerCan.withdraw(offer) ? [withdraw] : []),
  ];
}

function askWithdrawal(offer: Offer, changed: Changed): void {
  const name = recipientOf(offer);
  askReason(
    {
      title: t('offer.withdrawTitle', { name }),
      text: offer.state === 'draft' ? t('offer.withdrawDraftText') : t('offer.withdrawText', { name }),
      confirm: t('invitations.withdraw'),
      isRequired: true,
      isDangerous: true,
    },
    async ({ words }) => {
      await withdrawOffer(offer.id, words);
      toast(t('offer.withdrawn'));
      changed((await getOffer(offer.id)).data);
    },
  );
}
