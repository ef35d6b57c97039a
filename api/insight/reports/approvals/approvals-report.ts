import { isoInstant } from '../../../platform/clock/clock.ts';
import { approvalStates } from '../../../procurement/approvals/approval.ts';
import type { ApprovalDecisionRow, ApprovalRow, ApprovalStepRow } from '../../../procurement/approvals/table.ts';
import { namesOfPeople } from '../contracts/contracts-report.ts';
import type { TenantReading, TenantReport } from '../definition.ts';
import { movesOf, stateAt } from '../moved.ts';
import type { ReportRow } from '../report.ts';
import { listApprovals } from './list-approvals.ts';

/** R9: who was asked for a yes, step by step, and what they said. */
export const approvals: TenantReport = {
  slug: 'approvals',
  audience: 'tenant',
  readers: ['owner', 'accountAdmin', 'financeAdmin', 'auditor'],
  filters: ['period', 'team', 'costCenter', 'purchaseOrder', 'category', 'country', 'freelancer', 'status'],
  statuses: approvalStates,
  columns: [
    { key: 'request', type: 'id' },
    { key: 'kind', type: 'code' },
    { key: 'object', type: 'text' },
    { key: 'trigger', type: 'text' },
    { key: 'amount', type: 'money' },
    { key: 'purchaseOrder', type: 'text' },
    { key: 'step', type: 'count' },
    { key: 'approver', type: 'text' },
    { key: 'state', type: 'code' },
    { key: 'requested', type: 'instant' },
    { key: 'decided', type: 'instant' },
    { key: 'elapsed', type: 'hours' },
    { key: 'reason', type: 'text' },
    { key: 'delegate', type: 'text' },
  ],
  async *rows(reading) {
    for await (const batch of listApprovals(reading)) yield await rowsOf(reading, batch);
  },
};

async function rowsOf(reading: TenantReading, batch: readonly ApprovalRow[]): Promise<ReportRow[]> {
  const { statuses } = reading.params;
  const ids = batch.map(({ id }) => id);
  const moves = await movesOf(reading, 'approval', ids);
  const [steps, decisions] = [await listSteps(reading, ids), await listDecisions(reading, ids)];
  const people = await namesOfPeople(
    reading,
    [...decisions.values()].flatMap((some) => some.flatMap(({ personId, forPersonId }) => [personId, forPersonId])),
  );
  return batch.flatMap((approval) => {
    const state = stateAt(moves.get(approval.id)) ?? 'requested';
    if (statuses.length > 0 && !statuses.includes(state)) return [];
    const own = decisions.get(approval.id) ?? [];
    const asked = (steps.get(approval.id) ?? []).filter(({ askedAt }) => askedAt !== null && askedAt <= reading.asOfMs);
    const open = asked.filter(({ step }) => !own.some((decision) => decision.step === step));
    return [
      ...own.map((decision) => {
        const step = asked.find((one) => one.step === decision.step);
        return decidedRow(approval, decision, step?.askedAt ?? approval.requestedAt, people);
      }),
      ...open.map((step) => openRow(approval, step, state)),
    ];
  });
}

function shared({ id, subjectKind, title, rule, amountMinor, currency, purchaseOrder }: ApprovalRow) {
  return {
    request: id,
    kind: subjectKind,
    object: title,
    trigger: triggerOf(rule),
    amount: amountMinor === null || currency === null ? null : { amountMinor, currency },
    purchaseOrder,
  };
}

function decidedRow(
  approval: ApprovalRow,
  { id, step, personId, forPersonId, decision, reason, decidedAt }: ApprovalDecisionRow,
  askedAt: number,
  people: ReadonlyMap<string, string>,
): ReportRow {
  return {
    key: id,
    cells: {
      ...shared(approval),
      step,
      approver: people.get(forPersonId) ?? null,
      state: decision,
      requested: isoInstant(askedAt),
      decided: isoInstant(decidedAt),
      elapsed: Math.floor((decidedAt - askedAt) / 60_000),
      reason,
      delegate: forPersonId === personId ? null : (people.get(personId) ?? null),
    },
  };
}

/** Nobody has answered: what became of the whole stands for it. */
function openRow(approval: ApprovalRow, { step, askedAt }: ApprovalStepRow, state: string): ReportRow {
  return {
    key: `${approval.id}~${step}`,
    cells: {
      ...shared(approval),
      step,
      approver: null,
      state,
      requested: isoInstant(askedAt ?? approval.requestedAt),
      decided: null,
      elapsed: null,
      reason: null,
      delegate: null,
    },
  };
}

/** The rule by its name and what made it apply, as it was kept with the request. */
function triggerOf(rule: string): string {
  const {
    name = '',
    reasons = [],
    reason,
  } = JSON.parse(rule) as { name?: string; reasons?: string[]; reason?: string };
  const why = reasons.length > 0 ? reasons : [reason ?? 'amount'];
  return name === '' ? why.join(', ') : `${name} (${why.join(', ')})`;
}

async function listSteps({ db, scope }: TenantReading, ids: readonly string[]) {
  const rows = await db
    .selectFrom('approvalSteps')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('approvalId', 'in', ids)
    .orderBy('approvalId')
    .orderBy('step')
    .execute();
  return Map.groupBy(rows, ({ approvalId }) => approvalId);
}

async function listDecisions({ db, scope, asOfMs }: TenantReading, ids: readonly string[]) {
  const rows = await db
    .selectFrom('approvalDecisions')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('approvalId', 'in', ids)
    .where('decidedAt', '<=', asOfMs)
    .orderBy('approvalId')
    .orderBy('step')
    .orderBy('decidedAt')
    .orderBy('id')
    .execute();
  return Map.groupBy(rows, ({ approvalId }) => approvalId);
}
