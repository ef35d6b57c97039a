import type { JobPost, JobPostFields } from '../hiring/job-posts/schema.ts';
import type { MemberRole } from '../platform/auth/actor.ts';
import { openTestApp, type TestApp } from './test-app.ts';
import { acmeIntranet, createTestTenant, signIn, type TestTenant } from './test-tenants.ts';

/** Two clients with people, signed in, for stories about job posts. */
export type JobPostsApp = TestApp & {
  acme: TestTenant;
  /** Asks at a tenant's address as one of its people: `mia@acme`. */
  ask(who: string, method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** A draft of Mia's with all that a post needs, changed by these fields. */
  draft(fields?: JobPostFields, who?: string): Promise<JobPost & { etag: string }>;
  /** The same, published. */
  open(fields?: JobPostFields, who?: string): Promise<JobPost & { etag: string }>;
  /** Names of the moves in a post's timeline. */
  movesOf(id: string): Promise<string[]>;
  /** What was recorded of a kind about one post. */
  eventsOf(kind: string, id: string): Promise<Answer['body'][]>;
};

/** `/title title_missing` */
export function problemsIn(body: { errors: { pointer: string; code: string }[] }): string[] {
  return body.errors.map(({ pointer, code }) => `${pointer} ${code}`);
}

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, each looked at by its test
export type Answer = { status: number; body: any; etag: string };

const people: Record<string, readonly MemberRole[]> = {
  mia: ['hiringManager'],
  rita: ['recruiter'],
  owen: ['owner'],
  ann: ['approver'],
  vic: ['viewer'],
};

export const wholePost: JobPostFields = {
  title: 'Build our shop',
  description: 'We need **somebody** who has built shops before.',
  categoryId: 'web-development',
  skills: [{ name: 'React' }, { name: 'TypeScript' }],
  budget: { kind: 'fixed', amount: { amountMinor: 250_000, currency: 'USD' } },
  duration: '1To3Months',
  experienceLevel: 'intermediate',
};

export async function openJobPostsApp(): Promise<JobPostsApp> {
  const app = await openTestApp();
  const acme = await createTestTenant(
    app,
    { slug: 'acme', name: 'Acme', origins: [acmeIntranet] },
    Object.fromEntries(Object.entries(people).map(([name, roles]) => [`${name}@acme.example`, roles])),
  );
  await createTestTenant(app, { slug: 'globex', name: 'Globex' }, { 'olga@globex.example': ['owner'] });
  const signedIn = new Map<string, Record<string, string>>();
  const headersOf = async (who: string) => {
    if (!signedIn.has(who)) signedIn.set(who, await signIn(app, `${who}.example`));
    return signedIn.get(who)!;
  };

  const ask: JobPostsApp['ask'] = async (who, method, path, body, headers = {}) => {
    const slug = who.split('@')[1]!;
    const answer = await app.send(method, `/t/${slug}/v1/${path}`, body, { ...(await headersOf(who)), ...headers });
    const text = await answer.text();
    return { status: answer.status, body: text ? JSON.parse(text) : undefined, etag: answer.headers.get('etag') ?? '' };
  };
  const made = ({ status, body, etag }: Answer) => {
    if (status >= 300) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
    return { ...body, etag };
  };
  let posts = 0;
  const draft: JobPostsApp['draft'] = async (fields = {}, who = 'mia@acme') => {
    const title = `${wholePost.title} no. ${['one', 'two', 'three', 'four', 'five'][posts % 5]} ${'x'.repeat(posts++ / 5 + 1)}`;
    return made(await ask(who, 'POST', 'job-posts', { ...wholePost, title, ...fields }));
  };
  return {
    ...app,
    acme,
    ask,
    draft,
    open: async (fields, who = 'mia@acme') => {
      const { id } = await draft(fields, who);
      return made(await ask(who, 'POST', `job-posts/${id}/publish`));
    },
    movesOf: async (id) => {
      const { body } = await ask('mia@acme', 'GET', `job-posts/${id}/timeline`);
      return body.items.map(({ move }: { move: string }) => move);
    },
    eventsOf: async (kind, id) => {
      const events = app.deps.database.db
        .selectFrom('outboxEvents')
        .select('payload')
        .where('kind', '=', kind as never);
      const payloads = (await events.execute()).map(({ payload }) => JSON.parse(payload));
      return payloads.filter((payload) => (payload.subject?.id ?? payload.id) === id);
    },
  };
}
