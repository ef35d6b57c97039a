import type { CustomField, CustomValue } from '@portico/api/hiring/custom-fields/custom-field.ts';
import { html, nothing } from 'lit-html';
import { checkField, choiceField, segments, textField } from '../../core/controls/field.ts';
import type { JobPostView } from '../job-post-view.ts';
import { attachments } from './attachments.ts';
import { questionEditor } from './question-editor.ts';

/** What to ask freelancers, what to give them, and where the money comes from. */
export function view(view: JobPostView) {
  const { strings, draft, lists } = view;
  const { labels } = strings;
  const { purchaseOrder } = draft;
  const text = (id: 'team' | 'costCenter') =>
    textField({
      id,
      label: labels[id],
      value: draft[id] ?? '',
      error: view.errorOf(id),
      change: (value) => view.change({ [id]: value || null }),
    });
  return html`${questionEditor(view)} ${attachments(view)}
    <div class="pair">${text('team')}${text('costCenter')}</div>
    ${segments({
      id: 'purchaseOrder',
      label: labels.purchaseOrder,
      value: purchaseOrder?.kind ?? '',
      error: view.errorOf('purchaseOrder', true),
      choices: [
        ['', strings.none],
        ['number', strings.poNumber],
        ['notYet', strings.poNotYet],
      ],
      change: (kind) =>
        view.change({
          purchaseOrder: kind === 'number' ? { kind, number: '' } : kind === 'notYet' ? { kind } : null,
        }),
    })}
    ${
      purchaseOrder?.kind === 'number'
        ? textField({
            id: 'purchaseOrder-number',
            label: strings.poNumber,
            value: purchaseOrder.number,
            change: (number) => view.change({ purchaseOrder: { kind: 'number', number } }),
          })
        : nothing
    }
    ${lists.customFields.map((field) => customField(view, field))}`;
}

/** What this company asks of its own posts. */
function customField(view: JobPostView, { key, label, kind, choices, isRequired: required }: CustomField) {
  const { strings, draft } = view;
  const id = `customFields-${key}`;
  const value = draft.customFields[key] ?? null;
  const set = (next: CustomValue) => view.change({ customFields: { ...draft.customFields, [key]: next } });
  const the = { id, label, required, error: view.errorOf(id) };
  const text = String(value ?? '');
  switch (kind) {
    case 'text':
    case 'date':
      return textField({ ...the, type: kind, value: text, change: (typed) => set(typed || null) });
    case 'number':
      return textField({
        ...the,
        type: kind,
        value: text,
        change: (typed) => set(typed === '' ? null : Number(typed)),
      });
    case 'choice':
      return choiceField({
        ...the,
        value: text,
        choices: [['', strings.choose], ...choices.map((each) => [each, each] as const)],
        change: (chosen) => set(chosen || null),
      });
    case 'yesNo':
      return checkField({ ...the, value: value === true, change: set });
  }
}
