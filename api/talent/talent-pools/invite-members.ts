import type { Doer } from '../../platform/audit/record-audit.ts';
import { memberRoles } from '../../platform/auth/actor.ts';
import type { Executor } from '../../platform/database/database.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { peopleWithRoles } from '../../platform/tenants/members.ts';
import { readFreelancerRows } from '../freelancers/read-freelancers.ts';
import { dayMs, memberKey, type PoolDeps, scopeOfPool } from './deps.ts';
import { applyMemberMove, tellMember } from './move-member.ts';
import { newMember } from './new-member.ts';
import { talentPoolsPolicy } from './policy.ts';
import { type PoolInviteOutcome, poolMemberCan } from './pool-member.ts';
import type { PoolInviteAnswer } from './schema.ts';
import { insertMemberOnce, listMembersAmong } from './store.ts';
import type { TalentPoolMemberRow, TalentPoolRow } from './table.ts';
import { requireInUse } from './take-member.ts';

export type PoolInvitation = {
  freelancerIds: readonly string[];
  message: string;
  /** When the place ends; null: never. */
  expiresOn: string | null;
};

/**
 * Asks people into a pool. Each of them is decided alone; the answer says what became of each.
 * @throws 409 talent_pool_archived
 */
export async function inviteMembers(
  trx: Executor,
  deps: PoolDeps,
  doer: Doer,
  pool: TalentPoolRow,
  personId: string,
  { freelancerIds, message, expiresOn }: PoolInvitation,
): Promise<PoolInviteAnswer> {
  requireInUse(pool);
  const ids = [...new Set(freelancerIds)];
  const nowMs = deps.clock.now();
  const { invitationDays } = await readPolicy(trx, scopeOfPool(pool), talentPoolsPolicy);
  const known = await readStanding(trx, pool, ids);
  const asked = {
    admittedBy: 'invitation',
    addedBy: personId,
    addedAt: nowMs,
    message,
    invitationExpiresAt: nowMs + invitationDays * dayMs,
    expiresAt: expiresOn === null ? null : Date.parse(`${expiresOn}T00:00:00Z`),
    answeredAt: null,
    memberSince: null,
    endReason: null,
  } as const satisfies Partial<TalentPoolMemberRow>;
  const items: PoolInviteAnswer['items'] = [];
  for (const freelancerId of ids) {
    const before = outcomeBefore(known, freelancerId);
    const outcome = before ?? (await ask(freelancerId));
    items.push({ freelancerId, outcome });
    if (outcome === 'invited') await tellMember(trx, deps, pool, freelancerId, 'pool.invited');
  }
  return { items, invited: items.filter(({ outcome }) => outcome === 'invited').length };

  async function ask(freelancerId: string): Promise<PoolInviteOutcome> {
    const place = known.places.get(freelancerId);
    if (place) {
      await applyMemberMove(trx, deps, doer, pool, place, 'invite', { change: asked });
      return 'invited';
    }
    const row = {
      ...newMember(
        { poolId: pool.id, freelancerId, state: 'invited', admittedBy: 'invitation', addedBy: personId },
        nowMs,
      ),
      ...asked,
    };
    // Another member was faster between the look and the insert.
    if (!(await insertMemberOnce(trx, row))) return 'alreadyInvited';
    await recordMove(trx, deps, scopeOfPool(pool), doer, {
      subject: { kind: 'poolMember', id: memberKey(row) },
      move: 'invite',
      to: 'invited',
      details: { poolId: pool.id, freelancerId },
      audience: 'team',
    });
    return 'invited';
  }
}

type Standing = {
  heads: Awaited<ReturnType<typeof readFreelancerRows>>;
  places: ReadonlyMap<string, TalentPoolMemberRow>;
  members: ReadonlySet<string>;
};

async function readStanding(trx: Executor, pool: TalentPoolRow, ids: readonly string[]): Promise<Standing> {
  return {
    heads: await readFreelancerRows(trx, ids),
    places: new Map((await listMembersAmong(trx, pool.id, ids)).map((row) => [row.freelancerId, row])),
    members: new Set(pool.tenantId === null ? [] : await peopleWithRoles(trx, scopeOfPool(pool), memberRoles)),
  };
}

/** Why somebody is not invited; undefined where they are. */
function outcomeBefore(known: Standing, freelancerId: string): Exclude<PoolInviteOutcome, 'invited'> | undefined {
  const place = known.places.get(freelancerId);
  if (place?.state === 'active' || place?.state === 'suspended') return 'alreadyMember';
  if (place?.state === 'invited') return 'alreadyInvited';
  const head = known.heads.get(freelancerId);
  if (!head || head.visibility === 'private') return 'notAvailable';
  if (head.personId === null) return 'notClaimed';
  if (known.members.has(head.personId)) return 'ownMember';
  return place && !poolMemberCan.invite(place) ? 'declinedBefore' : undefined;
}
