import type { Doer } from '../../platform/audit/record-audit.ts';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { planIncludes } from '../../platform/tenants/plan.ts';
import { readPlan } from '../../platform/tenants/read-plan.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { hashOf } from '../classification/hash-of.ts';
import { readPublished } from '../classification/read-questionnaires.ts';
import type { OnboardingDeps } from './deps.ts';
import { recordFact, taskNoun } from './move-task.ts';
import { dayMs } from './onboarding-task.ts';
import { type ContractTraits, type TemplateTask, tasksFor, templateApplies } from './onboarding-template.ts';
import { onboardingPolicy } from './policy.ts';
import { findReusable, insertOnboarding, insertTask } from './store.ts';
import type { OnboardingRow, OnboardingTaskRow } from './table.ts';
import { tellTasks } from './tell-tasks.ts';
import { listTemplates, type TemplateRecord } from './template-store.ts';

/** A contract as it opens. */
export type OpeningContract = ContractTraits &
  Pick<
    OnboardingRow,
    'contractId' | 'title' | 'freelancerId' | 'freelancerName' | 'clientPersonId' | 'freelancerPersonId'
  > & { startsAtMs: EpochMs };

/**
 * Writes down what is to be done before work, in the transaction that opens the contract. What this freelancer did for
 * this tenant, word for word, and that still holds when work starts, counts as done.
 * @returns `pending` when something is left to be done; then the contract waits for `onboardingCompleted`
 */
export async function planOnboarding(
  trx: Executor,
  deps: OnboardingDeps,
  scope: TenantScope,
  doer: Doer,
  contract: OpeningContract,
): Promise<'nothingToDo' | 'pending'> {
  if (!planIncludes(await readPlan(trx, scope), 'procurement')) return 'nothingToDo';
  const asked = await askedOf(trx, scope, contract);
  const nowMs = deps.clock.now();
  const { remindDaysBefore } = await readPolicy(trx, scope, onboardingPolicy);
  const tasks: OnboardingTaskRow[] = [];
  for (const one of asked) {
    const task = newTask(deps, scope, contract, one, remindDaysBefore);
    const done = await reusable(trx, scope, contract, one.reuseKey, nowMs);
    tasks.push(done ? { ...task, ...takenOver(done) } : task);
  }
  const isPending = tasks.some(({ state }) => state === 'open');
  await insertOnboarding(trx, {
    contractId: contract.contractId,
    tenantId: scope.tenantId,
    state: isPending ? 'open' : 'complete',
    freelancerId: contract.freelancerId,
    freelancerName: contract.freelancerName,
    title: contract.title,
    team: contract.team,
    clientPersonId: contract.clientPersonId,
    freelancerPersonId: contract.freelancerPersonId,
    createdAt: nowMs,
    completedAt: isPending ? null : nowMs,
  });
  for (const task of tasks) await keepNew(trx, deps, scope, doer, task);
  if (isPending) await tellTasks(trx, deps, scope, contract, tasks);
  return isPending ? 'pending' : 'nothingToDo';
}

export type AskedTask = {
  template: TemplateRecord;
  task: TemplateTask;
  questionnaireVersion: number | null;
  ruleHash: string | null;
  reuseKey: string;
};

/** What the tenant's templates ask of such a contract; the same thing asked twice is asked once. */
export async function askedOf(db: Executor, scope: TenantScope, contract: ContractTraits): Promise<AskedTask[]> {
  const asked = new Map<string, AskedTask>();
  for (const template of await listTemplates(db, scope)) {
    if (!templateApplies(JSON.parse(template.applies), contract)) continue;
    for (const task of tasksFor(JSON.parse(template.tasks), contract)) {
      const rules = task.questionnaireId ? await readPublished(db, scope, task.questionnaireId) : undefined;
      const { version = null, hash = null } = rules ?? {};
      const reuseKey = reuseKeyOf(task, hash);
      if (!asked.has(reuseKey))
        asked.set(reuseKey, { template, task, questionnaireVersion: version, ruleHash: hash, reuseKey });
    }
  }
  return [...asked.values()];
}

/** All that makes the answer another one: a newer text or newer questions ask again, another due date does not. */
function reuseKeyOf(
  { kind, owner, title, text, needsDocument, needsSignature }: TemplateTask,
  ruleHash: string | null,
) {
  return hashOf({ kind, owner, title, text, needsDocument, needsSignature, ruleHash });
}

export function reusable(
  db: Executor,
  scope: TenantScope,
  { freelancerId, startsAtMs }: Pick<OpeningContract, 'freelancerId' | 'startsAtMs'>,
  reuseKey: string,
  nowMs: EpochMs,
): Promise<OnboardingTaskRow | undefined> {
  return findReusable(db, scope, { freelancerId, reuseKey }, Math.max(nowMs, startsAtMs));
}

function takenOver(done: OnboardingTaskRow) {
  const { completedAt, validUntil, documentHash, answerSetId, classification, ruleVersion, submittedAt, submittedBy } =
    done;
  return {
    state: 'accepted' as const,
    remindAt: null,
    // The papers stay where they were handed in first.
    reusedFrom: done.reusedFrom ?? done.id,
    ...{ completedAt, validUntil, documentHash, answerSetId, classification, ruleVersion, submittedAt, submittedBy },
  };
}

function newTask(
  { clock, newId }: OnboardingDeps,
  { tenantId }: TenantScope,
  contract: OpeningContract,
  { template, task, questionnaireVersion, ruleHash, reuseKey }: AskedTask,
  remindDaysBefore: number,
): OnboardingTaskRow {
  const nowMs = clock.now();
  const dueAt = nowMs + task.dueDays * dayMs;
  return {
    id: newId('ot'),
    tenantId,
    contractId: contract.contractId,
    freelancerId: contract.freelancerId,
    templateId: template.id,
    templateVersion: template.version,
    taskKey: task.key,
    kind: task.kind,
    title: task.title,
    instructions: task.instructions,
    owner: task.owner,
    needsDocument: task.needsDocument ? 1 : 0,
    needsSignature: task.needsSignature ? 1 : 0,
    text: task.text,
    textHash: hashOf(task.text),
    validMonths: task.validMonths,
    questionnaireId: questionnaireVersion === null ? null : task.questionnaireId,
    questionnaireVersion,
    reuseKey,
    state: 'open',
    dueAt,
    remindAt: Math.max(dueAt - remindDaysBefore * dayMs, nowMs + 1),
    note: null,
    returnReason: null,
    submittedBy: null,
    submittedAt: null,
    completedAt: null,
    validUntil: null,
    documentHash: null,
    answerSetId: null,
    classification: null,
    ruleVersion: questionnaireVersion === null ? null : `${questionnaireVersion}:${ruleHash}`,
    reusedFrom: null,
    renewalOf: null,
    overrideBy: null,
    overrideReason: null,
    checkReference: null,
    revision: 1,
    createdAt: nowMs,
    updatedAt: nowMs,
  };
}

async function keepNew(
  trx: Executor,
  deps: OnboardingDeps,
  scope: TenantScope,
  doer: Doer,
  task: OnboardingTaskRow,
): Promise<void> {
  await insertTask(trx, task);
  await recordFact(trx, deps, task);
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: taskNoun, id: task.id },
    move: task.reusedFrom ? 'reuse' : 'ask',
    to: task.state,
    details: { contractId: task.contractId, ...(task.reusedFrom && { reusedFrom: task.reusedFrom }) },
  });
}
