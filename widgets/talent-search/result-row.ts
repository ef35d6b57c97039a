import { html, nothing } from 'lit';
import { nameOf } from '../core/formats.ts';
import { icon } from '../core/icon.ts';
import { fill } from '../core/locale.ts';
import { segments } from './highlighted.ts';
import { availabilityText, badge, inviteButton, localTime, percent, portrait, rate, saveButton } from './person.ts';
import type { SearchView } from './search-view.ts';
import type { TalentHit } from './wire.ts';

/** One person: who, for how much, how good, why here, and what to do next. */
export function resultRow(view: SearchView, hit: TalentHit) {
  const { strings, language } = view;
  return html`<li part="item">
    ${portrait(view, hit)}
    <div class="who">
      <div class="row">
        <h3><button type="button" class="link name" @click=${() => view.open(hit.id)}>${highlighted(hit, 'name', hit.name)}</button></h3>
        ${hit.verified ? html`<span class="verified small">${icon('verified')}${strings.verified}</span>` : nothing}
        ${badge(view, hit)}
      </div>
      <p class="headline">${highlighted(hit, 'headline', hit.headline)}</p>
      <p class="muted small row facts">
        <span>${icon('place')}${nameOf('region', hit.country, language)}, ${localTime(view, hit)}</span>
        <span>${icon('clock')}${availabilityText(view, hit)}</span>
      </p>
    </div>
    <div class="figures">
      <p>${rate(view, hit)}</p>
      ${hit.jobSuccess === null ? nothing : html`<p class="small">${fill(strings.jobSuccess, { n: percent(language, hit.jobSuccess) })}</p>`}
    </div>
    <div class="more">
      <p class="excerpt">${excerpt(hit)}</p>
      <ul class="chips" aria-label=${strings.skills}>
        ${hit.skills.map(({ name, matched }) =>
          matched
            ? html`<li class="matched">${icon('check')}${name}<span class="sr"> (${strings.matches})</span></li>`
            : html`<li>${name}</li>`,
        )}
      </ul>
      ${why(view, hit)}
    </div>
    <div class="row actions" part="item-actions">
      ${saveButton(view, hit)} ${compareButton(view, hit)} ${view.choosing ? chooseButton(view, hit) : nothing}
      ${inviteButton(view, hit)}
      <slot name=${`item-actions:${hit.id}`}></slot>
    </div>
  </li>`;
}

/** The passage that matched says more than how the overview begins. */
function excerpt(hit: TalentHit) {
  const passage = hit.highlights.find(({ field }) => field === 'overview' || field === 'portfolio');
  return passage ? highlighted(hit, passage.field, passage.text) : hit.overviewExcerpt;
}

/** Ranges count in the highlight's own text; where that is another text than the one shown, nothing is marked. */
function highlighted(hit: TalentHit, field: string, text: string) {
  const found = hit.highlights.find((each) => each.field === field && each.text === text);
  return found
    ? segments(text, found.ranges).map((part) => (part.marked ? html`<mark>${part.text}</mark>` : part.text))
    : text;
}

function why({ strings, language }: SearchView, { why }: TalentHit) {
  const fields = why.fields.map((field) => strings.fields[field as keyof typeof strings.fields]).filter(Boolean);
  const reasons = [
    ...(fields.length ? [fill(strings.matchesIn, { fields: list(language, fields) })] : []),
    ...why.signals.map((signal) => strings.signals[signal]).filter(Boolean),
  ];
  return reasons.length ? html`<p class="why muted small"><b>${strings.why}</b> ${reasons.join(' · ')}</p>` : nothing;
}

const list = (language: string, words: string[]) =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(words);

function compareButton(view: SearchView, hit: TalentHit) {
  return html`<button type="button" aria-pressed=${view.compared.has(hit.id)} @click=${() => view.compare(hit)}>
    ${icon('compare')}${view.strings.compare}<span class="sr"> ${hit.name}</span>
  </button>`;
}

function chooseButton(view: SearchView, { id, name }: TalentHit) {
  const isChosen = view.value === id;
  return html`<button type="button" aria-pressed=${isChosen} @click=${() => view.choose(id)}>
    ${icon('check')}${isChosen ? view.strings.chosen : view.strings.choose}<span class="sr"> ${name}</span>
  </button>`;
}
