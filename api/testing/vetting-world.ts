import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Actor, MemberRole, Person } from '../platform/auth/actor.ts';
import { createAuthority } from '../platform/auth/authority.ts';
import { createPersonWithPassword } from '../platform/auth/create-person.ts';
import { storeUpload } from '../platform/files/store-upload.ts';
import type { HttpEnv, RequestTenant } from '../platform/http/environment.ts';
import { addMember, createTenant } from '../platform/tenants/create-tenant.ts';
import type { Plan } from '../platform/tenants/plan.ts';
import { createSite } from '../platform/tenants/site.ts';
import { createTenantDirectory } from '../platform/tenants/tenant-directory.ts';
import { insertFreelancers } from '../talent/freelancers/insert-freelancers.ts';
import { freelancerIdOf } from '../talent/freelancers/read-freelancers.ts';
import { createPool } from '../talent/talent-pools/change-pools.ts';
import type { OwnVetting } from '../talent/vetting/own-schema.ts';
import { vettingRoutes } from '../talent/vetting/routes.ts';
import type { InterviewSlot, VettingCase, VettingProgram, VettingRubric } from '../talent/vetting/schema.ts';
import { sendInterviewMails } from '../talent/vetting/send-interview-mail.ts';
import { watchVetting } from '../talent/vetting/watch-vetting.ts';
import { signedIn } from './actors.ts';
import { madeFreelancer } from './made-freelancers.ts';
import { sliceApp, testDeps } from './slice-app.ts';
import { testPasswordHash } from './test-tenants.ts';

export const operatorDesk = '/v1/operator/vetting';
export const tenantDesk = '/v1/vetting';
export const ownVetting = '/v1/freelancers/me/vetting';
export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

const level = (text: string) => ['None', text, 'Outstanding'];
export const criteria = [
  { key: 'depth', name: 'Depth', description: '', weight: 3, levels: level('Solid'), floor: 2 },
  { key: 'clarity', name: 'Clarity', description: '', weight: 1, levels: level('Clear'), floor: null },
];

type Made = Omit<Parameters<typeof madeFreelancer>[1], 'id'>;

