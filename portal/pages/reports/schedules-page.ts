import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { problemWords } from '../../api/problem.ts';
import {
  getDeliveries,
  getSchedules,
  pauseSchedule,
  type ReportDelivery,
  type ReportSchedule,
  removeSchedule,
  resumeSchedule,
  testSchedule,
} from '../../api/reports.ts';
import { actionItem } from '../../elements/action-button.ts';
import { confirmThen } from '../../elements/dialog.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { popoverMenu } from '../../elements/popover-menu.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { type TagKind, tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { calendar, circlePause, circlePlay, ellipsis, pencil, send, trash } from '../../icons/icons.generated.ts';
import { currentQuery, href, replaceQuery } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { reportStyles } from '../../styles/reports.ts';
import { reportPath } from './question-url.ts';
import { refused } from './report-states.ts';
import { reportName } from './report-words.ts';
import { openSchedule } from './schedule-dialog.ts';
import { scheduleWhen, scheduleWhere } from './schedule-words.ts';

/** What is sent by itself, when next, and whether the last one arrived. */
class SchedulesPage extends PortalElement {
  static override pageStyles = [reportStyles];
  static override properties = { openId: { state: true } };
  declare openId: string | undefined;

  constructor() {
    super();
    this.openId = currentQuery().get('open') ?? undefined;
  }

  #load = new Task(this, { args: () => [] as const, task: (_, { signal }) => getSchedules(signal) });
  #deliveries = new Task(this, {
    args: () => [this.openId] as const,
    task: async ([id], { signal }) => (id ? getDeliveries(id, signal) : []),
  });

  protected override updated(): void {
    replaceQuery(new URLSearchParams(this.openId ? { open: this.openId } : {}));
  }

  protected override render(): TemplateResult {
    const back = html`<a class="button" href=${href('/reports')}>${t('reports.back')}</a>`;
    return html`${pageHead(t('schedules.title'), t('schedules.lead'), back)}
      <div class="card">
        ${this.#load.render({
          pending: () => (this.#load.value ? this.#list(this.#load.value) : loading(5)),
          error: (problem) => refused(problem, { retry: this.#again, withoutTeam: this.#again, shorter: this.#again }),
          complete: (items) => this.#list(items),
        })}
      </div>`;
  }

  #again = () => void this.#load.run();

  #list(items: readonly ReportSchedule[]): TemplateResult {
    if (items.length === 0)
      return nothingYet({
        shape: calendar,
        title: t('schedules.none'),
        text: t('schedules.noneText'),
        next: html`<a class="button" href=${href('/reports')}>${t('reports.back')}</a>`,
      });
    return html`<ul class="rows">${items.map((one) => this.#row(one))}</ul>`;
  }

  #row(one: ReportSchedule): TemplateResult {
    const { id, name, report, filters, state, stopReason, nextRunAt, lastDelivery, owner } = one;
    const isOpen = id === this.openId;
    return html`<li class="schedule">
      <div class="grow stack tight">
        <div class="row">
          <a class="quiet strong" href=${href(reportPath(report, { filters, asOf: undefined }))}>${name}</a>
          ${stateTag(state)}${stopReason ? html`<span class="small">${wordsFor('stopReason', stopReason)}</span>` : nothing}
        </div>
        <p class="muted small">${reportName(report)} · ${scheduleWhen(one)} · ${scheduleWhere(one)} · ${owner.name}</p>
        <p class="row small">
          ${nextRunAt && state === 'active' ? html`<span>${t('schedules.next')} ${timeAgo(nextRunAt)}</span>` : nothing}
          ${lastDelivery ? html`<span class="row">${t('schedules.last')} ${deliveryTag(lastDelivery)} ${timeAgo(lastDelivery.createdAt)}</span>` : nothing}
          <button class="link-button" type="button" aria-expanded=${String(isOpen)} @click=${() => this.#open(isOpen ? undefined : id)}>${t('schedules.runs')}</button>
        </p>
        ${isOpen ? this.#runs() : nothing}
      </div>
      ${this.#menu(one)}
    </li>`;
  }

  #open(id: string | undefined): void {
    this.openId = id;
  }

  #runs(): TemplateResult {
    return html`${this.#deliveries.render({
      pending: () => loading(2),
      error: (problem) => failed(problem, () => void this.#deliveries.run()),
      complete: (items) =>
        items.length === 0
          ? html`<p class="muted small">${t('schedules.noRuns')}</p>`
          : html`<ul class="deliveries">
              ${items.map(
                (run) => html`<li class="row small">
                  ${deliveryTag(run)} ${timeAgo(run.createdAt)} ${run.isTest ? html`<span class="muted">${t('schedules.isTest')}</span>` : nothing}
                  ${run.deliveredTo ? html`<span class="muted">${run.deliveredTo}</span>` : nothing}
                  ${run.failure ? html`<span>${run.failure}</span>` : nothing}
                </li>`,
              )}
            </ul>`,
    })}`;
  }

  #menu(one: ReportSchedule): TemplateResult {
    const { id, name, can, state } = one;
    return popoverMenu(
      `schedule-${id}`,
      html`${icon(ellipsis)}<span class="visually-hidden">${t('reports.actions')}: ${name}</span>`,
      html`${can.change ? actionItem({ label: t('schedules.edit'), shape: pencil, run: () => openSchedule(one, this.#again) }) : nothing}
        ${can.change ? actionItem({ label: t('schedules.test'), shape: send, run: () => void this.#test(one) }) : nothing}
        ${state === 'active' && can.pause ? actionItem({ label: t('schedules.pause'), shape: circlePause, run: () => void this.#do(() => pauseSchedule(id)) }) : nothing}
        ${can.resume ? actionItem({ label: t('schedules.resume'), shape: circlePlay, run: () => void this.#do(() => resumeSchedule(id)) }) : nothing}
        ${actionItem({ label: t('schedules.delete'), shape: trash, kind: 'danger', run: () => this.#remove(one) })}`,
      'plain small icon-only',
    );
  }

  async #do(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (problem) {
      toast(problemWords(problem));
    }
    await this.#load.run();
  }

  #test({ id }: ReportSchedule): Promise<void> {
    return this.#do(async () => {
      await testSchedule(id);
      toast(t('schedules.tested'));
      this.openId = id;
      await this.#deliveries.run();
    });
  }

  #remove({ id, name }: ReportSchedule): void {
    confirmThen(
      {
        title: t('schedules.deleteTitle', { name }),
        text: t('schedules.deleteText'),
        confirm: t('schedules.deleteNow'),
        isDangerous: true,
      },
      async () => {
        await removeSchedule(id);
        toast(t('schedules.deleted'));
        await this.#load.run();
      },
    );
  }
}

const states: Record<ReportSchedule['state'], TagKind> = { active: 'success', paused: 'neutral', stopped: 'danger' };
const stateTag = (state: ReportSchedule['state']) => tag(states[state], wordsFor('scheduleState', state) ?? state);

const deliveries: Record<ReportDelivery['state'], TagKind> = {
  queued: 'neutral',
  making: 'info',
  sending: 'info',
  delivered: 'success',
  failed: 'danger',
};
export const deliveryTag = ({ state }: Pick<ReportDelivery, 'state'>): TemplateResult =>
  tag(deliveries[state], wordsFor('deliveryState', state) ?? state);

define('portal-schedules-page', SchedulesPage);
