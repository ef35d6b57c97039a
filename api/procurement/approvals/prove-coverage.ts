import type { MemberRole } from '../../platform/auth/actor.ts';
import {
  type ApprovalSubjectKind,
  type Approver,
  approvalSubjectKinds,
  type PolicyDocument,
  type PolicyRule,
  type PolicyStep,
  type RuleTrigger,
  rulesInOrder,
} from './approval-policy.ts';
import { filledBy, type Holders, holdersOf, type PolicyPeople, type PolicyPerson, seatsOf, whoIs } from './eligible.ts';
import { amountMismatch, isPulled, namedCurrencies } from './match-rule.ts';

/**
 * Proves of rules that for every kind of subject, amount and team there is somebody in each step who may say yes and
 * did not ask, whoever of those who can ask it was. Pure.
 *
 * Delegates add nobody here: whoever stands in does so for somebody who may decide themselves, and never where that
 * person asked. So a gap is the same with and without them, and closes only by people or rules.
 */

/** Amounts that all rules treat alike. `currency` null: nobody knows the amount, or no rule names its currency. */
export type Band = { currency: string | null; fromMinor: number; toMinor: number | null };

export type Gap = {
  kinds: ApprovalSubjectKind[];
  /** Null: any amount. */
  band: Band | null;
  team: string | null;
  ruleId: string;
  ruleName: string;
  step: number;
  /** Approvers of the step whom nobody is. */
  missing: Approver[];
  /** Whose own requests nobody could decide; null: anybody's. */
  requesterId: string | null;
};

export type Coverage = { gaps: Gap[]; checked: { rules: number; bands: number; teams: number; people: number } };

/** More are not worth reading: each rule that is mended takes many away. */
const gapsMax = 100;

/** Who can ask for each kind; roles as the commands want them, tenant-wide or in the team. */
const requesterRoles: Readonly<Record<ApprovalSubjectKind, readonly MemberRole[]>> = {
  jobPost: ['owner', 'accountAdmin', 'hiringManager', 'recruiter'],
  offer: ['owner', 'accountAdmin', 'hiringManager'],
  amendment: ['owner', 'accountAdmin', 'hiringManager'],
  funding: ['owner', 'accountAdmin', 'hiringManager', 'financeAdmin'],
  bonus: ['owner', 'accountAdmin', 'hiringManager', 'financeAdmin'],
  rateException: ['owner', 'accountAdmin', 'hiringManager'],
};

export function mayRequest(
  { roles, teamRoles }: PolicyPerson,
  kind: ApprovalSubjectKind,
  team: string | null,
): boolean {
  const here = team === null ? [] : (teamRoles[team] ?? []);
  return [...roles, ...here].some((role) => requesterRoles[kind].includes(role));
}

export function proveCoverage(policy: PolicyDocument, people: PolicyPeople): Coverage {
  const holders = holdersOf(people);
  const teams = teamsOf(policy, people);
  const bands = bandsOf(policy);
  const gaps: Gap[] = [];
  const byId = new Map(people.people.map((person) => [person.id, person]));
  const reach = reachIn(policy);
  for (const [at, rule] of reach.rules.entries()) {
    const kinds = rule.conditions.kinds.length > 0 ? rule.conditions.kinds : approvalSubjectKinds;
    const rulesTeams = rule.conditions.teams.length > 0 ? rule.conditions.teams : teams;
    for (const [step, plan] of rule.steps.entries()) {
      for (const team of new Set(rulesTeams.length > 0 ? rulesTeams : [null])) {
        if (gaps.length >= gapsMax) return { gaps, checked: checkedOf() };
        const found = lackOf(plan, team, holders);
        if (!found) continue;
        gaps.push(...gapsOf(reach, bands, at, rule, kinds, { step: step + 1, team, ...found }, byId));
      }
    }
  }
  return { gaps: gaps.slice(0, gapsMax), checked: checkedOf() };

  function checkedOf() {
    return {
      rules: policy.rules.length,
      bands: bands.length,
      teams: teams.length,
      people: people.people.length,
    };
  }
}

/** Teams there are, teams that rules name, and none: what is called otherwise has nobody either, as none has. */
function teamsOf({ rules }: PolicyDocument, people: PolicyPeople): (string | null)[] {
  return [null, ...new Set([...people.teams, ...rules.flatMap(({ conditions }) => conditions.teams)])];
}

/** The amounts between the borders that rules set, in each currency; without borders any amount is one. */
export function bandsOf(policy: PolicyDocument): (Band | null)[] {
  const currencies = [...namedCurrencies(policy)].sort();
  if (currencies.length === 0) return [null];
  const bands = currencies.flatMap((currency): Band[] => {
    const amounts = policy.rules.flatMap(({ conditions: { amount } }) => (amount?.currency === currency ? amount : []));
    const borders = [...new Set([0, ...amounts.flatMap(({ fromMinor, toMinor }) => [fromMinor, toMinor ?? 0])])];
    borders.sort((a, b) => a - b);
    return borders.map((fromMinor, at) => ({ currency, fromMinor, toMinor: borders[at + 1] ?? null }));
  });
  return [...bands, { currency: null, fromMinor: 0, toMinor: null }];
}

type Lack = { missing: Approver[]; forWhom: 'everybody' | readonly string[] };

