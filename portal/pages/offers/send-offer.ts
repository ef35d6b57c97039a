import { html, nothing, type TemplateResult } from 'lit';
import { getOffer, sendOffer } from '../../api/offers.ts';
import { ApiProblem } from '../../api/problem.ts';
import { getRateCards } from '../../api/spending.ts';
import { textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { notice } from '../../elements/states.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { triangleAlert } from '../../icons/icons.generated.ts';
import { navigate } from '../../router.ts';
import { me } from '../../shell/session.ts';
import { watch } from '../../shell/state.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { openAskException } from '../rate-cards/ask-exception-dialog.ts';
import { offerAmounts } from './offer-amounts.ts';
import type { OfferDraft } from './offer-draft.ts';
import { section } from './offer-sections.ts';
import { recipientOf } from './offer-words.ts';

/** The end of the form: what it costs, then the signature that sends it. */
class SendOffer extends FormElement {
  static override properties = { ...FormElement.properties, draft: { attribute: false }, typedName: { state: true } };
  declare draft: OfferDraft;
  declare typedName: string;
  #key = crypto.randomUUID();
  #isWatching = false;

  constructor() {
    super();
    this.typedName = '';
  }

  protected override willUpdate(): void {
    if (this.#isWatching) return;
    this.#isWatching = true;
    watch(this, this.draft.kept, this.draft.status, this.draft.errors);
  }

  protected override render(): TemplateResult {
    const offer = this.draft.kept.get();
    const ownName = me.get()?.person.name ?? '';
    return section(
      'send',
      t('offer.check'),
      html`${offer.amounts ? offerAmounts(offer) : notice('warning', triangleAlert, html`<p>${t('offer.noAmounts')}</p>`)}
        <form class="stack close under-form" novalidate @submit=${this.#send}>
          ${this.problemNotice()} ${this.#mayAsk()} ${this.#refused()}
          <p>${t('offer.signText', { name: recipientOf(offer) })}</p>
          ${textField({
            id: 'typedName',
            label: t('offer.typeName'),
            hint: t('offer.typeNameHint', { name: ownName }),
            value: this.typedName,
            autocomplete: 'off',
            maxlength: 200,
            error: this.errors.typedName,
            onInput: (value) => {
              this.typedName = value;
            },
          })}
          <p class="muted small">${t('offer.approvalHint')}</p>
          <div>${submitButton(offer.state === 'countered' ? t('offer.sendAnswer') : t('offer.send'), this.isBusy)}</div>
        </form>`,
    );
  }

  /** Refusals that name fields of the form stand beside them; here is said that there are some. */
  #refused(): TemplateResult | typeof nothing {
    const n = Object.keys(this.draft.errors.get()).length;
    return n > 0 ? notice('danger', triangleAlert, html`<p>${t('offer.fieldsRefused', { n })}</p>`) : nothing;
  }

  /** Above a rate card: for a person who is known, an exception may be asked for at once. */
  #mayAsk(): TemplateResult | typeof nothing {
    const { freelancer, title, terms } = this.draft.kept.get();
    const isAbove = this.problem instanceof ApiProblem && this.problem.code === 'rate_above_card';
    if (!isAbove || !freelancer || terms.payment?.kind !== 'hourly') return nothing;
    const wanted = { freelancer, role: title, rate: terms.payment.rate };
    const open = async () => openAskException((await getRateCards()).items, wanted, () => {});
    return html`<div><button class="button" type="button" @click=${() => void open()}>${t('rateCards.ask')}</button></div>`;
  }

  async #send(event: Event): Promise<void> {
    const typedName = this.typedName.trim();
    await this.submit(event, { typedName: !typedName && t('offer.nameMissing') }, async () => {
      if (!(await this.draft.flush())) throw statusProblem(this.draft);
      const { id, termsHash } = this.draft.kept.get();
      try {
        const sent = await sendOffer(id, typedName, termsHash, this.#key);
        toast(
          sent.state === 'pendingApproval' ? t('offer.sentToApproval') : t('offer.sent', { name: recipientOf(sent) }),
        );
        void navigate(`/offers/${id}`, 'replace');
      } catch (problem) {
        await this.#placeErrors(problem);
        throw problem;
      }
    });
  }

  /** What the server found wrong with the terms belongs to fields above this form. */
  async #placeErrors(problem: unknown): Promise<void> {
    this.#key = crypto.randomUUID();
    if (!(problem instanceof ApiProblem)) return;
    if (problem.status === 409) this.draft.take(await getOffer(this.draft.kept.get().id));
    const above = problem.errors.filter(({ pointer }) => pointer !== '/typedName');
    const words = Object.fromEntries(
      above.map(({ pointer, message }) => [pointer.replace(/^\/(terms\/)?/, ''), message]),
    );
    this.draft.errors.set({ ...this.draft.errors.get(), ...words });
  }
}

function statusProblem(draft: OfferDraft): unknown {
  const status = draft.status.get();
  return 'problem' in status ? status.problem : new ApiProblem(0, 'unsaved', t('offer.unsaved'));
}

define('portal-send-offer', SendOffer);
