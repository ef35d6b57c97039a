import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Deps } from '../../deps.ts';
import type { Person } from '../../platform/auth/actor.ts';
import { createPersonWithPassword } from '../../platform/auth/create-person.ts';
import type { RequestTenant } from '../../platform/http/environment.ts';
import { conflict } from '../../platform/http/problem.ts';
import { addMember, createTenant } from '../../platform/tenants/create-tenant.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { inWidget, signedIn } from '../../testing/actors.ts';
import { sliceApp, type TestPorts, testDeps } from '../../testing/slice-app.ts';
import type { ApprovalSubjects, DecidedApproval } from './approval-subjects.ts';
import { type ApprovalRequest, cancelApproval, requestApprovalIfNeeded } from './request-approval.ts';
import { approvalRoutes } from './routes.ts';
import type { Approval } from './schema.ts';
import { watchApprovals } from './watch-approvals.ts';

const dayMs = 86_400_000;
const globex: RequestTenant = { id: 'tn_globex', slug: 'globex', plan: 'enterprise' };
const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

/** What is approved, as a slice above would keep it: its hash now, and what it was told. */
type Subject = { hash: string; told: DecidedApproval[] };

let deps: Deps & TestPorts;
let tenant: RequestTenant;
let scope: TenantScope;
let app: ReturnType<typeof sliceApp>;
let subjects: Map<string, Subject>;
let refusesNext = false;
let owner: Person;
let approver: Person;
let manager: Person;
const doer = (person: Person) => ({ actor: person, requestId: 'req_1' });

const jobPost: ApprovalSubjects['jobPost'] = {
  decided: async (trx, at, by, decided) => {
    if (refusesNext) throw conflict('job_post_closed', 'It was closed meanwhile.');
    subjects.get(decided.subjectId)!.told.push(decided);
    // Rows of the same transaction: whatever undoes the decision undoes them too.
    await deps.outbox.record(trx, 'jobPostDecided' as never, at.tenantId, { by: by.requestId } as never, 0);
  },
  describe: async (_db, _scope, ids) =>
    new Map(
      ids.flatMap((id) => {
        const subject = subjects.get(id);
        return subject ? [[id, { hash: subject.hash, facts: [{ label: 'team', value: 'Design' }] }]] : [];
      }),
    ),
};

async function person(name: string, roles: Person['roles']): Promise<Person> {
  const id = await deps.database.transaction(async (trx) => {
    const personId = await createPersonWithPassword(trx, deps, { name, email: `${name}@acme.example` }, 'x');
    await addMember(trx, deps, tenant.id, personId, roles);
    return personId;
  });
  return signedIn(id, roles);
}

before(async () => {
  deps = await testDeps();
  const id = await deps.database.transaction((trx) =>
    createTenant(trx, deps, { slug: 'acme', name: 'Acme', plan: 'enterprise' }),
  );
  tenant = { id, slug: 'acme', plan: 'enterprise' };
  scope = tenantScope(id);
  app = sliceApp(approvalRoutes(deps, { jobPost }));
  watchApprovals(deps, { jobPost });
});
after(() => deps.database.close());

beforeEach(async () => {
  const { db } = deps.database;
  for (const table of ['approvals', 'members', 'policies', 'outboxEvents', 'credentials', 'people'] as const)
    await db.deleteFrom(table).execute();
  subjects = new Map();
  refusesNext = false;
  owner = await person('Olga', ['owner']);
  approver = await person('Arno', ['approver']);
  manager = await person('Mia', ['hiringManager']);
  await setPolicy({ jobPostsFromMinor: 500_000 });
});

async function setPolicy(settings: Record<string, unknown>): Promise<void> {
  const { db } = deps.database;
  await db.deleteFrom('policies').execute();
  const row = { name: 'approvals', tenantId: tenant.id, settings: JSON.stringify(settings), revision: 1, changedAt: 0 };
  await db.insertInto('policies').values(row).execute();
}

let count = 0;
async function request(more: Partial<ApprovalRequest> = {}) {
  const id = more.id ?? `jp_${++count}`;
  const asked: ApprovalRequest = {
    kind: 'jobPost',
    id,
    hash: 'h1',
    title: 'Website',
    amount: usd(600_000),
    requesterId: manager.personId,
    path: `/job-posts/${id}`,
    ...more,
  };
  if (!subjects.has(id)) subjects.set(id, { hash: asked.hash, told: [] });
  return deps.database.transaction((trx) => requestApprovalIfNeeded(trx, deps, scope, doer(manager), asked));
}

async function requested(more: Partial<ApprovalRequest> = {}): Promise<{ id: string; subject: Subject }> {
  const answer = await request(more);
  assert.notEqual(answer, 'notNeeded');
  const { approvalId } = answer as { approvalId: string };
  return { id: approvalId, subject: subjects.get((await get(approvalId)).subject.id)! };
}

