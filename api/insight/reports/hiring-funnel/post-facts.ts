import type { TenantReading } from '../definition.ts';
import { type Moved, movesOf } from '../moved.ts';

/** What happened on a post by the instant asked for: every figure is a move or a row that stays. */
export type PostFacts = {
  invited: number;
  proposals: readonly { id: string; createdAt: number; isInvited: boolean; moves: readonly Moved[] }[];
  /** When each was first sent. */
  offersSentAt: readonly number[];
  hires: readonly { createdAt: number; proposalId: string | null }[];
};

export async function readPostFacts(
  reading: TenantReading,
  postIds: readonly string[],
): Promise<ReadonlyMap<string, PostFacts>> {
  if (postIds.length === 0) return new Map();
  const [invitations, proposals, offers, contracts] = [
    await rowsOf(reading, 'invitations', postIds),
    await rowsOf(reading, 'proposals', postIds),
    await rowsOf(reading, 'offers', postIds),
    await rowsOf(reading, 'contracts', postIds),
  ];
  const idsIn = (rows: ReadonlyMap<string | null, readonly { id: string }[]>) =>
    [...rows.values()].flatMap((some) => some.map(({ id }) => id));
  const [proposalMoves, offerMoves] = [
    await movesOf(reading, 'proposal', idsIn(proposals)),
    await movesOf(reading, 'offer', idsIn(offers)),
  ];
  const facts = postIds.map((id): [string, PostFacts] => [
    id,
    {
      invited: invitations.get(id)?.length ?? 0,
      proposals: (proposals.get(id) ?? []).map((proposal) => ({
        id: proposal.id,
        createdAt: proposal.createdAt,
        isInvited: proposal.invitationId !== null,
        moves: proposalMoves.get(proposal.id) ?? [],
      })),
      offersSentAt: (offers.get(id) ?? []).flatMap(
        (offer) => offerMoves.get(offer.id)?.find(({ toState }) => toState === 'sent')?.occurredAt ?? [],
      ),
      hires: contracts.get(id) ?? [],
    },
  ]);
  return new Map(facts);
}

type Tables = { invitations: object; proposals: { invitationId: string | null }; offers: object; contracts: object };
type Row = { id: string; jobPostId: string | null; createdAt: number; proposalId: string | null };

async function rowsOf<Table extends keyof Tables>(
  { db, scope, asOfMs }: TenantReading,
  table: Table,
  postIds: readonly string[],
): Promise<ReadonlyMap<string | null, readonly (Row & Tables[Table])[]>> {
  const rows = await db
    .selectFrom(table as 'proposals')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('jobPostId', 'in', postIds)
    .where('createdAt', '<=', asOfMs)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  return Map.groupBy(rows as unknown as (Row & Tables[Table])[], ({ jobPostId }) => jobPostId);
}
