import { Task } from '@lit/task';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import {
  getTask,
  getTasks,
  type OnboardingTask,
  type OnboardingTaskPage,
  type Side,
  type TaskFilter,
} from '../../api/onboarding.ts';
import { problemWords } from '../../api/problem.ts';
import { countTabs } from '../../elements/count-tabs.ts';
import { noneFit, nothingYet } from '../../elements/empty-state.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { icon } from '../../icons/icon.ts';
import { chevronDown, chevronUp, clipboardCheck } from '../../icons/icons.generated.ts';
import { replacePath } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { onboardingStyles } from '../../styles/onboarding.ts';
import { openDoTask } from './do-task-dialog.ts';
import { taskDetail } from './task-detail.ts';
import { doLabel, taskStatus, waitsWords, whenWords } from './task-words.ts';

const filters = ['open', 'submitted', 'late', 'done', 'expired', 'all'] as const;

/** Tasks by what is due first; each opens in place with its papers and what may be done. */
class OnboardingTasks extends PortalElement {
  static override pageStyles = [onboardingStyles];
  static override properties = {
    side: { attribute: false },
    opened: { attribute: false },
    filter: { state: true },
    more: { state: true },
    detail: { state: true },
  };
  declare side: Side;
  /** The task that is unfolded, from the address. */
  declare opened: string;
  declare filter: TaskFilter;
  declare more: readonly OnboardingTaskPage[];
  declare detail: OnboardingTask | undefined;

  constructor() {
    super();
    this.side = 'client';
    this.opened = '';
    this.filter = 'open';
    this.more = [];
  }

  #load = new Task(this, {
    args: () => [this.side, this.filter] as const,
    task: ([side, filter], { signal }) => getTasks(side, { filter }, signal),
    onComplete: () => {
      this.more = [];
    },
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('opened') && this.opened && this.detail?.id !== this.opened) void this.#read(this.opened);
  }

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`<div class="filter-bar">
        ${countTabs<TaskFilter>(
          t('beforeWork.show'),
          this.filter,
          filters.map((value) => ({
            value,
            label:
              value === 'submitted' && this.side === 'freelancer'
                ? t('taskState.submitted')
                : (wordsFor('taskFilter', value) ?? value),
            n: known?.counts.find(({ filter }) => filter === value)?.count,
          })),
          (filter) => {
            this.filter = filter;
          },
        )}
      </div>
      ${this.#load.render({
        pending: () => (known ? this.#list(known) : html`<div class="card">${loading(6)}</div>`),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (page) => this.#list(page),
      })}`;
  }

  #list(first: OnboardingTaskPage): TemplateResult {
    const items = [first, ...this.more].flatMap((page) => page.items);
    const { nextCursor } = this.more.at(-1) ?? first;
    // A link opens its task, also where the filter leaves it out.
    const elsewhere = this.detail && !items.some(({ id }) => id === this.detail!.id) ? this.detail : undefined;
    if (items.length === 0 && !elsewhere) return html`<div class="card pad">${this.#none()}</div>`;
    return html`<div class="stack close">
      ${elsewhere ? this.#card(elsewhere) : nothing}${items.map((item) => this.#card(item))}
      ${nextCursor ? html`<button class="button" type="button" @click=${() => void this.#more(nextCursor)}>${t('list.more')}</button>` : nothing}
    </div>`;
  }

  #none(): TemplateResult {
    const text = t(this.side === 'client' ? 'beforeWork.noneText' : 'beforeWork.ownNoneText');
    return this.filter === 'open'
      ? nothingYet({ shape: clipboardCheck, title: t('beforeWork.none'), text, next: 'itself' })
      : noneFit(
          clipboardCheck,
          t('beforeWork.noneHere'),
          text,
          () => {
            this.filter = 'open';
          },
          t('beforeWork.showOpen'),
        );
  }

  #card(listed: OnboardingTask): TemplateResult {
    const isOpen = this.opened === listed.id;
    const task = isOpen && this.detail?.id === listed.id ? this.detail : listed;
    const { title, freelancer, contract, client } = task;
    const who = this.side === 'client' ? freelancer.name : client;
    // Two taps to a signature: this one, and the one under the text.
    const isOwn = this.side === 'freelancer' && task.mayDo && !isOpen;
    return html`<article class="card task-card ${isOpen ? 'open' : ''}">
      <header>
        <button class="task-head" type="button" aria-expanded=${String(isOpen)} @click=${() => this.#toggle(listed)}>
          <span class="grow"><strong>${title}</strong><span class="muted small">${who} · ${contract.title}</span></span>
          <span class="task-when small">${whenWords(task)}<span class="muted">${waitsWords(task, this.side)}</span></span>
          ${taskStatus(task)} ${icon(isOpen ? chevronUp : chevronDown)}
        </button>
        ${isOwn ? html`<button class="button primary small" type="button" @click=${() => openDoTask(task, 'freelancer', this.#changed)}>${doLabel(task)}</button>` : nothing}
      </header>
      ${isOpen ? taskDetail(task, this.side, this.#changed) : nothing}
    </article>`;
  }

  #toggle(task: OnboardingTask): void {
    const base = this.side === 'client' ? '/onboarding' : '/my/onboarding';
    this.detail = this.opened === task.id ? undefined : task;
    this.opened = this.opened === task.id ? '' : task.id;
    replacePath(this.opened ? `${base}/${task.id}` : base);
  }

  readonly #changed = (task: OnboardingTask): void => {
    this.detail = task;
    void this.#load.run();
  };

  async #read(id: string): Promise<void> {
    try {
      this.detail = await getTask(this.side, id);
    } catch (problem) {
      toast(problemWords(problem));
    }
  }

  async #more(cursor: string): Promise<void> {
    try {
      this.more = [...this.more, await getTasks(this.side, { filter: this.filter, cursor })];
    } catch (problem) {
      toast(problemWords(problem));
    }
  }
}

define('portal-onboarding-tasks', OnboardingTasks);
