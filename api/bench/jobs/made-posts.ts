import { durations, experienceLevels, type JobPostVisibility } from '../../hiring/job-posts/job-post.ts';
import type { JobPostRow } from '../../hiring/job-posts/table.ts';
import { skillCategories, skills } from '../../talent/skills/taxonomy.ts';
import { madeJobPost } from '../../testing/made-job-posts.ts';
import { type Random, seededRandom } from '../search/made-profiles.ts';

const wants = ['Build', 'Design', 'Fix', 'Migrate', 'Review', 'Extend', 'Translate', 'Test', 'Plan', 'Maintain'];
const things = [
  'a shop',
  'our website',
  'an app',
  'a dashboard',
  'the backend',
  'a brand',
  'reports',
  'an integration',
];
const plainWords =
  `project team client business weeks experience quality delivery budget timeline communication remote clean fast reliable
senior support modern platform mobile data customers users documents workshop deadline milestone scope feedback review handover`.split(
    /\s+/,
  );

export const poolsOfBench = Array.from({ length: 20 }, (_, n) => `tp_bench${n}`);
const dayMs = 86_400_000;

/** Open posts with the statistics of a marketplace: skills and words follow Zipf's law, texts have real lengths. */
export function* madePosts(count: number, tenantIds: readonly string[], nowMs: number): Generator<JobPostRow> {
  const random = seededRandom(11);
  for (let n = 0; n < count; n++) yield madePost(n, tenantIds, nowMs, random);
}

function madePost(n: number, tenantIds: readonly string[], nowMs: number, random: Random): JobPostRow {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  const asked = [...new Set(Array.from({ length: 3 + Math.floor(random() * 5) }, () => frequentSkill(random)))];
  const kind = random() < 0.5 ? 'fixed' : 'hourly';
  const low =
    kind === 'fixed' ? 5_000 + Math.floor(random() ** 3 * 1_500_000) : 1_000 + Math.floor(random() ** 2 * 9_000);
  const publishedAt = nowMs - Math.floor(random() * 30 * dayMs);
  const [visibility, poolIds] = visibilityOf(random);
  const named = asked.map(({ name }) => name);
  return madeJobPost(publishedAt, {
    id: `jp_bench${n}`,
    tenantId: pick(tenantIds),
    title: `${pick(wants)} ${pick(things)} with ${named[0]}`,
    description: Array.from({ length: 80 + Math.floor(random() * 120) }, () =>
      random() < 0.1 ? pick(named) : pick(plainWords),
    ).join(' '),
    categoryId: random() < 0.9 ? asked[0]!.categoryId : pick(skillCategories).id,
    skills: asked.map(({ id }) => id),
    budgetKind: kind,
    budgetMinMinor: low,
    budgetMaxMinor: kind === 'fixed' ? low : Math.floor(low * 1.5),
    duration: pick(durations),
    weeklyHours: 5 * (1 + Math.floor(random() * 8)),
    experienceLevel: pick(experienceLevels),
    countries: random() < 0.15 ? [pick(['US', 'DE', 'GB', 'IN'])] : [],
    ...(random() < 0.3 && { timezone: pick(['Europe/Berlin', 'America/New_York', 'Asia/Kolkata']), overlapHours: 4 }),
    visibility,
    poolIds,
  });
}

function visibilityOf(random: Random): [JobPostVisibility, string[]] {
  const share = random();
  if (share < 0.7) return ['public', []];
  if (share < 0.93) return ['signedIn', []];
  if (share < 0.98) return ['poolOnly', [poolsOfBench[Math.floor(random() * poolsOfBench.length)]!]];
  return ['invitedOnly', []];
}

/** A few skills are asked for everywhere, most hardly ever. */
export function frequentSkill(random: Random) {
  return skills[Math.floor(skills.length ** random()) - 1]!;
}
