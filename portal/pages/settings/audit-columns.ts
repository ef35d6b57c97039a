import type { AuditEntry } from '@portico/api/platform/audit/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { Column } from '../../elements/data-list.ts';
import { timeAgo } from '../../elements/time.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { actorWords, happenedWords, rolesWords, thingWords } from './audit-words.ts';

type Narrow = (change: { action?: string; actor?: string; object?: string }) => void;

/** What happened to what, by whom, when and from where; who or what is clicked is asked for alone. */
export const auditColumns = (narrow: Narrow): readonly Column<AuditEntry>[] => [
  {
    id: 'what',
    label: t('audit.what'),
    isLead: true,
    cell: (entry) => html`<span class="strong">${happenedWords(entry.action)}</span>
      <div class="muted small">${thingWords(entry.object.kind)}${entry.object.name ? html`${' · '}<button class="link-button" type="button" @click=${() => narrow({ object: entry.object.id })}>${entry.object.name}</button>` : nothing}</div>`,
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

function who(entry: AuditEntry, narrow: Narrow): TemplateResult {
  const { actor, onBehalfOf } = entry;
  const name = actorWords(entry);
  const filter = actor.kind === 'clock' ? 'clock' : actor.id;
  return html`${filter ? html`<button class="link-button" type="button" @click=${() => narrow({ actor: filter })}>${name}</button>` : name}
    ${onBehalfOf ? html`<div class="small">${t('audit.for', { name: onBehalfOf.name ?? onBehalfOf.id })}</div>` : nothing}
    ${actor.role ? html`<div class="muted small">${rolesWords(actor.role)}</div>` : nothing}`;
}

function origin({ origin: place, widget }: AuditEntry): TemplateResult {
  return html`${(place && (wordsFor('auditOrigin', place) ?? place)) || nothing}
    ${widget ? html`<div class="muted small">${widget}</div>` : nothing}`;
}

/** What a machine checks: the entry as it was recorded, and its place in the chain. */
function details(entry: AuditEntry): TemplateResult {
  const facts = [
    [t('audit.event'), entry.action],
    [t('audit.object'), entry.object.id],
    [t('audit.before'), entry.beforeHash],
    [t('audit.after'), entry.afterHash],
    [t('audit.chain'), entry.hash],
    [t('audit.previous'), entry.previousHash],
  ] as const;
  return html`<details>
    <summary>${t('audit.show')}</summary>
    <pre class="details" tabindex="0">${JSON.stringify(entry.details, null, 2)}</pre>
    <dl class="small hashes">
      <dt>${t('audit.number')}</dt>
      <dd>${entry.sequence}</dd>
      ${facts.map(([label, fact]) => (fact ? html`<dt>${label}</dt><dd><code class="hash">${fact}</code></dd>` : nothing))}
    </dl>
    <p class="muted small">${t('shell.requestId', { id: entry.requestId })}</p>
  </details>`;
}
