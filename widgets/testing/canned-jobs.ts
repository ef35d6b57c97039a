import type { JobPost, JobPostFields } from '@portico/api/hiring/job-posts/schema.ts';
import type { JobTemplate } from '@portico/api/hiring/job-templates/schema.ts';
import { type CannedRoute, problem } from './canned-api.ts';

const now = '2026-11-23T10:00:00.000Z';
const ada = { id: 'pe_ada', name: 'Ada Brandt' };

const blank: JobPost = {
  id: '',
  state: 'draft',
  title: '',
  description: { markdown: '', content: [] },
  categoryId: null,
  skills: [],
  budget: null,
  duration: null,
  weeklyHours: null,
  experienceLevel: null,
  countries: [],
  timezone: null,
  overlapHours: null,
  visibility: 'public',
  poolIds: [],
  questions: [],
  attachments: [],
  team: null,
  costCenter: null,
  purchaseOrder: null,
  customFields: {},
  hires: 1,
  templateId: null,
  hired: 0,
  owner: ada,
  approvalId: null,
  repostOf: null,
  mayEdit: true,
  createdAt: now,
  updatedAt: now,
  publishedAt: null,
  expiresAt: null,
  endedAt: null,
  endReason: null,
};

const templates: JobTemplate[] = [
  {
    id: 'jt_1',
    name: 'Front-end engineer',
    owner: ada,
    createdAt: now,
    updatedAt: now,
    fields: {
      title: 'Front-end engineer for a design system',
      description: 'Build **components** that people can rely on.',
      categoryId: 'web-development',
      skills: [{ id: 'react', name: 'React' }],
      budget: {
        kind: 'hourly',
        min: { amountMinor: 6000, currency: 'USD' },
        max: { amountMinor: 9000, currency: 'USD' },
      },
      duration: '1To3Months',
      experienceLevel: 'expert',
    },
  },
];

