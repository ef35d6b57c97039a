import type { Job } from '@portico/api/hiring/job-search/schema.ts';
import type { ProposalTerms } from '@portico/api/hiring/proposals/own-schema.ts';
import type { FeeSchedule } from '@portico/api/money/fees/fee.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { notice } from '../../elements/states.ts';
import { sums } from '../../elements/sums.ts';
import { circleAlert } from '../../icons/icons.generated.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { openBuyConnects } from '../connects/buy-connects-dialog.ts';
import { proposalRangeWords } from '../jobs/job-words.ts';
import { earningsLines } from './bid-fields.ts';
import type { ProposeDraft } from './propose-draft.ts';

/** What it brings and what it costs, before it is sent. */
export function proposeSums(
  terms: ProposalTerms,
  { bid, boostBid }: ProposeDraft,
  onBought: () => void,
): TemplateResult {
  const { price, free, balance, balanceAfter } = terms.connects;
  const after = balanceAfter - boostBid;
  const connects = (n: number) => t('connects.count', { n });
  return html`<section class="card pad stack close">
    <h2>${t('propose.summary')}</h2>
    ${earningsLines(bid, terms.feeSchedule as FeeSchedule)}
    ${sums([
      {
        label: t('propose.cost'),
        note: free ? wordsFor('propose.freeWhy', free) : '',
        value: free ? t('propose.free') : connects(price),
      },
      boostBid > 0 && { label: t('propose.boostHeld'), value: connects(boostBid) },
      { label: t('propose.balance'), value: connects(balance) },
      after >= 0 && { label: t('propose.balanceAfter'), value: connects(after), isTotal: true },
    ])}
    ${
      after < 0
        ? notice(
            'warning',
            circleAlert,
            html`<p>${t('propose.tooFew', { n: -after })}</p>
              <button class="button small" type="button" @click=${() => openBuyConnects(onBought)}>${t('propose.buy')}</button>`,
          )
        : nothing
    }
  </section>`;
}

export const proposeOdds = (job: Job): TemplateResult =>
  html`<section class="card pad stack close">
    <h2>${t('propose.odds')}</h2>
    <dl class="facts number">
      <dt>${t('propose.oddsProposals')}</dt><dd>${proposalRangeWords(job)}</dd>
      <dt>${t('propose.oddsWanted')}</dt><dd>${job.hires}</dd>
      <dt>${t('propose.oddsSkills')}</dt><dd>${t('propose.oddsSkillsOf', { n: job.skills.filter(({ mine }) => mine).length, all: job.skills.length })}</dd>
      <dt>${t('propose.oddsHires')}</dt><dd>${t('propose.oddsHiresOf', { n: job.client.hires, posts: job.client.posts })}</dd>
    </dl>
  </section>`;
