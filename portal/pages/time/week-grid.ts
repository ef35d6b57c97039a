import { type LocalDay, localDaysOf, type Span, segmentMs } from '@portico/api/work/time-entries/time-entry.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { enterTime, type OwnTimesheet, type OwnWeek, type TimedContract } from '../../api/time.ts';
import { FormElement } from '../../elements/form-element.ts';
import { money } from '../../elements/money-field.ts';
import { define } from '../../elements/portal-element.ts';
import { now } from '../../shell/now.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { limitBar } from './hour-rows.ts';
import { dayName, hours, whyNot, zone } from './time-words.ts';
import { placeMinutes, textOfMinutes, timeFromText } from './typed-time.ts';

/** A week by contract and day: hours are typed where they belong, and each row says how they stand to the limit. */
class WeekGrid extends FormElement {
  static override properties = {
    ...FormElement.properties,
    week: { attribute: false },
    onChanged: { attribute: false },
    memos: { state: true },
    codes: { state: true },
  };
  declare week: OwnWeek;
  declare onChanged: () => void;
  declare memos: Readonly<Record<string, string>>;
  declare codes: Readonly<Record<string, string>>;

  constructor() {
    super();
    this.memos = {};
    this.codes = {};
  }

  protected override render(): TemplateResult {
    const days = localDaysOf(Date.parse(this.week.startsAt), zone());
    const rows = this.week.contracts.filter(
      (contract) => contract.takesTime === null || this.#sheet(contract) !== undefined,
    );
    return html`${this.problem ? html`<div class="pad">${this.problemNotice()}</div>` : nothing}
      <div class="week-grid-wrap">
        <table class="week-grid" @keydown=${this.#moved}>
          <thead>
            <tr>
              <th scope="col">${t('time.contract')}</th>
              ${days.map((day) => html`<th scope="col" class=${isToday(day) ? 'today' : ''}>${dayName(day.date)}</th>`)}
              <th scope="col">${t('time.total')}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map((contract, row) => this.#row(contract, days, row))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">${t('time.total')}</th>
              ${days.map((day) => html`<td data-day=${dayName(day.date)}>${textOfMinutes(this.#dayTotal(day))}</td>`)}
              <td data-day=${t('time.total')}>${hours(this.week.minutes)}</td>
            </tr>
          </tfoot>
        </table>
      </div>`;
  }

  #row(contract: TimedContract, days: readonly LocalDay[], row: number): TemplateResult {
    const sheet = this.#sheet(contract);
    const why = sheet ? sheet.rights.enterManual : this.#whyNoEntry(contract);
    const total = sheet?.minutes ?? 0;
    return html`<tr class=${why === null ? 'has-memo' : ''}>
        <th scope="row">
          ${contract.title}<br /><span class="muted small">${contract.client.name}</span>
          ${limitBar(total, contract.limitMinutes)}
          <span class="muted small">
            ${contract.limitMinutes === null ? t('time.noLimit') : t('time.ofLimit', { time: textOfMinutes(total), limit: textOfMinutes(contract.limitMinutes) })}
          </span>
        </th>
        ${days.map((day, column) => this.#cell(contract, day, { row, column, why }))}
        <td data-day=${t('time.total')}>
          <div>${hours(total)}${sheet ? html`<br /><span class="muted small">${money(sheet.amount)}</span>` : nothing}</div>
        </td>
      </tr>
      ${why === null ? this.#memo(contract, days.length) : nothing}`;
  }

  #cell(
    contract: TimedContract,
    day: LocalDay,
    { row, column, why }: { row: number; column: number; why: string | null },
  ): TemplateResult {
    const minutes = this.#minutes(contract, day);
    const shown = minutes > 0 ? textOfMinutes(minutes) : '';
    const label = t('time.cell', { title: contract.title, day: dayName(day.date) });
    if (why !== null || day.startMs >= now())
      return html`<td data-day=${dayName(day.date)} title=${whyNot(why) ?? ''}>${shown || html`<span class="muted">–</span>`}</td>`;
    return html`<td data-day=${dayName(day.date)}>
      <input
        class="input"
        inputmode="text"
        autocomplete="off"
        placeholder="0:00"
        maxlength="13"
        data-at="${row} ${column}"
        aria-label=${label}
        .value=${live(shown)}
        @change=${(event: Event) => void this.#typed(event.target as HTMLInputElement, contract, day, minutes)}
      />
    </td>`;
  }

  #memo({ id, activityCodes, title, isActivityCodeRequired }: TimedContract, columns: number): TemplateResult {
    return html`<tr class="memo-row"><td colspan=${columns + 2}>
      <div class="row">
        <input
          class="input grow"
          maxlength="500"
          aria-label=${t('time.memoOf', { title })}
          placeholder=${t('time.memoFor')}
          .value=${live(this.#memoOf(id))}
          @input=${(event: Event) => {
            this.memos = { ...this.memos, [id]: (event.target as HTMLInputElement).value };
          }}
        />
        ${
          activityCodes.length > 0
            ? html`<select class="input" aria-label=${t('time.codeOf', { title })} @change=${(event: Event) => {
                this.codes = { ...this.codes, [id]: (event.target as HTMLSelectElement).value };
              }}>
                ${isActivityCodeRequired ? nothing : html`<option value="">${t('time.noCode')}</option>`}
                ${activityCodes.map((code) => html`<option value=${code.id} .selected=${code.id === this.#codeOf(id)}>${code.code}</option>`)}
              </select>`
            : nothing
        }
      </div>
    </td></tr>`;
  }

  /** New time is what the last of this contract was, until something else is said. */
  #memoOf(contractId: string): string {
    return this.memos[contractId] ?? this.#last(contractId)?.memo ?? '';
  }

  #codeOf(contractId: string): string {
    const contract = this.week.contracts.find(({ id }) => id === contractId);
    const first = contract?.isActivityCodeRequired ? (contract.activityCodes[0]?.id ?? '') : '';
    return this.codes[contractId] ?? this.#last(contractId)?.activityCode?.id ?? first;
  }

  #last(contractId: string) {
    return this.week.timesheets.find((sheet) => sheet.contractId === contractId)?.entries.at(-1);
  }

