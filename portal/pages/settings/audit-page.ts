import { Task } from '@lit/task';
import type { AuditEntry } from '@portico/api/platform/audit/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { ApiProblem, problemWords } from '../../api/problem.ts';
import { getAudit, getMembers } from '../../api/settings.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { empty, failed, loading } from '../../elements/states.ts';
import { timeAgo } from '../../elements/time.ts';
import { scrollText } from '../../icons/icons.generated.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { settingsStyles } from '../../styles/settings.ts';

class AuditPage extends PortalElement {
  static override pageStyles = [settingsStyles];
  static override properties = { entries: { state: true }, nextCursor: { state: true } };
  declare entries: readonly AuditEntry[];
  declare nextCursor: string | null;

  #names: ReadonlyMap<string, string> = new Map();
  #load = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => {
      const [page, names] = await Promise.all([getAudit({}, signal), namesOfMembers(signal)]);
      this.#names = names;
      return page;
    },
    onComplete: ({ items, nextCursor }) => {
      this.entries = items;
      this.nextCursor = nextCursor;
    },
  });

  constructor() {
    super();
    this.entries = [];
    this.nextCursor = null;
  }

  protected override render(): TemplateResult {
    return html`${pageHead(t('audit.title'), t('audit.lead'))}
      <div class="card">
        ${this.#load.render({
          pending: () => loading(8),
          error: (problem) => failed(problem, () => void this.#load.run()),
          complete: () =>
            this.entries.length > 0 ? this.#table() : empty(scrollText, t('audit.emptyTitle'), t('audit.emptyText')),
        })}
      </div>`;
  }

  #table(): TemplateResult {
    return html`<table class="table cards">
        <thead>
          <tr>
            <th scope="col">${t('audit.what')}</th>
            <th scope="col">${t('audit.who')}</th>
            <th scope="col">${t('audit.when')}</th>
            <th scope="col">${t('audit.details')}</th>
          </tr>
        </thead>
        <tbody>
          ${this.entries.map(
            ({ action, actor, object, details, requestId, occurredAt }) => html`<tr>
              <td><strong>${wordsFor('auditAction', action) ?? action}</strong><div class="muted small"><code>${object.id}</code></div></td>
              <td data-label=${t('audit.who')}>${this.#names.get(actor.id ?? '') ?? wordsFor('auditActor', actor.kind) ?? actor.kind}<div class="muted small"><code>${actor.id}</code></div></td>
              <td class="muted">${timeAgo(occurredAt)}</td>
              <td>
                <details>
                  <summary>${t('audit.show')}</summary>
                  <pre class="details">${JSON.stringify(details, null, 2)}</pre>
                  <p class="muted small">${t('shell.requestId', { id: requestId })}</p>
                </details>
              </td>
            </tr>`,
          )}
        </tbody>
      </table>
      ${this.nextCursor ? html`<footer><button class="button small" type="button" @click=${() => void this.#more()}>${t('shell.more')}</button></footer>` : nothing}`;
  }

  async #more(): Promise<void> {
    try {
      const { items, nextCursor } = await getAudit({ cursor: this.nextCursor ?? undefined });
      this.entries = [...this.entries, ...items];
      this.nextCursor = nextCursor;
    } catch (problem) {
      toast(problemWords(problem));
    }
  }
}

/** Auditors may not list members; then the ids have to do. */
async function namesOfMembers(signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
  try {
    const { items } = await getMembers(undefined, signal);
    return new Map(items.map(({ personId, name }) => [personId, name]));
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.status === 403) return new Map();
    throw problem;
  }
}

define('portal-audit-page', AuditPage);
