import assert from 'node:assert/strict';
import type { Deps } from '../deps.ts';
import type { Actor, Person } from '../platform/auth/actor.ts';
import { createPersonWithPassword } from '../platform/auth/create-person.ts';
import type { RequestTenant } from '../platform/http/environment.ts';
import { conflict } from '../platform/http/problem.ts';
import { addMember, createTenant } from '../platform/tenants/create-tenant.ts';
import { type TenantScope, tenantScope } from '../platform/tenants/tenant-scope.ts';
import type { PolicyDocument } from '../procurement/approvals/approval-policy.ts';
import type { ApprovalSubject, DecidedApproval } from '../procurement/approvals/approval-subjects.ts';
import { approvalPolicyRoutes } from '../procurement/approvals/policy-routes.ts';
import { type ApprovalRequest, requestApprovalIfNeeded } from '../procurement/approvals/request-approval.ts';
import { approvalRoutes } from '../procurement/approvals/routes.ts';
import type { Approval } from '../procurement/approvals/schema.ts';
import { watchApprovals } from '../procurement/approvals/watch-approvals.ts';
import { signedIn } from './actors.ts';
import { publishRules, simpleRules } from './approval-rules.ts';
import { sliceApp, type TestPorts, testDeps } from './slice-app.ts';

/** What is approved, as a slice above would keep it: its hash now, and what it was told. */
export type Subject = { hash: string; told: DecidedApproval[] };
type Answer = Approval & { status: number; code: string; items: Approval[]; nextCursor: string | null };

export const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

/** A tenant that wants posts from 5,000 USD on approved, with an owner, an approver and a hiring manager who asks. */
export class ApprovalsWorld {
  readonly deps: Deps & TestPorts;
  readonly tenant: RequestTenant;
  readonly scope: TenantScope;
  readonly #app: ReturnType<typeof sliceApp>;
  subjects = new Map<string, Subject>();
  /** The subject's slice throws when it is told. */
  subjectRefuses = false;
  owner!: Person;
  approver!: Person;
  manager!: Person;
  #count = 0;

