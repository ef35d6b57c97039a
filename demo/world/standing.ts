import { dayText } from './career.ts';
import type { Random } from './random.ts';
import type { SeedFreelancer } from './world.ts';

type Standing = Pick<SeedFreelancer, 'verified' | 'jobSuccess' | 'badge' | 'memberSince' | 'lastActiveOn'>;
type Circumstances = { years: number; isSparse: boolean; isNamed: boolean; hasPortfolio: boolean; now: number };

const dayMs = 86_400_000;

/** How somebody stands on the marketplace; badges keep to the rules that will later compute them. */
export function standingOf(random: Random, { years, isSparse, isNamed, hasPortfolio, now }: Circumstances): Standing {
  const memberDays = Math.min(years * 365, Math.round(20 + random.next() ** 1.6 * 9 * 365));
  const identityDay = now - random.int(5, Math.max(6, memberDays)) * dayMs;
  const verified = {
    identity: !isSparse && (isNamed || random.chance(0.58)) ? dayText(identityDay) : null,
    phone: random.chance(0.7),
    email: !isSparse || random.chance(0.6),
  };
  const hasHistory = !isSparse && memberDays > 200 && (isNamed || random.chance(0.72));
  const jobSuccess = hasHistory ? scoreOf(random, isNamed) : null;
  return {
    verified,
    jobSuccess,
    badge: badgeOf(random, { jobSuccess, memberDays, isVerified: verified.identity !== null, hasPortfolio }),
    memberSince: dayText(now - memberDays * dayMs),
    lastActiveOn: dayText(now - Math.floor(random.next() ** 3 * Math.min(85, memberDays)) * dayMs),
  };
}

// Most who stay do well: half of all scores are 93 or more, one in ten is below 75.
function scoreOf(random: Random, isNamed: boolean): number {
  if (isNamed) return random.int(94, 100);
  return Math.max(38, Math.min(100, Math.round(100 - Math.abs(random.normal()) ** 1.35 * 10.5)));
}

type BadgeFacts = { jobSuccess: number | null; memberDays: number; isVerified: boolean; hasPortfolio: boolean };

function badgeOf(random: Random, { jobSuccess, memberDays, isVerified, hasPortfolio }: BadgeFacts): Standing['badge'] {
  if (jobSuccess === null) return isVerified && hasPortfolio && random.chance(0.45) ? 'risingTalent' : null;
  if (jobSuccess < 90 || memberDays < 300) return null;
  if (jobSuccess >= 95 && random.chance(0.07)) return 'expertVetted';
  if (memberDays > 900 && random.chance(0.28)) return 'topRatedPlus';
  return random.chance(0.55) ? 'topRated' : null;
}
