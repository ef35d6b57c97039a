import { type Doer, recordAudit } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notFound, Refusal, unprocessable } from '../../platform/http/problem.ts';
import { findSkillCategory } from '../skills/taxonomy.ts';
import type { VettingDeps } from './deps.ts';
import type { Desk } from './desk.ts';
import { poolsOf } from './desk-pools.ts';
import { findProgram, insertProgram, updateProgram } from './program-store.ts';
import type { NewProgram, ProgramEdit } from './schema.ts';
import type { VettingProgramRow } from './table.ts';

/** @throws 422 pool_unknown, category_unknown, document_repeated */
export async function beginProgram(
  trx: Executor,
  deps: VettingDeps,
  desk: Desk,
  doer: Doer,
  { poolId, ...fields }: NewProgram,
): Promise<VettingProgramRow> {
  if (!(await poolsOf(trx, desk.scope)).some(({ id }) => id === poolId))
    throw unprocessable('pool_unknown', 'This desk has no such pool; nothing was begun. Make the pool first.', [
      { pointer: '/poolId', code: 'pool_unknown', message: 'No active pool of this desk.' },
    ]);
  const nowMs = deps.clock.now();
  const row: VettingProgramRow = {
    id: deps.newId('vg'),
    tenantId: desk.scope.tenantId,
    poolId,
    description: '',
    state: 'open',
    entry: 'open',
    minCompleteness: 0,
    categoryId: null,
    requiredSkills: '[]',
    documents: '[]',
    revision: 1,
    createdBy: desk.person.personId,
    createdAt: nowMs,
    updatedAt: nowMs,
    ...acceptFields(fields),
    name: fields.name,
  };
  await insertProgram(trx, row);
  await audit(trx, deps, desk, doer, row.id, 'begun', fields);
  return row;
}

/** @param before as it was read, whose ETag the caller has compared @throws 412, 422 */
export async function changeProgram(
  trx: Executor,
  deps: VettingDeps,
  desk: Desk,
  doer: Doer,
  before: VettingProgramRow,
  fields: ProgramEdit,
): Promise<void> {
  const change = { ...acceptFields(fields), updatedAt: deps.clock.now() };
  if (!(await updateProgram(trx, desk.scope, before.id, before.revision, change)))
    throw new Refusal(
      412,
      'changed_meanwhile',
      'Somebody changed this meanwhile; your change was not saved. Read it again.',
    );
  await audit(trx, deps, desk, doer, before.id, 'changed', fields);
}

/** @throws 404 */
export async function getProgram(db: Executor, desk: Desk, id: string): Promise<VettingProgramRow> {
  const program = await findProgram(db, desk.scope, id);
  if (!program) throw notFound();
  return program;
}

function acceptFields({ requiredSkills, documents, categoryId, ...plain }: ProgramEdit): Partial<VettingProgramRow> {
  if (categoryId && !findSkillCategory(categoryId))
    throw unprocessable('category_unknown', 'There is no such category; nothing was saved.', [
      { pointer: '/categoryId', code: 'category_unknown', message: 'Choose one of the taxonomy.' },
    ]);
  const repeated =
    documents?.findIndex(({ key }, at) => documents.findIndex((other) => other.key === key) !== at) ?? -1;
  if (repeated >= 0)
    throw unprocessable('document_repeated', 'Two documents have the same key; nothing was saved.', [
      { pointer: `/documents/${repeated}/key`, code: 'document_repeated', message: 'Give each a key of its own.' },
    ]);
  return {
    ...(plain as Partial<VettingProgramRow>),
    ...(categoryId !== undefined && { categoryId }),
    ...(requiredSkills && { requiredSkills: JSON.stringify(requiredSkills) }),
    ...(documents && { documents: JSON.stringify(documents) }),
  };
}

async function audit(
  trx: Executor,
  deps: VettingDeps,
  { scope }: Desk,
  doer: Doer,
  id: string,
  what: 'begun' | 'changed',
  fields: ProgramEdit,
): Promise<void> {
  await recordAudit(trx, deps, scope, doer, {
    action: `vettingProgram.${what}`,
    object: { kind: 'vettingProgram', id },
    details: { fields: Object.keys(fields) },
  });
}
