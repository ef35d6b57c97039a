import { Task } from '@lit/task';
import {
  offerCan,
  offerMessageMaxLength,
  offerTextMaxLength,
  weeklyHoursMax,
} from '@portico/api/hiring/offers/offer.ts';
import type { FreelancerOffer } from '@portico/api/hiring/offers/schema.ts';
import type { FeeSchedule } from '@portico/api/money/fees/fee.ts';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { counterOffer, getOwnOffer } from '../../api/own-work.ts';
import { backLink } from '../../elements/back-link.ts';
import { checkbox, textArea, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define } from '../../elements/portal-element.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { info } from '../../icons/icons.generated.ts';
import { navigate } from '../../router.ts';
import { keepDraft, readKept } from '../../shell/kept-draft.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { ownWorkStyles } from '../../styles/own-work.ts';
import { bidFields, earningsLines } from '../propose/bid-fields.ts';
import { bidProblems } from '../propose/bid-problems.ts';
import { type CounterDraft, draftOfOffer, termsOfDraft } from './counter-draft.ts';

/** Other terms, from the ones that were offered: what is left as it is stays. */
class CounterPage extends FormElement {
  static override pageStyles = [ownWorkStyles];
  static override properties = { ...FormElement.properties, offerId: { attribute: false }, draft: { state: true } };
  declare offerId: string;
  declare draft: CounterDraft | undefined;

  #load = new Task(this, {
    args: () => [this.offerId] as const,
    task: ([offerId], { signal }) => getOwnOffer(offerId, signal),
    onComplete: (offer) => {
      this.draft ??= { ...draftOfOffer(offer), ...readKept<CounterDraft>(nameOf(offer)) };
    },
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    const offer = this.#load.value;
    if (changed.has('draft') && this.draft && offer) keepDraft(nameOf(offer), this.draft);
  }

  protected override render(): TemplateResult {
    return html`${backLink(`/my/offers/${this.offerId}`, t('counter.back'))}
      ${pageHead(t('counter.title'), t('counter.lead'))}
      ${this.#load.render({
        pending: () => html`<div class="card">${loading(8)}</div>`,
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (offer) => {
          if (!offerCan.counter(offer)) return notice('info', info, t('ownOffers.notNow'));
          return this.draft ? this.#form(offer, this.draft) : loading(8);
        },
      })}`;
  }

  #form(offer: FreelancerOffer, draft: CounterDraft): TemplateResult {
    const { errors } = this;
    return html`<form class="columns" novalidate @submit=${(event: Event) => void this.#send(event, offer, draft)}>
      <div class="stack">
        <section class="card pad stack close">
          ${textArea({
            id: 'message',
            label: t('counter.message'),
            hint: t('counter.messageHint'),
            value: draft.message,
            maxlength: offerMessageMaxLength,
            error: errors.message,
            onInput: (message) => this.#change({ message }),
          })}
        </section>
        <section class="card pad stack close"><h2>${t('offer.payment')}</h2>${this.#payment(draft)}</section>
        <section class="card pad stack close"><h2>${t('counter.dates')}</h2><div class="halves">${this.#dates(draft)}</div></section>
        <details class="card post-again" ?open=${Boolean(errors.text)}>
          <summary>${t('counter.changeText')}</summary>
          <div class="pad">
            ${textArea({
              id: 'text',
              label: t('counter.text'),
              hint: t('offer.textHint'),
              value: draft.text,
              maxlength: offerTextMaxLength,
              error: errors.text,
              onInput: (text) => this.#change({ text }),
            })}
          </div>
        </details>
      </div>
      <aside class="stack close summary">
        <section class="card pad stack close">
          <h2>${t('propose.summary')}</h2>
          ${earningsLines(draft.bid, offer.feeSchedule as FeeSchedule)}
        </section>
        ${this.problemNotice()} ${submitButton(t('counter.send'), this.isBusy)}
        <p class="muted small">${t('propose.kept')}</p>
      </aside>
    </form>`;
  }

  #payment({ bid, weeklyLimitHours, manualTimeAllowed }: CounterDraft): TemplateResult {
    return html`${bidFields({
      draft: bid,
      kinds: [bid.kind],
      errors: this.errors,
      onChange: (next) => this.#change({ bid: next }),
    })}
    ${
      bid.kind === 'hourly'
        ? html`${textField({
            id: 'weeklyLimitHours',
            label: t('offer.weeklyLimit'),
            hint: t('offer.weeklyLimitHint'),
            type: 'number',
            inputmode: 'numeric',
            min: 1,
            max: weeklyHoursMax,
            suffix: t('offer.hours'),
            optional: true,
            value: weeklyLimitHours,
            error: this.errors['bid/weeklyLimitHours'],
            onChange: (next) => this.#change({ weeklyLimitHours: next }),
          })}
          ${checkbox({
            id: 'manualTimeAllowed',
            label: t('offer.manualTime'),
            checked: manualTimeAllowed,
            onChange: (next) => this.#change({ manualTimeAllowed: next }),
          })}`
        : ''
    }`;
  }

  #dates({ startsOn, endsOn }: CounterDraft): TemplateResult {
    const date = (id: 'startsOn' | 'endsOn', label: string, value: string, hint?: string) =>
      textField({
        id,
        label,
        hint,
        type: 'date',
        optional: true,
        value,
        error: this.errors[id],
        onChange: (next) => this.#change({ [id]: next }),
      });
    return html`${date('startsOn', t('offer.startsOn'), startsOn, t('offer.startsOnHint'))} ${date('endsOn', t('offer.endsOn'), endsOn)}`;
  }

  #change(part: Partial<CounterDraft>): void {
    if (this.draft) this.draft = { ...this.draft, ...part };
  }

  async #send(event: Event, offer: FreelancerOffer, draft: CounterDraft): Promise<void> {
    const found = {
      message: !draft.message.trim() && t('counter.messageMissing'),
      ...bidProblems(draft.bid),
    };
    await this.submit(event, found, async () => {
      await counterOffer(offer.id, offer.version, termsOfDraft(draft, offer)!, draft.message.trim());
      keepDraft(nameOf(offer), undefined);
      this.draft = undefined;
      toast(t('counter.sent'));
      await navigate(`/my/offers/${offer.id}`);
    });
  }

  /** The fields of a bid stand for the payment of the terms. */
  protected override fieldOf(id: string): string {
    return id.replace(/^terms\//, '').replace(/^payment(?=\/|$)/, 'bid');
  }
}

/** Of one version: other terms answer what was read. */
const nameOf = ({ id, version }: FreelancerOffer): string => `counter ${id} ${version}`;

define('portal-counter-page', CounterPage);
