import type { FreelancerProfile } from '@portico/api/talent/freelancers/schema.ts';
import { html } from 'lit-html';
import { nameOf } from '../core/formats.ts';
import { availability, badge, buttons, chip, jobSuccess, place, portrait, rate } from './person.ts';
import type { SearchView } from './search-view.ts';

/** Up to four people, one fact a line. Skills that all of them have come first and are marked. */
export function compare(view: SearchView, people: FreelancerProfile[]) {
  const { strings, language } = view;
  const { facets } = strings;
  const isShared = ({ id }: { id: string }) => people.every(({ skills }) => skills.some((skill) => skill.id === id));
  const rows: [string, (person: FreelancerProfile) => unknown][] = [
    [facets.rate, (person) => rate(view, person)],
    [facets.jobSuccess, (person) => jobSuccess(view, person)],
    [facets.badge, (person) => (person.badge ? badge(view, person) : '–')],
    [facets.verified, ({ verified }) => (verified.identity ? strings.verified : '–')],
    [facets.availability, (person) => availability(view, person)],
    [facets.country, (person) => place(view, person)],
    [strings.engagement, ({ engagement }) => strings.engagements[engagement]],
    [
      facets.skill,
      ({ skills }) =>
        html`<ul class="row chips small">${[true, false].map((shared) => skills.filter((skill) => isShared(skill) === shared).map(({ name }) => chip(name, shared)))}</ul>`,
    ],
    [
      facets.language,
      ({ languages }) =>
        languages.map(
          (each) =>
            html`<p>${nameOf('language', each.language, language)} <span class="muted small">${strings.levels[each.level]}</span></p>`,
        ),
    ],
    [
      strings.employment,
      ({ employment }) => employment.slice(0, 2).map(({ title, company }) => html`<p>${title}, ${company}</p>`),
    ],
    ['', (person) => html`<div class="row">${buttons(view, person)}</div>`],
  ];
  return html`<h2>${strings.compare}</h2>
    <div class="scroll" tabindex="0" role="region" aria-label=${strings.compare}>
      <table>
        <thead>
          <tr>
            <td></td>
            ${people.map(
              (person) => html`<th scope="col">
                ${portrait(view, person)}
                <p><button type="button" class="link" @click=${() => view.open(person)}>${person.name}</button></p>
                <p class="small muted">${person.headline}</p>
              </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([label, cell]) => html`<tr>
              <th scope="row" class="muted small">${label}</th>
              ${people.map((person) => html`<td>${cell(person)}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
