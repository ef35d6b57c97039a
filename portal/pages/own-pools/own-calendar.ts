import { Task } from '@lit/task';
import { weekHoursMax } from '@portico/api/talent/talent-pools/week.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { getOwnCalendar, type OwnCalendar, writeOwnWeek } from '../../api/pools.ts';
import { problemWords } from '../../api/problem.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { icon } from '../../icons/icon.ts';
import { info, undo2 } from '../../icons/icons.generated.ts';
import { toast } from '../../shell/toasts.ts';
import { formatDate, formatNumber } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';

const weeksShown = 8;

/** The freelancer's own weeks: each is saved as it is left, and can be given back to the profile. */
class OwnCalendarSection extends PortalElement {
  static override properties = { known: { state: true }, showsAll: { state: true } };
  declare known: OwnCalendar | undefined;
  declare showsAll: boolean;

  constructor() {
    super();
    this.showsAll = false;
  }

  #load = new Task(this, {
    args: () => [],
    task: (_, { signal }) => getOwnCalendar(signal),
    onComplete: (known) => {
      this.known = known;
    },
  });

  protected override render(): TemplateResult {
    return html`<section class="card pad stack close" aria-labelledby="own-calendar">
      <h2 id="own-calendar">${t('ownPools.calendar')}</h2>
      ${
        this.known
          ? this.#weeks(this.known)
          : this.#load.render({
              pending: () => loading(4),
              error: (problem) => failed(problem, () => void this.#load.run()),
            })
      }
    </section>`;
  }

  #weeks({ weeks, profile }: OwnCalendar): TemplateResult {
    const shown = this.showsAll ? weeks : weeks.slice(0, weeksShown);
    return html`<p class="muted">${t('ownPools.calendarLead', { hours: formatNumber(profile.hoursPerWeek) })}</p>
      ${profile.openToOffers ? nothing : notice('warning', info, t('ownPools.calendarOff'))}
      <div class="own-weeks">${shown.map((week) => this.#week(week))}</div>
      ${this.showsAll ? nothing : html`<div><button class="button small" type="button" @click=${() => this.#showAll()}>${t('ownPools.moreWeeks')}</button></div>`}`;
  }

  #showAll(): void {
    this.showsAll = true;
  }

  #week({ startsOn, freeHours, state, written }: OwnCalendar['weeks'][number]): TemplateResult {
    const id = `week-${startsOn}`;
    return html`<div class="own-week">
      <label for=${id}><span class="strong">${formatDate(startsOn)}</span><br /><span class="muted small">${wordsFor('weekState', state) ?? state}</span></label>
      <input
        class="input"
        id=${id}
        type="number"
        inputmode="numeric"
        min="0"
        max=${weekHoursMax}
        step="1"
        aria-label=${t('ownPools.weekLabel', { date: formatDate(startsOn) })}
        .value=${live(String(written ?? freeHours))}
        @change=${(event: Event) => this.#typed(startsOn, (event.target as HTMLInputElement).value)}
      />
      ${
        written === null
          ? nothing
          : html`<button class="button plain small icon-only" type="button" title=${t('ownPools.reset')} aria-label=${t('ownPools.reset')} @click=${() => void this.#write(startsOn, null)}>${icon(undo2)}</button>`
      }
    </div>`;
  }

  #typed(startsOn: string, text: string): void {
    if (text.trim() === '') return void this.#write(startsOn, null);
    const hours = Number(text);
    if (Number.isInteger(hours) && hours >= 0 && hours <= weekHoursMax) return void this.#write(startsOn, hours);
    this.requestUpdate();
  }

  async #write(startsOn: string, freeHours: number | null): Promise<void> {
    try {
      this.known = await writeOwnWeek(startsOn, freeHours);
      toast(t('ownPools.saved'));
    } catch (problem) {
      toast(problemWords(problem));
      this.requestUpdate();
    }
  }
}

define('portal-own-calendar', OwnCalendarSection);
