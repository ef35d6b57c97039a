import type { Doer } from '../../platform/audit/record-audit.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { RequestTenant } from '../../platform/http/environment.ts';
import type { FieldProblem } from '../../platform/http/problem.ts';
import { recordMoves } from '../../platform/moves/record-move.ts';
import { readMarkdown } from '../../platform/rich-text/accept-markdown.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import {
  cancelApproval,
  mayNeedApproval,
  requestApprovalIfNeeded,
} from '../../procurement/approvals/request-approval.ts';
import { Refusals } from '../../talent/freelancers/refusals.ts';
import { findSkill } from '../../talent/skills/taxonomy.ts';
import { acceptFields, type FieldContext } from './accept-fields.ts';
import type { JobPostDeps } from './deps.ts';
import { emptyPost } from './draft-post.ts';
import { readFieldContext } from './field-context.ts';
import { contentHashOf, hashOf, identityOf } from './identity.ts';
import { type JobPostRecord, postOfRow } from './post-of-row.ts';
import { approvalRequest, openColumns } from './publish-post.ts';
import { publishProblems, readProse } from './publish-problems.ts';
import type { JobPostFields } from './schema.ts';
import { insertNewPosts, listStandingIdentities } from './store.ts';
import type { JobPostRow } from './table.ts';

/** One row of a file, already read into fields. */
export type ImportedRow = {
  fields: JobPostFields;
  /** The row's own number in the system it comes from: two rows of one reference are the same, whatever else they say. */
  reference?: string | undefined;
};

export type ImportedOutcome =
  | { kind: 'created'; id: string; state: 'draft' | 'open' | 'pendingApproval' }
  /** `of` is null for a row of the same file in a dry run, and for what another import made at the same moment. */
  | { kind: 'duplicate'; of: string | null }
  | { kind: 'refused'; problems: FieldProblem[] };

export type ImportOptions = {
  tenant: RequestTenant;
  /** Whose posts they become. */
  ownerId: string;
  /** `draft`: to be completed by people, whatever is missing. `open`: what cannot be published is refused. */
  publish: 'draft' | 'open';
  /** Says what would become of each row and writes nothing. */
  dryRun?: boolean;
  /**
   * What earlier batches of the same dry run would have made; kept by the caller between batches. An import that
   * writes finds them in the database.
   */
  seen?: Set<string>;
  /** Where the rows come from, for the timeline: `{ importId }`. */
  details?: Record<string, unknown>;
};

/**
 * Makes posts of many rows in the caller's transaction, some hundreds at once: the same rules as for one, read once for
 * the batch. A row is the same as another when title, description, skills, budget and terms are, or its reference is;
 * while a post of it has not ended, it is not made again, so that a file can be run twice or continued.
 * @returns what became of each row, in their order
 */
export async function createImportedPosts(
  trx: Executor,
  deps: JobPostDeps,
  scope: TenantScope,
  doer: Doer,
  rows: readonly ImportedRow[],
  options: ImportOptions,
): Promise<ImportedOutcome[]> {
  const wanted = rows.map(({ fields }) => fields);
  const context: FieldContext = {
    ...(await readFieldContext(trx, deps, scope, options.tenant, wanted)),
    readText: remembered(readMarkdown),
  };
  const proseOfMarkdown = remembered(readProse);
  const read = rows.map((row) => readRow(deps, scope, row, context, proseOfMarkdown, options));
  const standing = await readStanding(trx, scope, read, options);
  const outcomes = read.map((row) => decide(row, standing, options));
  if (options.dryRun) return outcomes;
  const made = read.flatMap((row, at) => (outcomes[at]!.kind === 'created' && 'row' in row ? [row] : []));
  if (made.length === 0) return outcomes;
  if (options.publish === 'open') await askApprovals(trx, deps, scope, doer, made, options);
  const isMade = await writePosts(trx, deps, scope, doer, made, options);
  const states = new Map(made.map(({ row }) => [row.id, row.state as 'draft' | 'open' | 'pendingApproval']));
  return outcomes.map((outcome) => {
    if (outcome.kind !== 'created') return outcome;
    return isMade.has(outcome.id) ? { ...outcome, state: states.get(outcome.id)! } : { kind: 'duplicate', of: null };
  });
}

/** Rows that the tenant's rule wants approved wait for it instead of opening. */
async function askApprovals(
  trx: Executor,
  deps: JobPostDeps,
  scope: TenantScope,
  doer: Doer,
  made: readonly MadeRow[],
  { ownerId }: ImportOptions,
): Promise<void> {
  // Most tenants have no rule: they are not asked row by row.
  if (!(await mayNeedApproval(trx, scope, 'jobPost'))) return;
  for (const { row, post } of made) {
    const approval = await requestApprovalIfNeeded(trx, deps, scope, doer, approvalRequest(post, ownerId));
    if (approval === 'notNeeded') continue;
    const { approvalId } = approval;
    const closed = { publishedAt: null, expiresAt: null, expiryNoticeAt: null };
    Object.assign(row, { state: 'pendingApproval', approvalId, approvalHash: contentHashOf(post), ...closed });
  }
}

/** Rows of one file mostly take their text from its defaults. */
function remembered<Result, More extends unknown[]>(read: (text: string, ...more: More) => Result) {
  const known = new Map<string, Result>();
  return (text: string, ...more: More): Result => {
    const kept = known.get(text) ?? read(text, ...more);
    known.set(text, kept);
    return kept;
  };
}

