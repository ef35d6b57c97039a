import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { problemWords } from '../../api/problem.ts';
import { getStatementsOfWork, makeStatementOfWork, type StatementOfWork } from '../../api/spending.ts';
import { actionButton } from '../../elements/action-button.ts';
import { fingerprint } from '../../elements/fingerprint.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { icon } from '../../icons/icon.ts';
import { download } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { formatDate } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

/** Statements of work of an offer or a contract: each version as it was made, and another one of what stands now. */
class StatementsOfWork extends PortalElement {
  static override properties = { kind: { attribute: false }, subjectId: { attribute: false } };
  declare kind: 'offer' | 'contract';
  declare subjectId: string;

  #load = new Task(this, {
    args: () => [this.kind, this.subjectId] as const,
    // Where the plan has none, nothing is asked for either.
    task: async ([kind, id], { signal }) =>
      mayOpen('teamMember', 'procurement') ? getStatementsOfWork({ kind, id }, signal) : [],
  });

  protected override render(): TemplateResult | typeof nothing {
    if (!mayOpen('teamMember', 'procurement')) return nothing;
    const known = this.#load.value;
    return html`<section class="card pad stack close" aria-labelledby="statements-of-work">
      <h2 id="statements-of-work">${t('statement.title')}</h2>
      ${this.#load.render({
        pending: () => (known ? this.#list(known) : loading(2)),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (items) => this.#list(items),
      })}
      ${
        mayOpen('offerer') || mayOpen('payer')
          ? html`<div class="actions">${actionButton({ label: t('statement.make'), run: () => void this.#make() })}</div>`
          : nothing
      }
    </section>`;
  }

  #list(items: readonly StatementOfWork[]): TemplateResult {
    if (items.length === 0) return html`<p class="muted">${t('statement.text')} ${t('statement.none')}</p>`;
    return html`<ul class="stack close plain">
      ${items.map(
        ({ version, createdAt, createdBy, sha256, url }) => html`<li>
          <a class="row" href=${href(url)} download @click=${() => this.#lookAgain(sha256)}>${icon(download)}${t('statement.version', { version, date: formatDate(createdAt) })}</a>
          <div class="muted small">${createdBy}</div>
          <div class="muted small">${sha256 ? fingerprint(sha256) : t('statement.hashLater')}</div>
        </li>`,
      )}
    </ul>`;
  }

  async #make(): Promise<void> {
    try {
      const before = this.#load.value?.[0]?.id;
      const made = await makeStatementOfWork({ kind: this.kind, id: this.subjectId });
      toast(made.id === before ? t('statement.same') : t('statement.made', { version: made.version }));
      await this.#load.run();
    } catch (problem) {
      toast(problemWords(problem));
    }
  }

  /** Its first download tells its hash. */
  #lookAgain(sha256: string | null): void {
    if (sha256 === null) setTimeout(() => void this.#load.run(), 2_000);
  }
}

define('portal-statements-of-work', StatementsOfWork);
