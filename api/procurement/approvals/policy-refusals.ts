import { decimalText, type Money } from '../../money/money.ts';
import { unprocessable } from '../../platform/http/problem.ts';
import type { Approver } from './approval-policy.ts';
import type { PolicyPeople } from './eligible.ts';
import type { ApprovalGap } from './policy-schema.ts';
import type { Coverage, Gap } from './prove-coverage.ts';

/** The gap in one sentence: which amounts, which team, which step, and who is missing. */
export function gapSentence(gaps: readonly ApprovalGap[], people: PolicyPeople): string | null {
  const [first] = gaps;
  if (!first) return null;
  const { kinds, band, team, ruleName, ruleId, step, missing, requester } = first;
  const what = kinds.map((kind) => kindWords[kind]).join(', ');
  const where = team === null ? 'without a team' : `of the team ${team}`;
  const rule = ruleName || (ruleId === 'otherwise' ? 'for everything else' : ruleId);
  const who = requester
    ? `nobody but ${requester.name} could decide what ${requester.name} requests`
    : `nobody is ${missing.map((one) => approverWords(one, people)).join(' or ')}, or too few different people are`;
  const more = gaps.length > 1 ? ` And ${gaps.length - 1} more.` : '';
  return `${what} ${bandWords(band)} ${where}: in step ${step} of the rule “${rule}” ${who}.${more}`;
}

export function presentGaps({ gaps }: Coverage, people: PolicyPeople): ApprovalGap[] {
  const names = new Map(people.people.map(({ id, name }) => [id, name]));
  return gaps.map(({ requesterId, ...gap }: Gap) => ({
    ...gap,
    requester: requesterId === null ? null : { id: requesterId, name: names.get(requesterId) ?? '–' },
  }));
}

/** The first twenty, each where the step stands in the rules that were sent. */
export function policyHasGap(gaps: readonly ApprovalGap[], people: PolicyPeople, ruleIds: readonly string[]) {
  const errors = gaps.slice(0, 20).map((gap) => {
    const at = ruleIds.indexOf(gap.ruleId);
    const pointer = at < 0 ? `/otherwise/steps/${gap.step - 1}` : `/rules/${at}/steps/${gap.step - 1}`;
    return { pointer, code: 'policy_has_gap', message: gapSentence([gap], people)! };
  });
  const sentence = gapSentence(gaps, people)!;
  return unprocessable(
    'policy_has_gap',
    `The rules were not saved. ${sentence} Name somebody else or add people.`,
    errors,
  );
}

const kindWords = {
  jobPost: 'Job posts',
  offer: 'offers',
  amendment: 'amendments',
  funding: 'fundings',
  bonus: 'bonuses',
  rateException: 'rate exceptions',
} as const;

function bandWords(band: ApprovalGap['band']): string {
  if (!band) return 'of any amount';
  const { currency, fromMinor, toMinor } = band;
  if (currency === null) return 'of an unknown amount or in another currency';
  const from = words({ amountMinor: fromMinor, currency });
  return toMinor === null ? `from ${from}` : `from ${from} to below ${words({ amountMinor: toMinor, currency })}`;
}

function approverWords(approver: Approver, { people }: PolicyPeople): string {
  if (approver.kind === 'person') return people.find(({ id }) => id === approver.personId)?.name ?? 'a person who left';
  const where = { tenant: '', team: ' in the team', either: ' here or in the team' }[approver.where];
  return `${approver.role}${where}`;
}

const words = (amount: Money) => `${decimalText(amount)} ${amount.currency}`;
