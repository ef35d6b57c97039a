import { isoInstant } from '../../platform/clock/clock.ts';
import { notFound } from '../../platform/http/problem.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import { readSavedAmong } from '../lists/read-saved.ts';
import type { PoolReader } from './grants.ts';
import { type BoardDeps, readWeeks } from './member-board.ts';
import { talentPoolsPolicy } from './policy.ts';
import { instantOf, presentProfile, presentVetting, presentWithUs } from './present-members.ts';
import type { SharedMember } from './schema.ts';
import { requireConsent } from './share-member.ts';
import { findShareTo, listConsentedTo } from './share-store.ts';
import { findMember } from './store.ts';
import type { TalentPoolMemberRow, TalentPoolShareRow } from './table.ts';
import { mondaysFrom, weeksOf } from './week.ts';

type SharedDeps = BoardDeps & { directory: Pick<TenantDirectory, 'byId'> };

/** Whom other companies shared with the asker's, as long as they agree and are members where they were shared from. */
export async function readSharedMembers(deps: SharedDeps, reader: PoolReader, nowMs: number): Promise<SharedMember[]> {
  return presentShared(deps, reader, await listConsentedTo(deps.db, reader.scope), nowMs);
}

/** @throws 403 consent_required, 404 */
export async function readSharedMember(
  deps: SharedDeps,
  reader: PoolReader,
  id: string,
  nowMs: number,
): Promise<SharedMember> {
  const share = await findShareTo(deps.db, reader.scope, id);
  if (!share) throw notFound();
  requireConsent(share);
  const [member] = await presentShared(deps, reader, [share], nowMs);
  if (!member) throw notFound();
  return member;
}

/** Notes, tags, ratings and agreed rates stay where they were written: nothing here reads them. */
async function presentShared(
  deps: SharedDeps,
  { scope, person }: PoolReader,
  shares: readonly TalentPoolShareRow[],
  nowMs: number,
): Promise<SharedMember[]> {
  if (shares.length === 0) return [];
  const { db, ports, readProfiles, directory } = deps;
  const ids = [...new Set(shares.map(({ freelancerId }) => freelancerId))];
  const [profiles, weeks, withUs, saved, settings] = await Promise.all([
    readProfiles(ids.map((freelancerId) => ({ freelancerId, profileRevision: -1 }))),
    readWeeks(db, ports, ids, nowMs),
    ports.withUs(db, scope, ids),
    readSavedAmong(db, scope, person.personId, ids),
    readPolicy(db, scope, talentPoolsPolicy),
  ]);
  const places = await Promise.all(shares.map(({ poolId, freelancerId }) => findMember(db, poolId, freelancerId)));
  const names = await Promise.all(
    shares.map(async ({ tenantId }) => (await directory.byId(tenantId))?.brandName ?? ''),
  );
  return shares.flatMap((share, at) => {
    const { freelancerId } = share;
    const profile = profiles.get(freelancerId);
    const place: TalentPoolMemberRow | undefined = places[at];
    if (!profile || place?.state !== 'active' || profile.visibility === 'private') return [];
    return {
      ...presentProfile(profile),
      weeks: weeksOf(
        mondaysFrom(nowMs),
        profile.availability,
        weeks.commitments.get(freelancerId) ?? [],
        weeks.written.get(freelancerId),
        settings,
      ),
      state: place.state,
      since: instantOf(place.memberSince),
      vetting: presentVetting(place, false, settings),
      withUs: presentWithUs(withUs.get(freelancerId)),
      saved: saved.has(freelancerId),
      shareId: share.id,
      sharedBy: names[at]!,
      sharedAt: isoInstant(share.answeredAt ?? share.createdAt),
    };
  });
}
