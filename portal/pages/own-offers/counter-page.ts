import { Task } from '@lit/task';
import type { CounterTerms, FreelancerOffer } from '@portico/api/hiring/offers/schema.ts';
import { html, type TemplateResult } from 'lit';
import { counterOffer, getOwnOffer } from '../../api/own-work.ts';
import { checkbox, textArea, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { href, navigate } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { ownWorkStyles } from '../../styles/own-work.ts';
import { type BidDraft, bidOf, draftOfBid } from '../propose/bid-draft.ts';
import { bidFields } from '../propose/bid-fields.ts';

type Draft = {
  bid: BidDraft;
  weeklyLimitHours: string;
  manualTimeAllowed: boolean;
  startsOn: string;
  endsOn: string;
  text: string;
  message: string;
};

/** Other terms, from the ones that were offered: what is left as it is stays. */
class CounterPage extends FormElement {
  static override pageStyles = [ownWorkStyles];
  static override properties = { ...FormElement.properties, offerId: { attribute: false }, draft: { state: true } };
  declare offerId: string;
  declare draft: Draft | undefined;

  #load = new Task(this, {
    args: () => [this.offerId] as const,
    task: ([offerId], { signal }) => getOwnOffer(offerId, signal),
    onComplete: (offer) => {
      this.draft ??= draftOf(offer);
    },
  });

  protected override render(): TemplateResult {
    return html`<p class="back"><a href=${href(`/my/offers/${this.offerId}`)}>${t('counter.back')}</a></p>
      ${pageHead(t('counter.title'), t('counter.lead'))}
      ${this.#load.render({
        pending: () => html`<div class="card">${loading(8)}</div>`,
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (offer) => (this.draft ? this.#form(offer, this.draft) : loading(8)),
      })}`;
  }

  #form(offer: FreelancerOffer, draft: Draft): TemplateResult {
    const change = (part: Partial<Draft>) => {
      this.draft = { ...draft, ...part };
    };
    const currency = offer.amounts.gross.currency;
    return html`<form class="stack narrow" novalidate @submit=${(event: Event) => void this.#send(event, offer, draft)}>
      ${this.problemNotice()}
      <section class="card pad stack close">
        <h2>${t('terms.payment')}</h2>
        ${bidFields({ draft: draft.bid, kinds: [draft.bid.kind], currency, errors: this.errors, onChange: (bid) => change({ bid }) })}
        ${
          draft.bid.kind === 'hourly'
            ? html`${textField({ id: 'weeklyLimitHours', label: t('terms.weeklyLimit'), type: 'number', inputmode: 'numeric', min: 1, max: 168, optional: true, value: draft.weeklyLimitHours, onInput: (weeklyLimitHours) => change({ weeklyLimitHours }) })}
              ${checkbox({ id: 'manualTimeAllowed', label: t('terms.manualTime'), checked: draft.manualTimeAllowed, onChange: (manualTimeAllowed) => change({ manualTimeAllowed }) })}`
            : ''
        }
      </section>
      <section class="card pad stack close">
        <h2>${t('counter.dates')}</h2>
        <div class="halves">
          ${textField({ id: 'startsOn', label: t('terms.starts'), type: 'date', optional: true, value: draft.startsOn, error: this.errors['terms/startsOn'], onChange: (startsOn) => change({ startsOn }) })}
          ${textField({ id: 'endsOn', label: t('terms.ends'), type: 'date', optional: true, value: draft.endsOn, error: this.errors['terms/endsOn'], onChange: (endsOn) => change({ endsOn }) })}
        </div>
      </section>
      <section class="card pad stack close">
        <h2>${t('terms.text')}</h2>
        ${textArea({ id: 'text', label: t('counter.text'), value: draft.text, rows: 12, error: this.errors['terms/text'], onInput: (text) => change({ text }) })}
      </section>
      <section class="card pad stack close">
        ${textArea({ id: 'message', label: t('counter.message'), hint: t('counter.messageHint'), value: draft.message, rows: 4, maxlength: 5000, error: this.errors.message, onInput: (message) => change({ message }) })}
      </section>
      <div class="actions">${submitButton(t('counter.send'), this.isBusy)}</div>
    </form>`;
  }

  async #send(event: Event, offer: FreelancerOffer, draft: Draft): Promise<void> {
    const bid = bidOf(draft.bid);
    const terms = bid && termsOf(draft, bid);
    await this.submit(
      event,
      {
        'bid/rate': !terms && t('propose.figureMissing'),
        message: !draft.message.trim() && t('counter.messageMissing'),
      },
      async () => {
        await counterOffer(offer.id, offer.version, terms!, draft.message.trim());
        toast(t('counter.sent'));
        await navigate(`/my/offers/${offer.id}`);
      },
    );
  }
}

function draftOf({ terms: { payment, startsOn, endsOn, text } }: FreelancerOffer): Draft {
  const bid: BidDraft =
    payment?.kind === 'fixed'
      ? draftOfBid({ kind: 'milestones', total: payment.total, milestones: payment.milestones })
      : draftOfBid({ kind: 'hourly', rate: payment?.rate ?? { amountMinor: 0, currency: 'USD' } });
  return {
    bid,
    weeklyLimitHours: payment?.kind === 'hourly' ? String(payment.weeklyLimitHours ?? '') : '',
    manualTimeAllowed: payment?.kind === 'hourly' && payment.manualTimeAllowed,
    startsOn: startsOn ?? '',
    endsOn: endsOn ?? '',
    text,
    message: '',
  };
}

function termsOf(draft: Draft, bid: NonNullable<ReturnType<typeof bidOf>>): CounterTerms {
  const hours = Number(draft.weeklyLimitHours);
  return {
    payment:
      bid.kind === 'hourly'
        ? {
            kind: 'hourly',
            rate: bid.rate,
            weeklyLimitHours: hours > 0 ? hours : null,
            manualTimeAllowed: draft.manualTimeAllowed,
          }
        : { kind: 'fixed', total: bid.total, milestones: bid.kind === 'milestones' ? bid.milestones : [] },
    startsOn: draft.startsOn || null,
    endsOn: draft.endsOn || null,
    text: draft.text,
  };
}

define('portal-counter-page', CounterPage);
