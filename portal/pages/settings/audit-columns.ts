import type { AuditEntry } from '@portico/api/platform/audit/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { Column } from '../../elements/data-list.ts';
import { timeAgo } from '../../elements/time.ts';
import { t, wordsFor } from '../../strings/strings.ts';

type Narrow = (change: { action?: string; actor?: string; object?: string }) => void;

export const actionWords = ({ action }: Pick<AuditEntry, 'action'>): string =>
  wordsFor('auditAction', action) ?? action;

/** What happened, by whom, when and from where; who or what is clicked is asked for alone. */
export const auditColumns = (narrow: Narrow): readonly Column<AuditEntry>[] => [
  {
    id: 'what',
    label: t('audit.what'),
    isLead: true,
    cell: (entry) => html`<span class="strong">${actionWords(entry)}</span>
      <div class="muted small"><button class="link-button" type="button" @click=${() => narrow({ object: entry.object.id })}><code>${entry.object.id}</code></button></div>`,
  },
  { id: 'who', label: t('audit.who'), cell: (entry) => who(entry, narrow) },
  {
    id: 'when',
    label: t('audit.when'),
    cell: ({ occurredAt }) => html`<span class="muted">${timeAgo(occurredAt)}</span>`,
  },
  { id: 'origin', label: t('audit.origin'), isWide: true, cell: origin },
  { id: 'details', label: t('audit.details'), cell: details },
];

function who({ actor, onBehalfOf }: AuditEntry, narrow: Narrow): TemplateResult {
  const name = actor.name ?? wordsFor('auditActor', actor.kind) ?? actor.kind;
  const filter = actor.kind === 'clock' ? 'clock' : actor.id;
  return html`${filter ? html`<button class="link-button" type="button" @click=${() => narrow({ actor: filter })}>${name}</button>` : name}
    ${onBehalfOf ? html`<div class="small">${t('audit.for', { name: onBehalfOf.name ?? onBehalfOf.id })}</div>` : nothing}
    ${actor.role ? html`<div class="muted small">${actor.role.split(',').map(roleWords).join(', ')}</div>` : nothing}`;
}

function roleWords(role: string): string {
  const [name = '', team] = role.split('@');
  const words = wordsFor('role', name) ?? name;
  return team ? `${words} (${t('audit.inTeam')})` : words;
}

function origin({ origin: place, widget }: AuditEntry): TemplateResult {
  return html`${(place && (wordsFor('auditOrigin', place) ?? place)) || nothing}
    ${widget ? html`<div class="muted small">${widget}</div>` : nothing}`;
}

function details(entry: AuditEntry): TemplateResult {
  const hashes = [
    [t('audit.before'), entry.beforeHash],
    [t('audit.after'), entry.afterHash],
    [t('audit.chain'), entry.hash],
    [t('audit.previous'), entry.previousHash],
  ] as const;
  return html`<details>
    <summary>${t('audit.show')}</summary>
    <pre class="details">${JSON.stringify(entry.details, null, 2)}</pre>
    <dl class="small hashes">
      <dt>${t('audit.number')}</dt>
      <dd>${entry.sequence}</dd>
      ${hashes.map(([label, hash]) => (hash ? html`<dt>${label}</dt><dd><code class="hash">${hash}</code></dd>` : nothing))}
    </dl>
    <p class="muted small">${t('shell.requestId', { id: entry.requestId })}</p>
  </details>`;
}
