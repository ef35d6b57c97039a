import type { ColorToken, Scheme } from '@portico/themes/tokens.ts';
import type { ThemeRefusal } from '@portico/themes/validate-theme.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { tag } from '../../elements/tag.ts';
import { formatNumber } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';

type Apply = (scheme: Scheme, token: ColorToken, value: string) => void;
type LowContrast = Extract<ThemeRefusal, { code: 'contrast_too_low' }>;

/** Every pair that cannot be read well, with the nearest colour that can. */
export function contrastList(refusals: readonly ThemeRefusal[], apply: Apply): TemplateResult {
  const low = refusals.filter((refusal): refusal is LowContrast => refusal.code === 'contrast_too_low');
  return html`<section class="card" aria-live="polite">
    <header>
      <h2>${t('theme.contrast')}</h2>
      ${low.length === 0 ? tag('success', t('theme.contrastGood')) : tag('danger', t('theme.contrastLow', { n: low.length }))}
    </header>
    ${low.length > 0 ? html`<ul class="rows">${low.map((refusal) => pair(refusal, apply))}</ul>` : nothing}
  </section>`;
}

function pair({ scheme, text, ground, ratio, needed, suggestion }: LowContrast, apply: Apply): TemplateResult {
  return html`<li>
    <div class="grow">
      <strong>${t('theme.pair', { text: name(text), ground: name(ground) })}</strong>
      <div class="muted small number">
        ${wordsFor('shell.scheme', scheme)}: ${t('theme.ratio', { ratio: formatNumber(ratio), needed: formatNumber(needed) })}
      </div>
    </div>
    ${
      suggestion
        ? html`<button class="button small" type="button" title=${suggestion} @click=${() => apply(scheme, text, suggestion)}>${t('theme.useSuggestion')}</button>`
        : html`<span class="muted small">${t('theme.changeGround')}</span>`
    }
  </li>`;
}

export function refusalWords(refusal: ThemeRefusal): string {
  switch (refusal.code) {
    case 'not_a_color':
      return t('theme.notAColor');
    case 'out_of_range':
      return t('theme.outOfRange', { min: refusal.min, max: refusal.max });
    case 'not_a_number':
      return t('theme.notANumber');
    case 'contrast_too_low':
      return t('theme.ratio', { ratio: formatNumber(refusal.ratio), needed: formatNumber(refusal.needed) });
    case 'not_in_list':
    case 'not_an_object':
    case 'unknown_token':
      return t('theme.notAccepted');
  }
}

const name = (token: ColorToken): string => wordsFor('token', token) ?? token;
