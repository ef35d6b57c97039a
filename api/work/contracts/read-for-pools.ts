import { readRelationships } from '../../money/earnings/read-relationships.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { PoolPorts, WithUs } from '../../talent/talent-pools/ports.ts';
import type { Commitment } from '../../talent/talent-pools/week.ts';
import { countByFreelancer, findTermsOf, listRunning } from './pool-store.ts';
import { workedWithUs } from './read-contracts.ts';
import type { AgreedTerms } from './schema.ts';

/** What talent pools ask of contracts and money: who is taken when, and what somebody has been to a company. */
export function poolPorts(db: Executor): PoolPorts {
  return { workedWithUs: workedWithUs(db), commitments: createCommitments(), withUs: readWithUs };
}

const keptMax = 50_000;
const dayMs = 86_400_000;

/** Terms are long and a version of them never changes, so each is read once. */
function createCommitments(): PoolPorts['commitments'] {
  const kept = new Map<string, Pick<Commitment, 'hoursPerWeek' | 'toMs'>>();

  return async (db, people) => {
    const contracts = await listRunning(db, people);
    const missing = contracts.filter((contract) => !kept.has(keyOf(contract))).map(({ id }) => id);
    if (kept.size > keptMax) kept.clear();
    for (let at = 0; at < missing.length; at += 500)
      for (const row of await findTermsOf(db, missing.slice(at, at + 500)))
        kept.set(keyOf(row), takenBy(JSON.parse(row.terms)));
    const found = new Map<string, Commitment[]>();
    for (const contract of contracts) {
      const taken = kept.get(keyOf(contract));
      if (!taken || taken.hoursPerWeek === 0) continue;
      const { freelancerId, startsAt, createdAt } = contract;
      const commitment = { ...taken, fromMs: startsAt, agreedAtMs: createdAt };
      const known = found.get(freelancerId);
      if (known) known.push(commitment);
      else found.set(freelancerId, [commitment]);
    }
    return found;
  };
}

function keyOf({ id, termsVersion }: { id: string; termsVersion: number }): string {
  return `${id} ${termsVersion}`;
}

/** By the hour up to the weekly limit; a fixed price says nothing about hours. */
function takenBy({ payment, endsOn }: AgreedTerms): Pick<Commitment, 'hoursPerWeek' | 'toMs'> {
  return {
    hoursPerWeek: payment.kind === 'hourly' ? (payment.weeklyLimitHours ?? 0) : 0,
    toMs: endsOn === null ? null : Date.parse(`${endsOn}T00:00:00Z`) + dayMs,
  };
}

async function readWithUs(
  db: Executor,
  scope: TenantScope,
  freelancerIds: readonly string[],
): Promise<Map<string, WithUs>> {
  if (freelancerIds.length === 0) return new Map();
  const [counts, earned] = await Promise.all([
    countByFreelancer(db, scope, freelancerIds),
    readRelationships(db, scope, freelancerIds),
  ]);
  const found = new Map<string, WithUs>();
  for (const freelancerId of new Set([...counts.map((row) => row.freelancerId), ...earned.keys()])) {
    const own = counts.filter((row) => row.freelancerId === freelancerId);
    const sum = (isCounted: (state: string) => boolean) =>
      own.filter(({ state }) => isCounted(state)).reduce((total, { count }) => total + Number(count), 0);
    const { spend = [], lastEarnedAtMs = null } = earned.get(freelancerId) ?? {};
    found.set(freelancerId, {
      contracts: sum(() => true),
      running: sum((state) => state === 'active' || state === 'paused'),
      spend,
      lastWorkedAtMs: lastEarnedAtMs,
    });
  }
  return found;
}
