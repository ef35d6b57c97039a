import type { PoolMemberDetail, TalentPool } from '@portico/api/talent/talent-pools/schema.ts';
import { type CannedRoute, problem } from './canned-api.ts';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

const pool = (id: string, name: string): TalentPool => ({
  id,
  name,
  description: '',
  owner: 'tenant',
  state: 'active',
  memberCount: 3,
  invitedCount: 0,
  admitsFirstContract: false,
  mayEdit: true,
  updatedAt: '2026-11-20T09:00:00Z',
});

const weeks = (...free: number[]) =>
  free.map((freeHours, at) => ({
    startsOn: new Date(Date.UTC(2026, 10, 23 + at * 7)).toISOString().slice(0, 10),
    freeHours,
    state: freeHours >= 30 ? ('free' as const) : freeHours > 4 ? ('partly' as const) : ('busy' as const),
  }));

function member(freelancerId: string, name: string, more: Partial<PoolMemberDetail> = {}): PoolMemberDetail {
  return {
    freelancerId,
    name,
    headline: 'React <b>engineer</b>',
    photoUrl: null,
    country: 'SE',
    timezone: 'Europe/Stockholm',
    hourlyRate: usd(7000),
    jobSuccess: 96,
    badge: 'expertVetted',
    verified: true,
    skills: [
      { id: 'react', name: 'React' },
      { id: 'figma', name: 'Figma' },
    ],
    availability: { hoursPerWeek: 40, nextFreeDate: null, openToOffers: true },
    weeks: weeks(0, 20, 40, 40, 40, 40, 40, 40),
    state: 'active',
    admittedBy: 'vetting',
    since: '2026-05-01T09:00:00Z',
    invitedUntil: null,
    expiresAt: null,
    vetting: { vettedAt: '2026-04-20T09:00:00Z', applicationId: 'va_1', scoreBand: 'strong', score: 4.2 },
    withUs: { contracts: 2, running: 1, spend: [usd(920_000)], lastWorkedAt: '2026-11-01T09:00:00Z' },
    internal: {
      tags: ['pump data'],
      noteCount: 1,
      rating: {
        stars: 5,
        reason: 'Fast and clear',
        by: { id: 'pn_1', name: 'Hanna Lindqvist' },
        at: '2026-10-01T09:00:00Z',
      },
      agreedRate: { rate: usd(6500), role: null, from: null, to: null, isValid: true },
    },
    endReason: null,
    saved: false,
    revision: 1,
    pool: { id: 'pl_1', name: 'Plant software', mayEdit: true },
    message: '',
    notes: [
      {
        id: 'pn_1',
        text: 'Knows our plants <i>well</i>',
        author: { id: 'pn_1', name: 'Hanna Lindqvist' },
        createdAt: '2026-10-01T09:00:00Z',
        mayDelete: true,
      },
    ],
    shares: [],
    alsoIn: [],
    ...more,
  };
}

/** Pools and their members, who change as the API changes them. */
export function cannedPools({ pools = 2, count = 3 } = {}) {
  const kept = [
    member('fr_1', 'Amara Okafor'),
    member('fr_2', 'Jonas Lind', {
      weeks: weeks(0, 0, 0, 0, 0, 10, 40, 40),
      vetting: null,
      internal: null,
      notes: [],
      withUs: { contracts: 0, running: 0, spend: [], lastWorkedAt: null },
    }),
    member('fr_3', 'Yuki Tanaka', { weeks: weeks(40, 40, 40, 40, 40, 40, 40, 40) }),
  ].slice(0, count);
  const asked: { method: string; path: string; query: string; body: unknown; key: string | null }[] = [];

  const change =
    (apply: (found: PoolMemberDetail, part: string, body: Record<string, string>) => PoolMemberDetail): CannedRoute =>
    async (request, url) => {
      const [, , , , , , id, , part = ''] = url.pathname.replace(/^\/t\/[^/]+/, '').split('/');
      const text = await request.text();
      const body = text ? (JSON.parse(text) as Record<string, string>) : {};
      note(request, url, body);
      const at = kept.findIndex(({ freelancerId }) => freelancerId === id);
      if (at < 0) return problem(404, 'not_found');
      if (body.text === 'refused') return problem(409, 'member_left', 'rq_1', 'They left the pool. Nothing was kept.');
      kept[at] = apply(kept[at]!, decodeURIComponent(part), body);
      return url.pathname.endsWith('/notes')
        ? Response.json(kept[at].notes.at(-1), { status: 201 })
        : Response.json(kept[at]);
    };
  const note = (request: Request, { pathname, search }: URL, body: unknown = null) =>
    asked.push({
      method: request.method,
      path: pathname.replace(/^\/t\/[^/]+/, ''),
      query: search,
      body,
      key: request.headers.get('idempotency-key'),
    });

  const tagged = (found: PoolMemberDetail, tags: string[]): PoolMemberDetail => ({
    ...found,
    internal: { ...found.internal!, tags },
  });
  const routes: Record<string, CannedRoute> = {
    'GET /v1/talent/pools': () =>
      Response.json({ items: [pool('pl_1', 'Plant software'), pool('pl_2', 'Writers')].slice(0, pools) }),
  };
  for (const id of ['pl_1', 'pl_2']) {
    routes[`GET /v1/talent/pools/${id}/members`] = (request, url) => {
      note(request, url);
      const { searchParams } = url;
      const least = Number(searchParams.get('minHours') ?? 0);
      const found = kept.filter(
        ({ name, weeks }) => weeks[1]!.freeHours >= least && name.includes(searchParams.get('q') ?? ''),
      );
      const items = id === 'pl_1' ? found : found.slice(0, 1);
      const skill = [{ value: 'react', label: 'React', count: 3, selected: false }];
      const none = { state: [], country: [], tag: [], admittedBy: [], free: [] };
      return Response.json({ total: items.length, items, nextCursor: null, facets: { ...none, skill } });
    };
    for (const { freelancerId } of kept) {
      const path = `/v1/talent/pools/${id}/members/${freelancerId}`;
      routes[`GET ${path}`] = () => Response.json(kept.find((each) => each.freelancerId === freelancerId));
      routes[`POST ${path}/tags`] = change((found, _, { tag }) => tagged(found, [...found.internal!.tags, tag!]));
      routes[`DELETE ${path}/tags/pump%20data`] = change((found, tag) =>
        tagged(
          found,
          found.internal!.tags.filter((each) => each !== tag),
        ),
      );
      routes[`POST ${path}/notes`] = change((found, _, { text }) => ({
        ...found,
        notes: [
          ...found.notes,
          {
            id: `pn_${found.notes.length}`,
            text: text!,
            author: { id: 'pn_1', name: 'Hanna Lindqvist' },
            createdAt: '2026-11-23T09:00:00Z',
            mayDelete: true,
          },
        ],
      }));
    }
  }
  return { routes, kept, asked };
}