async function ask(
  by: Person | ReturnType<typeof inWidget>,
  method: string,
  path: string,
  body?: unknown,
  at = tenant,
) {
  const answer = await app.as(by, at).request(method, `/v1/approvals${path}`, body);
  const answered = await answer.json();
  return { status: answer.status, ...(answered as Approval & { code: string; items: Approval[]; nextCursor: string }) };
}
const get = (id: string, by: Person = owner) => ask(by, 'GET', `/${id}`);
const approve = (by: Person, id: string, hash = 'h1') => ask(by, 'POST', `/${id}/approval`, { hash });

async function notices(kind: string): Promise<{ personIds: string[]; words: Record<string, string> }[]> {
  const rows = await deps.database.db.selectFrom('outboxEvents').selectAll().orderBy('id').execute();
  return rows
    .filter((row) => row.kind === 'personNotified')
    .map((row) => JSON.parse(row.payload))
    .filter((notice) => notice.kind === kind);
}

describe('when an approval is needed', () => {
  for (const [name, policy, amount, reason] of [
    ['no rule asks for none', {}, usd(10 ** 12), undefined],
    ['below the amount it is not', { jobPostsFromMinor: 500_000 }, usd(499_999), undefined],
    ['from the amount on it is', { jobPostsFromMinor: 500_000 }, usd(500_000), 'amount'],
    ['a rule from zero asks always', { jobPostsFromMinor: 0 }, usd(0), 'amount'],
    ['what nobody can sum up is asked about', { jobPostsFromMinor: 500_000 }, null, 'unknownAmount'],
    [
      'another currency cannot be compared, so it is asked about',
      { jobPostsFromMinor: 500_000 },
      { amountMinor: 1, currency: 'EUR' },
      'otherCurrency',
    ],
    ['the rule for offers is not the one for posts', { offersFromMinor: 0 }, usd(1), undefined],
  ] as const) {
    test(name, async () => {
      await setPolicy(policy);
      const answer = await request({ amount });
      if (reason === undefined) return assert.equal(answer, 'notNeeded');
      assert.notEqual(answer, 'notNeeded');
      assert.equal((await get((answer as { approvalId: string }).approvalId)).rule.reason, reason);
    });
  }

  test('everybody who may decide is told, and not who asked', async () => {
    await requested({ requesterId: owner.personId });
    assert.deepEqual(
      (await notices('approval.requested')).map(({ personIds, words }) => [personIds, words.requester]),
      [[[approver.personId], 'Olga']],
    );
  });

  test('asking anew for the same subject ends the request before', async () => {
    const first = await requested({ id: 'jp_again' });
    const second = await requested({ id: 'jp_again', hash: 'h2' });
    assert.equal((await get(first.id)).state, 'cancelled');
    assert.equal((await get(second.id)).state, 'requested');
    await setPolicy({});
    assert.equal(await request({ id: 'jp_again', hash: 'h3' }), 'notNeeded');
    assert.equal((await get(second.id)).state, 'cancelled');
  });
});