/** Whose requests a step cannot decide in a team; undefined when everybody's can be. */
function lackOf(step: PolicyStep, team: string | null, holders: Holders): Lack | undefined {
  const seats = seatsOf(step, team, holders);
  const needed = seats.length;
  // Seats with more people than there are seats are always left over for somebody, whoever of them asked.
  const scarce = seats.filter((seat) => seat.size <= needed);
  if (scarce.length === 0) return undefined;
  const people = [...new Set(scarce.flatMap((seat) => [...seat]))];
  if (filledBy(scarce, people) < scarce.length)
    return { missing: missingOf(step, team, holders), forWhom: 'everybody' };
  const forWhom = people.filter(
    (requester) =>
      filledBy(
        scarce,
        people.filter((one) => one !== requester),
      ) < scarce.length,
  );
  return forWhom.length === 0 ? undefined : { missing: [], forWhom };
}

/** Which of its approvers nobody is; where each is somebody, they are too few different people. */
function missingOf(step: PolicyStep, team: string | null, holders: Holders): Approver[] {
  const nobody = step.approvers.filter((one) => whoIs(one, team, holders).length === 0);
  return nobody.length > 0 ? nobody : [...step.approvers];
}

function gapsOf(
  reach: Reach,
  bands: readonly (Band | null)[],
  at: number,
  rule: PolicyRule,
  kinds: readonly ApprovalSubjectKind[],
  { step, team, missing, forWhom }: Lack & { step: number; team: string | null },
  byId: ReadonlyMap<string, PolicyPerson>,
): Gap[] {
  const requesters = forWhom === 'everybody' ? [null] : forWhom;
  const gaps: Gap[] = [];
  for (const requesterId of requesters) {
    const asking = kinds.filter((kind) =>
      requesterId === null
        ? [...byId.values()].some((person) => mayRequest(person, kind, team))
        : mayRequest(byId.get(requesterId)!, kind, team),
    );
    for (const [band, reached] of groupByBand(bands, (band) =>
      asking.filter((kind) => reach.isReached(at, kind, band, team)),
    ))
      gaps.push({ kinds: reached, band, team, ruleId: rule.id, ruleName: rule.name, step, missing, requesterId });
  }
  return gaps;
}

/** Bands next to each other with the same kinds are one. */
function groupByBand(
  bands: readonly (Band | null)[],
  kindsIn: (band: Band | null) => ApprovalSubjectKind[],
): [Band | null, ApprovalSubjectKind[]][] {
  const groups: [Band | null, ApprovalSubjectKind[]][] = [];
  for (const band of bands) {
    const kinds = kindsIn(band);
    if (kinds.length === 0) continue;
    const last = groups.at(-1);
    const isNext = last?.[0] && band && last[0].currency === band.currency && last[0].toMinor === band.fromMinor;
    if (isNext && last[1].join() === kinds.join()) last[0] = { ...last[0]!, toMinor: band.toMinor };
    else groups.push([band && { ...band }, kinds]);
  }
  return groups;
}

export type Reach = {
  /** As they are tried. */
  rules: readonly PolicyRule[];
  isReached(at: number, kind: ApprovalSubjectKind, band: Band | null, team: string | null): boolean;
};

/**
 * Whether anything of a kind, amount and team comes to a rule at all: not when rules before it take everything.
 * Categories, cost centers and signals of the subject are free, so each that the rule names, or one that no rule names,
 * is tried; of signals the least that the rule asks for, as more of them only ever match more rules before it.
 */
export function reachIn(policy: PolicyDocument): Reach {
  const rules = rulesInOrder(policy);
  const currencies = namedCurrencies(policy);
  return {
    rules,
    isReached: (at, kind, band, team) => {
      const amount = band?.currency ? { amountMinor: band.fromMinor, currency: band.currency } : null;
      const isOf = ({ conditions: { kinds, amount: limit, teams } }: PolicyRule) =>
        (kinds.length === 0 || kinds.includes(kind)) &&
        (!limit || !amountMismatch(limit, amount, currencies)) &&
        (teams.length === 0 || (team !== null && teams.includes(team)));
      const rule = rules[at]!;
      if (!isOf(rule)) return false;
      const before = rules.slice(0, at).filter(isOf);
      const { categoryIds, costCenters, triggers } = rule.conditions;
      const signals: readonly (readonly RuleTrigger[])[] = triggers.length > 0 ? triggers.map((one) => [one]) : [[]];
      return orNone(categoryIds).some((category) =>
        orNone(costCenters).some((costCenter) =>
          signals.some((given) => !before.some((other) => takes(other, category, costCenter, given))),
        ),
      );
    },
  };
}

function orNone(named: readonly string[]): readonly (string | null)[] {
  return named.length > 0 ? named : [null];
}

function takes(
  { conditions: { categoryIds, costCenters, triggers } }: PolicyRule,
  category: string | null,
  costCenter: string | null,
  signals: readonly RuleTrigger[],
): boolean {
  return (
    (categoryIds.length === 0 || (category !== null && categoryIds.includes(category))) &&
    (costCenters.length === 0 || (costCenter !== null && costCenters.includes(costCenter))) &&
    (triggers.length === 0 || triggers.some((trigger) => isPulled(trigger, signals)))
  );
}