/** Job posts kept in memory as the API keeps them: drafts by revision, publishing that names what is missing. */
export function cannedJobs({
  posts = [] as Partial<JobPost>[],
  withTemplates = true,
  stateAfterPublish = 'open',
} = {}) {
  const kept = new Map<string, { post: JobPost; revision: number }>();
  for (const post of posts) kept.set(post.id!, { post: { ...blank, ...post }, revision: 1 });
  let count = 0;
  const files = new Map<string, string>();
  const bodies: JobPostFields[] = [];

  const answer = (id: string, status = 200) => {
    const { post, revision } = kept.get(id)!;
    return Response.json(post, { status, headers: { etag: `"${id}.${revision}"` } });
  };
  const merge = (id: string, fields: JobPostFields) => {
    const { post, revision } = kept.get(id)!;
    const { description, attachmentIds, skills, questions, ...rest } = fields;
    const next = {
      ...post,
      ...rest,
      ...(description !== undefined && { description: formatted(description) }),
      ...(attachmentIds && {
        attachments: attachmentIds.map((each) => ({
          id: each,
          name: files.get(each) ?? each.replace('fl_', ''),
          type: 'text/plain',
          bytes: 1200,
          url: `/v1/files/${each}/download`,
        })),
      }),
      ...(skills && { skills: skills.map(({ id: skill, name }) => ({ id: skill ?? name.toLowerCase(), name })) }),
      ...(questions && { questions: questions.map((each, index) => ({ ...each, id: each.id ?? `qu_${index}` })) }),
    } as JobPost;
    kept.set(id, { post: next, revision: revision + 1 });
  };
  const isStale = (request: Request, id: string) =>
    request.headers.get('if-match') !== `"${id}.${kept.get(id)!.revision}"`;
  const missing = ({ title, description, categoryId, budget }: JobPost) =>
    Object.entries({ title, description: description.markdown, categoryId, budget })
      .filter(([, value]) => !value)
      .map(([name]) => ({ pointer: `/${name}`, code: 'required', message: `${name} is missing` }));
  const refuse = (errors: { pointer: string; code: string; message: string }[], code = 'not_ready') =>
    Response.json({ status: 422, code, detail: 'Some fields were not accepted.', errors }, { status: 422 });

  const routes: Record<string, CannedRoute> = {
    'GET /v1/skills/categories': () =>
      Response.json({
        items: [
          { id: 'web-development', name: 'Web development', specializations: [] },
          { id: 'design', name: 'Design', specializations: [] },
        ],
      }),
    'GET /v1/skills': (_, url) =>
      Response.json({
        items: [
          { id: 'react', name: 'React', categoryId: 'web-development', alias: null },
          { id: 'react-native', name: 'React Native', categoryId: 'web-development', alias: null },
          { id: 'figma', name: 'Figma', categoryId: 'design', alias: null },
        ].filter(({ name }) => name.toLowerCase().startsWith(url.searchParams.get('q')!.toLowerCase())),
      }),
    'GET /v1/tenant/job-fields': () =>
      Response.json({
        fields: [
          { key: 'projectCode', label: 'Project code', kind: 'text', choices: [], isRequired: true, isArchived: false },
          {
            key: 'site',
            label: 'Site',
            kind: 'choice',
            choices: ['Gdynia', 'Porto'],
            isRequired: false,
            isArchived: false,
          },
          { key: 'old', label: 'Old', kind: 'text', choices: [], isRequired: false, isArchived: true },
        ],
      }),
    'GET /v1/talent/pools': () =>
      Response.json({
        items: [{ id: 'tp_1', name: 'Front-end bench', owner: 'tenant', memberCount: 9, mayEdit: true }],
      }),
    'GET /v1/job-templates': () => Response.json({ items: withTemplates ? templates : [] }),
    'GET /v1/job-templates/:id': () => Response.json(templates[0]),
    'GET /v1/job-posts/guidance': (_, url) =>
      url.searchParams.get('categoryId') === 'design'
        ? Response.json({ n: 3, hidden: true })
        : Response.json({ n: 42, currency: 'USD', p25: 5500, median: 7200, p75: 9500 }),
    'GET /v1/job-posts': (_, url) => {
      const states = url.searchParams.getAll('state');
      return Response.json({
        items: [...kept.values()]
          .map(({ post }) => ({ ...post, proposals: { total: 4, unread: 1 } }))
          .filter(({ state }) => states.includes(state)),
        counts: {},
        nextCursor: null,
      });
    },
    'POST /v1/job-posts': async (request) => {
      const fields = (await request.json()) as JobPostFields;
      if (hasAddress(fields)) return refuse(addressFound);
      const id = `jp_${++count}`;
      kept.set(id, { post: { ...blank, id }, revision: 0 });
      bodies.push(fields);
      merge(id, fields);
      return answer(id, 201);
    },
    'GET /v1/job-posts/:id': (_, __, id) => (kept.has(id) ? answer(id) : problem(404, 'not_found')),
    'PATCH /v1/job-posts/:id': async (request, _, id) => {
      const fields = (await request.json()) as JobPostFields;
      if (isStale(request, id)) return problem(412, 'changed_meanwhile');
      if (hasAddress(fields)) return refuse(addressFound);
      bodies.push(fields);
      merge(id, fields);
      return answer(id);
    },
    'GET /v1/job-posts/:id/preview': (_, __, id) => {
      const { post } = kept.get(id)!;
      const { poolIds, team, costCenter, purchaseOrder, customFields, templateId, owner, ...job } = post;
      return Response.json({
        job: { ...job, client: { name: 'Larkmoor', logoUrl: null }, connects: post.budget ? 6 : null },
        problems: missing(post),
      });
    },
    'POST /v1/job-posts/:id/publish': (request, _, id) => {
      const { post } = kept.get(id)!;
      if (isStale(request, id)) return problem(412, 'changed_meanwhile');
      if (missing(post).length) return refuse(missing(post));
      post.state = stateAfterPublish as JobPost['state'];
      post.mayEdit = post.state === 'open';
      return answer(id);
    },
    'POST /v1/job-posts/:id/invitations': async (request) => {
      const { freelancerIds } = (await request.json()) as { freelancerIds: string[] };
      return Response.json({
        items: freelancerIds.map((freelancerId) => ({ freelancerId, outcome: 'invited', invitationId: 'iv_1' })),
        invited: freelancerIds.length,
      });
    },
  };

  return {
    routes,
    post: (id: string) => kept.get(id)?.post,
    /** Somebody else saves these fields. */
    changeElsewhere: merge,
    files,
    bodies,
  };
}

const formatted = (markdown: string) => ({
  markdown,
  content: [{ kind: 'paragraph' as const, content: [{ kind: 'text' as const, text: markdown }] }],
});

const hasAddress = ({ description }: JobPostFields) => description?.includes('@');
const addressFound = [{ pointer: '/description', code: 'contact_details_in_text', message: 'An address' }];
