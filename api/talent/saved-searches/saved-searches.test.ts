import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Actor, anonymous } from '../../platform/auth/actor.ts';
import type { Authority } from '../../platform/auth/authority.ts';
import type { RequestTenant } from '../../platform/http/environment.ts';
import { plainBrand } from '../../platform/tenants/brand.ts';
import { createSite } from '../../platform/tenants/site.ts';
import type { Tenant } from '../../platform/tenants/tenant.ts';
import { signedIn } from '../../testing/actors.ts';
import { acme, sliceApp, testDeps } from '../../testing/slice-app.ts';
import { becomeFreelancer } from '../freelancers/become-freelancer.ts';
import { anyRevision } from '../freelancers/change-freelancer.ts';
import { editProfile } from '../freelancers/edit-profile.ts';
import { createTalentSearch, type TalentSearch } from '../search/keep-index.ts';
import { watchSavedSearches } from './alert-jobs.ts';
import { savedSearchRoutes } from './routes.ts';
import type { SavedSearch } from './schema.ts';

const globex: RequestTenant = { id: 'tn_globex', slug: 'globex', plan: 'enterprise' };
const recruiter = signedIn('pe_rec', ['recruiter']);
const acmeTenant = {
  ...acme,
  name: 'Acme',
  brandName: 'Acme Talent',
  logoUrl: null,
  locale: 'en',
  theme: {},
  brand: plainBrand('Acme Talent'),
  revision: 1,
  domains: [],
  origins: new Set<string>(),
} satisfies Tenant;

