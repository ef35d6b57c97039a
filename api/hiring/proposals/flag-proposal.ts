import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import type { HiringMember } from '../grants.ts';
import type { ProposalDeps } from './move-proposal.ts';
import { findProposalRow, setFlags } from './store.ts';

export type ProposalFlag = 'shortlisted' | 'archived';

/** Order on the team's board; no state, and nothing the freelancer sees. @returns false when it was so before @throws 404 */
export async function flagProposal(
  trx: Executor,
  deps: ProposalDeps,
  { scope, person }: HiringMember,
  doer: Doer,
  id: string,
  flag: ProposalFlag,
  isSet: boolean,
): Promise<boolean> {
  const row = await findProposalRow(trx, scope, id);
  if (!row) throw notFound();
  const wasSet = flag === 'shortlisted' ? row.shortlistedAt !== null : row.isArchived === 1;
  if (wasSet === isSet) return false;
  const shortlisted = { shortlistedAt: isSet ? deps.clock.now() : null, shortlistedBy: isSet ? person.personId : null };
  await setFlags(trx, scope, id, flag === 'shortlisted' ? shortlisted : { isArchived: isSet ? 1 : 0 });
  const subject = { kind: 'proposal', id };
  await recordMove(trx, deps, scope, doer, { subject, move: moveNames[flag][isSet ? 0 : 1], audience: 'team' });
  return true;
}

const moveNames = {
  shortlisted: ['shortlisted', 'takenOffShortlist'],
  archived: ['archived', 'restored'],
} as const satisfies Record<ProposalFlag, readonly [string, string]>;
