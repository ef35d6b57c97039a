import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { day, fixed, hourly, reportWorld } from '../../../testing/report-world.ts';
import { budgets } from '../budgets/budgets-report.ts';
import { purchaseOrders } from '../purchase-orders/purchase-orders-report.ts';
import { talentPools } from '../talent-pools/talent-pools-report.ts';
import { disputes } from './disputes-report.ts';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const tenantId = 'tn_acme';

describe('reports about money that is bound', () => {
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
    const row = ['CC-1', 'Studio', '2026-11', 40_000, 34_000, 21_000, -15_000, 78_750];
    assert.deepEqual(await world.table(budgets, columns, { asOf: day(7) }), [row]);
    assert.deepEqual(await world.table(budgets, columns, { asOf: day(7), reach: ['Design'] }), [row]);
    assert.deepEqual(await world.table(budgets, columns, { reach: ['Legal'] }), []);
    assert.equal(sumOf(await world.behind(budgets, 'bu_1', 'actual', { asOf: day(7) })), 21_000);
  });

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
});

function sumOf(entries: readonly { amount: { amountMinor: number } }[]): number {
  return entries.reduce((sum, { amount }) => sum + amount.amountMinor, 0);
}
