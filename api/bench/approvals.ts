import { memberRoles } from '../platform/auth/actor.ts';
import { anything, type PolicyDocument, type PolicyStep } from '../procurement/approvals/approval-policy.ts';
import type { PolicyPeople } from '../procurement/approvals/eligible.ts';
import { type Coverage, proveCoverage } from '../procurement/approvals/prove-coverage.ts';

const rules = 50;
const teams = 40;
const members = 500;
const runs = 21;

/** The proof of coverage of 50 rules over 40 teams and 500 people: one without a gap, and one with as many as it shows. */
export async function benchApprovals(): Promise<void> {
  const people = madePeople();
  const rows = {
    'without a gap': measured(() => proveCoverage(madePolicy(false), people)),
    'a gap in each rule': measured(() => proveCoverage(madePolicy(true), people)),
  };
  console.log(`\nCoverage of ${rules} rules, ${teams} teams, ${members} people (target ≤ 200 ms)`);
  console.table(rows);
}

function measured(prove: () => Coverage) {
  const times = Array.from({ length: runs }, () => {
    const startMs = performance.now();
    prove();
    return performance.now() - startMs;
  }).sort((a, b) => a - b);
  const { gaps, checked } = prove();
  const rounded = (ms: number) => Number(ms.toFixed(1));
  return {
    gaps: gaps.length,
    bands: checked.bands,
    'median ms': rounded(times[Math.floor(runs / 2)]!),
    'worst ms': rounded(times.at(-1)!),
  };
}

const teamName = (n: number) => `Team ${n}`;

function madePeople(): PolicyPeople {
  return {
    people: Array.from({ length: members }, (_, n) => ({
      id: `pe_${n}`,
      name: `Person ${n}`,
      roles: n % 3 === 0 ? [memberRoles[n % memberRoles.length]!] : [],
      teamRoles: { [teamName(n % teams)]: ['approver', 'hiringManager'] },
    })),
    teams: Array.from({ length: teams }, (_, n) => teamName(n)),
    delegations: Array.from({ length: 20 }, (_, n) => ({ fromId: `pe_${n}`, toId: `pe_${n + 100}` })),
  };
}

/** Each over another span of amounts, five steps each, every second one in some teams only. */
function madePolicy(hasGaps: boolean): PolicyDocument {
  const first: PolicyStep = hasGaps
    ? { approvers: [{ kind: 'person', personId: 'pe_gone' }], needs: 'any', escalation: null }
    : { approvers: [{ kind: 'role', role: 'approver', where: 'either' }], needs: 'any', escalation: null };
  const others = (['financeAdmin', 'accountAdmin', 'owner', 'hiringManager'] as const).map(
    (role): PolicyStep => ({
      approvers: [
        { kind: 'role', role, where: 'tenant' },
        { kind: 'role', role: 'approver', where: 'either' },
      ],
      needs: 'all',
      escalation: { afterHours: 24, to: 'nextHigherRole' },
    }),
  );
  return {
    rules: Array.from({ length: rules }, (_, n) => ({
      id: `rule-${n}`,
      name: `Rule ${n}`,
      conditions: {
        ...anything,
        amount: { currency: 'USD', fromMinor: n * 100_000, toMinor: n === rules - 1 ? null : (n + 2) * 100_000 },
        teams: n % 2 === 0 ? [] : [teamName(n % teams), teamName((n + 7) % teams)],
        triggers: n % 5 === 0 ? [{ kind: 'rateAboveBenchmark', basisPoints: n * 10 } as const] : [],
      },
      steps: [first, ...others],
    })),
    otherwise: { steps: [first] },
  };
}
