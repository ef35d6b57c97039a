import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { signedIn } from '../../../testing/actors.ts';
import { day, fixed, hourly, reportWorld } from '../../../testing/report-world.ts';
import { audit } from '../audit/audit-report.ts';
import { hiringFunnel } from '../hiring-funnel/hiring-funnel-report.ts';
import { onboarding } from '../onboarding/onboarding-report.ts';
import { rateBenchmark } from '../rate-benchmark/rate-benchmark-report.ts';
import { serviceLevels } from '../service-levels/service-levels-report.ts';
import { approvals } from './approvals-report.ts';

const tenantId = 'tn_acme';

describe('reports about people', () => {
  const world = reportWorld();
  before(async () => {
    await world.person('pe_manager', 'Hanna');
    await world.person('pe_delegate', 'Oskar');
    for (let n = 1; n <= 6; n++)
      await world.freelancer(`fr_${n}`, `Freelancer ${n}`, { rateMinor: n * 1_000, rateCurrency: 'USD' });
    await world.contract('ct_a', { at: day(0), payment: fixed(50_000), costCenter: 'CC-1' });
    await world.contract('ct_b', {
      at: day(1),
      payment: hourly(3_000),
      team: 'Legal',
      jobPostId: 'jp_1',
      proposalId: 'pp_1',
    });
  });

  test('an approval is told step by step, with the delegate who decided in another’s place', async () => {
    await world.insert('approvals', {
      ...{
        id: 'ap_1',
        tenantId,
        subjectKind: 'offer',
        subjectId: 'of_1',
        subjectHash: '',
        title: 'Offer',
        amountMinor: 9_000,
      },
      ...{
        currency: 'USD',
        path: '',
        rule: JSON.stringify({ id: 'r', name: 'Over 50', reasons: ['amount'] }),
        policyVersion: 1,
      },
      ...{
        team: 'Design',
        costCenter: null,
        purchaseOrder: 'PO-1',
        categoryId: null,
        rateMinor: null,
        rateCurrency: null,
      },
      ...{ country: null, freelancerId: null, signals: '[]', requesterId: 'pe_manager', state: 'approved', step: 2 },
      ...{
        decidedBy: null,
        decidedFor: null,
        reason: null,
        requestedAt: day(1),
        expiresAt: day(15),
        decidedAt: null,
        outcome: null,
      },
    });
    const step = { approvalId: 'ap_1', tenantId, plan: '{}', escalatesAt: null, escalatedAt: null, decidedAt: null };
    await world.insert('approvalSteps', { ...step, step: 1, state: 'approved', askedAt: day(1) });
    await world.insert('approvalSteps', { ...step, step: 2, state: 'asked', askedAt: day(2) });
    await world.insert('approvalDecisions', {
      ...{ id: 'ad_1', approvalId: 'ap_1', tenantId, step: 1, personId: 'pe_delegate', forPersonId: 'pe_manager' },
      ...{ decision: 'approved', reason: 'Fine', hash: '', linkId: null, decidedAt: day(2) },
    });
    await world.move('approval', 'ap_1', 'request', day(1), { to: 'requested' });
    const columns = ['trigger', 'amount', 'step', 'approver', 'state', 'decided', 'elapsed', 'delegate'];
    const waiting = ['Over 50 (amount)', 9_000, 1, null, 'requested', null, null, null];
    assert.deepEqual(await world.table(approvals, columns, { asOf: day(1, 5) }), [waiting]);
    assert.deepEqual(await world.table(approvals, columns, { asOf: day(3) }), [
      ['Over 50 (amount)', 9_000, 1, 'Hanna', 'approved', '2026-11-04T00:00:00.000Z', 1_440, 'Oskar'],
      waiting.with(2, 2),
    ]);
    assert.deepEqual(await world.table(approvals, columns, { reach: ['Legal'] }), []);
  });

  test('an onboarding task is told by the newest of its facts at the instant', async () => {
    await world.insert('onboardings', {
      ...{
        contractId: 'ct_b',
        tenantId,
        state: 'open',
        freelancerId: 'fr_1',
        freelancerName: '',
        title: '',
        team: 'Legal',
      },
      ...{ clientPersonId: 'pe_manager', freelancerPersonId: 'pe_f', createdAt: day(1), completedAt: null },
    });
    await world.insert('onboardingTemplates', {
      ...{ id: 'ol_1', tenantId, name: 'All', version: 1, archivedAt: null, revision: 1, createdAt: 0 },
    });
    await world.insert('onboardingTasks', {
      ...{
        id: 'ot_1',
        tenantId,
        contractId: 'ct_b',
        freelancerId: 'fr_1',
        templateId: 'ol_1',
        templateVersion: 1,
        taskKey: 'nda',
      },
      ...{
        kind: 'nda',
        title: 'NDA',
        instructions: '',
        owner: 'freelancer',
        needsDocument: 0,
        needsSignature: 1,
        text: '',
      },
      ...{
        textHash: '',
        reuseKey: '',
        state: 'accepted',
        dueAt: day(8),
        revision: 2,
        createdAt: day(1),
        updatedAt: day(4),
      },
    });
    const fact = {
      tenantId,
      taskId: 'ot_1',
      contractId: 'ct_b',
      freelancerId: 'fr_1',
      kind: 'nda',
      title: 'NDA',
      owner: 'freelancer',
      dueAt: day(8),
    };
    const rest = { validUntil: null, classification: null, ruleVersion: null, overrideBy: null };
    const open = { id: 'of_1', revision: 1, at: day(1), state: 'open', completedAt: null, documentHash: null };
    const done = { id: 'of_2', revision: 2, at: day(4), state: 'accepted', completedAt: day(4), documentHash: 'abc' };
    for (const one of [open, done]) await world.insert('onboardingFacts', { ...fact, ...rest, ...one });
    const columns = ['contract', 'task', 'owner', 'status', 'due', 'completed', 'documentHash'];
    const told = (asOf: number, reach: 'all' | string[] = 'all') => world.table(onboarding, columns, { asOf, reach });
    assert.deepEqual(await told(day(2)), [['Work ct_b', 'NDA', 'freelancer', 'open', '2026-11-10', null, null]]);
    const ended = [['Work ct_b', 'NDA', 'freelancer', 'accepted', '2026-11-10', '2026-11-06T00:00:00.000Z', 'abc']];
    assert.deepEqual(await told(day(5)), ended);
    assert.deepEqual(await told(day(5), ['Legal']), ended);
    assert.deepEqual(await told(day(5), ['Design']), []);
  });

  test('a post counts who was seen, kept and hired by the instant, and how long it took', async () => {
    await post();
    await world.move('jobPost', 'jp_1', 'publish', day(0), { to: 'open' });
    await proposal('pp_1', 'fr_1', day(0, 20));
    await proposal('pp_2', 'fr_2', day(2));
    for (const [
      id,
      move,
      at,
    ] of [['pp_1', 'viewed', day(0, 21)], ['pp_1', 'shortlisted', day(0, 22)], ['pp_1', 'reply', day(0, 23)], ['pp_2', 'viewed', day(3)]] as const) // biome-ignore format: a table
      await world.move('proposal', id, move, at);
    const columns = [
      'job',
      'proposals',
      'viewed',
      'shortlisted',
      'messaged',
      'hires',
      'daysToProposal',
      'daysToShortlist',
      'daysToHire',
      'source',
    ];
    assert.deepEqual(await world.table(hiringFunnel, columns, { asOf: day(0, 23) }), [
      ['Designer', 1, 1, 1, 1, 0, 0, 0, null, ['search: 1']],
    ]);
    assert.deepEqual(await world.table(hiringFunnel, columns, { asOf: day(4) }), [
      ['Designer', 2, 2, 1, 1, 1, 0, 0, 1, ['search: 1']],
    ]);
    assert.deepEqual(await world.table(hiringFunnel, ['job'], { reach: ['Design'] }), []);
  });

  async function post() {
    await world.insert('jobPosts', {
      ...{
        id: 'jp_1',
        tenantId,
        state: 'open',
        title: 'Designer',
        description: '',
        categoryId: null,
        skills: '[]',
        budgetKind: null,
      },
      ...{
        budgetMinMinor: null,
        budgetMaxMinor: null,
        budgetCurrency: null,
        duration: null,
        weeklyHours: null,
        experienceLevel: null,
      },
      ...{
        countries: '[]',
        timezone: null,
        overlapHours: null,
        visibility: 'public',
        poolIds: '[]',
        questions: '[]',
        team: 'Legal',
      },
      ...{
        costCenter: null,
        purchaseOrder: null,
        customFields: '{}',
        hires: 1,
        hired: 1,
        templateId: null,
        repostOf: null,
        ownerId: 'pe_manager',
      },
      ...{
        liveIdentity: null,
        importIdentity: null,
        approvalId: null,
        approvalHash: null,
        revision: 1,
        createdAt: 0,
        updatedAt: 0,
      },
      ...{ publishedAt: null, expiresAt: null, expiryNoticeAt: null, endedAt: null, endReason: null },
    });
  }
  async function proposal(id: string, freelancerId: string, at: number) {
    await world.insert('proposals', {
      ...{
        id,
        tenantId,
        jobPostId: 'jp_1',
        freelancerId,
        personId: '',
        invitationId: null,
        state: 'submitted',
        coverLetter: '',
      },
      ...{
        letterExcerpt: '',
        answers: '[]',
        bidKind: 'hourly',
        bidMinor: 1,
        bidCurrency: 'USD',
        milestones: '[]',
        attachmentCount: 0,
      },
      ...{
        connectsSpent: 0,
        connectsReturnedAt: null,
        boostBid: 0,
        shortlistedAt: null,
        shortlistedBy: null,
        isArchived: 0,
        viewedAt: null,
      },
      ...{
        openBy: null,
        repliedAt: null,
        termsVersion: 1,
        termsChangedAt: null,
        revision: 1,
        endReason: null,
        endText: '',
        endedAt: null,
      },
      ...{ createdAt: at, updatedAt: at },
    });
    await world.move('proposal', id, 'submit', at, { to: 'submitted' });
  }

  test('published rates stay as they were said, and stand beside what the company pays', async () => {
    const columns = ['category', 'n', 'min', 'median', 'max', 'ourRate', 'suppressed'];
    const said = [['design', 6, 1_000, 3_000, 6_000, 3_000, false]];
    assert.deepEqual(await world.table(rateBenchmark, columns, { asOf: day(50) }), said);
    await world
      .deps()
      .database.db.updateTable('freelancers')
      .set({ rateMinor: 90_000 })
      .where('id', '=', 'fr_6')
      .execute();
    assert.deepEqual(await world.table(rateBenchmark, columns, { asOf: day(50) }), said);
    const byLevel = await world.table(rateBenchmark, ['level', 'n', 'max'], { params: { groupBy: 'level' } });
    assert.deepEqual(byLevel, [['entry', 6, 90_000]]);
  });

  test('a wait that is longer than promised is a breach, answered or not', async () => {
    const columns = ['type', 'asked', 'answered', 'target', 'actual', 'breached'];
    const row = async (asOf: number) =>
      (await world.table(serviceLevels, columns, {
        asOf,
        params: { statuses: ['approval', 'proposalAnswer'] },
      })) as unknown;
    assert.deepEqual(await row(day(2)), [
      ['approval', 1, 0, 2_880, null, 0],
      ['proposalAnswer', 2, 1, 7_200, 180, 0],
    ]);
    assert.deepEqual(await row(day(4)), [
      ['approval', 1, 0, 2_880, null, 1],
      ['proposalAnswer', 2, 1, 7_200, 180, 0],
    ]);
  });

  test('the audit log is shown with its hashes, and to nobody who sees some teams only', async () => {
    const doer = { actor: signedIn('pe_manager', ['owner']), requestId: 'req_1' };
    const deps = { ...world.deps(), clock: { now: () => day(6) } };
    const object = { kind: 'policy', id: 'tenure' };
    await world.deps().database.transaction((trx) =>
      recordAudit(trx, deps, world.scope, doer, {
        action: 'policy.changed',
        object,
        before: { a: 1 },
        after: { a: 2 },
      }),
    );
    const columns = ['time', 'actor', 'role', 'action', 'object', 'origin'];
    assert.deepEqual(await world.table(audit, columns), [
      ['2026-11-08T00:00:00.000Z', 'Hanna', 'owner', 'policy.changed', 'tenure', 'portal'],
    ]);
    const [row] = await world.rows(audit);
    for (const column of ['beforeHash', 'afterHash', 'chainHash'])
      assert.match(String(row?.cells[column]), /^[\w-]{43}$/);
    assert.deepEqual(await world.rows(audit, { reach: ['Design'] }), []);
    assert.deepEqual(await world.rows(audit, { asOf: day(5) }), []);
  });
});