type ReadRow = { row: JobPostRow; post: JobPostRecord; identity: string } | { problems: FieldProblem[] };
type MadeRow = Extract<ReadRow, { row: JobPostRow }>;

function readRow(
  deps: JobPostDeps,
  scope: TenantScope,
  { fields, reference }: ImportedRow,
  context: FieldContext,
  proseOfMarkdown: typeof readProse,
  { ownerId, publish }: ImportOptions,
): ReadRow {
  const refusals = new Refusals();
  const columns = acceptFields(fields, { questions: [], customFields: {} }, context, refusals);
  if (columns.title === undefined || columns.title === '')
    refusals.add('/title', 'title_missing', 'The title is missing.');
  if (refusals.found.length > 0) return { problems: [...refusals.found] };
  const blank = emptyPost(deps, scope, ownerId);
  const row: JobPostRow = { ...blank, ...columns, categoryId: columns.categoryId ?? categoryOf(columns.skills) };
  const post = postOfRow(row);
  const identity =
    reference === undefined ? hashOf([identityOf(post), post.experienceLevel]) : hashOf(['reference', reference]);
  row.importIdentity = identity;
  if (publish === 'open') {
    const problems = publishProblems(post, context.customFields, proseOfMarkdown);
    if (problems.length > 0) return { problems };
    Object.assign(row, openColumns(context.policy, deps.clock.now()));
    row.state = 'open';
    row.liveIdentity = identityOf(post);
  }
  return { row, post, identity };
}

/** Where most of its skills belong; of equals the first. A row that names a category keeps its own. */
function categoryOf(skills: string | undefined): string | null {
  const votes = new Map<string, number>();
  for (const { id } of JSON.parse(skills ?? '[]') as { id: string }[]) {
    const category = findSkill(id)?.categoryId;
    if (category) votes.set(category, (votes.get(category) ?? 0) + 1);
  }
  const most = Math.max(...votes.values());
  return [...votes].find(([, count]) => count === most)?.[0] ?? null;
}

type Standing = { imported: Map<string, string | null>; live: Map<string, string | null> };

async function readStanding(
  trx: Executor,
  scope: TenantScope,
  read: readonly ReadRow[],
  { publish, seen }: ImportOptions,
): Promise<Standing> {
  const rows = read.filter((row) => 'row' in row);
  const identities = rows.map(({ identity }) => identity);
  const imported = await listStandingIdentities(trx, scope, 'importIdentity', identities);
  const asked =
    publish === 'open' ? rows.map(({ row }) => row.liveIdentity!) : rows.map(({ post }) => identityOf(post));
  const live = await listStandingIdentities(trx, scope, 'liveIdentity', asked);
  return {
    imported: new Map([
      ...identities.flatMap((identity): [string, null][] => (seen?.has(identity) ? [[identity, null]] : [])),
      ...imported.map(({ id, identity }): [string, string] => [identity, id]),
    ]),
    live: new Map(live.map(({ id, identity }) => [identity, id])),
  };
}

/** Notes what it decides, so that the next row of the batch sees it. */
function decide(
  read: ReadRow,
  { imported, live }: Standing,
  { dryRun, seen, publish }: ImportOptions,
): ImportedOutcome {
  if ('problems' in read) return { kind: 'refused', problems: read.problems };
  const { row, post, identity } = read;
  const liveIdentity = identityOf(post);
  const twin = imported.has(identity) ? imported.get(identity) : live.get(liveIdentity);
  if (twin !== undefined) return { kind: 'duplicate', of: twin };
  imported.set(identity, dryRun ? null : row.id);
  if (publish === 'open') live.set(liveIdentity, dryRun ? null : row.id);
  seen?.add(identity);
  return { kind: 'created', id: row.id, state: publish };
}

/** @returns ids of those that nobody else made at the same moment */
async function writePosts(
  trx: Executor,
  deps: JobPostDeps,
  scope: TenantScope,
  doer: Doer,
  wanted: readonly MadeRow[],
  { publish, details = {} }: ImportOptions,
): Promise<Set<string>> {
  const ids = await insertNewPosts(
    trx,
    wanted.map(({ row }) => row),
  );
  const made = wanted.filter(({ row }) => ids.has(row.id)).map(({ row }) => row);
  for (const { row } of wanted) {
    const subject = { kind: 'jobPost', id: row.id } as const;
    if (row.approvalId !== null && !ids.has(row.id))
      await cancelApproval(trx, deps, scope, doer, subject, 'The post was there already');
  }
  if (made.length === 0) return ids;
  const moves = made.map(({ id, state }) => ({
    subject: { kind: 'jobPost', id },
    move: 'import',
    to: state,
    details,
  }));
  await recordMoves(trx, deps, scope, doer, moves);
  await recordAudit(trx, deps, scope, doer, {
    action: 'jobPost.imported',
    object: { kind: 'jobPosts', id: made[0]!.id },
    details: { ...details, state: publish, ids: made.map(({ id }) => id) },
  });
  const open = made.filter(({ state }) => state === 'open').length;
  const imported = { tenantId: scope.tenantId, open, drafts: made.length - open };
  await deps.outbox.record(trx, 'jobPostsImported', scope.tenantId, imported, deps.clock.now());
  return ids;
}