  #sheet({ id }: TimedContract): OwnTimesheet | undefined {
    return this.week.timesheets.find(({ contractId }) => contractId === id);
  }

  #whyNoEntry({ takesTime, manualTimeAllowed }: TimedContract): string | null {
    const isClosed = Date.parse(this.week.endsAt) + 12 * 3_600_000 <= now();
    if (isClosed) return 'week_closed';
    return takesTime ?? (manualTimeAllowed ? null : 'manual_time_not_allowed');
  }

  #segments(of: (sheet: OwnTimesheet) => boolean, day: Span): number[] {
    return this.week.timesheets
      .filter(of)
      .flatMap(({ days }) => days.flatMap(({ segments }) => segments.map(({ startsAt }) => Date.parse(startsAt))))
      .filter((at) => at >= day.startMs && at < day.endMs)
      .toSorted((one, other) => one - other);
  }

  #minutes({ id }: TimedContract, day: Span): number {
    return this.#segments(({ contractId }) => contractId === id, day).length * 10;
  }

  #dayTotal(day: Span): number {
    return this.#segments(() => true, day).length * 10;
  }

  async #typed(input: HTMLInputElement, contract: TimedContract, day: LocalDay, before: number): Promise<void> {
    const typed = timeFromText(input.value);
    const restore = (words: string) => {
      toast(words);
      this.requestUpdate();
    };
    if (!typed) return restore(t('time.notUnderstood'));
    const memo = this.#memoOf(contract.id).trim();
    if (typed.kind === 'minutes' && typed.minutes === before) return this.requestUpdate();
    if (typed.kind === 'minutes' && typed.minutes < before) return restore(t('time.lessInDiary'));
    if (memo === '') return restore(t('time.memoFirst'));
    const spans = typed.kind === 'span' ? [spanOf(day, typed)] : this.#place(contract, day, typed.minutes - before);
    if (!spans) return restore(t('time.noRoom'));
    await this.submit(undefined, {}, async () => {
      for (const { startMs, endMs } of spans)
        await enterTime({
          contractId: contract.id,
          startsAt: new Date(startMs).toISOString(),
          endsAt: new Date(endMs).toISOString(),
          memo,
          activityCodeId: this.#codeOf(contract.id) || null,
        });
    });
    this.onChanged();
  }

  #place({ id }: TimedContract, day: LocalDay, minutes: number): Span[] | undefined {
    const taken = this.#segments(() => true, day).map((startMs) => ({ startMs, endMs: startMs + segmentMs }));
    const last = this.#segments(({ contractId }) => contractId === id, day).at(-1);
    return placeMinutes(day, taken, minutes, {
      nowMs: now(),
      after: last === undefined ? undefined : last + segmentMs,
    });
  }

  /** Enter and the arrows go through the grid as in a sheet. */
  #moved(event: KeyboardEvent): void {
    const input = event.target as HTMLInputElement;
    const [row = 0, column = 0] = (input.dataset.at ?? '').split(' ').map(Number);
    if (!input.dataset.at) return;
    const steps: Record<string, [number, number]> = {
      Enter: [1, 0],
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      ...(input.selectionStart === 0 && { ArrowLeft: [0, -1] as [number, number] }),
      ...(input.selectionEnd === input.value.length && { ArrowRight: [0, 1] as [number, number] }),
    };
    const step = steps[event.key];
    if (!step) return;
    const next = this.querySelector<HTMLInputElement>(`[data-at="${row + step[0]} ${column + step[1]}"]`);
    if (event.key === 'Enter') event.preventDefault();
    if (!next) {
      if (event.key === 'Enter') input.blur();
      return;
    }
    event.preventDefault();
    next.focus();
    next.select();
  }
}

/** Local midnight and so many minutes of its clock: the browser knows of clock changes. */
function spanOf(day: LocalDay, { from, to }: { from: number; to: number }): Span {
  const [year = 0, month = 1, date = 1] = day.date.split('-').map(Number);
  const at = (minutes: number) => {
    const instant = new Date(year, month - 1, date, Math.floor(minutes / 60), minutes % 60).getTime();
    return Math.round(instant / segmentMs) * segmentMs;
  };
  return { startMs: at(from), endMs: at(to) };
}

const isToday = ({ startMs, endMs }: LocalDay): boolean => startMs <= now() && now() < endMs;

define('portal-week-grid', WeekGrid);