describe('deciding', () => {
  test('an approver approves: the subject moves, the requester hears, the timeline tells', async () => {
    const { id, subject } = await requested();
    const answer = await approve(approver, id);
    assert.equal(answer.status, 200);
    assert.deepEqual([answer.state, answer.decidedBy?.name, answer.whyNot], ['approved', 'Arno', 'decided']);
    assert.deepEqual(
      subject.told.map(({ decision, hash, approverId }) => [decision, hash, approverId]),
      [['approved', 'h1', approver.personId]],
    );
    assert.deepEqual(
      (await notices('approval.approved')).map(({ personIds }) => personIds),
      [[manager.personId]],
    );
    const timeline = await ask(manager, 'GET', `/${id}/timeline`);
    assert.deepEqual(
      (timeline.items as unknown as { move: string; from: string; to: string; actor: { name: string } }[]).map(
        ({ move, from, to, actor }) => [move, from, to, actor.name],
      ),
      [
        ['request', null, 'requested', 'Mia'],
        ['approve', 'requested', 'approved', 'Arno'],
      ],
    );
  });

  test('rejecting and asking for changes need a reason, which the subject and the requester get', async () => {
    for (const [path, state, kind] of [
      ['rejection', 'rejected', 'approval.rejected'],
      ['changes-request', 'changesRequested', 'approval.changesRequested'],
    ] as const) {
      const { id, subject } = await requested();
      assert.equal((await ask(approver, 'POST', `/${id}/${path}`, { hash: 'h1', reason: ' ' })).status, 422);
      const answer = await ask(approver, 'POST', `/${id}/${path}`, { hash: 'h1', reason: 'Too dear' });
      assert.deepEqual([answer.status, answer.state, answer.reason], [200, state, 'Too dear']);
      assert.deepEqual([subject.told[0]?.decision, subject.told[0]?.reason], [state, 'Too dear']);
      assert.equal((await notices(kind))[0]?.words.reason, 'Too dear');
    }
  });

  test('nobody approves what they requested, whatever they are', async () => {
    const { id, subject } = await requested({ requesterId: owner.personId });
    for (const path of ['approval', 'rejection', 'changes-request']) {
      const answer = await ask(owner, 'POST', `/${id}/${path}`, { hash: 'h1', reason: 'because' });
      assert.deepEqual([answer.status, answer.code], [403, 'own_request']);
    }
    assert.equal((await get(id)).state, 'requested');
    assert.deepEqual(subject.told, []);
    assert.deepEqual([(await get(id, owner)).whyNot, (await get(id, approver)).mayDecide], ['own_request', true]);
  });

  test('only approvers, finance admins and owners decide', async () => {
    const { id } = await requested();
    for (const role of ['accountAdmin', 'hiringManager', 'recruiter', 'viewer', 'auditor'] as const) {
      const other = signedIn(`pe_${role}`, [role]);
      assert.equal((await approve(other, id)).status, 403, role);
      assert.equal((await get(id, other)).whyNot, 'role');
    }
    assert.equal((await approve(signedIn('pe_finance', ['financeAdmin']), id)).status, 200);
  });

  test('a decision on other terms than were read is refused', async () => {
    const { id, subject } = await requested();
    assert.deepEqual([(await approve(approver, id, 'h0')).code], ['approval_outdated']);
    subject.hash = 'h2';
    const changed = await approve(approver, id);
    assert.deepEqual([changed.status, changed.code], [409, 'approval_outdated']);
    const read = await get(id, approver);
    assert.deepEqual(
      [read.state, read.isOutdated, read.mayDecide, read.whyNot],
      ['requested', true, false, 'outdated'],
    );
    assert.deepEqual(subject.told, []);
    const rejected = await ask(approver, 'POST', `/${id}/rejection`, { hash: 'h1', reason: 'It changed' });
    assert.equal(rejected.state, 'rejected');
  });

  test('a subject that refuses undoes the decision with all that came with it', async () => {
    const { id } = await requested();
    refusesNext = true;
    const before = await deps.database.db.selectFrom('outboxEvents').selectAll().execute();
    assert.equal((await approve(approver, id)).code, 'job_post_closed');
    assert.equal((await get(id)).state, 'requested');
    assert.deepEqual(await deps.database.db.selectFrom('outboxEvents').selectAll().execute(), before);
    assert.equal((await ask(owner, 'GET', `/${id}/timeline`)).items.length, 1);
  });

  test('64 approvals at the same time decide once', async () => {
    const { id, subject } = await requested();
    const answers = await Promise.all(Array.from({ length: 64 }, (_, n) => approve(n % 2 ? approver : owner, id)));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    assert.ok(answers.every(({ status, code }) => status === 200 || (status === 409 && code === 'approval_approved')));
    const events = await deps.database.db.selectFrom('outboxEvents').selectAll().execute();
    assert.equal(events.filter(({ kind }) => (kind as string) === 'jobPostDecided').length, 1);
    assert.equal((await ask(owner, 'GET', `/${id}/timeline`)).items.length, 2);
    assert.ok(subject.told.length >= 1);
  });

  test('what is decided stays decided', async () => {
    const { id } = await requested();
    await approve(approver, id);
    for (const path of ['approval', 'rejection', 'changes-request', 'cancellation']) {
      const body = path === 'cancellation' ? {} : { hash: 'h1', reason: 'no' };
      const answer = await ask(owner, 'POST', `/${id}/${path}`, body);
      assert.deepEqual([answer.status, answer.code], [409, 'approval_approved']);
    }
  });

  test('the requester takes a request back, others do not, and the subject hears of it', async () => {
    const { id, subject } = await requested();
    assert.equal((await ask(approver, 'POST', `/${id}/cancellation`, {})).status, 403);
    const answer = await ask(manager, 'POST', `/${id}/cancellation`, { reason: 'Not now' });
    assert.deepEqual([answer.state, answer.reason], ['cancelled', 'Not now']);
    assert.equal(subject.told[0]?.decision, 'cancelled');
  });

  test('a subject that ends by itself ends what waits for it, and is not called back', async () => {
    const { id, subject } = await requested({ id: 'jp_closed' });
    await deps.database.transaction((trx) =>
      cancelApproval(trx, deps, scope, doer(manager), { kind: 'jobPost', id: 'jp_closed' }, 'The post was closed'),
    );
    assert.deepEqual([(await get(id)).state, subject.told.length], ['cancelled', 0]);
  });

  test('another tenant’s approval answers exactly like one that is not there', async () => {
    const { id } = await requested();
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['GET', '/timeline', undefined],
      ['POST', '/approval', { hash: 'h1' }],
      ['POST', '/cancellation', {}],
    ] as const) {
      const theirs = await ask(owner, method, `/${id}${path}`, body, globex);
      const missing = await ask(owner, method, `/ap_none${path}`, body, globex);
      assert.equal(theirs.status, 404);
      assert.deepEqual(theirs, missing);
    }
    assert.deepEqual((await ask(owner, 'GET', '?view=all', undefined, globex)).items, []);
  });

  test('a widget decides nothing', async () => {
    const { id } = await requested();
    assert.equal(
      (await ask(inWidget(approver, { jobPost: { publish: true } }), 'POST', `/${id}/approval`, { hash: 'h1' })).status,
      403,
    );
  });
});

