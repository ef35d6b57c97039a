import type { FreelancerProfile } from '@portico/api/talent/freelancers/schema.ts';
import { html, nothing } from 'lit-html';
import { css } from '../../core/css.ts';
import { formatDate, nameOf } from '../../core/formats.ts';
import { availability, badge, buttons, chip, jobSuccess, place, portrait, rate, verified } from '../person.ts';
import type { SearchView } from '../search-view.ts';
import type { LaterStrings } from './strings.ts';

type Line = [label: string, value: (person: FreelancerProfile) => unknown];

/** The whole profile: facts first, then the story in the order a reader asks for it. */
export function profile(view: SearchView, says: LaterStrings, [person]: [FreelancerProfile, ...FreelancerProfile[]]) {
  const { facts, story } = lines(view, says, [person]);
  return html`${head(view, person)}
    <div class="row">${buttons(view, person)}</div>
    <dl class="card">${facts.map(([label, value]) => html`<div><dt class="muted small">${label}</dt><dd>${value(person)}</dd></div>`)}</dl>
    ${story.map(([label, value]) => html`<section class="stack"><h3>${label}</h3>${value(person)}</section>`)}`;
}

/** Up to four people, one line a fact. Skills that all of them have are marked. */
export function compare(view: SearchView, says: LaterStrings, people: FreelancerProfile[]) {
  const { facts, story } = lines(view, says, people);
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${view.strings.compare}>
    <table>
      ${[
        [says.profile, (person) => html`${head(view, person)}<div class="row">${buttons(view, person)}</div>`] as Line,
        ...facts,
        ...story,
      ].map(
        ([label, value]) => html`<tr>
          <th scope="row" class="muted small">${label}</th>
          ${people.map((person) => html`<td>${value(person)}</td>`)}
        </tr>`,
      )}
    </table>
  </div>`;
}

const head = (view: SearchView, person: FreelancerProfile) =>
  html`<div class="row">
    ${portrait(view, person)}
    <div class="who stack">
      <h2>${person.name}</h2>
      <p>${person.headline}</p>
    </div>
  </div>`;

/** Each fact once, for one person or several. */
function lines(view: SearchView, says: LaterStrings, people: FreelancerProfile[]): Record<'facts' | 'story', Line[]> {
  const { strings, language, api } = view;
  const { facets, fields } = strings;
  const isShared = (id: string) => people[1] && people.every(({ skills }) => skills.some((skill) => skill.id === id));
  const month = (iso: string) => formatDate(iso, language, { dateStyle: undefined, year: 'numeric', month: 'short' });
  const span = (from: string, to: string | null, open = '') =>
    [month(from), to ? month(to) : open].filter(Boolean).join(' – ');
  const entry = (title: unknown, where: string, when: string, text: string) =>
    html`<div><b>${title}</b><p>${where}</p><p class="muted small">${when}</p><p>${text}</p></div>`;
  return {
    facts: [
      [facets.rate, (person) => rate(view, person)],
      [facets.jobSuccess, (person) => jobSuccess(view, person)],
      [facets.badge, (person) => (person.badge ? badge(view, person) : '–')],
      [facets.verified, ({ verified: { identity } }) => (identity ? verified(view, identity) : '–')],
      [facets.availability, (person) => availability(view, person)],
      [facets.country, (person) => place(view, person)],
      [says.engagement, (person) => says.engagements[person.engagement]],
      [
        facets.category,
        ({ category, specializations }) => [category?.name, ...specializations].filter(Boolean).join(', '),
      ],
      [says.memberSince, ({ memberSince }) => month(memberSince)],
    ],
    story: [
      [
        facets.skill,
        ({ skills }) =>
          html`<ul class="row chips small">${skills.map(({ id, name }) => chip(name, isShared(id)))}</ul>`,
      ],
      [fields.overview, ({ overview }) => html`<p class="prose">${overview}</p>`],
      [
        facets.language,
        ({ languages }) =>
          languages.map(
            (each) => html`<p>${nameOf('language', each.language, language)}, ${says.levels[each.level]}</p>`,
          ),
      ],
      [
        fields.portfolio,
        ({ portfolio }) =>
          portfolio.map(
            ({ title, text, images: [image], link }) =>
              html`${
                image
                  ? html`<img src=${api.address(image.url)} width=${image.width} height=${image.height} alt=${image.alt} />`
                  : nothing
              }${entry(outside(link, title), '', '', text)}`,
          ),
      ],
      [
        says.employment,
        ({ employment }) =>
          employment.map(({ title, company, from, to, description }) =>
            entry(title, company, span(from, to, says.today), description),
          ),
      ],
      [
        says.education,
        ({ education }) =>
          education.map(({ school, degree, field, from, to }) =>
            entry(school, `${degree} ${field}`, span(from, to, says.today), ''),
          ),
      ],
      [
        says.certifications,
        ({ certifications }) =>
          certifications.map(({ name, issuer, issuedOn, expiresOn, url }) =>
            entry(outside(url, name), issuer, span(issuedOn, expiresOn), ''),
          ),
      ],
      [says.links, ({ links }) => links.map(({ kind, url }) => html`<p>${outside(url, kind)}</p>`)],
    ],
  };
}

/** A freelancer wrote the address: only the web, and the page it leads to learns nothing of this one. */
const outside = (url: string | null, text: string) =>
  /^https?:/.test(url ?? '') ? html`<a href=${url} target="_blank" rel="noreferrer nofollow">${text}</a>` : text;

export const styles = css`
  .near {
    gap: var(--s);
  }
  textarea {
    padding: calc(var(--s) * 2) calc(var(--s) * 3);
    font: inherit;
    color: inherit;
  }
  .wrong {
    color: var(--_danger);
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(160px, 1fr));
    gap: calc(var(--s) * 4);
    padding: calc(var(--s) * 4);
  }
  a {
    color: var(--_link);
  }
  .prose {
    white-space: pre-line;
  }
  img {
    max-width: 100%;
    height: auto;
  }
  .scroll {
    overflow: auto;
  }
  table {
    border-collapse: collapse;
    table-layout: fixed;
    width: max(100%, 720px);
  }
  :is(h3, th)::first-letter {
    text-transform: uppercase;
  }
  td > .row + .row {
    margin-top: calc(var(--s) * 3);
  }
  @container (width < 640px) {
    table {
      width: max(100%, 640px);
    }
    th:first-child {
      width: 96px;
      padding-inline-start: 0;
    }
  }
  td,
  th {
    padding: calc(var(--s) * 3);
    text-align: start;
    vertical-align: top;
    border-bottom: var(--line);
  }
  th {
    width: 110px;
    position: sticky;
    inset-inline-start: 0;
    background: var(--_surface-raised);
  }
  dialog {
    width: min(720px, 100%);
    max-width: none;
    height: 100dvh;
    max-height: none;
    margin-inline-start: auto;
    padding: calc(var(--s) * 6);
    color: inherit;
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
  }
  ::backdrop {
    background: rgb(0 0 0 / 0.4);
  }
  .compare {
    width: min(1120px, 100%);
  }
  .close {
    justify-self: end;
  }
`;
