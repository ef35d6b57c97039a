import { Task } from '@lit/task';
import type { AuditEntry } from '@portico/api/platform/audit/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { getAudit } from '../../api/audit.ts';
import { problemWords } from '../../api/problem.ts';
import { dataList } from '../../elements/data-list.ts';
import { dateRange } from '../../elements/date-range.ts';
import { textField } from '../../elements/field.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { empty, failed, loading } from '../../elements/states.ts';
import { scrollText } from '../../icons/icons.generated.ts';
import { currentQuery, replaceQuery } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { settingsStyles } from '../../styles/settings.ts';
import { actionWords, auditColumns } from './audit-columns.ts';
import './audit-proof.ts';

const dayMs = 86_400_000;
const filterNames = ['action', 'actor', 'object', 'from', 'to'] as const;
type Filter = Record<(typeof filterNames)[number], string>;

class AuditPage extends PortalElement {
  static override pageStyles = [settingsStyles];
  static override properties = {
    filter: { state: true },
    entries: { state: true },
    nextCursor: { state: true },
  };
  declare filter: Filter;
  declare entries: readonly AuditEntry[];
  declare nextCursor: string | null;

  #load = new Task(this, {
    args: () => [this.filter] as const,
    task: (_, { signal }) => getAudit(this.#query, signal),
    onComplete: ({ items, nextCursor }) => {
      this.entries = items;
      this.nextCursor = nextCursor;
    },
  });

  constructor() {
    super();
    const asked = currentQuery();
    this.filter = Object.fromEntries(filterNames.map((name) => [name, asked.get(name) ?? ''])) as Filter;
    this.entries = [];
    this.nextCursor = null;
  }

  protected override updated(): void {
    replaceQuery(new URLSearchParams(Object.entries(this.filter).filter(([, value]) => value !== '')));
  }

  /** Days of the filters are whole: from the first instant of one to the last of the other, UTC. */
  get #query(): Record<string, string> {
    const { action, actor, object } = this.filter;
    const given = { action, actor, object, from: this.#from, to: this.#to };
    return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  }
  get #from(): string {
    return this.filter.from && `${this.filter.from}T00:00:00.000Z`;
  }
  get #to(): string {
    return this.filter.to && new Date(Date.parse(`${this.filter.to}T00:00:00.000Z`) + dayMs).toISOString();
  }

  protected override render(): TemplateResult {
    const isKnown = this.entries.length > 0;
    return html`${pageHead(t('audit.title'), t('audit.lead'))}
      <portal-audit-proof .from=${this.#from} .to=${this.#to}></portal-audit-proof>
      ${this.#filters()}
      <div class="card">
        ${this.#load.render({
          pending: () => (isKnown ? this.#list() : loading(8)),
          error: (problem) => html`<div class="pad">${failed(problem, () => void this.#load.run())}</div>`,
          complete: () => (isKnown ? this.#list() : this.#none()),
        })}
      </div>`;
  }

  #filters(): TemplateResult {
    const text = (id: 'action' | 'actor' | 'object', label: string, placeholder: string) =>
      textField({
        id,
        label,
        placeholder,
        value: this.filter[id],
        onChange: (value) => this.#change({ [id]: value.trim() }),
      });
    return html`<form class="filter-bar" role="search" aria-label=${t('audit.filters')} @submit=${(event: Event) => event.preventDefault()}>
      ${text('action', t('audit.what'), 'member')} ${text('actor', t('audit.who'), 'pe_…')}
      ${text('object', t('audit.object'), 'ct_…')} <div class="field"><span class="label" aria-hidden="true">${t('period.label')}</span>${dateRange('period', t('period.label'), { from: this.filter.from, to: this.filter.to }, (days) => this.#change(days))}</div>
    </form>`;
  }

  #change(change: Partial<Filter>): void {
    this.filter = { ...this.filter, ...change };
  }

  #list(): TemplateResult {
    return dataList<AuditEntry>({
      name: 'audit',
      label: t('audit.title'),
      columns: auditColumns((change) => this.#change(change)),
      rows: this.entries,
      keyOf: ({ id }) => id,
      nameOf: actionWords,
      footer: this.nextCursor
        ? html`<button class="button small" type="button" @click=${() => void this.#more()}>${t('shell.more')}</button>`
        : nothing,
    });
  }

  #none(): TemplateResult {
    const isFiltered = Object.values(this.filter).some((value) => value !== '');
    return isFiltered
      ? empty(scrollText, t('audit.noneFit'), t('audit.noneFitText'))
      : empty(scrollText, t('audit.emptyTitle'), t('audit.emptyText'));
  }

  async #more(): Promise<void> {
    try {
      const { items, nextCursor } = await getAudit({ ...this.#query, cursor: this.nextCursor ?? undefined });
      this.entries = [...this.entries, ...items];
      this.nextCursor = nextCursor;
    } catch (problem) {
      toast(problemWords(problem));
    }
  }
}

define('portal-audit-page', AuditPage);
