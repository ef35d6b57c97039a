import { Task, TaskStatus } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { type Desk, type DeskSummary, deskPath, getQueue, getSummary, type QueuedCase } from '../../api/vetting.ts';
import { countTabs } from '../../elements/count-tabs.ts';
import { noneFit, nothingYet } from '../../elements/empty-state.ts';
import { selectField, textField } from '../../elements/field.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { circleCheck } from '../../icons/icons.generated.ts';
import { currentQuery, href, replacePath } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { formatAppointment, formatNumber } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { boardStyles } from '../../styles/board.ts';
import { fileStyles } from '../../styles/files.ts';
import { vettingStyles } from './vetting-styles.ts';
import './vetting-case.ts';
import { openInviteToVetting } from './invite-dialog.ts';
import { vettingStatus } from './vetting-words.ts';

const queues = [
  'all',
  'eligibility',
  'documents',
  'interviews',
  'scoring',
  'decisions',
  'waiting',
  'members',
  'appeals',
  'ended',
] as const;

const ages = [2, 5, 14, 30];

/** Queue left with counts and ages, case right; every filter is in the address. */
class VettingDeskPage extends PortalElement {
  static override pageStyles = [boardStyles, fileStyles, vettingStyles];
  static override properties = {
    desk: { attribute: false },
    caseId: { attribute: false },
    filters: { state: true },
    more: { state: true },
  };
  declare desk: Desk;
  declare caseId: string | undefined;
  declare filters: Readonly<Record<'queue' | 'program' | 'assignee' | 'minAgeDays' | 'q', string>>;
  declare more: readonly QueuedCase[];
  #next: string | null = null;

  constructor() {
    super();
    const query = currentQuery();
    this.filters = {
      queue: query.get('queue') ?? 'all',
      program: query.get('program') ?? '',
      assignee: query.get('assignee') ?? '',
      minAgeDays: query.get('minAgeDays') ?? '',
      q: query.get('q') ?? '',
    };
    this.more = [];
  }

