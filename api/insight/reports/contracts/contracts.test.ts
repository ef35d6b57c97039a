import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { day, fixed, hourly, reportWorld } from '../../../testing/report-world.ts';
import { tenure } from '../tenure/tenure-report.ts';
import { timeDetail } from '../time-detail/time-detail-report.ts';
import { segmentClasses } from '../time-detail/time-rows.ts';
import { contracts } from './contracts-report.ts';

describe('reports about work', () => {
  const world = reportWorld();
  const minute = 60_000;
  const register = ['id', 'version', 'title', 'status', 'endReason', 'end', 'amount', 'billed'];

  before(async () => {
    await world.person('pe_manager', 'Hanna');
    await world.freelancer('fr_1', 'Ada');
    await world.freelancer('fr_2', 'Ben', { country: 'FR' });
    await world.contract('ct_a', { at: day(0), payment: hourly(6_000) });
    await world.contract('ct_b', { at: day(1), payment: fixed(50_000), freelancerId: 'fr_2', team: 'Legal' });
    // The week of 2 November: three tracked segments, one manual and one over the limit, then one of the day after.
    await week('ts_1', day(0), 20, [
      ['te_1', day(0), 'tracked', 'billed'],
      ['te_1', day(0) + 10 * minute, 'tracked', 'billed'],
      ['te_1', day(0) + 20 * minute, 'tracked', 'overLimit'],
      ['te_2', day(1), 'manual', 'billed'],
    ]);
    await world.move('timesheet', 'ts_1', 'submit', day(7, 12), { to: 'clientReview' });
    const subject: [string, string] = ['timesheet', 'ts_1'];
    await world.charge('pm_1', {
      at: day(7, 12),
      contractId: 'ct_a',
      principal: 3_001,
      fee: 150,
      purpose: 'weeklyTime',
      subject,
    });
    // The next week is still open: its time may change.
    await week('ts_2', day(7), null, [['te_3', day(8), 'tracked', null]]);
    await world.charge('pm_2', {
      at: day(3),
      contractId: 'ct_b',
      principal: 50_000,
      fee: 2_500,
      team: 'Legal',
      freelancerId: 'fr_2',
    });
    await world.refund('rf_1', {
      ...{ key: 'x', paymentId: 'pm_2', contractId: 'ct_b', at: day(20), amount: 10_000 },
      from: { kind: 'contractHold', ownerId: 'ct_b' },
    });
    await world.terms('ct_a', 2, day(14), hourly(7_000), 'Work, dearer');
    await world.move('contract', 'ct_b', 'end', day(21), { to: 'ending', details: { reason: 'completed' } });
    await world.move('contract', 'ct_b', 'settle', day(22), { to: 'ended' });
  });

  async function week(
    id: string,
    at: number,
    billed: number | null,
    segments: [string, number, string, string | null][],
  ) {
    await world.insert('timesheets', {
      ...{
        id,
        tenantId: 'tn_acme',
        contractId: 'ct_a',
        freelancerId: 'fr_1',
        weekStartsAt: at,
        state: 'open',
        revision: 1,
      },
      ...{
        currency: 'USD',
        rateMinor: 6_000,
        limitMinutes: null,
        billedSegments: billed && 3,
        overLimitSegments: billed && 1,
      },
      ...{
        amountMinor: null,
        charge: 'none',
        chargeAttempts: 0,
        chargeAgainAt: null,
        paymentId: null,
        chargeRefusal: null,
      },
      ...{ paidAt: null, dueAt: null, acceptedAt: null, earnedMinor: 0, refundedMinor: 0, lostMinor: 0, createdAt: at },
    });
    for (const entry of new Set(segments.map(([entry]) => entry)))
      await world.insert('timeEntries', {
        ...{
          id: entry,
          tenantId: 'tn_acme',
          contractId: 'ct_a',
          freelancerId: 'fr_1',
          timesheetId: id,
          kind: 'tracked',
        },
        ...{ memo: `Memo ${entry}`, activityCodeId: null, revision: 1, createdAt: at, updatedAt: at },
      });
    for (const [entryId, startsAt, kind, billing] of segments)
      await world.insert('timeSegments', {
        ...{ freelancerId: 'fr_1', startsAt, id: `sg_${startsAt}`, tenantId: 'tn_acme', contractId: 'ct_a' },
        ...{ timesheetId: id, entryId, kind, hasActivity: 1, screenshot: 'none', billing, isDisputed: 0 },
      });
  }

  describe('the contract register', () => {
    test('has each contract in the terms, the state and with the sums that stood then', async () => {
      assert.deepEqual(await world.table(contracts, register, { asOf: day(10) }), [
        ['ct_a', 1, 'Work ct_a', 'active', null, '2026-12-31', 6_000, 3_151],
        ['ct_b', 1, 'Work ct_b', 'active', null, '2026-12-31', 50_000, 52_500],
      ]);
      assert.deepEqual(await world.table(contracts, register, { asOf: day(30) }), [
        ['ct_a', 2, 'Work, dearer', 'active', null, '2026-12-31', 7_000, 3_151],
        ['ct_b', 1, 'Work ct_b', 'ended', 'completed', '2026-11-24', 50_000, 42_500],
      ]);
      assert.deepEqual(await world.table(contracts, ['id'], { asOf: day(0, 1) }), [['ct_a']]);
    });

    test('says what it said as of an instant, whatever was renamed since', async () => {
      const said = await world.rows(contracts, { asOf: day(30) });
      assert.equal(said[0]?.cells.hiringManager, 'Hanna');
      await world
        .deps()
        .database.db.updateTable('people')
        .set({ name: 'Hannah' })
        .where('id', '=', 'pe_manager')
        .execute();
      assert.deepEqual(await world.rows(contracts, { asOf: day(30) }), said);
      await world
        .deps()
        .database.db.updateTable('people')
        .set({ name: 'Hanna' })
        .where('id', '=', 'pe_manager')
        .execute();
    });

    test('shows a team its own, a state or a country what was asked for, and nothing that had ended before', async () => {
      const ids = async (asked: Parameters<typeof world.table>[2]) =>
        (await world.table(contracts, ['id'], asked)).flat();
      assert.deepEqual(await ids({ reach: ['Legal'] }), ['ct_b']);
      assert.deepEqual(await ids({ reach: [] }), []);
      assert.deepEqual(await ids({ params: { statuses: ['ended'] } }), ['ct_b']);
      assert.deepEqual(await ids({ params: { countries: ['FR'] } }), ['ct_b']);
      assert.deepEqual(await ids({ params: { purchaseOrders: ['PO-2'] } }), []);
      assert.deepEqual(await ids({ params: { fromMs: day(40) } }), ['ct_a']);
    });

    test('opens what was billed down to entries that sum to it', async () => {
      for (const [id, billed] of [
        ['ct_a', 3_151],
        ['ct_b', 42_500],
      ] as const)
        assert.equal(sumOf(await world.behind(contracts, id, 'billed')), billed);
      const entries = await world.behind(contracts, 'ct_b', 'billed');
      assert.deepEqual(entries.map(({ account }) => account).toSorted(), [
        'contractHold',
        'contractHold',
        'platformFees',
      ]);
    });
  });

  describe('time in detail', () => {
    const columns = ['workedOn', 'week', 'memo', 'segmentClass', 'protected', 'protectionGaps', 'hours', 'charge'];

    test('has the time of closed weeks by entry, day and class; the charge of the week is shared out to the cent', async () => {
      assert.deepEqual(await world.table(timeDetail, columns), [
        ['2026-11-02', '2026-11-02', 'Memo te_1', 'tracked', true, [], 20, 2_001],
        ['2026-11-02', '2026-11-02', 'Memo te_1', 'overLimit', false, ['overLimit'], 10, null],
        ['2026-11-03', '2026-11-02', 'Memo te_2', 'manual', false, ['manual'], 10, 1_000],
      ]);
    });

    test('knows no charge before it was settled, and no time of a week that was open', async () => {
      assert.deepEqual(await world.table(timeDetail, columns, { asOf: day(7, 11) }), []);
      const late = { asOf: day(7, 12), params: { fromMs: day(1), toMs: day(2) } };
      assert.deepEqual(await world.table(timeDetail, ['hours', 'charge'], late), [[10, 1_000]]);
      assert.deepEqual(await world.table(timeDetail, ['hours'], { reach: ['Legal'] }), []);
      assert.deepEqual(await world.table(timeDetail, ['hours'], { params: { statuses: [segmentClasses[2]] } }), [[10]]);
    });

    test('opens each part of the charge of its week', async () => {
      const rows = await world.rows(timeDetail);
      const parts = [];
      for (const { key } of rows) parts.push(sumOf(await world.behind(timeDetail, key, 'charge')));
      assert.deepEqual(parts, [2_001, 0, 1_000]);
    });
  });

  describe('tenure', () => {
    test('counts days from the first to the last, hours, and the share of what is spent', async () => {
      const columns = ['freelancer', 'firstDay', 'days', 'hours', 'spend', 'spendShare', 'flag'];
      const asked = { asOf: day(30), params: { toMs: day(31) } };
      assert.deepEqual(await world.table(tenure, columns, asked), [
        ['Ada', '2026-11-02', 31, 40, 3_151, 690, 'none'],
        ['Ben', '2026-11-03', 22, 0, 42_500, 9_310, 'concentrated'],
      ]);
      const later = await world.table(tenure, ['days', 'flag'], { asOf: day(600), params: { toMs: day(601) } });
      assert.deepEqual(later[0], [601, 'over']);
      assert.equal(sumOf(await world.behind(tenure, 'fr_2~USD', 'spend', asked)), 42_500);
      assert.deepEqual(await world.table(tenure, ['freelancer'], { ...asked, reach: ['Legal'] }), [['Ben']]);
    });
  });
});

function sumOf(entries: readonly { amount: { amountMinor: number } }[]): number {
  return entries.reduce((sum, { amount }) => sum + amount.amountMinor, 0);
}
