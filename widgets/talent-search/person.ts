import { html, nothing } from 'lit-html';
import { formatDate, formatMoney, formatNumber, formatPercent, nameOf } from '../core/formats.ts';
import { fill } from '../core/locale.ts';
import { icon } from './icon.ts';
import type { Person, SearchView } from './search-view.ts';

/** The photo over the initials, which stay when there is none or the host's CSP keeps it out. */
export const portrait = ({ api }: SearchView, { name, photoUrl }: Person) =>
  html`<span class="portrait" aria-hidden="true"
    >${name.replace(/(\S)\S*\s*/gu, '$1').slice(0, 2)}${
      photoUrl
        ? html`<img
            src=${api.address(photoUrl)}
            alt=""
            loading="lazy"
            @error=${({ target }: Event) => (target as Element).remove()}
          />`
        : nothing
    }</span
  >`;

export const rate = ({ strings, language }: SearchView, { hourlyRate }: Person) =>
  hourlyRate
    ? html`<b class="large">${formatMoney(hourlyRate, language)}</b> <span class="muted small">${strings.perHour}</span>`
    : strings.rateOnRequest;

export const jobSuccess = ({ language }: SearchView, { jobSuccess }: Person) =>
  jobSuccess === null ? '–' : formatPercent(jobSuccess, language);

export const badge = ({ strings }: SearchView, { badge }: Person) =>
  badge ? html`<span class="row small badge">${icon('badge')}${strings.badges[badge]}</span>` : nothing;

export const verified = ({ strings, language }: SearchView, date?: string | null) =>
  html`<span class="row small verified">${icon('verified')}${strings.verified}${date ? `, ${formatDate(date, language)}` : ''}</span>`;

export const chip = (name: string, matched?: boolean) =>
  matched ? html`<li class="row matched">${icon('check')}${name}</li>` : html`<li>${name}</li>`;

export function availability({ strings, language }: SearchView, person: Person): string {
  const { hoursPerWeek, nextFreeDate, openToOffers } = person.availability;
  if (!openToOffers) return strings.notOpen;
  const isFree = !nextFreeDate || Date.parse(nextFreeDate) <= Date.now();
  return [
    fill(strings.hoursPerWeek, { n: formatNumber(hoursPerWeek, language) }),
    isFree ? strings.freeNow : fill(strings.freeFrom, { date: formatDate(nextFreeDate, language) }),
  ].join(', ');
}

/** Where, and what the clock says there. */
export function place({ language }: SearchView, { country, timezone: timeZone }: Person): string {
  const time = formatDate(Date.now(), language, { dateStyle: undefined, timeStyle: 'short', timeZone });
  return `${nameOf('region', country, language)}, ${time}`;
}

export const buttons = (view: SearchView, person: Person, between: unknown = nothing) => {
  const { strings } = view;
  const saved = view.isSaved(person);
  const spoken = html`<span class="sr"> ${person.name}</span>`;
  return html`${
    view.may('save')
      ? html`<button aria-pressed=${saved} @click=${() => view.save(person)}>
          ${icon('save')}${saved ? strings.saved : strings.save}${spoken}
        </button>`
      : nothing
  }${between}${
    view.may('invite')
      ? html`<button @click=${() => view.invite(person)}>
          ${strings.invite}${spoken}
        </button>`
      : nothing
  }`;
};
