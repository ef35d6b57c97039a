import type { TalentHit } from '@portico/api/talent/search/schema.ts';
import { html, nothing } from 'lit-html';
import { fill } from '../core/locale.ts';
import { pieces } from './highlighted.ts';
import { icon } from './icon.ts';
import { availability, badge, buttons, chip, jobSuccess, place, portrait, rate, verified } from './person.ts';
import type { SearchView } from './search-view.ts';

/** One person: who, for how much, how good, why here, and what to do next. */
export function resultRow(view: SearchView, hit: TalentHit) {
  const { strings } = view;
  return html`<li class="person" part="item">
    ${portrait(view, hit)}
    <div class="stack who">
      <div class="row">
        <h2><button class="link large name" @click=${() => view.open(hit)}>${marked(hit, 'name')}</button></h2>
        ${hit.verified ? verified(view) : nothing}
        ${badge(view, hit)}
      </div>
      <p dir="auto">${marked(hit, 'headline')}</p>
      <p class="muted small">${place(view, hit)} · ${availability(view, hit)}</p>
    </div>
    <div class="figures">
      <p>${rate(view, hit)}</p>
      ${hit.jobSuccess === null ? nothing : html`<p class="small">${jobSuccess(view, hit)} ${strings.facets.jobSuccess}</p>`}
    </div>
    <div class="stack more">
      <p class="excerpt" dir="auto">${excerpt(hit)}</p>
      <ul class="row chips small" aria-label=${strings.facets.skill}>
        ${hit.skills.map(({ name, matched }) => chip(name, matched))}
      </ul>
      ${why(view, hit)}
      <div class="row actions" part="item-actions">
        ${buttons(view, hit, [compareButton(view, hit), chooseButton(view, hit)])}
        <slot name=${`item-actions:${hit.id}`}></slot>
      </div>
    </div>
  </li>`;
}

/** The passage that matched says more than how the overview begins. */
function excerpt({ highlights, overviewExcerpt }: TalentHit) {
  const passage = highlights.find(({ field }) => field === 'overview' || field === 'portfolio');
  return passage ? marks(passage) : overviewExcerpt;
}

/** Ranges count in the highlight's own text; where that is another text than the one shown, nothing is marked. */
function marked(hit: TalentHit, field: 'name' | 'headline') {
  const found = hit.highlights.find((each) => each.field === field && each.text === hit[field]);
  return found ? marks(found) : hit[field];
}

const marks = ({ text, ranges }: TalentHit['highlights'][number]) =>
  pieces(text, ranges).map((piece, index) => (index % 2 ? html`<mark>${piece}</mark>` : piece));

function why({ strings, language }: SearchView, { why: { fields, signals } }: TalentHit) {
  const named = new Intl.ListFormat(language).format(fields.map((field) => strings.fields[field]));
  const reasons = [
    named && fill(strings.matchesIn, { fields: named }),
    ...signals.map((signal) => strings.signals[signal]),
  ];
  const text = reasons.filter(Boolean).join(' · ');
  return text ? html`<p class="muted small"><b>${strings.why}</b> ${text}</p>` : nothing;
}

const compareButton = (view: SearchView, hit: TalentHit) =>
  view.may('compare') ? toggle(view.compared.has(hit.id), view.strings.compare, hit, () => view.compare(hit)) : nothing;

const chooseButton = (view: SearchView, hit: TalentHit) =>
  view.name ? toggle(view.value === hit.id, view.strings.choose, hit, () => view.choose(hit)) : nothing;

const toggle = (pressed: boolean, word: string, { name }: TalentHit, click: () => void) =>
  html`<button aria-pressed=${pressed} @click=${click}>${pressed ? icon('check') : nothing}${word}<span class="sr"> ${name}</span></button>`;
