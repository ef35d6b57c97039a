import { html, nothing, type TemplateResult } from 'lit';
import type { Bid, Proposal } from '../../api/proposals.ts';
import { fileList } from '../../elements/file-list.ts';
import { richText } from '../../elements/rich-text.ts';
import { tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { check, minus } from '../../icons/icons.generated.ts';
import { now } from '../../shell/now.ts';
import { countryName, formatMoney, formatPercent, formatTimezone } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { milestoneSums } from '../offer-parts/payment-view.ts';

/** What the freelancer sent, beside what is known of them. */
export const proposalContent = (proposal: Proposal): TemplateResult =>
  html`<div class="columns">
    <div class="stack close">
      <section class="card pad stack close"><h3>${t('proposal.letter')}</h3><div class="letter">${richText(proposal.coverLetter.content, 3)}</div></section>
      ${proposal.answers.length > 0 ? html`<section class="card pad stack close"><h3>${t('proposal.answers')}</h3>${answers(proposal)}</section>` : nothing}
      ${proposal.attachments.length > 0 ? html`<section class="card pad stack close"><h3>${t('jobPost.attachments')}</h3>${fileList(proposal.attachments)}</section>` : nothing}
    </div>
    <aside class="stack close">
      <section class="card pad stack close">
        <h3>${t('proposal.bid')}</h3>
        ${bidView(proposal.bid)}
        ${proposal.termsChangedAt ? html`<p class="muted small">${t('proposal.termsChanged')} ${timeAgo(proposal.termsChangedAt)}</p>` : nothing}
      </section>
      <section class="card pad stack close"><h3>${t('proposal.fit')}</h3>${fitView(proposal)}</section>
    </aside>
  </div>`;

const answers = ({ answers: given }: Proposal) =>
  html`<dl class="answers">
    ${given.map(({ question, value, file }) => html`<div><dt>${question}</dt><dd>${file ? fileList([file]) : answerWords(value)}</dd></div>`)}
  </dl>`;

function answerWords(value: string | boolean | null): unknown {
  if (value === null || value === '') return html`<span class="muted">${t('proposal.noAnswer')}</span>`;
  if (typeof value === 'boolean')
    return tag(value ? 'success' : 'neutral', value ? t('proposal.yes') : t('proposal.no'));
  return html`<span class="prose">${value}</span>`;
}

export function bidView(bid: Bid): TemplateResult {
  if (bid.kind === 'hourly')
    return html`<p class="money strong">${t('jobPost.perHour', { rate: formatMoney(bid.rate) })}</p>`;
  if (bid.kind === 'fixed') return html`<p class="money strong">${formatMoney(bid.total)}</p>`;
  return milestoneSums(bid.milestones, bid.total);
}

function fitView({ fit, freelancer }: Proposal): TemplateResult {
  return html`<ul class="stack tight list">
      ${fit.matchedSkills.map((skill) => html`<li class="row tight-row">${icon(check)}${skill}</li>`)}
      ${fit.missingSkills.map((skill) => html`<li class="row tight-row muted">${icon(minus)}${t('proposal.notNamed', { skill })}</li>`)}
    </ul>
    <dl class="facts number">
      ${fit.reasons.length > 0 ? html`<dt>${t('proposal.why')}</dt><dd>${fit.reasons.map((reason) => wordsFor('fitReason', reason) ?? reason).join(', ')}</dd>` : nothing}
      <dt>${t('freelancer.jobSuccess')}</dt><dd>${freelancer.jobSuccess === null ? t('freelancer.jobSuccessNone') : formatPercent(freelancer.jobSuccess)}</dd>
      ${freelancer.hourlyRate ? html`<dt>${t('freelancer.rate')}</dt><dd>${t('freelancer.perHour', { rate: formatMoney(freelancer.hourlyRate) })}</dd>` : nothing}
      <dt>${t('freelancer.availability')}</dt><dd>${t('freelancer.hours', { n: freelancer.hoursPerWeek })}</dd>
      <dt>${t('freelancer.location')}</dt><dd>${countryName(freelancer.country)}, ${formatTimezone(freelancer.timezone, now())}</dd>
    </dl>`;
}
