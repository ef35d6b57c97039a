import { before } from 'node:test';
import { OpenAPIHono } from '@hono/zod-openapi';
import { assembleOnboarding } from '../assemble-onboarding.ts';
import { assembleTime } from '../assemble-time.ts';
import type { Actor } from '../platform/auth/actor.ts';
import { createAuthority } from '../platform/auth/authority.ts';
import { storeUpload } from '../platform/files/store-upload.ts';
import type { HttpEnv } from '../platform/http/environment.ts';
import { createTenantDirectory } from '../platform/tenants/tenant-directory.ts';
import type { ClassificationQuestionnaire } from '../procurement/classification/schema.ts';
import { starters } from '../procurement/classification/starters.ts';
import type { ContractOnboarding, OnboardingTask, OnboardingTaskPage } from '../procurement/onboarding/schema.ts';
import type { OnboardingTemplateBody, TemplateEdit } from '../procurement/onboarding/template-schema.ts';
import { freelancerIdOf } from '../talent/freelancers/read-freelancers.ts';
import { followOnboarding } from '../work/contracts/follow-onboarding.ts';
import { confirmed } from './actors.ts';
import { contractsWorld } from './contracts-world.ts';
import type { Freelancing, Member } from './proposals-world.ts';
import { sliceApp } from './slice-app.ts';

export const everybody: TemplateEdit['applies'] = { teams: [], categoryIds: [], countries: [], contractTypes: [] };
export const ndaTask = {
  key: 'nda',
  kind: 'nda',
  title: 'Non-disclosure',
  owner: 'freelancer',
  dueDays: 5,
  needsSignature: true,
  text: 'You say **nothing**.',
  validMonths: 12,
} as const satisfies TemplateEdit['tasks'][number];
export const paperTask = {
  key: 'insurance',
  kind: 'custom',
  title: 'Insurance',
  owner: 'freelancer',
  dueDays: 10,
  needsDocument: true,
  validMonths: 12,
} as const satisfies TemplateEdit['tasks'][number];

const mine = '/v1/freelancers/me';

/** What is done before work, beside everything of contractsWorld and worked time. */
export function onboardingWorld() {
  const world = contractsWorld();
  let app: ReturnType<typeof sliceApp>;
  let keys = 0;
  let files = 0;

  before(() => {
    const deps = world.deps();
    const authority = createAuthority({ ...deps, findFreelancerId: freelancerIdOf });
    const whole = { ...deps, directory: createTenantDirectory(deps.database, authority) };
    const onboarding = assembleOnboarding(whole);
    const time = assembleTime({ ...whole, purposes: world.purposes() });
    onboarding.watch();
    followOnboarding(deps);
    const routes = new OpenAPIHono<HttpEnv>();
    for (const slice of [...onboarding.routes, ...time.routes]) routes.route('/', slice);
    app = sliceApp(routes);
  });

  const isMember = (actor: Actor) => actor.kind === 'person' && actor.roles.length > 0;
  function does(actor: Actor, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const who = actor.kind === 'person' ? confirmed(actor) : actor;
    const keyed = { 'idempotency-key': `onboarding ${++keys}`, ...headers };
    return app.as(who, isMember(actor) ? world.acme() : null).request(method, path, body, keyed);
  }

  const nameOf = async ({ personId }: { personId: string }) =>
    (await world.db().selectFrom('people').select('name').where('id', '=', personId).executeTakeFirstOrThrow()).name;

  return {
    ...world,
    does,
    doesAt: (tenant: Parameters<typeof app.as>[1], actor: Actor, method: string, path: string, body?: unknown) =>
      app.as(actor, tenant).request(method, path, body),

    async template(admin: Member, tasks: TemplateEdit['tasks'], applies = everybody): Promise<OnboardingTemplateBody> {
      return world.ok(await does(admin, 'POST', '/v1/onboarding/templates', { name: 'T', applies, tasks }), 201);
    },
    /** Nothing of what a test before asked. */
    async noTemplates(admin: Member): Promise<void> {
      const { items } = await world.ok<{ items: { id: string }[] }>(
        await does(admin, 'GET', '/v1/onboarding/templates'),
      );
      for (const { id } of items) await does(admin, 'DELETE', `/v1/onboarding/templates/${id}`);
    },
    of: async (who: Member, contractId: string): Promise<ContractOnboarding> =>
      world.ok(await does(who, 'GET', `/v1/onboarding/contracts/${contractId}`)),
    own: async (who: Freelancing, query = ''): Promise<OnboardingTaskPage> =>
      world.ok(await does(who, 'GET', `${mine}/onboarding${query}`)),
    task: async (who: Member, id: string): Promise<OnboardingTask> =>
      world.ok(await does(who, 'GET', `/v1/onboarding/tasks/${id}`)),

    async sign(who: Freelancing, { id, textHash }: Pick<OnboardingTask, 'id' | 'textHash'>, more: object = {}) {
      const body = { textHash, typedName: await nameOf(who), ...more };
      return does(who, 'POST', `${mine}/onboarding/${id}/submission`, body);
    },
    /** A text file that somebody sends. */
    async paper(who: { personId: string }): Promise<string> {
      const bytes = new TextEncoder().encode(`paper ${++files}`);
      async function* chunks() {
        yield bytes;
      }
      const upload = { name: 'paper.txt', use: 'attachment', announcedBytes: bytes.length, chunks: chunks() } as const;
      return (await storeUpload(world.deps(), { personId: who.personId }, upload)).fileId;
    },
    hands: (who: Actor, id: string, body: object) =>
      does(
        who,
        'POST',
        `${isMember(who) ? '/v1' : mine}/onboarding/${isMember(who) ? 'tasks/' : ''}${id}/submission`,
        body,
      ),
    decides: (
      who: Member,
      id: string,
      what: 'acceptance' | 'return' | 'override' | 'check-result',
      body: object = {},
    ) => does(who, 'POST', `/v1/onboarding/tasks/${id}/${what}`, body),

    /** One of the starters, in force. */
    async questionnaire(admin: Member, key = 'usCommonLaw'): Promise<ClassificationQuestionnaire> {
      const { name, definition } = starters.find((one) => one.key === key)!;
      const made = await does(admin, 'POST', '/v1/classification/questionnaires', { name, definition });
      const { id } = await world.ok<{ id: string }>(made.clone(), 201);
      return world.ok(
        await does(admin, 'POST', `/v1/classification/questionnaires/${id}/publication`, undefined, {
          'if-match': made.headers.get('etag')!,
        }),
      );
    },
  };
}
