import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  type ApprovalSubjectKind,
  type Approver,
  anything,
  approvalSubjectKinds,
  approverRoles,
  type PolicyDocument,
  type PolicyStep,
  type RuleTrigger,
  rulesInOrder,
} from './approval-policy.ts';
import { actorsFor, holdersOf, type PolicyPeople, type PolicyPerson, seatsOf } from './eligible.ts';
import { matchRule, type RuleFacts } from './match-rule.ts';
import { gapSentence, presentGaps } from './policy-refusals.ts';
import { bandsOf, type Gap, mayRequest, proveCoverage } from './prove-coverage.ts';

const person = (id: string, roles: PolicyPerson['roles'], teamRoles: PolicyPerson['teamRoles'] = {}): PolicyPerson => ({
  id,
  name: id,
  roles,
  teamRoles,
});
const role = (name: (typeof approverRoles)[number], where: 'tenant' | 'team' | 'either' = 'tenant'): Approver => ({
  kind: 'role',
  role: name,
  where,
});
const step = (needs: 'any' | 'all', ...approvers: Approver[]): PolicyStep => ({ approvers, needs, escalation: null });
const offersFrom = (fromMinor: number, ...steps: PolicyStep[]): PolicyDocument => ({
  rules: [
    {
      id: 'large',
      name: 'Large',
      conditions: { ...anything, kinds: ['offer'], amount: { currency: 'USD', fromMinor, toMinor: null } },
      steps,
    },
  ],
  otherwise: { steps: [] },
});
const company = (...people: PolicyPerson[]): PolicyPeople => ({ people, teams: ['Design', 'Build'], delegations: [] });
const [olga, otto, arno, mia] = [
  person('Olga', ['owner']),
  person('Otto', ['owner']),
  person('Arno', ['approver']),
  person('Mia', ['hiringManager']),
];

describe('the proof that nobody is left without an approver', () => {
  /** Large and unknown amounts have the same gaps here. */
  const told = ({ gaps }: { gaps: Gap[] }) => [
    ...new Set(gaps.map(({ team, step: n, requesterId, missing }) => `${team} ${n} ${requesterId} ${missing.length}`)),
  ];

  for (const [name, policy, people, gaps] of [
    ['somebody who never asks is enough', offersFrom(100, step('any', role('approver'))), company(olga, arno), []],
    [
      'the only one who may decide may ask too',
      offersFrom(100, step('any', role('owner'))),
      company(olga, mia),
      ['null 1 Olga 0', 'Design 1 Olga 0', 'Build 1 Olga 0'],
    ],
    ['two who may ask decide for each other', offersFrom(100, step('any', role('owner'))), company(olga, otto), []],
    [
      'a role in the team is nobody without a team',
      offersFrom(100, step('any', role('approver', 'team'))),
      company(olga, person('Dora', [], { Design: ['approver'] })),
      ['null 1 null 1', 'Build 1 null 1'],
    ],
    [
      'an all-of step wants different people',
      offersFrom(100, step('all', role('approver'), { kind: 'person', personId: 'Arno' })),
      company(olga, arno),
      ['null 1 null 2', 'Design 1 null 2', 'Build 1 null 2'],
    ],
    [
      'somebody who has left, or only reads, is nobody',
      offersFrom(100, step('any', { kind: 'person', personId: 'Vic' })),
      company(olga, person('Vic', ['viewer'])),
      ['null 1 null 1', 'Design 1 null 1', 'Build 1 null 1'],
    ],
    [
      'the second step counts as the first does',
      offersFrom(100, step('any', role('approver')), step('any', role('financeAdmin'))),
      company(olga, arno),
      ['null 2 null 1', 'Design 2 null 1', 'Build 2 null 1'],
    ],
  ] as const) {
    test(name, () => {
      assert.deepEqual(told(proveCoverage(policy, people)), gaps);
    });
  }

  test('a rule that earlier ones take everything from has no gap', () => {
    const [rule] = offersFrom(0, step('any', role('financeAdmin'))).rules;
    const nobody = { ...rule!, id: 'first', conditions: anything, steps: [] };
    assert.deepEqual(proveCoverage({ rules: [nobody, rule!], otherwise: { steps: [] } }, company(olga)).gaps, []);
  });

  test('its sentence names the amounts, the team, the step and who is missing', () => {
    const people = company(olga, person('Dora', [], { Design: ['approver'] }));
    const gaps = presentGaps(proveCoverage(offersFrom(500_000, step('any', role('approver', 'team'))), people), people);
    assert.equal(
      gapSentence(gaps, people),
      'offers from 5000.00 USD without a team: in step 1 of the rule “Large” nobody is approver in the team, or too few different people are. And 3 more.',
    );
    assert.deepEqual(gaps[0]?.band, { currency: 'USD', fromMinor: 500_000, toMinor: null });
  });

  test('fast-check: it finds a gap exactly where trying everybody, every amount and every signal finds one', () => {
    fc.assert(
      fc.property(policies, companies, (policy, people) => {
        const { gaps } = proveCoverage(policy, people);
        const found = new Set(gaps.flatMap((gap) => keysOf(gap, policy, people)));
        const expected = triedOut(policy, people);
        if (gaps.length >= 100) return [...found].every((key) => expected.has(key));
        assert.deepEqual([...found].sort(), [...expected].sort());
        return true;
      }),
      { numRuns: 40 },
    );
  });
});

