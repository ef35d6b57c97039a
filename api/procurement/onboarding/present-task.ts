import type { Person } from '../../platform/auth/actor.ts';
import { hasRole } from '../../platform/auth/actor.ts';
import { peopleById } from '../../platform/auth/people.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { FileLinkDeps } from '../../platform/files/read-attachments.ts';
import { presentMarkdown } from '../../platform/rich-text/present-markdown.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { classify } from '../classification/questionnaire.ts';
import {
  type AnswerSet,
  type PublishedVersion,
  readAnswerSets,
  readVersion,
} from '../classification/read-questionnaires.ts';
import { documentReaders } from '../compliance-documents/policy.ts';
import { countTaskDocuments, readTaskDocuments } from '../compliance-documents/read-documents.ts';
import { taskDeciders, taskOverriders } from './grants.ts';
import { isOpenTask, taskCan, waitsFor } from './onboarding-task.ts';
import type { OnboardingTask } from './schema.ts';
import { listOnboardings, listSignatures } from './store.ts';
import type { OnboardingRow, OnboardingSignatureRow, OnboardingTaskRow } from './table.ts';

export type PresentDeps = FileLinkDeps & { directory: Pick<TenantDirectory, 'byId'> };
/** Who looks, and from which side. */
export type Asker = { side: 'client' | 'freelancer' | 'operator'; person: Person };

type Found = {
  onboardings: Map<string, OnboardingRow>;
  signatures: Map<string, OnboardingSignatureRow>;
  documents: Awaited<ReturnType<typeof readTaskDocuments>>;
  hidden: Map<string, number>;
  answers: Map<string, AnswerSet>;
  versions: Map<string, PublishedVersion>;
  names: Map<string, string>;
  brands: Map<string, string>;
};

/** Tasks that the asker may see, with what belongs to them. */
export async function presentTasks(
  db: Executor,
  deps: PresentDeps,
  asker: Asker,
  tasks: readonly OnboardingTaskRow[],
): Promise<OnboardingTask[]> {
  if (tasks.length === 0) return [];
  const found = await everythingOf(db, deps, asker, tasks);
  return tasks.map((task) => presentTask(task, found, asker, deps.clock.now()));
}

async function everythingOf(
  db: Executor,
  deps: PresentDeps,
  asker: Asker,
  tasks: readonly OnboardingTaskRow[],
): Promise<Found> {
  const onboardings = await listOnboardings(db, [...new Set(tasks.map(({ contractId }) => contractId))]);
  // Papers stay with the task that they were handed in for.
  const sources = [...new Set(tasks.map(sourceOf))];
  const mayRead = mayReadDocuments(asker);
  const found: Found = {
    onboardings: new Map(onboardings.map((row) => [row.contractId, row])),
    signatures: new Map((await listSignatures(db, sources)).map((row) => [row.taskId, row])),
    documents: mayRead ? await readTaskDocuments(db, deps, undefined, sources) : new Map(),
    hidden: mayRead ? new Map() : await countTaskDocuments(db, sources),
    answers: new Map(),
    versions: new Map(),
    names: new Map(),
    brands: new Map(),
  };
  for (const [tenantId, own] of Map.groupBy(tasks, ({ tenantId: id }) => id)) {
    const scope = tenantScope(tenantId);
    found.brands.set(tenantId, (await deps.directory.byId(tenantId))?.brandName ?? '');
    const setIds = own.flatMap(({ answerSetId }) => (answerSetId ? [answerSetId] : []));
    for (const [id, set] of await readAnswerSets(db, scope, setIds)) found.answers.set(id, set);
    for (const { questionnaireId, questionnaireVersion } of own) {
      if (!questionnaireId || !questionnaireVersion) continue;
      const key = `${questionnaireId} ${questionnaireVersion}`;
      const version = found.versions.get(key) ?? (await readVersion(db, scope, questionnaireId, questionnaireVersion));
      if (version) found.versions.set(key, version);
    }
  }
  const personIds = [
    ...tasks.flatMap(({ submittedBy, overrideBy }) => [submittedBy, overrideBy]),
    ...[...found.answers.values()].map(({ review }) => review?.reviewedBy ?? null),
    asker.person.personId,
  ].flatMap((id) => (id ? [id] : []));
  const people = await peopleById(db, [...new Set(personIds)]);
  found.names = new Map([...people].map(([id, { name }]) => [id, name]));
  return found;
}

