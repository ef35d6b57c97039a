import type { Refusals } from '../../talent/freelancers/refusals.ts';
import { type CustomField, type CustomValue, type CustomValues, customTextMaxLength } from './custom-field.ts';

/** Values of a tenant's own fields, each of its kind; what was emptied is left out. */
export function acceptCustomValues(
  given: CustomValues,
  fields: readonly CustomField[],
  before: CustomValues,
  refusals: Refusals,
): CustomValues {
  const accepted: Record<string, CustomValue> = {};
  for (const [key, value] of Object.entries(given)) {
    if (value === null || value === '') continue;
    const field = fields.find((one) => one.key === key);
    const pointer = `/customFields/${key}`;
    if (!field || (field.isArchived && before[key] !== value)) {
      refusals.add(pointer, 'unknown_custom_field', `There is no field ${key} to fill in.`);
      continue;
    }
    const cleaned = typeof value === 'string' ? refusals.line(pointer, value, customTextMaxLength) : value;
    const problem = field.isArchived ? undefined : problemOf(field, cleaned);
    if (problem) refusals.add(pointer, problem.code, problem.message);
    accepted[key] = cleaned;
  }
  return accepted;
}

/** Required fields without a value, as pointer problems. */
export function missingCustomValues(fields: readonly CustomField[], values: CustomValues) {
  return fields
    .filter(({ key, isRequired, isArchived }) => isRequired && !isArchived && (values[key] ?? null) === null)
    .map(({ key, label }) => ({
      pointer: `/customFields/${key}`,
      code: 'custom_field_missing',
      message: `${label} is missing.`,
    }));
}

function problemOf(field: CustomField, value: CustomValue): { code: string; message: string } | undefined {
  const wrong = (what: string) => ({ code: 'custom_field_kind', message: `${field.label} is ${what}.` });
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' ? undefined : wrong('a text');
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)
        ? undefined
        : wrong('a number');
    case 'yesNo':
      return typeof value === 'boolean' ? undefined : wrong('yes or no');
    case 'date':
      return typeof value === 'string' && isDate(value) ? undefined : wrong('a date as 2026-11-23 is');
    case 'choice':
      return typeof value === 'string' && field.choices.includes(value)
        ? undefined
        : { code: 'unknown_choice', message: `${field.label} is one of its choices.` };
  }
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(day) && new Date(day).toISOString().startsWith(text);
}
