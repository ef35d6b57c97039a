import { Task } from '@lit/task';
import { weekMs, weekName, weekOf, weekStartNamed } from '@portico/api/work/time-entries/time-entry.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { getOwnWeek, type OwnTimesheet, type OwnWeek } from '../../api/time.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { money } from '../../elements/money-field.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { sandboxNote } from '../../elements/sandbox-note.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { chevronLeft, chevronRight, clock, info } from '../../icons/icons.generated.ts';
import { href, replacePath } from '../../router.ts';
import { now } from '../../shell/now.ts';
import { formatTimezone } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { timeStyles } from '../../styles/time.ts';
import { diary } from './diary.ts';
import { hours, weekRange, weekStatus, zone } from './time-words.ts';
import './timer-card.ts';
import './week-grid.ts';

/** The freelancer's time: the timer, this week's hours, and what was done when. */
class TimePage extends PortalElement {
  static override pageStyles = [timeStyles];
  static override properties = { week: { attribute: false } };
  declare week: string;

  #load = new Task(this, {
    args: () => [this.#week()] as const,
    task: ([week], { signal }) => getOwnWeek(week, signal),
  });

  #week(): string {
    return weekStartNamed(this.week) === undefined ? weekOf(now()) : this.week;
  }

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${pageHead(t('time.title'), t('time.lead', { zone: formatTimezone(zone(), now()) }))}
      <div class="stack">
        <portal-timer-card .onChanged=${() => void this.#load.run()}></portal-timer-card>
        ${this.#load.render({
          pending: () =>
            known?.week === this.#week() ? this.#view(known) : html`<div class="card">${loading(8)}</div>`,
          error: (problem) => failed(problem, () => void this.#load.run()),
          complete: (week) => this.#view(week),
        })}
      </div>`;
  }

  #view(week: OwnWeek): TemplateResult {
    const again = () => void this.#load.run();
    if (week.contracts.length === 0 && week.timesheets.length === 0)
      return html`<section class="card" aria-label=${t('time.week')}>
        ${this.#head(week)} ${nothingYet({ shape: clock, title: t('time.noContracts'), text: t('time.noContractsText'), next: html`<a class="button" href=${href('/jobs')}>${t('ownProposals.find')}</a>` })}
      </section>`;
    return html`<section class="card" aria-label=${t('time.week')}>
        ${this.#head(week)}
        ${week.timesheets.length > 0 ? html`<ul class="rows">${week.timesheets.map((sheet) => this.#state(sheet))}</ul>` : nothing}
        <portal-week-grid .week=${week} .onChanged=${again}></portal-week-grid>
        <footer class="muted small">${t('time.gridHelp')}</footer>
      </section>
      ${diary(week.timesheets, again)} ${sandboxNote(week.timesheets[0]?.isSandbox)}`;
  }

  #head({ startsAt, endsAt }: OwnWeek): TemplateResult {
    const isLast = Date.parse(endsAt) > now();
    return html`<header>
      <h2>${weekRange(startsAt, endsAt)}</h2>
      <span class="row">
        <button class="button icon-only" type="button" aria-label=${t('time.weekBefore')} title=${t('time.weekBefore')} @click=${() => this.#go(-1)}>${icon(chevronLeft)}</button>
        <button class="button icon-only" type="button" aria-label=${t('time.weekAfter')} title=${t('time.weekAfter')} aria-disabled=${String(isLast)} @click=${() => (isLast ? undefined : this.#go(1))}>${icon(chevronRight)}</button>
      </span>
    </header>`;
  }

  #state(sheet: OwnTimesheet): TemplateResult {
    const { title, state, net, chargesAt, reviewUntil, disputed } = sheet;
    const until =
      state === 'open' || state === 'freelancerReview' ? chargesAt : state === 'clientReview' ? reviewUntil : undefined;
    const words =
      until === undefined
        ? nothing
        : html`<span class="muted small nowrap">${t(state === 'clientReview' ? 'time.reviewUntil' : 'time.chargesAt')} ${timeAgo(until)}</span>`;
    return html`<li>
      <span class="grow">${title} ${weekStatus(sheet)} ${words}
        ${disputed ? notice('warning', info, t('time.disputedText')) : nothing}</span>
      <span class="row"><span class="nowrap"><span class="muted small">${t('time.net')}</span> ${money(net.net)}</span><span class="number nowrap">${hours(sheet.billedMinutes)}</span></span>
    </li>`;
  }

  #go(weeks: number): void {
    this.week = weekName(weekStartNamed(this.#week())! + weeks * weekMs);
    replacePath(`/my/time?week=${this.week}`);
  }
}

define('portal-time-page', TimePage);