/** The installation’s vetting desk and two companies’, each with a pool. */
export function vettingWorld() {
  let deps: Awaited<ReturnType<typeof testDeps>>;
  let app: ReturnType<typeof sliceApp>;
  const tenants = new Map<string, RequestTenant>();
  const people = new Map<string, Person>();

  before(async () => {
    deps = await testDeps();
    const authority = createAuthority({ ...deps, findFreelancerId: freelancerIdOf });
    const directory = createTenantDirectory(deps.database, authority);
    const whole = { ...deps, authority, directory, site: createSite(deps.baseUrl) };
    const routes = new OpenAPIHono<HttpEnv>();
    for (const made of vettingRoutes(whole)) routes.route('/', made);
    app = sliceApp(routes);
    watchVetting(whole);
    sendInterviewMails(whole);
    const kinds: [string, Plan][] = [
      ['acme', 'enterprise'],
      ['globex', 'enterprise'],
      ['fennec', 'pro'],
    ];
    for (const [slug, plan] of kinds)
      await deps.database.transaction(async (trx) => {
        const id = await createTenant(trx, deps, { slug, name: slug, plan });
        tenants.set(slug, { id, slug, plan });
        await createPool(trx, { id: `pl_${slug}`, tenantId: id, name: `${slug} experts` }, deps.clock.now());
      });
    await deps.database.transaction((trx) =>
      createPool(trx, { id: 'pl_pro', tenantId: null, name: 'Pro experts' }, deps.clock.now()),
    );
  });
  after(() => deps.database.close());

  const tenant = (slug: string): RequestTenant => tenants.get(slug)!;
  const send = (actor: Actor, slug: string | null, method: string, path: string, body?: unknown, ifMatch?: string) =>
    app
      .as(actor, slug === null ? null : tenant(slug))
      .request(method, path, body, ifMatch === undefined ? {} : { 'if-match': ifMatch });
  const ask = async <Answer>(...sent: Parameters<typeof send>): Promise<Answer> => {
    const answer = await send(...sent);
    assert.ok(answer.status < 300, `${sent[2]} ${sent[3]}: ${answer.status} ${await answer.clone().text()}`);
    return answer.status === 204 ? (undefined as Answer) : ((await answer.json()) as Answer);
  };
  const person = (name: string) => people.get(name)!;

  const world = {
    deps: () => deps,
    tenant,
    send,
    ask,
    person,
    refused: async (...sent: Parameters<typeof send>): Promise<[number, string]> => {
      const answer = await send(...sent);
      const { code = '' } = answer.status === 204 ? {} : ((await answer.json()) as { code?: string });
      return [answer.status, code];
    },
    /** People of the operator, by name; each has the vetter’s role. */
    async vetters(...names: string[]): Promise<void> {
      for (const name of names)
        await deps.database.transaction(async (trx) => {
          const id = await createPersonWithPassword(
            trx,
            deps,
            { email: `${name}@desk.example`, name },
            await testPasswordHash,
          );
          await trx.insertInto('operatorMembers').values({ personId: id, role: 'vetter', createdAt: 0 }).execute();
          people.set(name, { ...signedIn(id), operatorRoles: ['vetter'] });
        });
    },
    async members(slug: string, named: Record<string, MemberRole>): Promise<void> {
      for (const [name, role] of Object.entries(named))
        await deps.database.transaction(async (trx) => {
          const email = `${name}@${slug}.example`;
          const id = await createPersonWithPassword(trx, deps, { email, name }, await testPasswordHash);
          await addMember(trx, deps, tenant(slug).id, id, [role]);
          people.set(name, signedIn(id, [role]));
        });
    },
    async freelancers(named: Record<string, Made>): Promise<void> {
      for (const [name, row] of Object.entries(named)) {
        const personId = await deps.database.transaction(async (trx) =>
          createPersonWithPassword(trx, deps, { email: `${name}@mail.example`, name }, await testPasswordHash),
        );
        const id = `fr_${name}`;
        const made = madeFreelancer(deps.clock.now(), { id, personId, name, hoursPerWeek: 40, ...row });
        await deps.database.transaction((trx) => insertFreelancers(trx, [made]));
        people.set(name, { ...signedIn(personId), freelancerId: id });
      }
    },
    /** An open program with a published rubric and one document that is asked for. */
    async program(desk: string, actor: Person, slug: string | null, poolId: string, more: object = {}) {
      const documents = [{ key: 'cv', label: 'Curriculum vitae', isRequired: true }];
      const begun = { poolId, name: `Experts of ${poolId}`, documents, ...more };
      const program = await ask<VettingProgram>(actor, slug, 'POST', `${desk}/programs`, begun);
      const draft = await ask<VettingRubric>(actor, slug, 'POST', `${desk}/programs/${program.id}/rubrics`);
      const etag = `"${draft.id}.${draft.revision}"`;
      await ask(actor, slug, 'PUT', `${desk}/rubrics/${draft.id}`, { criteria, passPercent: 60 }, etag);
      await ask(actor, slug, 'POST', `${desk}/rubrics/${draft.id}/publication`);
      return { id: program.id, rubricId: draft.id };
    },
    async upload(name: string): Promise<string> {
      const chunks = new Blob([new TextEncoder().encode('%PDF-1.4\n%%EOF')]).stream();
      const file = { name: 'cv.pdf', use: 'attachment', announcedBytes: 0, chunks } as const;
      return (await storeUpload(deps, { personId: person(name).personId }, file)).fileId;
    },
    /** Applied, with the document accepted by `reviewer`: a time can be chosen. */
    async withDocuments(desk: string, reviewer: Person, slug: string | null, name: string, programId: string) {
      const applied = await ask<OwnVetting>(person(name), slug, 'POST', ownVetting, {
        programId,
        statement: 'Ten years',
      });
      return world.acceptDocument(desk, reviewer, slug, name, applied.id);
    },
    async acceptDocument(desk: string, reviewer: Person, slug: string | null, name: string, id: string) {
      const document = { key: 'cv', fileId: await world.upload(name) };
      const own = await ask<OwnVetting>(person(name), slug, 'POST', `${ownVetting}/${id}/documents`, document);
      const documentId = own.documents.at(-1)!.id;
      await ask(reviewer, slug, 'POST', `${desk}/applications/${id}/documents/${documentId}/acceptance`);
      return id;
    },
    /** A time that a reviewer offers, so many hours from now. */
    async slot(desk: string, reviewer: Person, slug: string | null, inHours: number): Promise<string> {
      const startsAt = [new Date(deps.clock.now() + inHours * hourMs).toISOString()];
      const offered = { startsAt, minutes: 45, timeZone: 'Europe/Berlin', place: 'https://meet.example/room' };
      const { items } = await ask<{ items: InterviewSlot[] }>(reviewer, slug, 'POST', `${desk}/slots`, offered);
      return items[0]!.id;
    },
    /** Interviewed: reviewers can score. */
    async interviewed(desk: string, reviewer: Person, slug: string | null, name: string, programId: string) {
      const id = await world.withDocuments(desk, reviewer, slug, name, programId);
      const slotId = await world.slot(desk, reviewer, slug, 30);
      await ask(person(name), slug, 'POST', `${ownVetting}/${id}/interview`, { slotId });
      deps.clock.advance(31 * hourMs);
      await ask(reviewer, slug, 'POST', `${desk}/applications/${id}/interview/held`);
      return id;
    },
    score: (
      desk: string,
      reviewer: Person,
      slug: string | null,
      id: string,
      rubricId: string,
      depth: number,
      clarity = 3,
    ) =>
      send(reviewer, slug, 'POST', `${desk}/applications/${id}/scores`, {
        rubricId,
        levels: { depth, clarity },
        comment: '',
      }),
    theCase: (desk: string, actor: Person, slug: string | null, id: string) =>
      ask<VettingCase>(actor, slug, 'GET', `${desk}/applications/${id}`),
    own: (name: string, slug: string | null, id: string) =>
      ask<OwnVetting>(person(name), slug, 'GET', `${ownVetting}/${id}`),
  };
  return world;
}
