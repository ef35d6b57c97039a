import { importFields, requiredImportFields } from '@portico/api/hiring/job-imports/job-import.ts';
import { html, type TemplateResult } from 'lit';
import type { ImportMapping, ImportPreview } from '../../api/job-imports.ts';
import { selectField } from '../../elements/field.ts';
import { t, wordsFor } from '../../strings/strings.ts';

/** Which column holds which field; a column is one field at most. */
export const mappingFields = (
  { columns }: ImportPreview,
  mapping: ImportMapping,
  errors: Readonly<Record<string, string>>,
  onChange: (mapping: ImportMapping) => void,
): TemplateResult =>
  html`<div class="mapping">
    ${importFields.map((field) =>
      selectField({
        id: `mapping/${field}`,
        label: wordsFor('importField', field) ?? field,
        optional: !(requiredImportFields as readonly string[]).includes(field),
        value: mapping[field] ?? '',
        choices: [{ value: '', label: t('imports.notThere') }, ...columns.map((value) => ({ value, label: value }))],
        error: errors[`mapping/${field}`],
        onChange: (column) => onChange(withColumn(mapping, field, column)),
      }),
    )}
  </div>`;

function withColumn(mapping: ImportMapping, field: keyof ImportMapping, column: string): ImportMapping {
  const others = Object.entries(mapping).filter(([name, value]) => name !== field && value !== column);
  return { ...Object.fromEntries(others), ...(column && { [field]: column }) };
}

/** The first rows as they are in the file, each column under the field it becomes. */
export function sampleTable({ columns, sample }: ImportPreview, mapping: ImportMapping): TemplateResult {
  const fieldOf = new Map(Object.entries(mapping).map(([field, column]) => [column, field]));
  return html`<div class="sample" tabindex="0" role="region" aria-label=${t('imports.sample')}>
    <table class="table">
      <thead>
        <tr>
          ${columns.map((column) => {
            const field = fieldOf.get(column);
            return html`<th scope="col" class=${field ? 'used' : ''}>${column}<div class="small">${field ? (wordsFor('importField', field) ?? field) : t('imports.ignored')}</div></th>`;
          })}
        </tr>
      </thead>
      <tbody>
        ${sample.map((row) => html`<tr>${columns.map((_, at) => html`<td>${row[at] ?? ''}</td>`)}</tr>`)}
      </tbody>
    </table>
  </div>`;
}
