import { peopleById } from '../../platform/auth/people.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { readSavedAmong } from '../lists/read-saved.ts';
import { scopeOfPool } from './deps.ts';
import { isKeptBy, type PoolReader } from './grants.ts';
import { type BoardDeps, holdsOn, readWeeks } from './member-board.ts';
import { talentPoolsPolicy } from './policy.ts';
import type { ScoreBand } from './pool-member.ts';
import type { WithUs } from './ports.ts';
import type { ProfileFacts } from './profile-reads.ts';
import type { PoolMember } from './schema.ts';
import type { TalentPoolMemberRow, TalentPoolRow } from './table.ts';
import { dateOf, mondaysFrom, weeksOf } from './week.ts';

type Settings = Awaited<ReturnType<typeof readPolicy<(typeof talentPoolsPolicy)['defaults']>>>;

/** Cards of a page, in its order: a few reads however many there are. */
export async function presentMembers(
  deps: BoardDeps,
  reader: PoolReader,
  pool: TalentPoolRow,
  rows: readonly TalentPoolMemberRow[],
  profiles: ReadonlyMap<string, ProfileFacts>,
  nowMs: number,
): Promise<PoolMember[]> {
  if (rows.length === 0) return [];
  const { db, ports } = deps;
  const ids = rows.map(({ freelancerId }) => freelancerId);
  const isKept = isKeptBy(reader.person, pool);
  const [weeks, withUs, saved, raters, settings] = await Promise.all([
    readWeeks(db, ports, ids, nowMs),
    reader.tenant ? ports.withUs(db, reader.scope, ids) : new Map<string, WithUs>(),
    reader.tenant ? readSavedAmong(db, reader.scope, reader.person.personId, ids) : new Set<string>(),
    isKept ? readRaters(db, rows) : new Map<string, { name: string }>(),
    readPolicy(db, scopeOfPool(pool), talentPoolsPolicy),
  ]);
  const mondays = mondaysFrom(nowMs);
  return rows.flatMap((row) => {
    const profile = profiles.get(row.freelancerId);
    if (!profile) return [];
    const { freelancerId } = row;
    return {
      ...presentProfile(profile),
      weeks: weeksOf(
        mondays,
        profile.availability,
        weeks.commitments.get(freelancerId) ?? [],
        weeks.written.get(freelancerId),
        settings,
      ),
      state: row.state,
      admittedBy: row.admittedBy,
      since: instantOf(row.memberSince),
      invitedUntil: row.state === 'invited' ? instantOf(row.invitationExpiresAt) : null,
      expiresAt: instantOf(row.expiresAt),
      vetting: presentVetting(row, isKept, settings),
      withUs: presentWithUs(withUs.get(freelancerId)),
      internal: isKept ? presentInternal(row, raters, dateOf(nowMs)) : null,
      endReason: isKept ? row.endReason : null,
      saved: saved.has(freelancerId),
      revision: row.revision,
    };
  });
}

export function presentProfile(profile: ProfileFacts) {
  return {
    freelancerId: profile.id,
    name: profile.name,
    headline: profile.headline,
    photoUrl: profile.photoUrl,
    country: profile.country,
    timezone: profile.timezone,
    hourlyRate: profile.hourlyRate,
    jobSuccess: profile.jobSuccess,
    badge: profile.badge,
    verified: profile.isVerified,
    skills: profile.skills,
    availability: profile.availability,
  };
}

export function presentWithUs(known: WithUs | undefined): PoolMember['withUs'] {
  return {
    contracts: known?.contracts ?? 0,
    running: known?.running ?? 0,
    spend: [...(known?.spend ?? [])],
    lastWorkedAt: instantOf(known?.lastWorkedAtMs ?? null),
  };
}

/** Of the score, clients of the installation's pool see the band, and only where its policy shows one. */
export function presentVetting(
  { vettedAt, vettingApplicationId, score, admittedBy }: TalentPoolMemberRow,
  isKept: boolean,
  settings: Settings,
): PoolMember['vetting'] {
  if (vettedAt === null && admittedBy !== 'vetting') return null;
  return {
    vettedAt: instantOf(vettedAt),
    applicationId: isKept ? vettingApplicationId : null,
    scoreBand: score !== null && (isKept || settings.showsScoreBand) ? bandOf(score, settings) : null,
    score: isKept ? score : null,
  };
}

function bandOf(score: number, { outstandingFrom, strongFrom }: Settings): ScoreBand {
  if (score >= outstandingFrom) return 'outstanding';
  return score >= strongFrom ? 'strong' : 'solid';
}

function presentInternal(
  row: TalentPoolMemberRow,
  raters: ReadonlyMap<string, { name: string }>,
  today: string,
): PoolMember['internal'] {
  const { rating, ratingReason, ratedBy, ratedAt, rateMinor, rateCurrency, rateRole, rateFrom, rateTo } = row;
  return {
    tags: JSON.parse(row.tags),
    noteCount: row.noteCount,
    rating:
      rating === null
        ? null
        : {
            stars: rating,
            reason: ratingReason ?? '',
            by: { id: ratedBy ?? '', name: raters.get(ratedBy ?? '')?.name ?? '' },
            at: isoInstant(ratedAt!),
          },
    agreedRate:
      rateMinor === null
        ? null
        : {
            rate: { amountMinor: rateMinor, currency: rateCurrency! },
            role: rateRole,
            from: rateFrom,
            to: rateTo,
            isValid: holdsOn(row, today),
          },
  };
}

function readRaters(db: Executor, rows: readonly TalentPoolMemberRow[]) {
  return peopleById(db, [...new Set(rows.flatMap(({ ratedBy }) => (ratedBy === null ? [] : [ratedBy])))]);
}

export function instantOf(epochMs: number | null): string | null {
  return epochMs === null ? null : isoInstant(epochMs);
}
