import { css, html } from 'lit';
import { nameOf } from '../core/formats.ts';
import { icon } from '../core/icon.ts';
import { availabilityText, badge, inviteButton, localTime, percent, portrait, rate, saveButton } from './person.ts';
import type { SearchView } from './search-view.ts';
import type { FreelancerProfile } from './wire.ts';

/** Up to four people, one fact a line. Skills that all of them have come first and are marked. */
export function content(view: SearchView, people: FreelancerProfile[]) {
  const { strings, language } = view;
  const isShared = (id: string) => people.every(({ skills }) => skills.some((skill) => skill.id === id));
  const line = (label: string, value: (person: FreelancerProfile) => unknown) =>
    html`<tr><th scope="row" class="muted small">${label}</th>${people.map((person) => html`<td>${value(person)}</td>`)}</tr>`;
  const skills = (person: FreelancerProfile) => html`<ul class="chips">
    ${person.skills
      .map(({ id, name }) => ({ name, shared: isShared(id) }))
      .sort((one, other) => Number(other.shared) - Number(one.shared))
      .map(({ name, shared }) => html`<li class=${shared ? 'matched' : ''}>${shared ? icon('check') : ''}${name}</li>`)}
  </ul>`;
  return html`<h2>${strings.compare}</h2>
    <div class="scroll" tabindex="0" role="region" aria-label=${strings.compare}>
      <table>
        <thead>
          <tr>
            <td></td>
            ${people.map(
              (person) => html`<th scope="col">
                ${portrait(view, person)}
                <button type="button" class="link" @click=${() => view.open(person.id)}>${person.name}</button>
                <p class="small muted">${person.headline}</p>
              </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${line(strings.rate, (person) => rate(view, person))}
          ${line(strings.facets.jobSuccess, ({ jobSuccess }) => (jobSuccess === null ? '–' : percent(language, jobSuccess)))}
          ${line(strings.facets.badge, (person) => (person.badge ? badge(view, person) : '–'))}
          ${line(strings.facets.verified, ({ verified }) => (verified.identity ? strings.yes.verified : '–'))}
          ${line(strings.available, (person) => availabilityText(view, person))}
          ${line(strings.location, (person) => `${nameOf('region', person.country, language)}, ${localTime(view, person)}`)}
          ${line(strings.engagement, ({ engagement }) => strings.engagements[engagement])}
          ${line(strings.skills, skills)}
          ${line(strings.languages, ({ languages }) =>
            languages.map(
              (each) =>
                html`<p>${nameOf('language', each.language, language)} <span class="muted small">${strings.levels[each.level]}</span></p>`,
            ),
          )}
          ${line(strings.employment, ({ employment }) => employment.slice(0, 2).map(({ title, company }) => html`<p>${title}, ${company}</p>`))}
          ${line('', (person) => html`<div class="row">${saveButton(view, person)} ${inviteButton(view, person)}</div>`)}
        </tbody>
      </table>
    </div>`;
}

export const styles = css`
  .scroll {
    overflow: auto;
  }
  table {
    border-collapse: collapse;
    min-inline-size: 100%;
  }
  td,
  th {
    padding: calc(var(--s) * 2.5) calc(var(--s) * 3);
    text-align: start;
    vertical-align: top;
    min-inline-size: 170px;
  }
  tbody tr {
    border-block-start: 1px solid var(--_border);
  }
  th[scope='row'],
  thead td {
    min-inline-size: 110px;
    position: sticky;
    inset-inline-start: 0;
    background: var(--_surface-raised);
  }
`;
