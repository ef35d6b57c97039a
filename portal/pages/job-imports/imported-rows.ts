import { Task } from '@lit/task';
import { type RowOutcome, rowOutcomes } from '@portico/api/hiring/job-imports/job-import.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { getImportedRows, type ImportedRow, type JobImport, rowsFile } from '../../api/job-imports.ts';
import { problemWords } from '../../api/problem.ts';
import { countTabs } from '../../elements/count-tabs.ts';
import { type Column, dataList } from '../../elements/data-list.ts';
import { noneFit, nothingYet } from '../../elements/empty-state.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { icon } from '../../icons/icon.ts';
import { download, list } from '../../icons/icons.generated.ts';
import { currentQuery, href, replaceQuery } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { formatNumber } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { isUnderWay, outcomeTag, outcomeWords } from './import-status.ts';

type Shown = RowOutcome | 'all';

/** What became of each row, by outcome; asked for again when the import has ended. */
class ImportedRows extends PortalElement {
  static override properties = {
    job: { attribute: false },
    shown: { state: true },
    items: { state: true },
    nextAfter: { state: true },
  };
  declare job: JobImport;
  declare shown: Shown;
  declare items: readonly ImportedRow[];
  declare nextAfter: number | null;

  #load = new Task(this, {
    args: () => [this.job.id, this.shown, isUnderWay(this.job)] as const,
    task: (_, { signal }) => getImportedRows(this.job.id, { outcome: this.#outcome }, signal),
    onComplete: ({ items, nextAfter }) => {
      this.items = items;
      this.nextAfter = nextAfter;
    },
  });

  constructor() {
    super();
    this.shown = rowOutcomes.find((outcome) => outcome === currentQuery().get('outcome')) ?? 'all';
    this.items = [];
    this.nextAfter = null;
  }

  protected override updated(): void {
    replaceQuery(new URLSearchParams(this.shown === 'all' ? {} : { outcome: this.shown }));
  }

  get #outcome(): RowOutcome | undefined {
    return this.shown === 'all' ? undefined : this.shown;
  }

  protected override render(): TemplateResult {
    const { job } = this;
    const counts: Record<RowOutcome, number> = {
      created: job.created,
      duplicate: job.duplicates,
      refused: job.refused,
    };
    return html`<div class="filter-bar">
        ${countTabs<Shown>(
          t('imports.result'),
          this.shown,
          [
            { value: 'all', label: t('jobPosts.all'), n: job.done },
            ...rowOutcomes.map((value) => ({ value, label: outcomeWords(value, job.dryRun), n: counts[value] })),
          ],
          (shown) => {
            this.shown = shown;
          },
        )}
        <a class="button small" href=${href(rowsFile(job.id, this.#outcome))} download>${icon(download)}${t('imports.download')}</a>
      </div>
      <div class="card">
        ${this.#load.render({
          pending: () => (this.items.length > 0 ? this.#list() : loading(6)),
          error: (problem) => html`<div class="pad">${failed(problem, () => void this.#load.run())}</div>`,
          complete: () =>
            this.items.length > 0
              ? this.#list()
              : this.shown === 'all'
                ? nothingYet({ shape: list, title: t('imports.noRows'), text: t('imports.noRowsText'), next: 'itself' })
                : noneFit(
                    list,
                    t('imports.noneFit'),
                    t('imports.noneFitText'),
                    () => {
                      this.shown = 'all';
                    },
                    t('list.showAll'),
                  ),
        })}
      </div>`;
  }

  #list(): TemplateResult {
    return dataList<ImportedRow>({
      name: 'imported-rows',
      label: t('imports.rows'),
      columns: columns(this.job.dryRun),
      rows: this.items,
      keyOf: ({ row }) => String(row),
      nameOf: ({ title }) => title,
      footer:
        this.nextAfter === null
          ? nothing
          : html`<button class="button small" type="button" @click=${() => void this.#more()}>${t('shell.more')}</button>`,
    });
  }

  async #more(): Promise<void> {
    try {
      const { items, nextAfter } = await getImportedRows(this.job.id, {
        outcome: this.#outcome,
        after: this.nextAfter ?? 0,
      });
      this.items = [...this.items, ...items];
      this.nextAfter = nextAfter;
    } catch (problem) {
      toast(problemWords(problem));
    }
  }
}

const columns = (isDry: boolean): readonly Column<ImportedRow>[] => [
  {
    id: 'title',
    label: t('jobPost.title'),
    isLead: true,
    cell: ({ title, jobPostId, outcome }) =>
      jobPostId && outcome === 'created'
        ? html`<a class="quiet strong" href=${href(`/job-posts/${jobPostId}`)}>${title}</a>`
        : html`<strong>${title || '–'}</strong>`,
  },
  { id: 'outcome', label: t('imports.result'), isPlain: true, cell: ({ outcome }) => outcomeTag(outcome, isDry) },
  { id: 'why', label: t('imports.why'), isLong: true, cell: why },
  { id: 'line', label: t('imports.line'), isEnd: true, cell: ({ line }) => formatNumber(line) },
];

function why({ reasons, jobPostId, outcome }: ImportedRow): unknown {
  if (outcome === 'duplicate' && jobPostId)
    return html`<a href=${href(`/job-posts/${jobPostId}`)}>${t('imports.sameAsPost')}</a>`;
  if (outcome === 'duplicate') return t('imports.sameAsRow');
  if (reasons.length === 0) return nothing;
  return html`<ul class="stack tight list">
    ${reasons.map(({ field, message }) => html`<li>${field ? html`<strong>${wordsFor('importField', field) ?? field}:</strong>` : nothing} ${message}</li>`)}
  </ul>`;
}

define('portal-imported-rows', ImportedRows);
