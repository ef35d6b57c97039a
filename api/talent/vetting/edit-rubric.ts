import { type Doer, recordAudit } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, type FieldProblem, notFound, Refusal, unprocessable } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import type { VettingDeps } from './deps.ts';
import type { Desk } from './desk.ts';
import {
  deleteDraft,
  findPublishedRubric,
  findRubric,
  insertRubric,
  listRubrics,
  updateRubric,
} from './program-store.ts';
import type { RubricEdit } from './schema.ts';
import type { VettingRubricRow } from './table.ts';
import { type Criterion, rubricMoves } from './vetting-rubric.ts';

/** The next version, beginning as the last one says. @throws 409 draft_exists */
export async function draftRubric(
  trx: Executor,
  deps: VettingDeps,
  desk: Desk,
  doer: Doer,
  programId: string,
): Promise<VettingRubricRow> {
  const [last] = await listRubrics(trx, desk.scope, programId);
  const row: VettingRubricRow = {
    id: deps.newId('rb'),
    tenantId: desk.scope.tenantId,
    programId,
    version: (last?.version ?? 0) + 1,
    state: 'draft',
    criteria: last?.criteria ?? '[]',
    passPercent: last?.passPercent ?? firstPassPercent,
    revision: 1,
    createdBy: desk.person.personId,
    createdAt: deps.clock.now(),
    publishedBy: null,
    publishedAt: null,
  };
  if (last?.state === 'draft' || !(await insertRubric(trx, row)))
    throw conflict('draft_exists', 'There is a draft of the next version already; change that one.');
  await recordMove(trx, deps, desk.scope, doer, {
    subject: { kind: 'vettingRubric', id: row.id },
    move: 'draft',
    to: 'draft',
    details: { programId, version: row.version },
    audience: 'team',
  });
  return row;
}

/** A first draft has to say something; whoever writes it says what is enough. */
const firstPassPercent = 60;

/** @param before as it was read, whose ETag the caller has compared @throws 409 vetting_rubric_published, 412, 422 */
export async function changeRubric(
  trx: Executor,
  deps: VettingDeps,
  desk: Desk,
  doer: Doer,
  before: VettingRubricRow,
  { criteria, passPercent }: RubricEdit,
): Promise<void> {
  if (before.state !== 'draft') throw moveRefused('vettingRubric', 'beChanged', before.state);
  refuseUnsound(criteria);
  if (!(await updateRubric(trx, desk.scope, before, ['draft'], { criteria: JSON.stringify(criteria), passPercent })))
    throw new Refusal(
      412,
      'changed_meanwhile',
      'Somebody changed this meanwhile; your change was not saved. Read it again.',
    );
  await recordAudit(trx, deps, desk.scope, doer, {
    action: 'vettingRubric.changed',
    object: { kind: 'vettingRubric', id: before.id },
    details: { criteria: criteria.length, passPercent },
  });
}

/** @throws 409 by state, 422 rubric_empty */
export async function publishRubric(
  trx: Executor,
  deps: VettingDeps,
  desk: Desk,
  doer: Doer,
  rubric: VettingRubricRow,
): Promise<void> {
  const { from, to } = requireMove(rubricMoves, 'vettingRubric', 'publish', rubric.state);
  const criteria: Criterion[] = JSON.parse(rubric.criteria);
  if (criteria.length === 0)
    throw unprocessable('rubric_empty', 'A rubric without criteria measures nothing; nothing was published.');
  const former = await findPublishedRubric(trx, desk.scope, rubric.programId);
  if (former) {
    await updateRubric(trx, desk.scope, former, rubricMoves.replace.from, { state: 'replaced' });
    await recordMove(trx, deps, desk.scope, doer, {
      subject: { kind: 'vettingRubric', id: former.id },
      move: 'replace',
      from: 'published',
      to: 'replaced',
      audience: 'team',
    });
  }
  const change = { state: to, publishedBy: desk.person.personId, publishedAt: deps.clock.now() };
  if (!(await updateRubric(trx, desk.scope, rubric, from, change)))
    throw moveRefused('vettingRubric', 'publish', 'changed');
  await recordMove(trx, deps, desk.scope, doer, {
    subject: { kind: 'vettingRubric', id: rubric.id },
    move: 'publish',
    from: 'draft',
    to,
    details: { version: rubric.version },
    audience: 'team',
  });
}

/** @throws 409 vetting_rubric_published */
export async function dropDraft(
  trx: Executor,
  deps: VettingDeps,
  desk: Desk,
  doer: Doer,
  { id, state }: VettingRubricRow,
): Promise<void> {
  if (state !== 'draft' || !(await deleteDraft(trx, desk.scope, id)))
    throw moveRefused('vettingRubric', 'beDropped', state);
  await recordAudit(trx, deps, desk.scope, doer, {
    action: 'vettingRubric.dropped',
    object: { kind: 'vettingRubric', id },
  });
}

/** @throws 404 */
export async function getRubric(db: Executor, desk: Desk, id: string): Promise<VettingRubricRow> {
  const rubric = await findRubric(db, desk.scope, id);
  if (!rubric) throw notFound();
  return rubric;
}

function refuseUnsound(criteria: readonly Criterion[]): void {
  const problems: FieldProblem[] = criteria.flatMap(({ key, floor, levels }, at) => [
    ...(criteria.findIndex((other) => other.key === key) === at
      ? []
      : [{ pointer: `/criteria/${at}/key`, code: 'criterion_repeated', message: 'This key is there already.' }]),
    ...(floor === null || floor <= levels.length
      ? []
      : [{ pointer: `/criteria/${at}/floor`, code: 'floor_above_scale', message: 'Above the highest level.' }]),
  ]);
  const [first] = problems;
  if (first) throw unprocessable(first.code, 'The rubric was not saved; see errors.', problems);
}