describe('the proof and delegates', () => {
  test('whoever stands in opens no seat that its holder could not fill', () => {
    const policy = offersFrom(100, step('any', role('owner')));
    const people = { ...company(olga, arno, mia), delegations: [{ fromId: 'Olga', toId: 'Arno' }] };
    assert.deepEqual(
      new Set(proveCoverage(policy, people).gaps.map(({ requesterId }) => requesterId)),
      new Set(['Olga']),
    );
    assert.deepEqual([...actorsFor('Olga', 'Mia', holdersOf(people))], ['Olga', 'Arno']);
    assert.deepEqual([...actorsFor('Olga', 'Olga', holdersOf(people))], []);
  });

  test('a chain does not pass through who asked', () => {
    const people = {
      ...company(olga, otto, arno, mia),
      delegations: [
        { fromId: 'Olga', toId: 'Mia' },
        { fromId: 'Mia', toId: 'Arno' },
      ],
    };
    const holders = holdersOf(people);
    assert.deepEqual([...actorsFor('Olga', 'Mia', holders)], ['Olga']);
    assert.deepEqual([...actorsFor('Olga', 'Otto', holders)].sort(), ['Arno', 'Mia', 'Olga']);
  });
});

const borders = [0, 100, 200, 300];
const approvers = fc.oneof(
  fc.record({
    kind: fc.constant('role' as const),
    role: fc.constantFrom(...approverRoles),
    where: fc.constantFrom('tenant' as const, 'team' as const, 'either' as const),
  }),
  fc.record({ kind: fc.constant('person' as const), personId: fc.constantFrom('a', 'b', 'c', 'gone') }),
);
const steps = fc.array(
  fc.record({
    approvers: fc.array(approvers, { minLength: 1, maxLength: 3 }),
    needs: fc.constantFrom('any' as const, 'all' as const),
    escalation: fc.constant(null),
  }),
  { maxLength: 2 },
);
const triggers: RuleTrigger[] = [
  { kind: 'overBudget' },
  { kind: 'rateAboveBenchmark', basisPoints: 500 },
  { kind: 'rateAboveBenchmark', basisPoints: 1500 },
];
const some = <T>(of: readonly T[]) => fc.subarray([...of], { maxLength: Math.min(2, of.length) });
const conditions = fc.record({
  kinds: some(['offer', 'bonus'] as ApprovalSubjectKind[]),
  amount: fc.option(
    fc
      .tuple(fc.constantFrom('USD', 'EUR'), fc.constantFrom(0, 100, 200), fc.option(fc.constantFrom(200, 300)))
      .map(([currency, fromMinor, to]) => ({
        currency,
        fromMinor,
        toMinor: to !== null && to > fromMinor ? to : null,
      })),
  ),
  teams: some(['Design', 'Build']),
  categoryIds: some(['web', 'art']),
  costCenters: some(['CC1']),
  triggers: some(triggers),
});
const policies: fc.Arbitrary<PolicyDocument> = fc
  .tuple(fc.array(fc.record({ conditions, steps }), { maxLength: 4 }), steps)
  .map(([rules, last]) => ({
    rules: rules.map((rule, at) => ({ ...rule, id: `r${at}`, name: '' })),
    otherwise: { steps: last },
  }));
