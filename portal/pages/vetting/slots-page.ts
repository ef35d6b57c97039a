import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { type Desk, deskPath, getSlots, type OfferedSlot, offerSlots, removeSlot } from '../../api/vetting.ts';
import { backLink } from '../../elements/back-link.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { tag } from '../../elements/tag.ts';
import { timer } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { me } from '../../shell/session.ts';
import { atOnce, toast } from '../../shell/toasts.ts';
import { formatAppointment } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { mayReview } from './may-review.ts';
import { vettingStyles } from './vetting-styles.ts';

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Times of all reviewers; one’s own are offered in one’s own time zone and shown to each in theirs. */
class SlotsPage extends FormElement {
  static override pageStyles = [vettingStyles];
  static override properties = {
    ...FormElement.properties,
    desk: { attribute: false },
    day: { state: true },
    times: { state: true },
    minutes: { state: true },
    place: { state: true },
  };
  declare desk: Desk;
  declare day: string;
  declare times: string;
  declare minutes: string;
  declare place: string;

  constructor() {
    super();
    this.day = '';
    this.times = '09:00, 10:00, 11:00';
    this.minutes = '45';
    this.place = '';
  }

  #load = new Task(this, {
    args: () => [this.desk] as const,
    task: async ([desk], { signal }) => (await getSlots(desk, signal)).items,
  });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${backLink(deskPath(this.desk), t('vetting.title'))}
      ${pageHead(t('vetting.slots'), t('vetting.slotsLead'))}
      ${mayReview(this.desk) ? this.#form() : nothing}
      ${this.#load.render({
        pending: () => (known ? this.#list(known) : html`<div class="card">${loading()}</div>`),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (items) => this.#list(items),
      })}`;
  }

  #form(): TemplateResult {
    return html`<form class="card pad stack close" novalidate @submit=${(event: Event) => void this.#offer(event)}>
        <h2>${t('vetting.offer')}</h2>
        ${this.problemNotice()}
        <div class="vetting-filters">
          ${textField({ id: 'day', label: t('vetting.day'), type: 'date', value: this.day, error: this.errors.day, onInput: (value) => (this.day = value) })}
          ${textField({ id: 'times', label: t('vetting.times'), hint: t('vetting.timesHint', { zone: ownZone }), value: this.times, error: this.errors.times, onInput: (value) => (this.times = value) })}
          ${textField({ id: 'minutes', label: t('vetting.minutes'), type: 'number', min: 15, max: 180, value: this.minutes, error: this.errors.minutes, onInput: (value) => (this.minutes = value) })}
          ${textField({ id: 'place', label: t('vetting.place'), hint: t('vetting.placeHint'), value: this.place, error: this.errors.place, onInput: (value) => (this.place = value) })}
        </div>
        <div class="actions">${submitButton(t('vetting.offer'), this.isBusy)}</div>
      </form>`;
  }

  #list(items: readonly OfferedSlot[]): TemplateResult {
    if (items.length === 0)
      return html`<div class="card slots">${nothingYet({ shape: timer, title: t('vetting.noSlots'), text: t('vetting.noSlotsText'), next: mayReview(this.desk) ? 'beside' : 'itself' })}</div>`;
    const mine = me.get()?.person.id;
    return html`<div class="card scroll slots" tabindex="0" role="region" aria-label=${t('vetting.slots')}><table class="table cards">
      <thead><tr><th scope="col">${t('vetting.when')}</th><th scope="col">${t('vetting.reviewer')}</th><th scope="col">${t('vetting.place')}</th><th scope="col">${t('vetting.taken')}</th><th scope="col"><span class="visually-hidden">${t('vetting.takeBack')}</span></th></tr></thead>
      <tbody>${items.map((slot) => {
        const { startsAt, reviewer, place, state, application } = slot;
        return html`<tr>
          <th scope="row">${formatAppointment(startsAt)}</th>
          <td data-label=${t('vetting.reviewer')}>${reviewer.name}</td>
          <td data-label=${t('vetting.place')}>${place}</td>
          <td data-label=${t('vetting.taken')}>${application ? html`<a href=${href(`${deskPath(this.desk)}/cases/${application.id}`)}>${application.name}</a>` : tag('success', t('vetting.free'))}</td>
          <td>${reviewer.id === mine && state === 'open' ? html`<button class="button small" type="button" @click=${() => void this.#remove(slot)}>${t('vetting.takeBack')}</button>` : nothing}</td>
        </tr>`;
      })}</tbody>
    </table></div>`;
  }

  #offer(event: Event): Promise<boolean> {
    const times = this.times.split(/[,\s]+/).filter(Boolean);
    const areTimes = times.length > 0 && times.every((time) => /^\d{1,2}:\d{2}$/.test(time));
    const missing = {
      day: !this.day && t('vetting.dayMissing'),
      times: !areTimes && t('vetting.timesWrong'),
      place: !this.place.trim() && t('vetting.placeMissing'),
    };
    return this.submit(event, missing, async () => {
      await offerSlots(this.desk, {
        startsAt: times.map((time) => new Date(`${this.day}T${time.padStart(5, '0')}:00`).toISOString()),
        minutes: Number(this.minutes),
        timeZone: ownZone,
        place: this.place.trim(),
      });
      toast(t('vetting.offered', { n: times.length }));
      void this.#load.run();
    });
  }

  protected override fieldOf(id: string): string {
    return id.startsWith('startsAt') ? 'times' : id;
  }

  #remove({ id, startsAt, endsAt, timeZone, place }: OfferedSlot): Promise<void> {
    const { desk } = this;
    const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
    const shown = () => this.#load.run();
    return atOnce({
      page: this,
      work: () => removeSlot(desk, id).then(shown),
      said: t('vetting.takenBack', { when: formatAppointment(startsAt) }),
      undo: () => offerSlots(desk, { startsAt: [startsAt], minutes, timeZone, place }).then(shown),
    });
  }
}

define('portal-vetting-slots-page', SlotsPage);
