import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../icons/icon.ts';
import { star } from '../icons/icons.generated.ts';
import { t } from '../strings/strings.ts';

const all = [1, 2, 3, 4, 5] as const;

export const starsWords = (n: number): string => t('stars.of', { n });

/** One to five, as radio buttons: arrows choose, the word is what a screen reader says. */
export const starRating = (
  label: string,
  value: number | null,
  onChange: (stars: number | null) => void,
): TemplateResult =>
  html`<fieldset class="row">
    <legend class="visually-hidden">${label}</legend>
    <span aria-hidden="true">${label}</span>
    <span class="stars">
      ${all.map(
        (stars) => html`<label class=${value !== null && stars <= value ? 'on' : ''} title=${starsWords(stars)}>
          <input class="visually-hidden" type="radio" name=${`stars ${label}`} .checked=${live(value === stars)} aria-label=${starsWords(stars)} @change=${() => onChange(stars)} />
          ${icon(star)}
        </label>`,
      )}
    </span>
    ${value === null ? nothing : html`<button class="button plain small" type="button" @click=${() => onChange(null)}>${t('stars.takeBack')}</button>`}
  </fieldset>`;
