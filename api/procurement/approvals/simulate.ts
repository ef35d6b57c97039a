import type { Executor } from '../../platform/database/database.ts';
import { unprocessable } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { asksNobody, escalatesTo, rulesInOrder } from './approval-policy.ts';
import { canComplete, holdersOf, seatsOf, whoIs } from './eligible.ts';
import { type JudgeDeps, judge } from './judge-request.ts';
import type { ApprovalSimulation, SimulationRequest } from './policy-schema.ts';
import { peopleOf } from './present-steps.ts';
import { readPolicyPeople } from './read-people.ts';
import { readPublished } from './request-approval.ts';

/** What would happen to a request, with the people there are now. Asks and writes nothing. @throws 422 unknown_member */
export async function simulateApproval(
  db: Executor,
  deps: JudgeDeps,
  scope: TenantScope,
  readerId: string,
  asked: SimulationRequest,
): Promise<ApprovalSimulation> {
  const { requesterId = readerId, document, ...facts } = asked;
  const policy = document ?? (await readPublished(db, scope))?.document ?? asksNobody;
  const people = await readPolicyPeople(db, scope, deps.clock.now());
  if (!people.people.some(({ id }) => id === requesterId)) throw unknownMember();
  const holders = holdersOf(people);
  const names = new Map(people.people.map(({ id, name }) => [id, name]));
  const named = (id: string) => ({ id, name: names.get(id) ?? '–' });
  const { rule, others, signals } = await judge(db, deps, scope, policy, { ...facts, freelancerId: null });
  const numbers = new Map(rulesInOrder(policy).map(({ id }, at) => [id, at + 1]));
  const nameOf = ({ id, name }: { id: string; name: string }) => ({ id, name, number: numbers.get(id) ?? 0 });
  return {
    asks: rule.steps.length > 0,
    rule: nameOf(rule),
    others: others.map(({ rule: other, why }) => ({ ...nameOf(other), why })),
    signals,
    steps: rule.steps.map((plan, at) => {
      const seats = seatsOf(plan, facts.team, holders);
      const taking = new Set(escalatesTo(plan).flatMap((one) => whoIs(one, facts.team, holders)));
      return {
        step: at + 1,
        needs: plan.needs,
        people: peopleOf(seats, requesterId, holders, named),
        stalls: !canComplete(seats, [], requesterId, holders),
        escalatesAfterHours: plan.escalation?.afterHours ?? null,
        escalatesTo: [...taking].filter((id) => id !== requesterId).map(named),
      };
    }),
  };
}

const unknownMember = () =>
  unprocessable('unknown_member', 'Nobody with this id is an active member; nothing was simulated.', [
    { pointer: '/requesterId', code: 'unknown_member', message: 'Name an active member.' },
  ]);
