import type { Doer } from '../../platform/audit/record-audit.ts';
import { peopleById } from '../../platform/auth/people.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, forbidden, notFound } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { HiringMember } from '../grants.ts';
import type { ProposalDeps } from './move-proposal.ts';
import { getProposal } from './read-proposals.ts';
import type { ProposalNote } from './schema.ts';
import type { ProposalNoteRow } from './table.ts';
import { deleteNote, findNote, insertNote, listNotes, updateNote } from './team-store.ts';

const notesMax = 200;

/** @throws 404, 409 too_many_notes */
export async function addNote(
  trx: Executor,
  deps: ProposalDeps,
  { scope, person }: HiringMember,
  doer: Doer,
  proposalId: string,
  text: string,
): Promise<ProposalNoteRow> {
  const { jobPostId } = await getProposal(trx, scope, proposalId);
  if ((await listNotes(trx, scope, proposalId)).length >= notesMax)
    throw conflict(
      'too_many_notes',
      `A proposal has at most ${notesMax} notes; this one was not kept. Delete one first.`,
    );
  const row: ProposalNoteRow = {
    id: deps.newId('pn'),
    tenantId: scope.tenantId,
    jobPostId,
    proposalId,
    authorId: person.personId,
    text,
    createdAt: deps.clock.now(),
    editedAt: null,
  };
  await insertNote(trx, row);
  await tell(trx, deps, scope, doer, proposalId, 'noteAdded');
  return row;
}

/** @throws 403 for somebody else's, 404 */
export async function editNote(
  trx: Executor,
  deps: ProposalDeps,
  member: HiringMember,
  doer: Doer,
  { proposalId, noteId }: { proposalId: string; noteId: string },
  text: string,
): Promise<ProposalNoteRow> {
  const note = await getOwnNote(trx, member, proposalId, noteId);
  const change = { text, editedAt: deps.clock.now() };
  await updateNote(trx, member.scope, noteId, change);
  await tell(trx, deps, member.scope, doer, proposalId, 'noteChanged');
  return { ...note, ...change };
}

/** @throws 403 for somebody else's, 404 */
export async function removeNote(
  trx: Executor,
  deps: ProposalDeps,
  member: HiringMember,
  doer: Doer,
  { proposalId, noteId }: { proposalId: string; noteId: string },
): Promise<void> {
  await getOwnNote(trx, member, proposalId, noteId);
  await deleteNote(trx, member.scope, noteId);
  await tell(trx, deps, member.scope, doer, proposalId, 'noteDeleted');
}

export async function presentNotes(
  db: Executor,
  rows: readonly ProposalNoteRow[],
  personId: string,
): Promise<ProposalNote[]> {
  const people = await peopleById(db, [...new Set(rows.map(({ authorId }) => authorId))]);
  return rows.map((row) => ({
    id: row.id,
    author: { id: row.authorId, name: people.get(row.authorId)?.name ?? '' },
    isOwn: row.authorId === personId,
    text: row.text,
    createdAt: isoInstant(row.createdAt),
    editedAt: row.editedAt === null ? null : isoInstant(row.editedAt),
  }));
}

async function getOwnNote(trx: Executor, { scope, person }: HiringMember, proposalId: string, noteId: string) {
  const note = await findNote(trx, scope, proposalId, noteId);
  if (!note) throw notFound();
  if (note.authorId !== person.personId)
    throw forbidden('Somebody else wrote this note; nothing was changed. Add one of your own.');
  return note;
}

/** The words stay in the note alone: a timeline lives longer than a note that was deleted. */
function tell(trx: Executor, deps: ProposalDeps, scope: TenantScope, doer: Doer, id: string, move: string) {
  return recordMove(trx, deps, scope, doer, { subject: { kind: 'proposal', id }, move, audience: 'team' });
}
