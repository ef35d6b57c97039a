import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { problemWords } from '../../api/problem.ts';
import {
  type ActivityCode,
  addActivityCode,
  answerScreenshots,
  archiveActivityCode,
  changeWorkDiary,
  concedeDispute,
  getActivityCodes,
  getOwnTimesheet,
  getOwnTimesheets,
  getOwnWorkDiary,
  getTimesheet,
  getTimesheets,
  getWorkDiary,
  type OwnTimesheet,
  type OwnTimesheetSummary,
  type Timesheet,
  type TimesheetSummary,
  type WorkDiary,
} from '../../api/time.ts';
import { actionButton } from '../../elements/action-button.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { checkbox, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { money } from '../../elements/money-field.ts';
import { define } from '../../elements/portal-element.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { icon } from '../../icons/icon.ts';
import { chevronDown, chevronUp, circleAlert, clock, monitor, undo2 } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { formatDate, formatMoney } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { timeStyles } from '../../styles/time.ts';
import { diary } from '../time/diary.ts';
import { hours, weekStatus, whyNot } from '../time/time-words.ts';
import { textOfMinutes } from '../time/typed-time.ts';
import { openAdjustDialog } from '../timesheets/adjust-dialog.ts';
import '../timesheets/week-review.ts';

type Week = TimesheetSummary | OwnTimesheetSummary;
type Loaded = { weeks: Week[]; diary: WorkDiary | undefined; codes: ActivityCode[] };

/** The time of one contract, as either side sees it: its weeks, and what its work diary asks for. */
class ContractTime extends FormElement {
  static override pageStyles = [timeStyles];
  static override properties = {
    ...FormElement.properties,
    contractId: { attribute: false },
    side: { attribute: false },
    revision: { attribute: false },
    open: { state: true },
    detail: { state: true },
    code: { state: true },
    codeName: { state: true },
  };
  declare contractId: string;
  declare side: 'client' | 'freelancer';
  /** The contract's: a change of anything inside reads again. */
  declare revision: number | undefined;
  declare open: string | undefined;
  declare detail: Timesheet | OwnTimesheet | undefined;
  declare code: string;
  declare codeName: string;

  constructor() {
    super();
    this.code = '';
    this.codeName = '';
  }

