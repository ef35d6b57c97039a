import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { OpenAPIHono } from '@hono/zod-openapi';
import { termsTemplateRoutes } from '../hiring/offer-terms/routes.ts';
import { watchNewFreelancers } from '../hiring/offers/claim-offers.ts';
import { createOfferDocuments, type OfferDocuments } from '../hiring/offers/document/offer-documents.ts';
import { freelancerOfferRoutes } from '../hiring/offers/freelancer-routes.ts';
import { mailOfferInvitations } from '../hiring/offers/mail-offer-invitation.ts';
import { offerApprovals } from '../hiring/offers/offer-approvals.ts';
import { watchOffers } from '../hiring/offers/offer-clock.ts';
import type { FreelancerOffer, Offer, OfferFields, OfferTo } from '../hiring/offers/schema.ts';
import { teamOfferRoutes } from '../hiring/offers/team-routes.ts';
import { ownProposalRoutes } from '../hiring/proposals/own-routes.ts';
import { watchProposals } from '../hiring/proposals/watch-proposals.ts';
import type { Actor } from '../platform/auth/actor.ts';
import { createAuthority } from '../platform/auth/authority.ts';
import type { HttpEnv, RequestTenant } from '../platform/http/environment.ts';
import { policyRoutes } from '../platform/policies/routes.ts';
import { createSite } from '../platform/tenants/site.ts';
import { createTenantDirectory } from '../platform/tenants/tenant-directory.ts';
import { policies } from '../policies.ts';
import { approvalRoutes } from '../procurement/approvals/routes.ts';
import { watchApprovals } from '../procurement/approvals/watch-approvals.ts';
import { freelancerIdOf } from '../talent/freelancers/read-freelancers.ts';
import { contractRoutes } from '../work/contracts/routes.ts';
import { startDueContracts } from '../work/contracts/start-due-contracts.ts';
import { type Freelancing, type Member, proposalsWorld } from './proposals-world.ts';
import { sliceApp } from './slice-app.ts';

export const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

/** A fixed price of 900 dollars in two parts. */
export const fixedPrice = {
  kind: 'fixed',
  total: usd(90_000),
  milestones: [
    { description: 'Design', dueOn: '2026-12-10', amount: usd(30_000) },
    { description: 'Build', dueOn: null, amount: usd(60_000) },
  ],
} satisfies OfferFields['payment'];

const plainTerms = { title: 'Build a shop', payment: fixedPrice, message: 'Glad to work with you.' };

