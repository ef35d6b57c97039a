import { Task } from '@lit/task';
import type { AuditHead, AuditRun } from '@portico/api/platform/audit/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import {
  auditFile,
  cancelAuditRun,
  exportAudit,
  getAuditHead,
  getAuditRuns,
  keysFile,
  verifierFile,
  verifyAudit,
} from '../../api/audit.ts';
import { problemWords } from '../../api/problem.ts';
import { actionButton } from '../../elements/action-button.ts';
import { copyButton } from '../../elements/copy-button.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { type TagKind, tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { download, shield } from '../../icons/icons.generated.ts';
import { toast } from '../../shell/toasts.ts';
import { formatNumber } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { settingsStyles } from '../../styles/settings.ts';

const pollMs = 1000;
const shownRuns = 5;
const kinds: Readonly<Record<AuditRun['state'], TagKind>> = {
  queued: 'neutral',
  running: 'info',
  done: 'success',
  broken: 'danger',
  cancelled: 'neutral',
  failed: 'danger',
};

/** What proves that the log was not altered: a look over the chain, a signed export, and the program that checks it. */
class AuditProof extends PortalElement {
  static override pageStyles = [settingsStyles];
  static override properties = { from: { attribute: false }, to: { attribute: false }, runs: { state: true } };
  /** The period in the filters above, as instants; empty for all. */
  declare from: string;
  declare to: string;
  declare runs: readonly AuditRun[];

  #poll: ReturnType<typeof setTimeout> | undefined;
  #head: AuditHead | undefined;
  #load = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => {
      [this.#head, this.runs] = await Promise.all([getAuditHead(signal), getAuditRuns(signal)]);
    },
    onComplete: () => this.#pollWhileUnderWay(),
  });

  constructor() {
    super();
    this.from = '';
    this.to = '';
    this.runs = [];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#poll);
  }

  protected override render(): TemplateResult {
    const period = { ...(this.from && { from: this.from }), ...(this.to && { to: this.to }) };
    const label = this.from || this.to ? t('audit.exportPeriod') : t('audit.exportAll');
    return html`<section class="card" aria-labelledby="proof">
      <header>
        <div>
          <h2 id="proof">${t('audit.proof')}</h2>
          <p class="muted small">${t('audit.proofLead')}</p>
        </div>
        <div class="actions end">
          ${actionButton({ label: t('audit.verify'), shape: shield, run: () => void this.#begin(verifyAudit()) })}
          ${actionButton({ label, shape: download, kind: 'primary', run: () => void this.#begin(exportAudit(period)) })}
        </div>
      </header>
      <div class="pad stack">
        ${this.#load.render({
          pending: () => (this.#head ? this.#known() : loading(3)),
          error: (problem) => failed(problem, () => void this.#load.run()),
          complete: () => this.#known(),
        })}
      </div>
    </section>`;
  }

  #known(): TemplateResult {
    const head = this.#head!;
    return html`<p class="small audit-head">
        ${t('audit.head', { entries: formatNumber(head.sequence) })}
        <code>${head.sequence}:${head.hash.slice(0, 8)}…${head.hash.slice(-4)}</code>
        ${copyButton(`${head.sequence}:${head.hash}`, t('audit.copyHead'))}
      </p>
      ${this.runs.length > 0 ? html`<ul class="plain-list" aria-live="polite">${this.runs.slice(0, shownRuns).map((run) => this.#run(run))}</ul>` : nothing}
      <p class="small muted">
        <a href=${verifierFile} download>${t('audit.verifier')}</a> · <a href=${keysFile} download="audit-keys.json">${t('audit.keys')}</a> ·
        <code>node verify-audit.mjs audit.ndjson --key audit-keys.json</code>
      </p>`;
  }

  #run(run: AuditRun): TemplateResult {
    const { id, kind, state, entries, entriesDone, firstBad, file, createdAt, requestedBy } = run;
    const isUnderWay = state === 'queued' || state === 'running';
    return html`<li class="run">
      <span>${wordsFor('auditRun', kind)} ${tag(kinds[state], wordsFor('auditState', state) ?? state)}</span>
      <span class="muted small">${requestedBy.name ?? requestedBy.id} · ${timeAgo(createdAt)} · ${t('audit.entries', { done: formatNumber(isUnderWay ? entriesDone : entries), all: formatNumber(entries) })}</span>
      ${isUnderWay ? html`<progress max=${Math.max(1, entries)} value=${entriesDone} aria-label=${t('audit.progress')}></progress>` : nothing}
      ${firstBad ? html`<span class="small">${t('audit.firstBad', { entry: formatNumber(firstBad.sequence), reason: firstBad.reason })}</span>` : nothing}
      ${file ? html`<a class="button small" href=${auditFile(id)} download=${file.name}>${icon(download)}${t('audit.download')}</a>` : nothing}
      ${isUnderWay ? actionButton({ label: t('audit.stop'), run: () => void this.#stop(id) }, 'small') : nothing}
    </li>`;
  }

  async #begin(started: Promise<AuditRun>): Promise<void> {
    try {
      this.runs = [await started, ...this.runs];
      this.#pollWhileUnderWay();
    } catch (problem) {
      toast(problemWords(problem));
    }
  }

  async #stop(id: string): Promise<void> {
    try {
      await cancelAuditRun(id);
      this.runs = await getAuditRuns();
    } catch (problem) {
      toast(problemWords(problem));
    }
  }

  #pollWhileUnderWay(): void {
    clearTimeout(this.#poll);
    if (!this.runs.some(({ state }) => state === 'queued' || state === 'running')) return;
    this.#poll = setTimeout(async () => {
      try {
        this.runs = await getAuditRuns();
      } catch (problem) {
        toast(problemWords(problem));
        return;
      }
      this.#pollWhileUnderWay();
    }, pollMs);
  }
}

define('portal-audit-proof', AuditProof);
