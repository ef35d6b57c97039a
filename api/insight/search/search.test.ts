import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Actor } from '../../platform/auth/actor.ts';
import type { RequestTenant } from '../../platform/http/environment.ts';
import type { Tenant } from '../../platform/tenants/tenant.ts';
import { createTalentSearch, type TalentSearch } from '../../talent/search/keep-index.ts';
import { inWidget, signedIn } from '../../testing/actors.ts';
import { day, fixed, reportWorld } from '../../testing/report-world.ts';
import { acme, sliceApp } from '../../testing/slice-app.ts';
import type { Found } from './found.ts';
import { everythingRoutes } from './routes.ts';

const globex: RequestTenant = { id: 'tn_globex', slug: 'globex', plan: 'enterprise' };
const manager = signedIn('pe_manager', ['hiringManager']);
const recruiter = signedIn('pe_recruiter', ['recruiter']);

describe('the search for everything', () => {
  const world = reportWorld();
  let talentSearch: TalentSearch;
  let app: ReturnType<typeof sliceApp>;

  before(async () => {
    await world.person('pe_manager', 'Hanna');
    await world.freelancer('fr_ada', 'Ada Quellwasser');
    await world.freelancer('fr_ben', 'Ben');
    await world.contract('ct_pump', { at: day(0), payment: fixed(1), title: 'Pump housing', freelancerId: 'fr_ada' });
    await world.contract('ct_cafe', {
      at: day(1),
      payment: fixed(1),
      title: 'A CAFÉ in Gdańsk',
      freelancerId: 'fr_ben',
    });
    await world.contract('ct_other', { at: day(2), payment: fixed(1), title: 'Pump of others', tenantId: globex.id });
    // More than its own page gives at once, all newer.
    for (let n = 0; n < 120; n++)
      await world.contract(`ct_n${n}`, {
        at: day(3) + n,
        payment: fixed(1),
        title: `Drawing ${n}`,
        freelancerId: 'fr_ben',
      });
    await purchaseOrder('po_all', 'PO-7001', 'Pumps', []);
    await purchaseOrder('po_legal', 'PO-7002', 'Pumps', ['Legal']);
    await invoice('inv_1', 'tenant', acme.id, 'ACME-INV-000007');
    await invoice('inv_2', 'tenant', globex.id, 'GLOBEX-INV-000007');
    await invoice('inv_3', 'freelancer', 'fr_ada', 'ADA-000007');
    await list('tl_mine', 'pe_manager', 'Pump people', 0);
    await list('tl_shared', 'pe_other', 'Shared pump people', 1);
    await list('tl_theirs', 'pe_other', 'Private pump people', 0);
    talentSearch = createTalentSearch(world.deps());
    await talentSearch.start();
    const directory = {
      byId: async (id: string) => (id === acme.id ? ({ brandName: 'Acme Works' } as Tenant) : undefined),
    };
    app = sliceApp(everythingRoutes({ ...world.deps(), talentSearch, directory, workedWithUs: async () => new Set() }));
  });
  after(() => talentSearch.stop());

  const purchaseOrder = (id: string, number: string, title: string, teams: string[]) =>
    world.insert('purchaseOrders', {
      ...{ id, tenantId: acme.id, number, title, supplierName: 'Okafor Ltd', supplierReference: '', currency: 'USD' },
      ...{ amountMinor: 1, validFrom: '2026-11-01', validThrough: '2027-01-31', startsAt: day(0), endsAt: day(90) },
      ...{ state: 'open', overrun: 'refused', thresholds: '[]', costCenters: '[]', teams: JSON.stringify(teams) },
      ...{ personIds: '[]', committedMinor: 0, spentMinor: 0, toldPercent: 0, revision: 1, createdBy: 'pe_manager' },
      ...{ createdAt: day(0), updatedAt: day(0) },
    });
  const invoice = (id: string, ownerKind: string, ownerId: string, number: string) =>
    world.insert('invoices', {
      ...{ id, kind: 'payment', ownerKind, ownerId, tenantId: acme.id, state: 'paid', revision: 1, sourceKey: id },
      ...{ series: 'INV', sequence: 7, number, currency: 'USD', netMinor: 1, taxMinor: 0, totalMinor: 1, paidMinor: 1 },
      ...{ creditedMinor: 0, returnedMinor: 0, pendingMinor: 0, team: null, costCenter: null, purchaseOrder: null },
      ...{ splitBy: 'none', parties: '{}', locale: 'en', periodFrom: null, periodTo: null, issuedAt: 1, dueAt: null },
      ...{ remindAt: null, settledAt: null, creditsId: null, reason: null, createdAt: 1, updatedAt: 1 },
    });
  const list = (id: string, ownerId: string, name: string, isShared: 0 | 1) =>
    world.insert('talentLists', {
      ...{ id, tenantId: acme.id, ownerId, name, isShared, isDefault: 0, revision: 1, createdAt: 1, updatedAt: 1 },
    });

  async function search(q: string, actor: Actor = manager, tenant: RequestTenant | null = acme) {
    const answer = await app.as(actor, tenant).request('GET', `/v1/search?${new URLSearchParams({ q })}`);
    return { status: answer.status, items: ((await answer.json()) as { items?: Found[] }).items ?? [] };
  }
  const idsOf = async (...asked: Parameters<typeof search>) => (await search(...asked)).items.map(({ id }) => id);

  test('what is older than a hundred others is found, by beginnings of words in any order, and says where it is', async () => {
    const { items } = await search('hous pum');
    assert.deepEqual(items, [
      {
        kind: 'contract',
        id: 'ct_pump',
        title: 'Pump housing',
        subtitle: 'Ada Quellwasser',
        path: '/contracts/ct_pump',
      },
    ]);
    assert.deepEqual(await idsOf('ct_pump'), ['ct_pump']);
  });

  test('capitals and accents do not matter; signs of SQL are letters like others', async () => {
    assert.deepEqual(await idsOf('café GDAŃSK'), ['ct_cafe']);
    assert.deepEqual(await idsOf('cafe gdansk'), ['ct_cafe']);
    for (const nothing of ['p%g', 'p_mp', "pump' or 1=1", '\\']) assert.deepEqual(await idsOf(nothing), []);
  });

  test('what is called exactly so comes before what holds the words, and no kind hides another', async () => {
    const [first] = await idsOf('drawing 7');
    assert.equal(first, 'ct_n7');
    const kinds = (await search('drawing')).items.map(({ kind }) => kind);
    assert.deepEqual(kinds, Array(6).fill('contract'));
  });

  test('people are found, and what is with them', async () => {
    assert.deepEqual((await idsOf('quellw')).sort(), ['ct_pump', 'fr_ada']);
  });

  test('nobody finds what their role, their team or their plan does not open', async () => {
    assert.deepEqual((await idsOf('pump')).sort(), ['ct_pump', 'po_all', 'po_legal', 'tl_mine', 'tl_shared']);
    assert.deepEqual(await idsOf('000007'), ['inv_1']);
    assert.deepEqual(await idsOf('000007', recruiter), []);
    const ofDesign = { ...signedIn('pe_team'), teamRoles: { te_1: ['approver'] as const } };
    assert.deepEqual(await idsOf('pump', ofDesign), ['po_all']);
    assert.deepEqual(await idsOf('PO-7001', manager, { ...acme, plan: 'pro' }), []);
    assert.deepEqual(await idsOf('pump', signedIn('pe_stranger')), []);
  });

  test('a tenant finds nothing of another, nor does the installation’s own address', async () => {
    assert.deepEqual(await idsOf('pump', manager, globex), ['ct_other']);
    assert.deepEqual(await idsOf('000007', manager, globex), ['inv_2']);
    assert.deepEqual(await idsOf('pump', manager, null), []);
  });

  test('a freelancer finds their own work, at a tenant’s address only what is that tenant’s', async () => {
    const ada = { ...signedIn('pe_ada'), freelancerId: 'fr_ada' };
    const found = await search('pump', ada, null);
    assert.deepEqual(found.items, [
      { kind: 'contract', id: 'ct_pump', title: 'Pump housing', subtitle: 'Acme Works', path: '/my/contracts/ct_pump' },
    ]);
    assert.deepEqual(await idsOf('acme', ada, null), ['ct_pump']);
    assert.deepEqual(await idsOf('pump', ada, globex), []);
    assert.deepEqual(await idsOf('000007', ada, null), ['inv_3']);
  });

  test('a widget has a search of its own', async () => {
    assert.equal((await search('pump', inWidget(manager))).status, 403);
  });
});
