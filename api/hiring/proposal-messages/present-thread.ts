import { peopleById } from '../../platform/auth/people.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import type { ProposalFacts } from '../proposals/read-proposals.ts';
import { type MessageSide, writeRefusal } from './proposal-message.ts';
import type { ProposalMessage, ProposalThread } from './schema.ts';
import { listMessages, listReads } from './store.ts';
import type { ProposalMessageRow } from './table.ts';

export type Reader = { personId: string; side: MessageSide; mayWrite: boolean };

const shownMax = 1000;

export async function readThread(
  db: Executor,
  scope: TenantScope,
  proposal: ProposalFacts,
  reader: Reader,
): Promise<ProposalThread> {
  const rows = (await listMessages(db, scope, proposal.id, shownMax)).reverse();
  const reads = await listReads(db, scope, proposal.id);
  const ownReadTo = reads.find(({ personId }) => personId === reader.personId)?.readTo ?? 0;
  const otherReadTo = Math.max(0, ...reads.filter(({ side }) => side !== reader.side).map(({ readTo }) => readTo));
  const nameOf = await namesOf(db, proposal, rows);
  const clientHasWritten = rows.some(({ side }) => side === 'client');
  const whyNot = reader.mayWrite
    ? (writeRefusal(reader.side, { state: proposal.state, clientHasWritten }) ?? null)
    : 'notYourRole';
  return {
    items: rows.map((row) => presentMessage(row, reader, nameOf(row), row.sequence <= otherReadTo)),
    unread: rows.filter(({ side, sequence }) => side !== reader.side && sequence > ownReadTo).length,
    mayWrite: whyNot === null,
    whyNot,
  };
}

export async function presentWritten(
  db: Executor,
  proposal: ProposalFacts,
  row: ProposalMessageRow,
  reader: Reader,
): Promise<ProposalMessage> {
  return presentMessage(row, reader, (await namesOf(db, proposal, [row]))(row), false);
}

function presentMessage(row: ProposalMessageRow, reader: Reader, name: string, isRead: boolean): ProposalMessage {
  const isYou = row.authorId === reader.personId;
  return {
    id: row.id,
    sequence: row.sequence,
    kind: row.kind,
    side: row.side,
    author: { name, isYou },
    text: row.text,
    isMasked: row.isMasked === 1,
    times: JSON.parse(row.times),
    sentAt: isoInstant(row.createdAt),
    readByOther: row.side === reader.side && isRead,
  };
}

/** A freelancer is known by the profile, a member by the account. */
async function namesOf(db: Executor, { freelancerId }: ProposalFacts, rows: readonly ProposalMessageRow[]) {
  const freelancer = (await readFreelancerRows(db, [freelancerId])).get(freelancerId)?.name ?? '';
  const memberIds = rows.filter(({ side }) => side === 'client').map(({ authorId }) => authorId);
  const members = await peopleById(db, [...new Set(memberIds)]);
  return ({ side, authorId }: ProposalMessageRow) =>
    side === 'freelancer' ? freelancer : (members.get(authorId)?.name ?? '');
}
