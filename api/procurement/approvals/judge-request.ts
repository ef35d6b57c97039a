import type { Money } from '../../money/money.ts';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readSpendingSignals } from '../spending/read-signals.ts';
import type { ApprovalSubjectKind, PolicyDocument, RuleTrigger } from './approval-policy.ts';
import { type Matched, matchRule, namedCurrencies, type RuleReason, reasonsOf } from './match-rule.ts';
import { approvalsPolicy } from './policy.ts';
import type { ApprovalSignal } from './shared-schema.ts';

/** The median of published hourly rates of a category; null where there are too few to say. Handed in at assembly. */
export type RateBenchmark = (
  db: Executor,
  what: { categoryId: string; currency: string; profilesMin: number },
) => Promise<Money | null>;

export type JudgeDeps = { clock: Clock; rateBenchmark?: RateBenchmark };

/** What is asked about, as far as rules look at it. */
export type JudgedFacts = {
  kind: ApprovalSubjectKind;
  amount: Money | null;
  team: string | null;
  costCenter: string | null;
  purchaseOrder: string | null;
  categoryId: string | null;
  /** By the hour; null for a fixed price. */
  rate: Money | null;
  country: string | null;
  freelancerId: string | null;
};

export type Judgement = Matched & { signals: ApprovalSignal[]; reasons: RuleReason[] };

/** Which rule decides, and over which limits it is: what other slices and the market say about it. */
export async function judge(
  db: Executor,
  deps: JudgeDeps,
  scope: TenantScope,
  policy: PolicyDocument,
  facts: JudgedFacts,
): Promise<Judgement> {
  const signals = await readSignals(db, deps, scope, policy, facts);
  const looked = { ...facts, signals: signals.map(triggerOf) };
  const matched = matchRule(policy, looked);
  return { ...matched, signals, reasons: reasonsOf(matched.rule, looked, namedCurrencies(policy)) };
}

async function readSignals(
  db: Executor,
  deps: JudgeDeps,
  scope: TenantScope,
  policy: PolicyDocument,
  facts: JudgedFacts,
): Promise<ApprovalSignal[]> {
  const spending = await readSpendingSignals(db, deps, scope, facts);
  const signals = spending.map((signal) => ({
    ...signal,
    basisPoints: signal.kind === 'rateAboveCard' && facts.rate ? basisPointsAbove(facts.rate, signal.by) : null,
  }));
  const wantsBenchmark = policy.rules.some(({ conditions }) =>
    conditions.triggers.some(({ kind }) => kind === 'rateAboveBenchmark'),
  );
  const above = wantsBenchmark ? await aboveBenchmark(db, deps, scope, facts) : undefined;
  return above ? [above, ...signals] : signals;
}

async function aboveBenchmark(
  db: Executor,
  { rateBenchmark }: JudgeDeps,
  scope: TenantScope,
  { categoryId, rate }: JudgedFacts,
): Promise<ApprovalSignal | undefined> {
  if (!rateBenchmark || !categoryId || !rate) return undefined;
  const { benchmarkProfilesMin: profilesMin } = await readPolicy(db, scope, approvalsPolicy);
  const median = await rateBenchmark(db, { categoryId, currency: rate.currency, profilesMin });
  if (!median || rate.amountMinor <= median.amountMinor) return undefined;
  const by = { amountMinor: rate.amountMinor - median.amountMinor, currency: rate.currency };
  return { kind: 'rateAboveBenchmark', by, of: categoryId, basisPoints: basisPointsAbove(rate, by) };
}

/** How far a rate lies above what it is measured by, which is itself without the difference. */
function basisPointsAbove(rate: Money, by: Money): number {
  const measure = rate.amountMinor - by.amountMinor;
  return measure <= 0 ? 1_000_000 : Math.floor((by.amountMinor * 10_000) / measure);
}

function triggerOf({ kind, basisPoints }: ApprovalSignal): RuleTrigger {
  return kind === 'rateAboveBenchmark' || kind === 'rateAboveCard' ? { kind, basisPoints: basisPoints ?? 0 } : { kind };
}
