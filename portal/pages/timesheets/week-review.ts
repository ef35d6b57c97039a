import { html, nothing, type TemplateResult } from 'lit';
import { problemWords } from '../../api/problem.ts';
import { acceptWeek, disputeWeek, type TimeSegment, type Timesheet, withdrawDispute } from '../../api/time.ts';
import { actionButton } from '../../elements/action-button.ts';
import { money } from '../../elements/money-field.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { notice } from '../../elements/states.ts';
import { sums } from '../../elements/sums.ts';
import { timeAgo } from '../../elements/time.ts';
import { circleAlert, circleCheck, plus, scale, undo2 } from '../../icons/icons.generated.ts';
import { toast } from '../../shell/toasts.ts';
import { formatAlike, formatDate, formatMoney } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { hourRows, legend, limitBar } from '../time/hour-rows.ts';
import { dayName, hours, weekStatus, whyNot } from '../time/time-words.ts';
import { textOfMinutes } from '../time/typed-time.ts';
import { openAdjustDialog } from './adjust-dialog.ts';

/** One week with everything that deciding it needs: accept it, or choose segments and dispute them. */
class WeekReview extends PortalElement {
  static override properties = {
    timesheet: { attribute: false },
    onChanged: { attribute: false },
    chosen: { state: true },
    isBusy: { state: true },
  };
  declare timesheet: Timesheet;
  declare onChanged: () => void;
  declare chosen: ReadonlySet<string>;
  declare isBusy: boolean;

  constructor() {
    super();
    this.chosen = new Set();
    this.isBusy = false;
  }

  protected override render(): TemplateResult {
    const { days, rights, dispute, adjustments, memos, activities } = this.timesheet;
    const choose =
      rights.dispute === null
        ? { chosen: this.chosen, toggle: (segment: TimeSegment) => this.#toggle(segment) }
        : undefined;
    return html`<div class="stack">
      ${this.#figures()}
      ${dispute ? notice(dispute.outcome ? 'info' : 'warning', circleAlert, html`<p>${t('time.disputeOf', { time: textOfMinutes(dispute.minutes), amount: formatMoney(dispute.amount) })} ${dispute.reason}</p>${dispute.outcome ? html`<p>${wordsFor('disputeOutcome', dispute.outcome)} ${dispute.resolution ?? ''}</p>` : nothing}`) : nothing}
      <section class="stack close" aria-label=${t('time.diary')}>
        <div class="row apart"><h3>${t('time.diary')}</h3>${legend()}</div>
        ${choose ? html`<p class="muted small">${t('time.chooseHelp')}</p>` : nothing}
        ${days.map(({ date, minutes, segments }) => html`<div class="diary-day"><span>${dayName(date)}</span>${hourRows(segments, choose)}<span class="number">${hours(minutes)}</span></div>`)}
      </section>
      <div class="halves">
        <section><h3>${t('time.memos')}</h3><ul class="rows">${memos.map(({ memo, minutes }) => html`<li><span class="grow">${memo || t('time.noMemo')}</span><span class="number">${hours(minutes)}</span></li>`)}</ul></section>
        ${activities.some(({ activityCode }) => activityCode) ? html`<section><h3>${t('time.activityCodes')}</h3><ul class="rows">${activities.map(({ activityCode, minutes }) => html`<li><span class="grow">${activityCode ? `${activityCode.code} · ${activityCode.name}` : t('time.noCode')}</span><span class="number">${hours(minutes)}</span></li>`)}</ul></section>` : nothing}
      </div>
      ${adjustments.length > 0 ? html`<section><h3>${t('time.adjustments')}</h3><ul class="rows">${adjustments.map(({ kind, amount, reason, state, madeBy }) => html`<li><span class="grow">${wordsFor('adjustmentKind', kind)} · ${reason}<br /><span class="muted small">${madeBy} · ${wordsFor('adjustmentState', state)}</span></span>${money(amount)}</li>`)}</ul></section>` : nothing}
      <div class="row no-print">${this.#actions()}</div>
    </div>`;
  }

  #figures(): TemplateResult {
    const {
      minutes,
      trackedMinutes,
      manualMinutes,
      overLimitMinutes,
      protectedMinutes,
      billedMinutes,
      limitMinutes,
      quote,
      rate,
    } = this.timesheet;
    const shown = formatAlike([quote.amount, quote.fee, quote.initiation, quote.tax, quote.total]);
    return html`<div class="halves">
      <div>
        <dl class="facts">
          <dt>${t('time.tracked')}</dt><dd>${hours(trackedMinutes)}</dd>
          <dt>${t('time.manual')}</dt><dd>${hours(manualMinutes)}</dd>
          ${overLimitMinutes > 0 ? html`<dt>${t('time.overLimit')}</dt><dd>${hours(overLimitMinutes)}</dd>` : nothing}
          <dt>${t('time.protectedTime')}</dt><dd>${hours(protectedMinutes)}</dd>
        </dl>
        ${limitBar(minutes, limitMinutes)}
        ${limitMinutes === null ? nothing : html`<span class="muted small">${t('time.ofLimit', { time: textOfMinutes(minutes), limit: textOfMinutes(limitMinutes) })}</span>`}
      </div>
      ${sums([
        {
          label: t('time.billedAt', { time: textOfMinutes(billedMinutes), rate: formatMoney(rate) }),
          value: shown(quote.amount),
        },
        { label: t('time.clientFee'), value: shown(quote.fee) },
        quote.initiation.amountMinor > 0 && { label: t('time.initiation'), value: shown(quote.initiation) },
        quote.tax.amountMinor > 0 && { label: t('time.tax'), value: shown(quote.tax) },
        { label: t('time.youPay'), value: shown(quote.total), isTotal: true },
      ])}
    </div>`;
  }