const roles = some([
  'owner',
  'accountAdmin',
  'financeAdmin',
  'approver',
  'hiringManager',
  'recruiter',
  'viewer',
] as const);
const companies: fc.Arbitrary<PolicyPeople> = fc
  .tuple(
    fc.array(fc.record({ roles, design: roles }), { minLength: 3, maxLength: 4 }),
    fc.array(fc.record({ fromId: fc.constantFrom('a', 'b', 'c'), toId: fc.constantFrom('a', 'b', 'c') }), {
      maxLength: 2,
    }),
  )
  .map(([all, delegations]) => ({
    people: all.map((one, at) => person('abcd'[at]!, one.roles, { Design: one.design })),
    teams: ['Design'],
    delegations,
  }));

/** Every subject there could be, asked for by everybody who can: which rule decides, and can each step be filled? */
function triedOut(policy: PolicyDocument, people: PolicyPeople): Set<string> {
  const holders = holdersOf(people);
  const found = new Set<string>();
  const amounts = [
    null,
    ...['USD', 'EUR', 'GBP'].flatMap((currency) => borders.map((amountMinor) => ({ amountMinor, currency }))),
  ];
  const signals = Array.from({ length: 2 ** triggers.length }, (_, set) => triggers.filter((_, at) => (set >> at) & 1));
  const teams = [null, 'Design', ...policy.rules.flatMap((rule) => rule.conditions.teams)];
  for (const kind of approvalSubjectKinds)
    for (const amount of amounts)
      for (const team of new Set(teams))
        for (const categoryId of [null, 'web', 'art'])
          for (const costCenter of [null, 'CC1'])
            for (const given of signals) {
              const facts: RuleFacts = { kind, amount, team, categoryId, costCenter, signals: given };
              const { rule } = matchRule(policy, facts);
              for (const [at, plan] of rule.steps.entries())
                for (const requester of people.people) {
                  if (!mayRequest(requester, kind, team)) continue;
                  if (canFill(plan, team, requester.id, holders)) continue;
                  found.add(`${rule.id} ${at + 1} ${kind} ${team} ${amountKey(policy, amount)} ${requester.id}`);
                }
            }
  return found;
}

/** By trying all: each seat by one holder, all different, each acting by themselves or by one who stands in. */
function canFill(
  plan: PolicyStep,
  team: string | null,
  requesterId: string,
  holders: ReturnType<typeof holdersOf>,
): boolean {
  const seats = seatsOf(plan, team, holders);
  const fill = (at: number, principals: string[], actors: string[]): boolean =>
    at === seats.length ||
    [...seats[at]!].some(
      (one) =>
        one !== requesterId &&
        !principals.includes(one) &&
        [...actorsFor(one, requesterId, holders)].some(
          (actor) => !actors.includes(actor) && fill(at + 1, [...principals, one], [...actors, actor]),
        ),
    );
  return fill(0, [], []);
}

function amountKey(policy: PolicyDocument, amount: RuleFacts['amount']): string {
  const bands = bandsOf(policy);
  const at = bands.findIndex(
    (band) =>
      band === null ||
      (band.currency === null
        ? true
        : amount?.currency === band.currency &&
          amount.amountMinor >= band.fromMinor &&
          (band.toMinor === null || amount.amountMinor < band.toMinor)),
  );
  return String(at);
}

function keysOf(gap: Gap, policy: PolicyDocument, people: PolicyPeople): string[] {
  const bands = bandsOf(policy);
  const within = bands.flatMap((band, at) =>
    gap.band === null ||
    band === null ||
    (band.currency === gap.band.currency &&
      band.fromMinor >= gap.band.fromMinor &&
      (gap.band.toMinor === null || band.fromMinor < gap.band.toMinor))
      ? [at]
      : [],
  );
  const rule = rulesInOrder(policy).find(({ id }) => id === gap.ruleId)!;
  assert.ok(rule.steps[gap.step - 1]);
  return gap.kinds.flatMap((kind) =>
    within.flatMap((at) =>
      people.people
        .filter((one) => (gap.requesterId === null ? mayRequest(one, kind, gap.team) : one.id === gap.requesterId))
        .map((one) => `${gap.ruleId} ${gap.step} ${kind} ${gap.team} ${at} ${one.id}`),
    ),
  );
}
