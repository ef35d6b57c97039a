import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { type ComplianceDocument, type ComplianceDocumentPage, getPapers } from '../../api/onboarding.ts';
import { problemWords } from '../../api/problem.ts';
import { backLink } from '../../elements/back-link.ts';
import { countTabs } from '../../elements/count-tabs.ts';
import { type Column, dataList } from '../../elements/data-list.ts';
import { noneFit, nothingYet } from '../../elements/empty-state.ts';
import { fileList } from '../../elements/file-list.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { fileText } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { formatDate } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { paperStatus } from './task-detail.ts';

const validities = ['expiringSoon', 'expired', 'valid', 'renewed'] as const;
type Shown = (typeof validities)[number] | 'all';

/** Papers of everybody who works here, those that end soonest first. */
class PapersPage extends PortalElement {
  static override properties = { shown: { state: true }, more: { state: true } };
  declare shown: Shown;
  declare more: readonly ComplianceDocumentPage[];

  constructor() {
    super();
    this.shown = 'all';
    this.more = [];
  }

  #load = new Task(this, {
    args: () => [this.shown] as const,
    task: ([shown], { signal }) => getPapers('client', shown === 'all' ? {} : { validity: shown }, signal),
    onComplete: () => {
      this.more = [];
    },
  });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${backLink('/onboarding', t('beforeWork.title'))}${pageHead(t('papers.title'), t('papers.lead'))}
      <div class="filter-bar">
        ${countTabs<Shown>(
          t('beforeWork.show'),
          this.shown,
          [
            { value: 'all' as const, label: t('papers.all') },
            ...validities.map((value) => ({
              value,
              label: wordsFor('paperValidity', value) ?? value,
              n: known?.counts.find(({ validity }) => validity === value)?.count,
            })),
          ],
          (shown) => {
            this.shown = shown;
          },
        )}
      </div>
      <div class="card">
        ${this.#load.render({
          pending: () => (known ? this.#list(known) : loading(6)),
          error: (problem) => html`<div class="pad">${failed(problem, () => void this.#load.run())}</div>`,
          complete: (page) => this.#list(page),
        })}
      </div>`;
  }

  #list(first: ComplianceDocumentPage): TemplateResult {
    const rows = [first, ...this.more].flatMap(({ items }) => items);
    const { nextCursor } = this.more.at(-1) ?? first;
    if (rows.length === 0)
      return this.shown === 'all'
        ? nothingYet({ shape: fileText, title: t('papers.none'), text: t('papers.noneText'), next: 'itself' })
        : noneFit(
            fileText,
            t('papers.noneFit'),
            t('papers.noneFitText'),
            () => {
              this.shown = 'all';
            },
            t('list.showAll'),
          );
    return dataList<ComplianceDocument>({
      name: 'papers',
      label: t('papers.title'),
      columns: columns(),
      rows,
      keyOf: ({ id }) => id,
      nameOf: ({ title }) => title,
      footer: nextCursor
        ? html`<button class="button small" type="button" @click=${() => void this.#more(nextCursor)}>${t('list.more')}</button>`
        : nothing,
    });
  }

  async #more(cursor: string): Promise<void> {
    try {
      const query = { cursor, ...(this.shown !== 'all' && { validity: this.shown }) };
      this.more = [...this.more, await getPapers('client', query)];
    } catch (problem) {
      toast(problemWords(problem));
    }
  }
}

const columns = (): readonly Column<ComplianceDocument>[] => [
  {
    id: 'title',
    label: t('papers.paper'),
    isLead: true,
    cell: ({
      title,
      kind,
      contractId,
    }) => html`<a class="quiet strong" href=${href(`/contracts/${contractId}/onboarding`)}>${title}</a>
      <div class="muted small">${wordsFor('paperKind', kind) ?? kind}</div>`,
  },
  { id: 'file', label: t('papers.file'), isPlain: true, cell: ({ file }) => (file ? fileList([file]) : nothing) },
  { id: 'validity', label: t('papers.validity'), isPlain: true, cell: paperStatus },
  {
    id: 'until',
    label: t('papers.until'),
    cell: ({ validUntil }) =>
      validUntil ? formatDate(validUntil) : html`<span class="muted">${t('papers.noEnd')}</span>`,
  },
  {
    id: 'addedBy',
    label: t('papers.addedBy'),
    isWide: true,
    cell: ({ addedBy, addedAt }) => html`${addedBy}<div class="muted small">${formatDate(addedAt)}</div>`,
  },
  { id: 'scan', label: t('papers.scan'), isExtra: true, cell: ({ scan }) => wordsFor('scanState', scan) ?? scan },
  {
    id: 'hash',
    label: t('papers.hash'),
    isExtra: true,
    cell: ({ hash }) => html`<span class="hash small">${hash}</span>`,
  },
];

define('portal-papers-page', PapersPage);
