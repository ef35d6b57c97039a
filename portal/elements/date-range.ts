import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { calendar, chevronLeft, chevronRight } from '../icons/icons.generated.ts';
import { formatDate } from '../strings/format.ts';
import { locale, t } from '../strings/strings.ts';
import { dateRangeStyles } from '../styles/date-range.ts';
import { popoverMenu } from './popover-menu.ts';
import { define, PortalElement } from './portal-element.ts';

/** Whole days, `2026-11-03`; an empty end is open. */
export type Days = { from: string; to: string };

/** Days from and to: chosen in a calendar, or typed. The calendar is loaded when the panel first opens. */
class DateRange extends PortalElement {
  static override pageStyles = [dateRangeStyles];
  static override properties = {
    name: { attribute: false },
    label: { attribute: false },
    days: { attribute: false },
    onDays: { attribute: false },
    canShow: { state: true },
  };
  declare name: string;
  declare label: string;
  declare days: Days;
  declare onDays: (days: Days) => void;
  declare canShow: boolean;

  constructor() {
    super();
    this.canShow = false;
  }

  protected override render(): TemplateResult {
    const { from, to } = this.days;
    const shown = from || to ? daysWords(this.days) : t('period.any');
    return html`${popoverMenu(
      `${this.name}-days`,
      html`${icon(calendar)}<span class="visually-hidden">${this.label}</span><span class="number">${shown}</span>`,
      html`<div class="date-range">
        <div class="date-range-ends">
          ${this.#end('from', t('period.from'))} ${this.#end('to', t('period.to'))}
          ${from || to ? html`<button class="button plain" type="button" @click=${() => this.onDays({ from: '', to: '' })}>${t('period.any')}</button>` : nothing}
        </div>
        ${this.canShow ? this.#calendar() : nothing}
      </div>`,
      '',
      () => void this.#load(),
    )}`;
  }

  #end(end: keyof Days, label: string): TemplateResult {
    return html`<label class="field" for=${`${this.name}-${end}`}>
      <span class="label">${label}</span>
      <input
        class="input"
        type="date"
        id=${`${this.name}-${end}`}
        .value=${this.days[end]}
        @change=${(event: Event) => this.onDays({ ...this.days, [end]: (event.target as HTMLInputElement).value })}
      />
    </label>`;
  }

  #calendar(): TemplateResult {
    const { from, to } = this.days;
    return html`<calendar-range
      months="2"
      page-by="single"
      .locale=${locale()}
      .value=${from && to && from <= to ? `${from}/${to}` : ''}
      .focusedDate=${to || from || undefined}
      @change=${this.#choose}
    >
      <span slot="previous">${icon(chevronLeft)}<span class="visually-hidden">${t('period.previousMonth')}</span></span>
      <span slot="next">${icon(chevronRight)}<span class="visually-hidden">${t('period.nextMonth')}</span></span>
      <div class="date-range-months">
        <calendar-month></calendar-month>
        <calendar-month class="second-month" offset="1"></calendar-month>
      </div>
    </calendar-range>`;
  }

  #choose(event: Event): void {
    const [from = '', to = ''] = (event.target as HTMLElement & { value: string }).value.split('/');
    if (!from || !to) return;
    this.querySelector<HTMLElement>('[popover]')?.hidePopover();
    this.onDays({ from, to });
  }

  async #load(): Promise<void> {
    if (this.canShow) return;
    await import('cally');
    this.canShow = true;
  }
}

define('portal-date-range', DateRange);

export const daysWords = ({ from, to }: Days): string =>
  `${from ? formatDate(from) : '…'} – ${to ? formatDate(to) : '…'}`;

export const dateRange = (name: string, label: string, days: Days, onDays: (days: Days) => void): TemplateResult =>
  html`<portal-date-range .name=${name} .label=${label} .days=${days} .onDays=${onDays}></portal-date-range>`;
