import { Task } from '@lit/task';
import type { AuditEntry } from '@portico/api/platform/audit/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { getAudit } from '../../api/audit.ts';
import { problemWords } from '../../api/problem.ts';
import { getAllMembers } from '../../api/settings.ts';
import { dataList } from '../../elements/data-list.ts';
import { noneFit, nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { scrollText } from '../../icons/icons.generated.ts';
import { currentQuery, replaceQuery } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { settingsStyles } from '../../styles/settings.ts';
import { auditColumns } from './audit-columns.ts';
import { type AuditFilters, auditFilterBar, auditFilterNames } from './audit-filters.ts';
import './audit-proof.ts';
import { eventWords } from './audit-words.ts';

const dayMs = 86_400_000;
const unfiltered = Object.fromEntries(auditFilterNames.map((name) => [name, ''])) as AuditFilters;

class AuditPage extends PortalElement {
  static override pageStyles = [settingsStyles];
  static override properties = {
    filter: { state: true },
    entries: { state: true },
    nextCursor: { state: true },
  };
  declare filter: AuditFilters;
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

  /** Without them, people are chosen by a click on an entry. */
  #people = new Task(this, {
    args: () => [],
    task: async () =>
      (await getAllMembers()).map(({ personId, name, email }) => ({ value: personId, label: name, note: email })),
  });

  constructor() {
    super();
    const asked = currentQuery();
    this.filter = Object.fromEntries(auditFilterNames.map((name) => [name, asked.get(name) ?? ''])) as AuditFilters;
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
      ${auditFilterBar({ filter: this.filter, entries: this.entries, people: this.#people.value ?? [], onChange: (change) => this.#change(change) })}
      <div class="card">
        ${this.#load.render({
          pending: () => (isKnown ? this.#list() : loading(8)),
          error: (problem) => html`<div class="pad">${failed(problem, () => void this.#load.run())}</div>`,
          complete: () => (isKnown ? this.#list() : this.#none()),
        })}
      </div>`;
  }

  #change(change: Partial<AuditFilters>): void {
    this.filter = { ...this.filter, ...change };
  }

  #list(): TemplateResult {
    return dataList<AuditEntry>({
      name: 'audit',
      label: t('audit.title'),
      columns: auditColumns((change) => this.#change(change)),
      rows: this.entries,
      keyOf: ({ id }) => id,
      nameOf: ({ action }) => eventWords(action),
      footer: this.nextCursor
        ? html`<button class="button small" type="button" @click=${() => void this.#more()}>${t('shell.more')}</button>`
        : nothing,
    });
  }

  #none(): TemplateResult {
    const isFiltered = Object.values(this.filter).some((value) => value !== '');
    return isFiltered
      ? noneFit(scrollText, t('audit.noneFit'), t('audit.noneFitText'), () => this.#change(unfiltered))
      : nothingYet({ shape: scrollText, title: t('audit.emptyTitle'), text: t('audit.emptyText'), next: 'itself' });
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
