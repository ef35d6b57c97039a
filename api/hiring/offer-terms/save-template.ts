import { type Doer, recordAudit } from '../../platform/audit/record-audit.ts';
import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { keepDiscarded, takeDiscarded } from '../../platform/discarded/keep-discarded.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import { acceptMarkdown } from '../../platform/rich-text/accept-markdown.ts';
import type { HiringMember } from '../grants.ts';
import { offerTextMaxLength } from '../offers/offer.ts';
import {
  clearDefault,
  countTemplates,
  findDefaultTemplate,
  findTemplate,
  insertTemplate,
  insertTemplateVersion,
  type TermsTemplateRecord,
  takeOut,
  updateTemplate,
} from './store.ts';
import { templatesMax } from './terms-template.ts';
import { hashOfText } from './text-hash.ts';

export type TemplateDeps = { clock: Clock; newId: NewId };
export type GivenTemplate = { name: string; text: string; isDefault: boolean };

/** @throws 409 too_many_templates */
export async function createTemplate(
  trx: Executor,
  deps: TemplateDeps,
  { scope, person }: HiringMember,
  doer: Doer,
  given: GivenTemplate,
): Promise<TermsTemplateRecord> {
  await requireRoom(trx, scope);
  const id = deps.newId('tt');
  const text = acceptMarkdown(given.text, offerTextMaxLength);
  // First of all: from here on, no other change of the tenant passes, so that two at once make one default.
  await audit(trx, deps, scope, doer, 'saved', id, { name: given.name, version: 1, hash: hashOfText(text) });
  if (given.isDefault) await clearDefault(trx, scope);
  await insertTemplate(trx, {
    id,
    tenantId: scope.tenantId,
    name: given.name,
    version: 1,
    isDefault: given.isDefault ? 1 : 0,
    archivedAt: null,
    revision: 1,
    createdAt: deps.clock.now(),
  });
  await insertTemplateVersion(trx, newVersion(deps, { scope, person }, id, 1, text));
  return (await findTemplate(trx, scope, id))!;
}

/** Another text is another version; a new name or being the default is not. @throws 409 changed_meanwhile */
export async function saveTemplate(
  trx: Executor,
  deps: TemplateDeps,
  { scope, person }: HiringMember,
  doer: Doer,
  known: TermsTemplateRecord,
  given: GivenTemplate,
): Promise<TermsTemplateRecord> {
  const text = acceptMarkdown(given.text, offerTextMaxLength);
  const hash = hashOfText(text);
  const version = hash === known.hash ? known.version : known.version + 1;
  await audit(trx, deps, scope, doer, 'saved', known.id, { name: given.name, version, hash });
  // Another default gives way first: there is one at most. This one's own revision must stay as it was read.
  if (given.isDefault && !known.isDefault) await clearDefault(trx, scope);
  const isDefault = given.isDefault ? 1 : 0;
  if (!(await updateTemplate(trx, scope, known, { name: given.name, version, isDefault }))) throw changedMeanwhile();
  if (version !== known.version)
    await insertTemplateVersion(trx, newVersion(deps, { scope, person }, known.id, version, text));
  return (await findTemplate(trx, scope, known.id))!;
}

/** Who puts it away may take it out again for a day. @throws 404, 409 changed_meanwhile */
export async function archiveTemplate(
  trx: Executor,
  deps: TemplateDeps,
  { scope, person }: HiringMember,
  doer: Doer,
  id: string,
): Promise<void> {
  const known = await findTemplate(trx, scope, id);
  if (!known) throw notFound();
  const change = { archivedAt: deps.clock.now(), isDefault: 0 } as const;
  if (!(await updateTemplate(trx, scope, known, change))) throw changedMeanwhile();
  const kept: PutAway = { isDefault: known.isDefault };
  await keepDiscarded(trx, deps, { scope, personId: person.personId }, { kind: discardedKind, id }, kept);
  await audit(trx, deps, scope, doer, 'putAway', id, { name: known.name });
}

/** @throws 404, 409 too_many_templates */
export async function restoreTemplate(
  trx: Executor,
  deps: TemplateDeps,
  { scope, person }: HiringMember,
  doer: Doer,
  id: string,
): Promise<TermsTemplateRecord> {
  const discarder = { scope, personId: person.personId };
  const { isDefault } = await takeDiscarded<PutAway>(trx, discarder, { kind: discardedKind, id });
  // First of all, as in a new one: what is read from here on stays so.
  await audit(trx, deps, scope, doer, 'restored', id, {});
  await requireRoom(trx, scope);
  const hasOther = (await findDefaultTemplate(trx, scope)) !== undefined;
  if (!(await takeOut(trx, scope, id, isDefault && !hasOther ? 1 : 0))) throw notFound();
  return (await findTemplate(trx, scope, id))!;
}

type PutAway = Pick<TermsTemplateRecord, 'isDefault'>;
const discardedKind = 'termsTemplate';

async function requireRoom(trx: Executor, scope: HiringMember['scope']): Promise<void> {
  if ((await countTemplates(trx, scope)) >= templatesMax)
    throw conflict('too_many_templates', `You have ${templatesMax} templates; nothing was saved. Put one away first.`);
}

function newVersion(
  { clock }: TemplateDeps,
  { scope, person }: HiringMember,
  templateId: string,
  version: number,
  text: string,
) {
  const saved = { savedBy: person.personId, savedAt: clock.now() };
  return { templateId, version, tenantId: scope.tenantId, text, hash: hashOfText(text), ...saved };
}

function audit(
  trx: Executor,
  deps: TemplateDeps,
  scope: HiringMember['scope'],
  doer: Doer,
  what: string,
  id: string,
  details: Record<string, unknown>,
): Promise<void> {
  return recordAudit(trx, deps, scope, doer, {
    action: `termsTemplate.${what}`,
    object: { kind: 'termsTemplate', id },
    details,
  });
}

const changedMeanwhile = () =>
  conflict('changed_meanwhile', 'Somebody changed this template at the same moment; nothing was saved. Read it again.');
