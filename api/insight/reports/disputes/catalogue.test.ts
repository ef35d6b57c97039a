import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { signedIn } from '../../../testing/actors.ts';
import { day, fixed, hourly, reportWorld } from '../../../testing/report-world.ts';
import { approvals } from '../approvals/approvals.ts';
import { audit } from '../audit/audit.ts';
import { budgets } from '../budgets/budgets.ts';
import { hiringFunnel } from '../hiring-funnel/hiring-funnel.ts';
import { onboarding } from '../onboarding/onboarding.ts';
import { purchaseOrders } from '../purchase-orders/purchase-orders.ts';
import { rateBenchmark } from '../rate-benchmark/rate-benchmark.ts';
import { serviceLevels } from '../service-levels/service-levels.ts';
import { talentPools } from '../talent-pools/talent-pools.ts';
import { disputes } from './disputes.ts';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const tenantId = 'tn_acme';

describe('reports about money that is bound, and about people', () => {
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
    await milestone('ms_1', 'ct_a', 'pm_1');
    const subject: [string, string] = ['milestone', 'ms_1'];
    const onOrder = { purchaseOrder: 'PO-1', costCenter: 'CC-1' };
    const into = { kind: 'escrow', ownerId: 'ms_1' } as const;
    await world.charge('pm_1', {
      at: day(2),
      contractId: 'ct_a',
      principal: 20_000,
      fee: 1_000,
      subject,
      into,
      ...onOrder,
    });
  });

  async function milestone(id: string, contractId: string, paymentId: string) {
    await world.insert('milestones', {
      ...{ id, tenantId, contractId, freelancerId: 'fr_1', position: 1, description: id, dueOn: null, currency: 'USD' },
      ...{ amountMinor: 20_000, extraMinor: 0, state: 'funded', revision: 1, remainderOf: null, paymentId },
      ...{ fundingRefusal: null, fundedAt: day(2), releasingMinor: null, extraPaymentId: null, releaseRefusal: null },
      ...{
        submissions: 0,
        submittedAt: null,
        autoReleaseAt: null,
        warnAt: null,
        changeReason: null,
        refundMinor: null,
      },
      ...{ refundReason: null, refundAskedAt: null, refundAnswer: null, refundAnswerBy: null, refundId: null },
      ...{ bankDisputeId: null, frozenFrom: null, earningId: null, releasedAt: null, settledAt: null },
      ...{ createdAt: day(0), updatedAt: day(0) },
    });
  }

  test('a refund that is asked for, refused and split is one case from its first day to its last cent', async () => {
    const columns = ['case', 'type', 'amount', 'stage', 'deadline', 'outcome', 'toClient', 'toFreelancer', 'cameBack'];
    const asked = { details: { amount: usd(8_000) }, to: 'refundRequested' };
    await world.move('milestone', 'ms_1', 'requestRefund', day(3), asked);
    await world.move('milestone', 'ms_1', 'refuseRefund', day(5), { to: 'disputed' });
    const split = { toFreelancer: usd(5_000), toClient: usd(3_000) };
    await world.move('milestone', 'ms_1', 'award', day(9), { to: 'released', details: split });
    const from = { kind: 'escrow', ownerId: 'ms_1' } as const;
    await world.refund('rf_1', {
      ...{ key: 'milestone.refund ms_1 4', paymentId: 'pm_1', contractId: 'ct_a', at: day(9, 1), amount: 3_000, from },
    });
    const at = (asOf: number) => world.table(disputes, columns, { asOf });
    assert.deepEqual(await at(day(3)), [
      ['ms_1', 'milestoneRefund', 8_000, 'awaitingResponse', '2026-11-12T00:00:00.000Z', null, null, null, 0],
    ]);
    assert.deepEqual(await at(day(6)), [['ms_1', 'milestoneRefund', 8_000, 'disputed', null, null, null, null, 0]]);
    const ended = await at(day(10));
    assert.deepEqual(ended, [
      ['ms_1', 'milestoneRefund', 8_000, 'closed', null, 'partlyRefunded', 3_000, 5_000, 3_000],
    ]);
    const [row] = await world.rows(disputes);
    const behind = await world.behind(disputes, row!.key, 'cameBack');
    assert.deepEqual(behind.map(({ amount }) => amount), [usd(3_000)]); // biome-ignore format: one line
    assert.deepEqual(await world.table(disputes, ['case'], { reach: ['Legal'] }), []);
    assert.deepEqual(await world.table(disputes, ['case'], { params: { statuses: ['disputed'] } }), []);
  });

  test('a purchase order is what was set, went and is bound as of an instant; its escrow opens', async () => {
    await world.insert('purchaseOrders', {
      ...{ id: 'po_1', tenantId, number: 'PO-1', title: '', supplierName: '', supplierReference: '', currency: 'USD' },
      ...{
        amountMinor: 100_000,
        validFrom: '2026-11-01',
        validThrough: '2027-01-31',
        startsAt: day(0),
        endsAt: day(90),
      },
      ...{ state: 'open', overrun: 'refused', thresholds: '[]', costCenters: '[]', teams: '[]', personIds: '[]' },
      ...{ committedMinor: 0, spentMinor: 0, toldPercent: 0, revision: 2, createdBy: 'pe_manager' },
      ...{ createdAt: day(0), updatedAt: day(0) },
    });
    for (const [version, amountMinor, at] of [[1, 50_000, day(0)], [2, 100_000, day(5)]] as const) // biome-ignore format: a table
      await world.insert('purchaseOrderRevisions', {
        ...{ purchaseOrderId: 'po_1', version, tenantId, number: 'PO-1', currency: 'USD', amountMinor, at },
        ...{
          validFrom: '2026-11-01',
          validThrough: '2027-01-31',
          settings: JSON.stringify({ thresholds: [20, 50, 90] }),
        },
        ...{ reason: null, personId: 'pe_manager' },
      });
    await world.move('purchaseOrder', 'po_1', 'open', day(0), { to: 'open' });
    await commitment();
    await spending('se_1', 'fixedRest', 30_000, day(1));
    await spending('se_2', 'spent', 21_000, day(2));
    await spending('se_3', 'weeklyExposure', 4_000, day(6));
    const columns = [
      'purchaseOrder',
      'amount',
      'invoiced',
      'inEscrow',
      'fixedRest',
      'weeklyExposure',
      'remaining',
      'used',
      'threshold',
    ];
    const before = await world.table(purchaseOrders, columns, { asOf: day(4) });
    assert.deepEqual(before, [['PO-1', 50_000, 21_000, 20_000, 30_000, 0, -1_000, 10_200, 9_000]]);
    const later = await world.table(purchaseOrders, columns, { asOf: day(7) });
    assert.deepEqual(later, [['PO-1', 100_000, 21_000, 20_000, 30_000, 4_000, 45_000, 5_500, 5_000]]);
    for (const [column, minor] of [['invoiced', 21_000], ['inEscrow', 20_000]] as const) // biome-ignore format: a table
      assert.equal(sumOf(await world.behind(purchaseOrders, 'PO-1', column, { asOf: day(7) })), minor);
    assert.deepEqual(
      await world.table(purchaseOrders, columns, { reach: ['Design'] }),
      [],
      'it is everybody’s, not one team’s',
    );
  });

  async function commitment() {
    await world.insert('commitments', {
      ...{
        id: 'cm_1',
        tenantId,
        subjectKind: 'contract',
        subjectId: 'ct_a',
        offerId: null,
        contractId: 'ct_a',
        title: '',
      },
      ...{ purchaseOrder: 'PO-1', assigned: null, isWaiting: 0, costCenter: 'CC-1', team: 'Design', personId: null },
      ...{ currency: 'USD', part: null, exposure: '{}', fundedMinor: 0, openMinor: 0, spentMinor: 0, isEnded: 0 },
      ...{ recountAt: null, revision: 1, createdAt: day(0), updatedAt: day(0) },
    });
  }
  async function spending(id: string, part: string, amountMinor: number, at: number) {
    const place = {
      purchaseOrder: 'PO-1',
      costCenter: 'CC-1',
      team: 'Design',
      offerId: null,
      contractId: 'ct_a',
      paymentId: null,
    };
    await world.insert('spendingEntries', {
      id,
      tenantId,
      commitmentId: 'cm_1',
      ...place,
      part,
      cause: 'charged',
      amountMinor,
      currency: 'USD',
      at,
    });
  }

  test('a budget is set against what its cost center was charged in its period', async () => {
    await world.insert('costCenters', {
      ...{ id: 'cc_1', tenantId, code: 'CC-1', name: 'Studio', ownerId: null, parentCode: null, teams: '["Design"]' },
      ...{ isActive: 1, revision: 1, createdAt: 0, updatedAt: 0 },
    });
    await world.insert('budgets', {
      ...{
        id: 'bu_1',
        tenantId,
        costCenter: 'CC-1',
        period: 'month',
        startsOn: '2026-11-01',
        startsAt: day(-1),
        endsAt: day(29),
      },
      ...{
        currency: 'USD',
        amountMinor: 40_000,
        thresholds: '[]',
        toldPercent: 0,
        revision: 1,
        createdAt: 0,
        updatedAt: 0,
      },
    });
    const revision = { tenantId, thresholds: '[]', reason: null, personId: 'pe_manager' };
    await world.insert('budgetRevisions', {
      budgetId: 'bu_1',
      version: 1,
      amountMinor: 40_000,
      at: day(0),
      ...revision,
    });
    const columns = ['costCenter', 'name', 'period', 'budget', 'committed', 'actual', 'variance', 'forecast'];
    const row = ['CC-1', 'Studio', '2026-11', 40_000, 34_000, 21_000, 19_000, 78_750];
    assert.deepEqual(await world.table(budgets, columns, { asOf: day(7) }), [row]);
    assert.deepEqual(await world.table(budgets, columns, { asOf: day(7), reach: ['Design'] }), [row]);
    assert.deepEqual(await world.table(budgets, columns, { reach: ['Legal'] }), []);
    assert.equal(sumOf(await world.behind(budgets, 'bu_1', 'actual', { asOf: day(7) })), 21_000);
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

  test('a pool tells its members with what was spent on them, and keeps an old rating as of an old instant', async () => {
    await world.insert('talentPools', {
      ...{
        id: 'tp_1',
        tenantId,
        name: 'Best',
        description: '',
        criteria: '',
        state: 'open',
        editing: 'team',
        ownerIds: '[]',
      },
      ...{ admitsFirstContract: 0, revision: 1, createdBy: '', createdAt: 0, updatedAt: 0 },
    });
    await world.insert('talentPoolMembers', {
      ...{
        poolId: 'tp_1',
        freelancerId: 'fr_1',
        state: 'active',
        admittedBy: 'hand',
        addedBy: '',
        addedAt: day(0),
        memberSince: day(0),
      },
      ...{
        message: '',
        invitationExpiresAt: null,
        answeredAt: null,
        expiresAt: null,
        endReason: null,
        vettingApplicationId: null,
      },
      ...{
        vettedAt: null,
        score: 90,
        tags: '[]',
        noteCount: 0,
        rating: 4,
        ratingReason: null,
        ratedBy: null,
        ratedAt: null,
      },
      ...{
        rateMinor: null,
        rateCurrency: null,
        rateRole: null,
        rateFrom: null,
        rateTo: null,
        revision: 1,
        updatedAt: 0,
      },
    });
    await world.move('poolMember', 'tp_1.fr_1', 'admit', day(0), { to: 'active' });
    const columns = ['pool', 'member', 'status', 'score', 'rate', 'contracts', 'spend', 'internalRating'];
    const told = [['Best', 'Freelancer 1', 'active', 90, 1_000, 2, 21_000, 4]];
    assert.deepEqual(await world.table(talentPools, columns, { asOf: day(5) }), told);
    await world.deps().database.db.updateTable('talentPoolMembers').set({ rating: 1 }).execute();
    assert.deepEqual(await world.table(talentPools, columns, { asOf: day(5) }), told);
    const now = await world.table(talentPools, ['internalRating'], { asOf: day(101) });
    assert.deepEqual(now, [[1]]);
    assert.equal(sumOf(await world.behind(talentPools, 'tp_1~fr_1~USD', 'spend', { asOf: day(5) })), 21_000);
  });

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

function sumOf(entries: readonly { amount: { amountMinor: number } }[]): number {
  return entries.reduce((sum, { amount }) => sum + amount.amountMinor, 0);
}