  #summary = new Task(this, {
    args: () => [this.desk] as const,
    task: ([desk], { signal }) => getSummary(desk, signal),
  });
  #queue = new Task(this, {
    args: () => [this.desk, this.filters] as const,
    task: async ([desk, filters], { signal }) => {
      const page = await getQueue(desk, sent(filters), signal);
      this.#next = page.nextCursor;
      this.more = [];
      return page.items;
    },
  });

  protected override render(): TemplateResult {
    const base = deskPath(this.desk);
    const summary = this.#summary.value;
    // Filters and queue come together: one after the other, the queue would jump.
    const isBeginning = [this.#summary, this.#queue].some(
      ({ value, status }) => value === undefined && status !== TaskStatus.ERROR,
    );
    return html`${pageHead(
      t('vetting.title'),
      t(this.desk === 'operator' ? 'vetting.leadOperator' : 'vetting.lead'),
      html`${!summary || summary.mayReview ? html`<button class="button ${this.caseId ? '' : 'primary'}" type="button" ?disabled=${!summary} @click=${() => summary && this.#invite(summary)}>${t('vetting.invite')}</button>` : nothing}<a class="button" href=${href(`${base}/slots`)}>${t('vetting.slots')}</a><a class="button" href=${href(`${base}/programs`)}>${t('vetting.programs')}</a>`,
    )}
    ${isBeginning ? html`<div class="card">${loading(8)}</div>` : this.#desk()}`;
  }

  #desk(): TemplateResult {
    return html`${this.#summary.render({
      pending: () => (this.#summary.value ? this.#filters(this.#summary.value) : loading(2)),
      error: (problem) => failed(problem, () => void this.#summary.run()),
      complete: (summary) => this.#filters(summary),
    })}
    ${this.#queue.render({
      pending: () => (this.#queue.value ? this.#board(this.#queue.value) : html`<div class="card">${loading()}</div>`),
      error: (problem) => failed(problem, () => void this.#queue.run()),
      complete: (items) => this.#board(items),
    })}`;
  }

  #filters(summary: DeskSummary): TemplateResult {
    const { queue, program, assignee, minAgeDays, q } = this.filters;
    const count = (name: string) =>
      name === 'all'
        ? undefined
        : name === 'appeals'
          ? summary.appeals
          : summary.queues.find((one) => one.queue === name)?.count;
    const oldest = summary.queues.find((one) => one.queue === queue)?.oldestDays;
    return html`${countTabs(
      t('vetting.queue'),
      queue,
      queues.map((value) => ({ value, label: t(`vettingQueue.${value}`), n: count(value) })),
      (value) => this.#filter({ queue: value }),
    )}
    <div class="vetting-filters">
      ${textField({ id: 'q', label: t('vetting.name'), type: 'search', value: q, onChange: (value) => this.#filter({ q: value.trim() }) })}
      ${selectField({
        id: 'program',
        label: t('vetting.program'),
        value: program,
        choices: [
          { value: '', label: t('vetting.anyProgram') },
          ...summary.programs.map(({ id, name }) => ({ value: id, label: name })),
        ],
        onChange: (value) => this.#filter({ program: value }),
      })}
      ${selectField({
        id: 'assignee',
        label: t('vetting.reviewer'),
        value: assignee,
        choices: [
          { value: '', label: t('vetting.anybody') },
          { value: 'me', label: t('vetting.me') },
          { value: 'nobody', label: t('vetting.nobody') },
          ...summary.reviewers.map(({ person }) => ({ value: person.id, label: person.name })),
        ],
        onChange: (value) => this.#filter({ assignee: value }),
      })}
      ${selectField({
        id: 'minAgeDays',
        label: t('vetting.age'),
        value: minAgeDays,
        choices: [
          { value: '', label: t('vetting.anyAge') },
          ...ages.map((days) => ({ value: String(days), label: t('vetting.ageOver', { days }) })),
        ],
        onChange: (value) => this.#filter({ minAgeDays: value }),
      })}
    </div>
    <details class="card workload">
      <summary>${t('vetting.workload')}${typeof oldest === 'number' ? html` <span class="muted small">${t('vetting.oldest', { n: oldest })}</span>` : nothing}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('vetting.workload')}><table class="table">
        <thead><tr><th scope="col">${t('vetting.reviewer')}</th><th scope="col">${t('vetting.loadOpen')}</th><th scope="col">${t('vetting.loadInterviews')}</th><th scope="col">${t('vetting.loadSlots')}</th><th scope="col">${t('vetting.loadScored')}</th></tr></thead>
        <tbody>${summary.reviewers.map(
          ({ person, open, interviews, openSlots, scoredLately }) =>
            html`<tr><th scope="row">${person.name}</th>${[open, interviews, openSlots, scoredLately].map((n) => html`<td class="number">${formatNumber(n)}</td>`)}</tr>`,
        )}</tbody>
      </table></div>
    </details>`;
  }

  #none(): TemplateResult {
    const { program, assignee, minAgeDays, q } = this.filters;
    return program || assignee || minAgeDays || q
      ? noneFit(circleCheck, t('vetting.noneFit'), t('vetting.noneFitText'), () =>
          this.#filter({ q: '', program: '', assignee: '', minAgeDays: '' }),
        )
      : nothingYet({
          shape: circleCheck,
          title: t('vetting.emptyTitle'),
          text: t('vetting.emptyText'),
          next: 'itself',
        });
  }

  #board(first: readonly QueuedCase[]): TemplateResult {
    const items = [...first, ...this.more];
    if (items.length === 0 && !this.caseId) return html`<div class="card">${this.#none()}</div>`;
    return html`<div class="desk vetting-desk ${this.caseId ? 'open' : ''}">
      <nav class="card queue" aria-label=${t('vetting.queue')}>
        <ul>
          ${items.map(
            (one) => html`<li>
              <button type="button" aria-current=${one.id === this.caseId ? 'true' : nothing} @click=${() => this.#choose(one.id)}>${entry(one)}</button>
            </li>`,
          )}
        </ul>
        ${this.#next ? html`<button class="button small" type="button" @click=${() => void this.#loadMore()}>${t('list.more')}</button>` : nothing}
      </nav>
      <section class="case" tabindex="-1">
        ${
          this.caseId
            ? html`<button class="button small to-queue" type="button" @click=${() => this.#choose(undefined)}>${t('desk.back')}</button>
                <portal-vetting-case .desk=${this.desk} .caseId=${this.caseId} @case-changed=${() => this.#reload()}></portal-vetting-case>`
            : html`<p class="card pad muted">${t('desk.choose')}</p>`
        }
      </section>
    </div>`;
  }

  #invite({ programs }: DeskSummary): void {
    openInviteToVetting(
      this.desk,
      programs.filter(({ state }) => state === 'open'),
      ({ id, freelancer }) => {
        toast(t('vetting.invited', { name: freelancer.name }));
        this.#reload();
        this.#choose(id);
      },
    );
  }

  #reload(): void {
    void this.#summary.run();
    void this.#queue.run();
  }

  async #loadMore(): Promise<void> {
    const page = await getQueue(this.desk, { ...sent(this.filters), cursor: this.#next ?? undefined });
    this.#next = page.nextCursor;
    this.more = [...this.more, ...page.items];
  }

  #filter(change: Partial<typeof this.filters>): void {
    this.filters = { ...this.filters, ...change };
    this.#mirror();
  }

  #choose(id: string | undefined): void {
    this.caseId = id;
    this.#mirror();
    // On a phone one takes the other's place, and the focus with it.
    void this.updateComplete.then(() =>
      this.querySelector<HTMLElement>(id ? '.case' : '.queue button')?.focus({ preventScroll: !id }),
    );
  }

  #mirror(): void {
    const query = new URLSearchParams(
      Object.entries(this.filters).filter(([name, value]) => value && !(name === 'queue' && value === 'all')),
    );
    const base = deskPath(this.desk);
    const path = this.caseId ? `${base}/cases/${encodeURIComponent(this.caseId)}` : base;
    replacePath(query.size > 0 ? `${path}?${query}` : path);
  }
}

const sent = (filters: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''));

const entry = (
  one: QueuedCase,
): TemplateResult => html`<span class="row"><strong class="grow">${one.freelancer.name}</strong>${vettingStatus(one.state)}</span>
  <span class="row small muted">
    <span class="grow">${one.program.name}</span>
    <span class="nowrap">${one.ageDays === 0 ? t('vetting.sinceToday') : t('vetting.days', { n: one.ageDays })}</span>
  </span>
  ${one.interviewAt ? html`<span class="small">${formatAppointment(one.interviewAt)}</span>` : nothing}
  <span class="small muted">${one.assignee?.name ?? t('vetting.nobody')}${one.scoresGiven > 0 ? ` · ${t('vetting.given', { given: one.scoresGiven, needed: one.scoresNeeded })}` : ''}${one.hasAppeal ? ` · ${wordsFor('vettingQueue', 'appeals')}` : ''}</span>`;

define('portal-vetting-desk-page', VettingDeskPage);
