import { type Doer, recordAudit } from '../../platform/audit/record-audit.ts';
import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { Refusals } from '../../talent/freelancers/refusals.ts';
import { type CustomField, customChoicesMax, customFieldsMax } from './custom-field.ts';
import { insertFieldSet, updateFieldSet } from './store.ts';

const labelLengthMax = 80;
const choiceLengthMax = 80;
const archivedMax = 200;

/**
 * Replaces the tenant's fields. What is left out is archived, so that posts keep what they say.
 * @throws 422 naming each thing that is not accepted, 409 when somebody was faster
 */
export async function replaceFields(
  trx: Executor,
  deps: { clock: Clock; newId: NewId },
  scope: TenantScope,
  doer: Doer,
  before: { fields: readonly CustomField[]; revision: number },
  given: readonly CustomField[],
): Promise<CustomField[]> {
  const fields = acceptFields(given, before.fields);
  const row = { fields: JSON.stringify(fields), updatedAt: deps.clock.now() };
  const isReplaced =
    before.revision === 0
      ? await insertFieldSet(trx, { tenantId: scope.tenantId, revision: 1, ...row })
      : await updateFieldSet(trx, scope, before.revision, row);
  if (!isReplaced)
    throw conflict('changed_meanwhile', 'Somebody changed these fields at the same moment; read them again.');
  await recordAudit(trx, deps, scope, doer, {
    action: 'jobFields.replaced',
    object: { kind: 'jobFields', id: scope.tenantId },
    details: { asked: fields.filter(({ isArchived }) => !isArchived).map(({ key }) => key) },
    before: before.fields,
    after: fields,
  });
  return fields;
}

function acceptFields(given: readonly CustomField[], before: readonly CustomField[]): CustomField[] {
  const refusals = new Refusals();
  const keys = new Set<string>();
  const accepted = given.map((field, at): CustomField => {
    const pointer = `/fields/${at}`;
    if (keys.has(field.key)) refusals.add(`${pointer}/key`, 'repeated_key', `The key ${field.key} is there twice.`);
    keys.add(field.key);
    const known = before.find(({ key }) => key === field.key);
    if (known && known.kind !== field.kind)
      refusals.add(`${pointer}/kind`, 'kind_fixed', `${field.key} is a ${known.kind} and stays one; use another key.`);
    return {
      ...field,
      label: refusals.line(`${pointer}/label`, field.label, labelLengthMax, { required: true }),
      choices: field.kind === 'choice' ? acceptChoices(field.choices, `${pointer}/choices`, refusals) : [],
    };
  });
  const left = before.filter(({ key }) => !keys.has(key)).map((field) => ({ ...field, isArchived: true }));
  const all = [...accepted, ...left];
  const asked = all.filter(({ isArchived }) => !isArchived);
  if (asked.length > customFieldsMax)
    refusals.add('/fields', 'too_many_custom_fields', `There can be at most ${customFieldsMax} fields.`);
  if (all.length > archivedMax)
    refusals.add(
      '/fields',
      'too_many_archived_fields',
      `With archived ones there are more than ${archivedMax} fields.`,
    );
  refusals.throwIfAny();
  return [...asked, ...all.filter(({ isArchived }) => isArchived)];
}

function acceptChoices(given: readonly string[], pointer: string, refusals: Refusals): string[] {
  const choices = [...new Set(given.map((choice, at) => refusals.line(`${pointer}/${at}`, choice, choiceLengthMax)))];
  const named = choices.filter((choice) => choice !== '');
  if (named.length < 2) refusals.add(pointer, 'choices_missing', 'A choice has at least two choices.');
  if (named.length > customChoicesMax)
    refusals.add(pointer, 'too_many_choices', `There can be at most ${customChoicesMax} choices.`);
  return named;
}