describe('lists', () => {
  test('what waits for me comes oldest first, without my own, with every fact', async () => {
    const ids = [];
    for (const requesterId of [manager.personId, approver.personId, manager.personId]) {
      ids.push((await requested({ requesterId })).id);
      deps.clock.advance(1000);
    }
    const mine = await ask(approver, 'GET', '');
    assert.deepEqual(
      mine.items.map(({ id }) => id),
      [ids[0], ids[2]],
    );
    assert.equal((mine as unknown as { waitingForMe: number }).waitingForMe, 2);
    assert.deepEqual(mine.items[0]?.facts, [{ label: 'team', value: 'Design' }]);
    assert.deepEqual(mine.items[0]?.amount, usd(600_000));
    assert.deepEqual((await ask(manager, 'GET', '')).items, []);
    assert.deepEqual(
      (await ask(manager, 'GET', '?view=mine')).items.map(({ id }) => id),
      [ids[2], ids[0]],
    );
    assert.deepEqual((await ask(approver, 'GET', '?state=approved')).items, []);
  });

  test('pages follow each other without gap or repeat, and another list’s page is refused', async () => {
    const ids = [];
    for (let n = 0; n < 5; n++) ids.push((await requested()).id);
    const seen = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await ask(approver, 'GET', `?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
      if (cursor) assert.equal((await ask(owner, 'GET', `?limit=2&cursor=${cursor}`)).code, 'invalid_cursor');
    }
    assert.deepEqual(seen.toSorted(), ids.toSorted());
  });
});

describe('in time', () => {
  test('a request expires after 14 days, and the subject and the requester hear of it', async () => {
    const { id, subject } = await requested();
    deps.clock.advance(14 * dayMs - 1);
    await deps.jobs.runDue();
    assert.equal((await get(id)).state, 'requested');
    deps.clock.advance(5 * 60_000 + 1);
    await deps.jobs.runDue();
    assert.deepEqual([(await get(id)).state, subject.told[0]?.decision], ['expired', 'expired']);
    assert.deepEqual((await notices('approval.expired'))[0]?.personIds, [manager.personId]);
    assert.equal((await approve(approver, id)).code, 'approval_expired');
  });

  test('with nobody but the requester to approve it stalls, and resumes when somebody is there', async () => {
    await deps.database.db.deleteFrom('members').where('personId', '=', approver.personId).execute();
    const { id } = await requested({ requesterId: owner.personId });
    assert.equal((await get(id)).state, 'stalled');
    assert.deepEqual((await notices('approval.stalled'))[0]?.personIds, [owner.personId]);
    const finance = await person('Fee', ['financeAdmin']);
    deps.clock.advance(15 * 60_000);
    await deps.jobs.runDue();
    assert.equal((await get(id)).state, 'requested');
    assert.deepEqual((await notices('approval.requested'))[0]?.personIds, [finance.personId]);
    const moves = (await ask(owner, 'GET', `/${id}/timeline`)).items as unknown as { move: string }[];
    assert.deepEqual(
      moves.map(({ move }) => move),
      ['request', 'stall', 'resume'],
    );
  });

  test('it stalls when the last approver leaves or is disabled', async () => {
    const { id } = await requested({ requesterId: owner.personId });
    await deps.database.db.updateTable('people').set({ disabledAt: 1 }).where('id', '=', approver.personId).execute();
    deps.clock.advance(15 * 60_000);
    await deps.jobs.runDue();
    assert.equal((await get(id)).state, 'stalled');
    deps.clock.advance(14 * dayMs);
    await deps.jobs.runDue();
    assert.equal((await get(id)).state, 'expired');
  });
});