  #load = new Task(this, {
    args: () => [this.contractId, this.side, this.revision] as const,
    task: async ([contractId, side], { signal }): Promise<Loaded> => {
      if (side === 'freelancer')
        return {
          weeks: (await getOwnTimesheets({ contractId }, signal)).items,
          diary: await getOwnWorkDiary(contractId, signal),
          codes: [],
        };
      const [{ items }, work, codes] = await Promise.all([
        getTimesheets({ contractId }, signal),
        getWorkDiary(contractId, signal),
        getActivityCodes(contractId, signal),
      ]);
      return { weeks: items, diary: work, codes };
    },
  });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${this.#load.render({
      pending: () => (known ? this.#view(known) : html`<div class="card">${loading()}</div>`),
      error: (problem) => failed(problem, () => void this.#load.run()),
      complete: (loaded) => this.#view(loaded),
    })}`;
  }

  #view({ weeks, diary: work, codes }: Loaded): TemplateResult {
    return html`<div class="stack">
      ${this.side === 'freelancer' ? this.#asked(work) : nothing}
      ${weeks.length === 0 ? html`<div class="card pad">${nothingYet({ shape: clock, title: t('time.noWeeks'), text: t(this.side === 'client' ? 'time.noWeeksClient' : 'time.noWeeksOwn'), next: this.side === 'freelancer' ? html`<a class="button primary" href=${href('/my/time')}>${t('time.open')}</a>` : 'itself' })}</div>` : weeks.map((week) => this.#week(week))}
      ${this.side === 'client' && work ? this.#settings(work, codes) : nothing}
    </div>`;
  }

  #week(week: Week): TemplateResult {
    const isOpen = this.open === week.id;
    return html`<article class="card week-review">
      <header>
        <div class="row grow"><div class="row grow"><h2>${t('time.weekOf', { week: formatDate(week.week) })}</h2> ${weekStatus(week)}</div><span class="number nowrap">${hours(week.billedMinutes)}</span> ${money(week.amount)}</div>
        <button class="button plain icon-only" type="button" aria-expanded=${String(isOpen)} aria-label=${t(isOpen ? 'time.foldWeek' : 'time.unfoldWeek', { week: week.week })} @click=${() => (isOpen ? this.#fold() : void this.#unfold(week))}>${icon(isOpen ? chevronUp : chevronDown)}</button>
      </header>
      ${isOpen ? (this.detail?.id === week.id ? this.#detail(this.detail) : loading(4)) : nothing}
    </article>`;
  }

  #detail(detail: Timesheet | OwnTimesheet): TemplateResult {
    const again = () => void this.#unfold(detail);
    if ('quote' in detail)
      return html`<portal-week-review .timesheet=${detail} .onChanged=${again}></portal-week-review>`;
    const { dispute, rights, net, disputed } = detail;
    return html`<div class="pad stack">
      ${dispute ? notice(dispute.outcome ? 'info' : 'warning', circleAlert, html`<p>${t('time.disputeOf', { time: textOfMinutes(dispute.minutes), amount: formatMoney(dispute.amount) })} ${dispute.reason}</p>${dispute.outcome ? html`<p>${wordsFor('disputeOutcome', dispute.outcome)} ${dispute.resolution ?? ''}</p>` : nothing}`) : nothing}
      <p>${t('time.netOf', { gross: formatMoney(net.gross), fee: formatMoney(net.fee), net: formatMoney(net.net) })}</p>
      ${diary([detail], again)}
      <div class="row">
        ${disputed ? actionButton({ label: t('time.concede'), shape: undo2, kind: 'danger', why: whyNot(rights.concede), run: () => this.#concede(detail) }) : nothing}
        ${actionButton({ label: t('time.giveBack'), shape: undo2, kind: 'plain', why: whyNot(rights.giveBack), run: () => openAdjustDialog(detail, again, 'freelancer') })}
      </div>
    </div>`;
  }

  #asked(work: WorkDiary | undefined): TemplateResult | typeof nothing {
    if (!work || work.screenshots === 'off') return nothing;
    const isOn = work.screenshots === 'on';
    return notice(
      isOn ? 'warning' : 'info',
      monitor,
      html`<p>${t(isOn ? 'time.screenshotsOn' : work.screenshots === 'asked' ? 'time.screenshotsAsked' : 'time.screenshotsDeclined')}</p>
        <div class="row">
          ${isOn ? nothing : actionButton({ label: t('time.agree'), run: () => void this.#answer(true) }, 'small')}
          ${work.screenshots === 'declined' ? nothing : actionButton({ label: t(isOn ? 'time.stopPictures' : 'time.refuse'), run: () => void this.#answer(false) }, 'small')}
        </div>`,
    );
  }

  #settings(work: WorkDiary, codes: readonly ActivityCode[]): TemplateResult {
    const why = mayOpen('offerer') ? undefined : t('timeRight.role_reads_only');
    return html`<section class="card">
      <header><h2>${t('time.settings')}</h2></header>
      <form class="pad stack close" novalidate @submit=${(event: Event) => void this.#addCode(event)}>
        ${this.problemNotice()}
        ${checkbox({ id: 'required', label: t('time.codesRequired'), checked: work.isActivityCodeRequired, disabled: Boolean(why), onChange: (checked) => void this.#change(work, { isActivityCodeRequired: checked }) })}
        ${checkbox({
          id: 'screenshots',
          label: t('time.wantsPictures'),
          hint: work.screenshotsAllowed
            ? `${t('time.wantsPicturesHint')} ${wordsFor('screenshotState', work.screenshots) ?? ''}`
            : t('time.picturesNotAllowed'),
          checked: work.screenshots !== 'off',
          disabled: Boolean(why) || (!work.screenshotsAllowed && work.screenshots === 'off'),
          onChange: (checked) => void this.#change(work, { wantsScreenshots: checked }),
        })}
        <h3>${t('time.activityCodes')}</h3>
        ${codes.length > 0 ? html`<ul class="rows">${codes.map((code) => html`<li><span class="grow">${code.code} · ${code.name}${code.isArchived ? html` <span class="muted small">${t('time.archived')}</span>` : nothing}</span>${actionButton({ label: t(code.isArchived ? 'time.useAgain' : 'time.archive'), kind: 'plain', why, run: () => void this.#archive(code) }, 'small')}</li>`)}</ul>` : html`<p class="muted">${t('time.noCodes')}</p>`}
        ${
          mayOpen('offerer')
            ? html`<div class="halves">
                ${textField({
                  id: 'code',
                  label: t('time.code'),
                  value: this.code,
                  maxlength: 40,
                  error: this.errors.code,
                  onInput: (code) => {
                    this.code = code;
                  },
                })}
                ${textField({
                  id: 'name',
                  label: t('time.codeName'),
                  value: this.codeName,
                  maxlength: 120,
                  error: this.errors.name,
                  onInput: (name) => {
                    this.codeName = name;
                  },
                })}
              </div>
              <div>${submitButton(t('time.addCode'), this.isBusy, '')}</div>`
            : nothing
        }
      </form>
    </section>`;
  }

  async #unfold({ id, contractId, week }: Pick<Week, 'id' | 'contractId' | 'week'>): Promise<void> {
    this.open = id;
    const detail = this.side === 'client' ? await getTimesheet(id) : await getOwnTimesheet(contractId, week);
    if (this.open === id) this.detail = detail ?? undefined;
    void this.#load.run();
  }

  #fold(): void {
    this.open = undefined;
    this.detail = undefined;
  }

  #concede(detail: OwnTimesheet): void {
    const text = t('time.concedeText', { amount: formatMoney(detail.disputed!) });
    askReason(
      { title: t('time.concede'), text, confirm: t('time.concede'), isRequired: true, isDangerous: true },
      async ({ words }) => {
        await concedeDispute(detail.id, words);
        await this.#unfold(detail);
      },
    );
  }

  async #answer(accepts: boolean): Promise<void> {
    await answerScreenshots(this.contractId, accepts).catch((problem: unknown) => toast(problemWords(problem)));
    void this.#load.run();
  }

  async #change(
    work: WorkDiary,
    change: { isActivityCodeRequired?: boolean; wantsScreenshots?: boolean },
  ): Promise<void> {
    await this.submit(undefined, {}, async () => void (await changeWorkDiary(work, change)));
    void this.#load.run();
  }

  async #addCode(event: Event): Promise<void> {
    const [code, name] = [this.code.trim(), this.codeName.trim()];
    const isDone = await this.submit(
      event,
      { code: !code && t('time.codeMissing'), name: !name && t('time.codeNameMissing') },
      async () => {
        await addActivityCode(this.contractId, code, name);
      },
    );
    if (!isDone) return;
    [this.code, this.codeName] = ['', ''];
    void this.#load.run();
  }

  async #archive(code: ActivityCode): Promise<void> {
    await this.submit(undefined, {}, async () => void (await archiveActivityCode(code, !code.isArchived)));
    void this.#load.run();
  }
}

define('portal-contract-time', ContractTime);