function presentTask(task: OnboardingTaskRow, found: Found, asker: Asker, nowMs: number): OnboardingTask {
  const onboarding = found.onboardings.get(task.contractId);
  const signature = found.signatures.get(sourceOf(task));
  // What the client found out about somebody, and what it did without, is the client’s own.
  const isClients = asker.side !== 'freelancer' || task.owner === 'freelancer';
  const nameOf = (id: string | null) => (id ? (found.names.get(id) ?? null) : null);
  return {
    id: task.id,
    contract: { id: task.contractId, title: onboarding?.title ?? '' },
    freelancer: { id: task.freelancerId, name: onboarding?.freelancerName ?? '' },
    client: found.brands.get(task.tenantId) ?? '',
    team: asker.side === 'freelancer' ? null : (onboarding?.team ?? null),
    kind: task.kind,
    title: task.title,
    instructions: task.instructions,
    owner: task.owner,
    state: task.state,
    waitsFor: waitsFor(task),
    dueAt: isoInstant(task.dueAt),
    isLate: isOpenTask(task) && task.dueAt < nowMs,
    needsDocument: task.needsDocument === 1,
    needsSignature: task.needsSignature === 1,
    content: presentMarkdown(task.text),
    textHash: task.text === '' ? null : task.textHash,
    validMonths: task.validMonths,
    validUntil: instantOf(task.validUntil),
    completedAt: instantOf(task.completedAt),
    submittedAt: instantOf(task.submittedAt),
    submittedBy: nameOf(task.submittedBy),
    note: isClients ? task.note : null,
    returnReason: isClients ? task.returnReason : null,
    signature: signature
      ? { typedName: signature.typedName, textHash: signature.textHash, signedAt: isoInstant(signature.signedAt) }
      : null,
    documents: isClients ? (found.documents.get(sourceOf(task)) ?? []) : [],
    areDocumentsHidden: isClients && (found.hidden.get(sourceOf(task)) ?? 0) > 0,
    classification: classificationOf(task, found, isClients, nameOf),
    override:
      task.overrideBy && asker.side !== 'freelancer'
        ? { by: nameOf(task.overrideBy) ?? '', reason: task.overrideReason ?? '', at: isoInstant(task.completedAt!) }
        : null,
    reusedFrom: task.reusedFrom,
    renewalOf: task.renewalOf,
    ...rightsOf(task, asker),
    signerName:
      asker.side === 'freelancer' ? (onboarding?.freelancerName ?? '') : (nameOf(asker.person.personId) ?? ''),
  };
}

function classificationOf(
  task: OnboardingTaskRow,
  found: Found,
  isClients: boolean,
  nameOf: (id: string | null) => string | null,
): OnboardingTask['classification'] {
  const version = found.versions.get(`${task.questionnaireId} ${task.questionnaireVersion}`);
  if (!version) return null;
  const set = isClients && task.answerSetId ? found.answers.get(task.answerSetId) : undefined;
  const review = set?.review;
  return {
    questionnaireId: task.questionnaireId!,
    version: version.version,
    ruleHash: version.hash,
    definition: version.definition as NonNullable<OnboardingTask['classification']>['definition'],
    answers: set ? { ...set.answers } : null,
    classified: set ? (classify(version.definition, set.answers) ?? null) : null,
    result: review?.result ?? null,
    isOverridden: review?.isOverride === 1,
    reviewedBy: nameOf(review?.reviewedBy ?? null),
    reviewReason: review?.reason ?? null,
  };
}

function rightsOf(task: OnboardingTaskRow, { side, person }: Asker) {
  const isOwn = task.owner === side && (side !== 'client' || hasRole(person, ...taskDeciders));
  const decides = side === 'client' && hasRole(person, ...taskDeciders);
  return {
    mayDo: isOwn && taskCan.submit(task),
    mayDecide: decides && taskCan.accept(task),
    mayOverride: side === 'client' && hasRole(person, ...taskOverriders) && taskCan.override(task),
  };
}

export function mayReadDocuments({ side, person }: Asker): boolean {
  return side === 'client' ? hasRole(person, ...documentReaders) : true;
}

function sourceOf({ id, reusedFrom }: Pick<OnboardingTaskRow, 'id' | 'reusedFrom'>): string {
  return reusedFrom ?? id;
}

const instantOf = (atMs: number | null) => (atMs === null ? null : isoInstant(atMs));
