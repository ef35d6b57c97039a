import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { getImports, type JobImport } from '../../api/job-imports.ts';
import { problemWords } from '../../api/problem.ts';
import { type Column, dataList } from '../../elements/data-list.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { arrowLeft, upload } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { formatNumber } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { importStatus, importSummary } from './import-status.ts';

class JobImportsPage extends PortalElement {
  static override properties = { items: { state: true }, nextCursor: { state: true } };
  declare items: readonly JobImport[];
  declare nextCursor: string | null;

  #load = new Task(this, {
    args: () => [],
    task: (_, { signal }) => getImports(undefined, signal),
    onComplete: ({ items, nextCursor }) => {
      this.items = items;
      this.nextCursor = nextCursor;
    },
  });

  constructor() {
    super();
    this.items = [];
    this.nextCursor = null;
  }

  protected override render(): TemplateResult {
    return html`<p class="back"><a class="quiet muted row" href=${href('/job-posts')}>${icon(arrowLeft)}${t('jobPost.back')}</a></p>
      ${pageHead(t('imports.title'), t('imports.lead'), mayOpen('hirer') && this.items.length > 0 ? begin() : nothing)}
      <div class="card">
        ${this.#load.render({
          pending: () => loading(5),
          error: (problem) => html`<div class="pad">${failed(problem, () => void this.#load.run())}</div>`,
          complete: () =>
            this.items.length > 0
              ? this.#list()
              : nothingYet({
                  shape: upload,
                  title: t('imports.none'),
                  text: t('imports.noneText'),
                  next: { for: 'hirer', action: begin() },
                }),
        })}
      </div>`;
  }

  #list(): TemplateResult {
    return dataList<JobImport>({
      name: 'job-imports',
      label: t('imports.title'),
      columns: columns(),
      rows: this.items,
      keyOf: ({ id }) => id,
      nameOf: ({ file }) => file.name,
      footer: this.nextCursor
        ? html`<button class="button small" type="button" @click=${() => void this.#more()}>${t('shell.more')}</button>`
        : nothing,
    });
  }

  async #more(): Promise<void> {
    try {
      const { items, nextCursor } = await getImports(this.nextCursor ?? undefined);
      this.items = [...this.items, ...items];
      this.nextCursor = nextCursor;
    } catch (problem) {
      toast(problemWords(problem));
    }
  }
}

const begin = () =>
  html`<a class="button primary" href=${href('/job-imports/new')}>${icon(upload)}${t('imports.start')}</a>`;

const columns = (): readonly Column<JobImport>[] => [
  {
    id: 'file',
    label: t('imports.file'),
    isLead: true,
    cell: ({ id, file, dryRun }) => html`<a class="quiet strong" href=${href(`/job-imports/${id}`)}>${file.name}</a>
      <div class="muted small">${dryRun ? t('imports.dryRun') : t('imports.realRun')}</div>`,
  },
  { id: 'state', label: t('jobPost.state'), isPlain: true, cell: ({ state }) => importStatus(state) },
  { id: 'rows', label: t('imports.rows'), isEnd: true, cell: ({ rows }) => formatNumber(rows) },
  {
    id: 'result',
    label: t('imports.result'),
    isLong: true,
    cell: (one) => html`<span class="number">${importSummary(one)}</span>`,
  },
  { id: 'by', label: t('invitations.by'), isWide: true, cell: ({ requestedBy }) => requestedBy.name },
  {
    id: 'at',
    label: t('imports.begun'),
    cell: ({ createdAt }) => html`<span class="muted">${timeAgo(createdAt)}</span>`,
  },
];

define('portal-job-imports-page', JobImportsPage);
