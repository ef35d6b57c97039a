import type { AuditEntry } from '@portico/api/platform/audit/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { Suggestion } from '../../elements/combobox.ts';
import '../../elements/combobox.ts';
import { dateRange } from '../../elements/date-range.ts';
import { selectField, textField } from '../../elements/field.ts';
import { icon } from '../../icons/icon.ts';
import { x } from '../../icons/icons.generated.ts';
import { locale, t } from '../../strings/strings.ts';
import { auditThings } from './audit-things.ts';
import { actorWords, eventWords, objectWords, thingWords } from './audit-words.ts';

export const auditFilterNames = ['action', 'actor', 'object', 'from', 'to'] as const;
export type AuditFilters = Record<(typeof auditFilterNames)[number], string>;

type FilterBar = {
  filter: AuditFilters;
  /** What is on screen: whoever and whatever is chosen there has its name there. */
  entries: readonly AuditEntry[];
  /** Whom one can ask for. */
  people: readonly Suggestion[];
  onChange: (change: Partial<AuditFilters>) => void;
};

const suggestionsMax = 8;

/** Members, and what happens by itself. Who has left is still on entries, to be clicked there. */
const suggestPeople =
  (people: readonly Suggestion[]) =>
  async (words: string): Promise<readonly Suggestion[]> => {
    const all = [...people, { value: 'clock', label: t('audit.byItself') }];
    const fits = ({ label, note = '' }: Suggestion) => `${label} ${note}`.toLowerCase().includes(words.toLowerCase());
    return all.filter(fits).slice(0, suggestionsMax);
  };

export function auditFilterBar({ filter, entries, people, onChange }: FilterBar): TemplateResult {
  const kind = filter.action.split('.')[0] ?? '';
  const known = kind === '' || auditThings.includes(kind) ? auditThings : [...auditThings, kind];
  const choices = known
    .map((value) => ({ value, label: thingWords(value) }))
    .sort((one, other) => one.label.localeCompare(other.label, locale()));
  return html`<form class="filter-bar audit-filters" role="search" aria-label=${t('audit.filters')} @submit=${(event: Event) => event.preventDefault()}>
      ${selectField({ id: 'action', label: t('audit.about'), value: kind, choices: [{ value: '', label: t('audit.anything') }, ...choices], onChange: (action) => onChange({ action }) })}
      <portal-combobox
        .fieldId=${'actor'}
        .label=${t('audit.who')}
        .placeholder=${t('audit.anybody')}
        .suggest=${suggestPeople(people)}
        .choose=${(actor: string) => onChange({ actor })}
      ></portal-combobox>
      ${textField({ id: 'object', label: t('audit.object'), value: '', placeholder: t('audit.objectHint'), onChange: (object) => onChange({ object: object.trim() }) })}
      <div class="field"><span class="label" aria-hidden="true">${t('period.label')}</span>${dateRange('period', t('period.label'), { from: filter.from, to: filter.to }, onChange)}</div>
    </form>
    ${chosen({ filter, entries, people, onChange })}`;
}

/** What is chosen beside the kind, each to be taken away. */
function chosen({ filter: { action, actor, object }, entries, people, onChange }: FilterBar) {
  const by = entries.find((entry) => (actor === 'clock' ? entry.actor.kind === 'clock' : entry.actor.id === actor));
  const person = by ? actorWords(by) : (people.find(({ value }) => value === actor)?.label ?? actor);
  const about = entries.find((entry) => entry.object.id === object);
  const chips: readonly (readonly [Partial<AuditFilters>, string])[] = [
    ...(action.includes('.') ? [[{ action: '' }, eventWords(action)] as const] : []),
    ...(actor ? [[{ actor: '' }, person] as const] : []),
    ...(object ? [[{ object: '' }, about ? objectWords(about) : object] as const] : []),
  ];
  if (chips.length === 0) return nothing;
  return html`<div class="chips audit-chosen">
    ${chips.map(
      ([without, words]) => html`<span class="chip">${words}
        <button type="button" aria-label=${t('audit.takeAway', { what: words })} @click=${() => onChange(without)}>${icon(x)}</button>
      </span>`,
    )}
  </div>`;
}
