import type { FacetValue, TalentSearchResult } from '@portico/api/talent/search/schema.ts';
import type { FacetName } from '@portico/api/talent/search/talent-search.ts';
import { hits, profiles } from './people.ts';

export type CannedApi = {
  /** Every request that reached the boundary, in order. */
  requests: Request[];
  /** Answer the next matching requests differently; gives the way back. */
  instead(path: string, answer: (request: Request) => Response | Promise<Response>): () => void;
  answer(request: Request): Promise<Response>;
};

const token = (count: number, widgets: object) =>
  ['e30', btoa(JSON.stringify({ wdg: widgets, jti: `s${count}` })), 'x'].join('.');

export type CannedRoute = (request: Request, url: URL, id: string) => Response | Promise<Response>;

/** The API and the host's session route at the network boundary. Strict: what it does not know is a 404 or 422 problem. */
export function cannedApi({
  features = { save: true, compare: true, invite: true },
  lifeMs = 900_000,
  theme = {},
  grants = {} as Record<string, Record<string, boolean>>,
  /** `PATCH /v1/job-posts/:id` */
  routes: more = {} as Record<string, CannedRoute>,
} = {}): CannedApi {
  const requests: Request[] = [];
  const others = new Map<string, (request: Request) => Response | Promise<Response>>();
  let sessions = 0;

  const routes: Record<string, CannedRoute> = {
    'POST /api/hire-session': (request) =>
      ['initial', 'refresh', 'elevate'].includes(request.headers.get('x-hire-session') ?? '')
        ? Response.json({
            token: token(++sessions, { talentSearch: features, ...grants }),
            expiresAt: new Date(Date.now() + lifeMs).toISOString(),
          })
        : problem(403, 'header_missing'),
    'GET /v1/tenant': () =>
      Response.json({ slug: 'acme', brand: { name: 'Acme', logoUrl: null }, plan: 'enterprise', locale: 'en', theme }),
    'GET /v1/talent/search': (_, url) => Response.json(search(url)),
    'GET /v1/talent/suggestions': (_, url) =>
      Response.json({
        skills: [
          { id: 'react', name: 'React' },
          { id: 'react-native', name: 'React Native' },
        ].filter(({ name }) => name.toLowerCase().startsWith(url.searchParams.get('q')!.toLowerCase())),
        queries: ['react dashboards'],
      }),
    'GET /v1/talent/compare': (_, url) =>
      Response.json({
        items: url.searchParams.getAll('id').map((id) => profiles.find((profile) => profile.id === id)),
      }),
  };
  for (const profile of profiles) {
    routes[`GET /v1/freelancers/${profile.id}`] = () => Response.json(profile);
    routes[`PUT /v1/talent/saved/${profile.id}`] = () => new Response(null, { status: 204 });
    routes[`DELETE /v1/talent/saved/${profile.id}`] = () => new Response(null, { status: 204 });
  }

  return {
    requests,
    instead(path, answer) {
      others.set(path, answer);
      return () => others.delete(path);
    },
    async answer(request) {
      requests.push(request);
      const url = new URL(request.url);
      const path = url.pathname.replace(/^\/t\/[^/]+/, '');
      const other = others.get(path);
      if (other) return other(request);
      const called = `${request.method} ${path}`;
      const id = /^\S+ \/v1\/[\w-]+\/([^/]+)/.exec(called)?.[1] ?? '';
      const route = routes[called] ?? more[called] ?? more[called.replace(`/${id}`, '/:id')];
      if (!route) return problem(404, 'not_found');
      if (path.startsWith('/v1/') && !/^Bearer \S+$/.test(request.headers.get('authorization') ?? ''))
        return problem(401, 'session_denied');
      return route(request, url, id);
    },
  };
}

export const problem = (status: number, code: string, requestId = 'rq_7Kd2', detail?: string) =>
  Response.json(
    { type: 'about:blank', status, code, detail, requestId },
    { status, headers: { 'content-type': 'application/problem+json' } },
  );

const known = new Set(
  'q category skill skillMatch rateMin rateMax jobSuccessMin badge country language timezone overlapHours availability verified pool workedWithUs sort limit cursor facets'.split(
    ' ',
  ),
);

function search({ searchParams }: URL): TalentSearchResult {
  for (const name of searchParams.keys()) if (!known.has(name)) throw new Error(`unknown parameter ${name}`);
  const q = searchParams.get('q') ?? '';
  const skills = searchParams.getAll('skill');
  const found = hits.filter(
    (hit) => q !== 'nobody' && skills.every((skill) => hit.skills.some(({ id }) => id === skill)),
  );
  const from = Number(searchParams.get('cursor') ?? 0);
  const to = from + Number(searchParams.get('limit') ?? 20);
  return {
    total: found.length,
    items: found.slice(from, to),
    facets: searchParams.get('facets') === 'false' ? {} : facets(searchParams),
    nextCursor: to < found.length ? String(to) : null,
    ...(q === 'raect' && { corrected: [{ from: 'raect', to: 'react' }] }),
    tookMs: 3,
  };
}

function facets(params: URLSearchParams): TalentSearchResult['facets'] {
  const values = (name: string, ...pairs: [value: string, label: string, count: number][]): FacetValue[] =>
    pairs.map(([value, label, count]) => ({ value, label, count, selected: params.getAll(name).includes(value) }));
  const skills = ['React', 'TypeScript', 'Node.js', 'GraphQL', 'CSS', 'Figma', 'Docker', 'Lit', 'Vite'];
  return {
    category: values(
      'category',
      ['web-development', 'Web development', 5],
      ['mobile-development', 'Mobile development', 1],
    ),
    skill: values(
      'skill',
      ...skills.map((name, index): [string, string, number] => [
        name.toLowerCase().replace('.', '-'),
        name,
        6 - Math.floor(index / 2),
      ]),
    ),
    rate: values(
      'rate',
      ['4000-5999', '$40 – $60', 1],
      ['6000-7999', '$60 – $80', 2],
      ['8000-9999', '$80 – $100', 1],
      ['10000-', '≥ $100', 1],
    ),
    jobSuccess: values('jobSuccessMin', ['90', '≥ 90%', 4], ['80', '≥ 80%', 5], ['70', '≥ 70%', 5]),
    badge: values(
      'badge',
      ['topRatedPlus', 'Top Rated Plus', 1],
      ['expertVetted', 'Expert-Vetted', 1],
      ['topRated', 'Top Rated', 1],
    ),
    availability: values('availability', ['now', 'Free now', 5], ['within2Weeks', 'Free within 2 weeks', 5]),
    verified: values('verified', ['true', 'Identity verified', 3]),
    workedWithUs: values('workedWithUs', ['true', 'Worked with us', 1]),
    pool: values('pool', ['tp_1', 'Front-end bench', 1]),
    country: values('country', ['BR', 'Brazil', 1], ['SE', 'Sweden', 1], ['JP', 'Japan', 1]),
    overlap: values('overlapHours', ['2', '≥ 2 hours', 5], ['4', '≥ 4 hours', 4]),
    language: values('language', ['en', 'English', 6], ['fr', 'French', 3]),
  } satisfies Record<FacetName, FacetValue[]>;
}