  private constructor(deps: Deps & TestPorts, tenantId: string) {
    this.deps = deps;
    this.tenant = { id: tenantId, slug: 'acme', plan: 'enterprise' };
    this.scope = tenantScope(tenantId);
    const routes = approvalRoutes(deps, { jobPost: this.#jobPost() });
    routes.route('/', approvalPolicyRoutes(deps));
    this.#app = sliceApp(routes);
    watchApprovals(deps, { jobPost: this.#jobPost() });
  }

  static async open(): Promise<ApprovalsWorld> {
    const deps = await testDeps();
    const acme = { slug: 'acme', name: 'Acme', plan: 'enterprise' } as const;
    return new ApprovalsWorld(deps, await deps.database.transaction((trx) => createTenant(trx, deps, acme)));
  }

  close(): Promise<void> {
    return this.deps.database.close();
  }

  async reset(): Promise<void> {
    const { db } = this.deps.database;
    for (const table of [
      'approvalDecisions',
      'approvalSteps',
      'approvalDelegations',
      'approvals',
      'teamMembers',
      'teams',
      'members',
      'policies',
      'outboxEvents',
      'credentials',
      'people',
    ] as const)
      await db.deleteFrom(table).execute();
    this.subjects = new Map();
    this.subjectRefuses = false;
    this.owner = await this.person('Olga', ['owner']);
    this.approver = await this.person('Arno', ['approver']);
    this.manager = await this.person('Mia', ['hiringManager']);
    await this.setPolicy({ jobPostsFromMinor: 500_000 });
  }

  async person(name: string, roles: Person['roles']): Promise<Person> {
    const { deps, tenant } = this;
    const id = await deps.database.transaction(async (trx) => {
      const personId = await createPersonWithPassword(trx, deps, { name, email: `${name}@acme.example` }, 'x');
      await addMember(trx, deps, tenant.id, personId, roles);
      return personId;
    });
    return signedIn(id, roles);
  }

  /** Publishes rules as they are, without a proof. */
  setRules(document: PolicyDocument): Promise<void> {
    return publishRules(this.deps, this.tenant.id, document);
  }

  /** Simple rules: from an amount on, one of those who approve. */
  setPolicy(from: { jobPostsFromMinor?: number; offersFromMinor?: number }): Promise<void> {
    return this.setRules(simpleRules(from));
  }

  request(more: Partial<ApprovalRequest> = {}): ReturnType<typeof requestApprovalIfNeeded> {
    const id = more.id ?? `jp_${++this.#count}`;
    const asked: ApprovalRequest = {
      kind: 'jobPost',
      id,
      hash: 'h1',
      title: 'Website',
      amount: usd(600_000),
      requesterId: this.manager.personId,
      path: `/job-posts/${id}`,
      team: null,
      costCenter: null,
      purchaseOrder: null,
      categoryId: null,
      rate: null,
      country: null,
      freelancerId: null,
      ...more,
    };
    if (!this.subjects.has(id)) this.subjects.set(id, { hash: asked.hash, told: [] });
    const { deps, scope } = this;
    return deps.database.transaction((trx) =>
      requestApprovalIfNeeded(trx, deps, scope, this.doer(this.manager), asked),
    );
  }

  async requested(more: Partial<ApprovalRequest> = {}): Promise<{ id: string; subject: Subject }> {
    const answer = await this.request(more);
    assert.notEqual(answer, 'notNeeded');
    const { approvalId } = answer as { approvalId: string };
    return { id: approvalId, subject: this.subjects.get((await this.get(approvalId)).subject.id)! };
  }

  doer(person: Person) {
    return { actor: person, requestId: 'req_1' };
  }

  async ask(by: Actor, method: string, path: string, body?: unknown, at = this.tenant): Promise<Answer> {
    return (await this.call(by, method, `/v1/approvals${path}`, body, {}, at)) as unknown as Answer;
  }

  async call(by: Actor, method: string, path: string, body?: unknown, headers = {}, at = this.tenant) {
    const answer = await this.#app.as(by, at).request(method, path, body, headers);
    return {
      status: answer.status,
      etag: answer.headers.get('etag') ?? '',
      ...((await answer.json()) as Record<string, unknown>),
    };
  }

  get(id: string, by: Person = this.owner): Promise<Answer> {
    return this.ask(by, 'GET', `/${id}`);
  }

  approve(by: Person, id: string, hash = 'h1'): Promise<Answer> {
    return this.ask(by, 'POST', `/${id}/approval`, { hash });
  }

  async notices(kind: string): Promise<{ personIds: string[]; words: Record<string, string> }[]> {
    const rows = await this.deps.database.db
      .selectFrom('outboxEvents')
      .selectAll()
      .orderBy('occurredAt')
      .orderBy('id')
      .execute();
    const notices = rows.filter((row) => row.kind === 'personNotified').map((row) => JSON.parse(row.payload));
    return notices.filter((notice) => notice.kind === kind);
  }

  #jobPost(): ApprovalSubject {
    return {
      decided: async (trx, at, by, decided) => {
        if (this.subjectRefuses) throw conflict('job_post_closed', 'It was closed meanwhile.');
        this.subjects.get(decided.subjectId)!.told.push(decided);
        // A row of the same transaction: whatever undoes the decision undoes it too.
        const payload = { by: by.requestId } as never;
        await this.deps.outbox.record(trx, 'jobPostDecided' as never, at.tenantId, payload, 0);
      },
      describe: async (_db, _scope, ids) => {
        const known = ids.filter((id) => this.subjects.has(id));
        const facts = [{ label: 'team', value: 'Design' }];
        return new Map(known.map((id) => [id, { hash: this.subjects.get(id)!.hash, facts }]));
      },
    };
  }
}