describe('saved searches', () => {
  let deps: Awaited<ReturnType<typeof testDeps>>;
  let talentSearch: TalentSearch;
  let app: ReturnType<typeof sliceApp>;
  const left = new Set<string>();

  before(async () => {
    deps = await testDeps();
    talentSearch = createTalentSearch(deps);
    await talentSearch.start();
    app = sliceApp(savedSearchRoutes({ ...deps, talentSearch }));
    const person: Authority['person'] = async (personId) => ({
      personId,
      email: `${personId}@acme.example`,
      name: personId,
      locale: 'en',
      isVerified: true,
      isDisabled: false,
      memberships: left.has(personId) ? [] : [{ tenantId: acme.id, roles: ['recruiter'], teamRoles: {} }],
      freelancerId: null,
      operatorRoles: [],
    });
    watchSavedSearches({
      ...deps,
      talentSearch,
      site: createSite(deps.baseUrl),
      directory: { byId: async (id) => (id === acme.id ? acmeTenant : undefined) },
      authority: { person },
    });
    await deps.jobs.runDue();
  });
  after(async () => {
    await talentSearch.stop();
    await deps.database.close();
  });

  async function ask(actor: Actor, method: string, path = '', body?: unknown, tenant = acme) {
    const response = await app.as(actor, tenant).request(method, `/v1/talent/saved-searches${path}`, body);
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : undefined };
  }
  async function save(actor: Actor, name: string, q: string, alert: string): Promise<SavedSearch> {
    const { status, body } = await ask(actor, 'POST', '', { name, query: { q }, alert });
    assert.equal(status, 201);
    return body;
  }
  const newCountOf = async (actor: Actor, id: string) => {
    await talentSearch.index.refresh();
    const { items } = (await ask(actor, 'GET')).body as { items: SavedSearch[] };
    return items.find((search) => search.id === id)!.newCount;
  };
  let people = 0;
  async function joins(headline: string) {
    const personId = `pe_free${++people}`;
    deps.clock.advance(1000);
    await becomeFreelancer(deps, personId, {
      name: `Joiner ${people}`,
      country: 'FR',
      timezone: 'Europe/Paris',
      headline,
    });
    return personId;
  }
  async function later(ms: number) {
    await deps.jobs.runDue();
    deps.clock.advance(ms);
    await deps.jobs.runDue();
  }
  const mailsTo = (actor: { personId: string }) => deps.mailer.recent(`${actor.personId}@acme.example`);

  test('"immediately" mails who came to match, once, within seconds of the change', async () => {
    const person = signedIn('pe_now', ['recruiter']);
    await joins('Lighthouse keeper');
    await talentSearch.index.refresh();
    await save(person, 'Keepers', 'lighthouse', 'immediately');
    const newcomer = await joins('Lighthouse painter');
    await later(10_000);
    assert.equal(mailsTo(person).length, 1);
    const [mail] = mailsTo(person);
    assert.match(mail!.subject, /1 new/);
    assert.equal(mail!.fromName, 'Acme Talent');
    assert.match(mail!.text, /Lighthouse painter/);
    assert.doesNotMatch(mail!.text, /Lighthouse keeper/);

    deps.clock.advance(1000);
    await editProfile(deps, newcomer, anyRevision, { headline: 'Lighthouse painter and sailor' });
    await later(10_000);
    assert.equal(mailsTo(person).length, 1);
  });

  test('somebody whose edited profile now matches is new too', async () => {
    const person = signedIn('pe_edits', ['recruiter']);
    const search = await save(person, 'Divers', 'diver', 'none');
    const freelancer = await joins('Swimmer');
    assert.equal(await newCountOf(person, search.id), 0);
    deps.clock.advance(1000);
    await editProfile(deps, freelancer, anyRevision, { headline: 'Diver' });
    assert.equal(await newCountOf(person, search.id), 1);
    assert.equal(await newCountOf(person, search.id), 1);
    assert.equal((await ask(person, 'PATCH', `/${search.id}`, { seen: true })).body.newCount, 0);
    assert.equal(await newCountOf(person, search.id), 0);
    assert.equal(mailsTo(person).length, 0);
  });

  test('"daily" mails once a day, and only what was not looked at meanwhile', async () => {
    const person = signedIn('pe_daily', ['recruiter']);
    const search = await save(person, 'Bakers', 'baker', 'daily');
    await joins('Baker of bread');
    await joins('Baker of cakes');
    await later(3_600_000);
    assert.equal(mailsTo(person).length, 0);
    await later(86_400_000);
    assert.equal(mailsTo(person).length, 1);
    assert.match(mailsTo(person)[0]!.subject, /2 new/);
    await later(86_400_000);
    assert.equal(mailsTo(person).length, 1);

    await joins('Baker of pies');
    assert.equal(await newCountOf(person, search.id), 3);
    await ask(person, 'PATCH', `/${search.id}`, { seen: true });
    await later(86_400_000);
    assert.equal(mailsTo(person).length, 1);
  });

  test('the link in a mail ends that search’s mails without signing in, and nothing else', async () => {
    const person = signedIn('pe_stop', ['recruiter']);
    await save(person, 'Weavers', 'weaver', 'immediately');
    await joins('Weaver');
    await later(10_000);
    const link = /\S+saved-searches\/stop\?token=\S+/.exec(mailsTo(person)[0]!.text)![0];
    assert.ok(link.startsWith('http://localhost:4000/t/acme/'));
    const token = new URL(link).searchParams.get('token')!;
    const tampered = `${token.slice(0, -2)}xx`;
    assert.equal((await ask(anonymous, 'POST', `/unsubscribe?token=${tampered}`)).status, 404);
    assert.deepEqual((await ask(anonymous, 'POST', `/unsubscribe?token=${token}`)).body, { name: 'Weavers' });
    await joins('Weaver too');
    await later(10_000);
    assert.equal(mailsTo(person).length, 1);
  });

  test('who left the tenant is told nothing more', async () => {
    const person = signedIn('pe_left', ['recruiter']);
    await save(person, 'Potters', 'potter', 'immediately');
    left.add('pe_left');
    await joins('Potter');
    await later(10_000);
    assert.equal(mailsTo(person).length, 0);
  });

  test('a mail server that is down delays the mail and loses nothing', async () => {
    const person = signedIn('pe_down', ['recruiter']);
    await save(person, 'Tailors', 'tailor', 'immediately');
    const { send } = deps.mailer;
    deps.mailer.send = async () => {
      throw new Error('connection refused');
    };
    await joins('Tailor');
    await later(10_000);
    deps.mailer.send = send;
    await later(60_000);
    assert.equal(mailsTo(person).length, 1);
  });

  test('a saved search is its person’s in its tenant: everybody else finds nothing there', async () => {
    const { id } = await save(recruiter, 'Mine', 'anything', 'none');
    const others: [Actor, RequestTenant][] = [
      [recruiter, globex],
      [signedIn('pe_other', ['owner']), acme],
    ];
    for (const [actor, tenant] of others) {
      for (const method of ['PATCH', 'DELETE']) {
        const body = method === 'PATCH' ? { name: 'Taken' } : undefined;
        const theirs = await ask(actor, method, `/${id}`, body, tenant);
        const missing = await ask(actor, method, '/ss_none', body, tenant);
        assert.equal(theirs.status, 404);
        assert.deepEqual(theirs.body, missing.body);
      }
      assert.deepEqual((await ask(actor, 'GET', '', undefined, tenant)).body.items, []);
    }
    assert.equal((await ask(signedIn('pe_free'), 'GET')).status, 403);
    assert.equal((await ask(signedIn('pe_view', ['viewer']), 'POST', '', { name: 'x', query: {} })).status, 403);
    assert.equal((await ask(recruiter, 'DELETE', `/${id}`)).status, 204);
    assert.equal((await ask(recruiter, 'DELETE', `/${id}`)).status, 404);
  });

  test('only what could be searched can be saved', async () => {
    for (const query of [
      { cursor: 'x' },
      { limit: 5 },
      { color: 'red' },
      { rateMin: -1 },
      { skill: 'react' },
      { q: 'x'.repeat(501) },
    ]) {
      assert.equal((await ask(recruiter, 'POST', '', { name: 'x', query })).status, 422, JSON.stringify(query));
    }
  });
});