/** Offers, their terms and contracts beside everything of proposalsWorld, with approvals and the clock. */
export function offersWorld() {
  const world = proposalsWorld();
  let app: ReturnType<typeof sliceApp>;
  let documents: OfferDocuments;

  before(() => {
    const deps = world.deps();
    const authority = createAuthority({ ...deps, findFreelancerId: freelancerIdOf });
    const directory = createTenantDirectory(deps.database, authority);
    const offering = { ...deps, directory, site: createSite(deps.baseUrl) };
    documents = createOfferDocuments(offering);
    const offers = { ...offering, documents };
    const subjects = { offer: offerApprovals(offering) };
    watchOffers(offering);
    watchNewFreelancers(offering);
    mailOfferInvitations(offering);
    startDueContracts(offering);
    watchApprovals(offering, subjects);
    watchProposals(offering);
    const routes = new OpenAPIHono<HttpEnv>();
    routes.route('/', ownProposalRoutes(offering));
    routes.route('/', termsTemplateRoutes(offering));
    routes.route('/', teamOfferRoutes(offers));
    routes.route('/', freelancerOfferRoutes(offers));
    routes.route('/', contractRoutes(offering));
    routes.route('/', approvalRoutes(offering, subjects));
    routes.route('/', policyRoutes(offering, policies));
    app = sliceApp(routes);
  });
  after(() => documents.close());

  type Headers = Record<string, string>;
  const isMember = (actor: Actor) => actor.kind === 'person' && actor.roles.length > 0;
  const sendAt = (
    tenant: RequestTenant | undefined,
    actor: Actor,
    method: string,
    path: string,
    body?: unknown,
    headers?: Headers,
  ) => app.as(actor, tenant ?? (undefined as never)).request(method, path, body, headers);
  const send = (actor: Actor, method: string, path: string, body?: unknown, headers?: Headers) =>
    isMember(actor)
      ? sendAt(world.acme(), actor, method, path, body, headers)
      : atInstallation(actor, method, path, body, headers);
  /** `as` takes an undefined tenant for its default, so null it is. */
  const atInstallation = (actor: Actor, method: string, path: string, body?: unknown, headers?: Headers) =>
    app.as(actor, null as never).request(method, path, body, headers);

  async function ok<T>(answer: Response, status = 200): Promise<T> {
    assert.equal(answer.status, status, await answer.clone().text());
    return (await answer.json()) as T;
  }

  const draft = async (owner: Member, to: OfferTo, fields: OfferFields = {}): Promise<Offer> =>
    ok(await send(owner, 'POST', '/v1/offers', { ...plainTerms, ...fields, to }), 201);
  const nameOf = async ({ personId }: { personId: string }) =>
    (await world.db().selectFrom('people').select('name').where('id', '=', personId).executeTakeFirstOrThrow()).name;
  const trySend = async (owner: Member, id: string, more: object = {}) =>
    send(owner, 'POST', `/v1/offers/${id}/send`, { typedName: await nameOf(owner), ...more });
  const sent = async (owner: Member, to: OfferTo, fields: OfferFields = {}): Promise<Offer> =>
    ok(await trySend(owner, (await draft(owner, to, fields)).id));

  const mine = '/v1/freelancers/me/offers';
  let keys = 0;

  return {
    ...world,
    send,
    sendAt,
    ok,
    mine,
    draft,
    trySend,
    sent,

    /** Sent directly to somebody. */
    offered: (owner: Member, { freelancerId }: Freelancing, fields: OfferFields = {}) =>
      sent(owner, { kind: 'freelancer', freelancerId }, fields),

    read: async (who: Freelancing, id: string): Promise<FreelancerOffer> => ok(await send(who, 'GET', `${mine}/${id}`)),

    readAsTeam: async (who: Member, id: string): Promise<Offer> => ok(await send(who, 'GET', `/v1/offers/${id}`)),

    /** Signs what is there, or what is said to be. */
    async accept(
      who: Freelancing,
      { id, version, termsHash }: Pick<Offer, 'id' | 'version' | 'termsHash'>,
      more: object = {},
      key = `accept ${++keys}`,
    ): Promise<Response> {
      const body = { version, termsHash, typedName: await nameOf(who), agrees: true, ...more };
      return send(who, 'POST', `${mine}/${id}/acceptance`, body, { 'idempotency-key': key });
    },

    counter: (who: Freelancing, id: string, version: number, terms: object, message = '') =>
      send(who, 'POST', `${mine}/${id}/counter`, { version, terms, message }),

    decline: (who: Freelancing, id: string) =>
      send(who, 'POST', `${mine}/${id}/decline`, { reason: 'Too little time' }),

    withdraw: (who: Member, id: string) =>
      send(who, 'POST', `/v1/offers/${id}/withdrawal`, { reason: 'The budget is gone' }),

    /** What the tenant sets of a policy. */
    async setPolicy(admin: Member, name: string, settings: object): Promise<void> {
      const { items } = await ok<{ items: { name: string; etag: string }[] }>(
        await send(admin, 'GET', '/v1/tenant/policies'),
      );
      const etag = items.find((policy) => policy.name === name)!.etag;
      await ok(await send(admin, 'PUT', `/v1/tenant/policies/${name}`, { settings }, { 'if-match': etag }));
    },

    async timeline(who: Actor, path: string): Promise<string[]> {
      const { items } = await ok<{ items: { move: string }[] }>(await send(who, 'GET', `${path}/timeline`));
      return items.map(({ move }) => move);
    },
  };
}
