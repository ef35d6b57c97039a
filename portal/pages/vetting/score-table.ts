import { html, nothing, type TemplateResult } from 'lit';
import type { VettingCase } from '../../api/vetting.ts';
import { tag } from '../../elements/tag.ts';
import { formatNumber, formatPercent } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

/** Criteria by reviewers; others’ scores are hidden until one’s own is given. */
export function scoreTable(one: VettingCase, rubric: NonNullable<VettingCase['rubric']>): TemplateResult {
  const { scores, hiddenScores, belowFloor, percent } = one;
  return html`<p class="row small">
      <span class="muted">${t('vetting.version', { version: rubric.version })} · ${t('vetting.passAt', { percent: rubric.passPercent })} · ${t('vetting.given', { given: one.scoresGiven, needed: one.scoresNeeded })}</span>
      ${one.isPassing === null ? nothing : tag(one.isPassing ? 'success' : 'danger', t(one.isPassing ? 'vetting.passing' : 'vetting.notPassing'))}
    </p>
    ${hiddenScores > 0 ? html`<p class="muted">${t('vetting.hidden', { n: hiddenScores })}</p>` : nothing}
    ${
      scores.length === 0
        ? nothing
        : html`<div class="scroll" tabindex="0" role="region" aria-label=${t('vetting.scores')}><table class="table">
            <thead><tr><th scope="col">${t('vetting.criterion')}</th>${scores.map(({ reviewer }) => html`<th scope="col">${reviewer.name}</th>`)}</tr></thead>
            <tbody>
              ${rubric.criteria.map(
                ({ key, name, weight, levels, floor }) => html`<tr>
                  <th scope="row">${name} <span class="muted small">${t('vetting.weight', { weight })}${floor === null ? nothing : ` · ${t('vetting.floor', { floor })}`}</span>${belowFloor.includes(key) ? tag('danger', t('vetting.belowFloor')) : nothing}</th>
                  ${scores.map((score) => html`<td title=${levels[(score.levels[key] ?? 1) - 1] ?? ''}>${formatNumber(score.levels[key] ?? 0)} / ${levels.length}</td>`)}
                </tr>`,
              )}
              <tr><th scope="row">${t('vetting.score')}</th>${scores.map((score) => html`<td><strong>${formatPercent(score.percent)}</strong></td>`)}</tr>
            </tbody>
          </table></div>
          ${percent === null ? nothing : html`<p><strong>${t('vetting.joint')}: ${formatPercent(percent)}</strong></p>`}
          <ul class="small">${scores.filter(({ comment }) => comment).map(({ reviewer, comment }) => html`<li><strong>${reviewer.name}:</strong> ${comment}</li>`)}</ul>`
    }`;
}
