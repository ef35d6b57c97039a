import { html, nothing } from 'lit';
import { formatDate, formatMoney } from '../core/formats.ts';
import { icon } from '../core/icon.ts';
import { fill } from '../core/locale.ts';
import type { SearchView } from './search-view.ts';
import type { TalentHit } from './wire.ts';

type Person = Pick<
  TalentHit,
  'id' | 'name' | 'photoUrl' | 'hourlyRate' | 'jobSuccess' | 'badge' | 'availability' | 'timezone'
>;

/** The photo over the initials, which stay when there is none or the host's CSP keeps it out. */
export const portrait = (
  { api }: SearchView,
  { name, photoUrl }: Person,
) => html`<span class="portrait" aria-hidden="true"
  >${initials(name)}${
    photoUrl
      ? html`<img src=${absolute(api.base, photoUrl)} alt="" loading="lazy" @error=${(event: Event) => (event.target as Element).remove()} />`
      : nothing
  }</span
>`;

/** A path on the wire is one on the API's host, also below `/t/<slug>`; anything but http(s) is no photo. */
export function absolute(apiBase: string, url: string): string {
  if (url.startsWith('/') && !url.startsWith('//')) return apiBase + url;
  return /^(https?:|data:image\/)/i.test(url) ? url : '';
}

export const rate = ({ strings, language }: SearchView, { hourlyRate }: Person) =>
  hourlyRate
    ? html`<b class="amount">${formatMoney(hourlyRate, language)}</b> <span class="muted small">${strings.perHour}</span>`
    : html`<span class="muted small">${strings.rateOnRequest}</span>`;

export const percent = (language: string, value: number) =>
  new Intl.NumberFormat(language, { style: 'percent' }).format(value / 100);

export const badge = ({ strings }: SearchView, { badge }: Person) =>
  badge ? html`<span class="badge ${badge}">${icon('badge')}${strings.badges[badge]}</span>` : nothing;

export function availabilityText({ strings, language }: SearchView, { availability }: Person): string {
  const { hoursPerWeek, nextFreeDate, openToOffers } = availability;
  if (!openToOffers) return strings.notOpen;
  const isFree = !nextFreeDate || Date.parse(nextFreeDate) <= Date.now();
  const when = isFree ? strings.freeNow : fill(strings.freeFrom, { date: formatDate(nextFreeDate, language) });
  return `${fill(strings.hoursPerWeek, { n: new Intl.NumberFormat(language).format(hoursPerWeek) })}, ${when}`;
}

export function localTime({ strings, language }: SearchView, { timezone }: Person): string {
  try {
    return fill(strings.localTime, {
      time: formatDate(new Date().toISOString(), language, { timeStyle: 'short', timeZone: timezone }),
    });
  } catch {
    return timezone;
  }
}

export function saveButton(view: SearchView, person: { id: string; name: string; saved: boolean }) {
  const saved = view.isSaved(person);
  return html`<button type="button" aria-pressed=${saved} @click=${() => view.save(person)}>
    ${icon('save')}${saved ? view.strings.saved : view.strings.save}<span class="sr"> ${person.name}</span>
  </button>`;
}

export const inviteButton = (view: SearchView, { id, name }: { id: string; name: string }) =>
  view.mayInvite
    ? html`<button type="button" class="primary" @click=${() => view.invite(id)}>
        ${icon('send')}${view.strings.invite}<span class="sr"> ${name}</span>
      </button>`
    : nothing;

const initials = (name: string) =>
  name
    .split(/\s+/)
    .flatMap((word) => [...word].slice(0, 1))
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('');