  #actions(): TemplateResult {
    const { rights, state, charge } = this.timesheet;
    const n = this.chosen.size;
    const hasMoney = charge === 'paid';
    return html`
      ${actionButton({ label: t('time.accept'), shape: circleCheck, kind: 'primary', why: n > 0 ? t('time.acceptWithChosen') : whyNot(rights.accept), run: () => void this.#accept() })}
      ${actionButton({ label: n > 0 ? t('time.disputeN', { time: textOfMinutes(n * 10) }) : t('time.dispute'), shape: scale, kind: 'danger', why: whyNot(rights.dispute) ?? (n === 0 && t('time.chooseFirst')), run: () => this.#dispute() })}
      ${state === 'disputed' ? actionButton({ label: t('time.withdraw'), shape: undo2, why: whyNot(rights.withdrawDispute), run: () => this.#withdraw() }) : nothing}
      ${actionButton({ label: t('time.add'), shape: plus, kind: 'plain', why: whyNot(rights.adjust) ?? (!hasMoney && state === 'open' && t('time.notClosed')), run: () => openAdjustDialog(this.timesheet, this.onChanged) })}`;
  }

  async #accept(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      const { freelancer, amount } = await acceptWeek(this.timesheet.id);
      toast(t('time.acceptedToast', { name: freelancer.name, amount: formatMoney(amount) }));
    } catch (problem) {
      toast(problemWords(problem));
    } finally {
      this.isBusy = false;
      this.onChanged();
    }
  }

  #dispute(): void {
    const { id } = this.timesheet;
    const text = t('time.disputeText', { time: textOfMinutes(this.chosen.size * 10) });
    askReason(
      { title: t('time.dispute'), text, confirm: t('time.dispute'), isRequired: true, isDangerous: true },
      async ({ words }) => {
        await disputeWeek(id, [...this.chosen], words);
        this.chosen = new Set();
        this.onChanged();
      },
    );
  }

  #withdraw(): void {
    const { id } = this.timesheet;
    askReason(
      { title: t('time.withdraw'), text: t('time.withdrawText'), confirm: t('time.withdraw'), isRequired: true },
      async ({ words }) => {
        await withdrawDispute(id, words);
        this.onChanged();
      },
    );
  }

  #toggle({ id }: TimeSegment): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(id)) chosen.add(id);
    this.chosen = chosen;
  }
}

define('portal-week-review', WeekReview);

/** The line a week has in every list, whether open or folded. */
export const weekLine = ({
  freelancer,
  title,
  week,
  amount,
  state,
  charge,
  reviewUntil,
  billedMinutes,
}: Pick<
  Timesheet,
  'freelancer' | 'title' | 'week' | 'amount' | 'state' | 'charge' | 'reviewUntil' | 'billedMinutes'
>): TemplateResult => html`
  <div class="grow"><h2>${freelancer.name} · ${title}</h2><span class="muted small">${t('time.weekOf', { week: formatDate(week) })}</span> ${weekStatus({ state, charge })}
    ${state === 'clientReview' ? html`<span class="muted small">${t('time.acceptedBy')} ${timeAgo(reviewUntil)}</span>` : nothing}</div>
  <span class="number nowrap">${hours(billedMinutes)}</span> ${money(amount)}`;
