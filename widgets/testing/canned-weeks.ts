import type { TimeSegment, Timesheet, TimesheetSummary } from '@portico/api/work/timesheets/schema.ts';
import { type CannedRoute, problem } from './canned-api.ts';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const free = { accept: null, dispute: null, withdrawDispute: 'week_not_disputed', adjust: null };

/** Segments of ten minutes that follow each other. */
const stretch = (entryId: string, from: string, count: number, more: Partial<TimeSegment> = {}): TimeSegment[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `${entryId}_${index}`,
    startsAt: new Date(Date.parse(from) + index * 600_000).toISOString(),
    entryId,
    kind: 'tracked',
    memo: 'Checkout page',
    activityCode: { id: 'ac_1', code: 'DEV', name: 'Development' },
    isOverLimit: false,
    isDisputed: false,
    gaps: [],
    screenshot: null,
    ...more,
  }));

function week(id: string, name: string, more: Partial<Timesheet> = {}): Timesheet {
  const days = [
    { date: '2026-11-16', minutes: 60, segments: stretch('te_1', '2026-11-16T09:00:00Z', 6) },
    {
      date: '2026-11-17',
      minutes: 40,
      segments: [
        ...stretch('te_2', '2026-11-17T09:00:00Z', 2, { kind: 'manual', memo: '<i>By hand</i>', gaps: ['manual'] }),
        ...stretch('te_3', '2026-11-17T13:00:00Z', 2, {
          isOverLimit: true,
          gaps: ['overLimit', 'memoMissing'],
          memo: '',
        }),
      ],
    },
  ];
  return {
    id,
    contractId: `ct_${id}`,
    title: 'Support by the hour',
    week: '2026-11-16',
    startsAt: '2026-11-16T00:00:00.000Z',
    endsAt: '2026-11-23T00:00:00.000Z',
    state: 'clientReview',
    revision: 1,
    rate: usd(6000),
    ...{ minutes: 100, trackedMinutes: 80, manualMinutes: 20, overLimitMinutes: 20, billedMinutes: 80 },
    ...{ protectedMinutes: 60, limitMinutes: 80 },
    amount: usd(8000),
    charge: 'paid',
    chargeRefusal: null,
    chargesAt: '2026-11-23T12:00:00.000Z',
    editableUntil: '2026-11-23T12:00:00.000Z',
    reviewUntil: '2026-11-27T23:59:00.000Z',
    acceptedAt: null,
    disputed: null,
    earned: usd(0),
    refunded: usd(0),
    freelancer: { id: `fr_${id}`, name, photoUrl: null },
    team: null,
    clientFee: usd(400),
    total: usd(8400),
    rights: free,
    days,
    memos: [{ memo: 'Checkout page', minutes: 60 }],
    activities: [],
    dispute: null,
    adjustments: [],
    screenshots: 'off',
    quote: { amount: usd(8000), fee: usd(400), initiation: usd(0), tax: usd(0), total: usd(8400) },
    payment: null,
    isSandbox: true,
    ...more,
  };
}

const summary = ({
  days: _days,
  memos: _memos,
  activities: _activities,
  dispute: _dispute,
  adjustments: _adjustments,
  screenshots: _screenshots,
  quote: _quote,
  payment: _payment,
  isSandbox: _isSandbox,
  ...rest
}: Timesheet): TimesheetSummary => rest;

/** Weeks kept in memory as the API keeps them; what is earned is earned only for a raised session. */
export function cannedWeeks({ count = 2 } = {}) {
  const decided = {
    accept: 'week_decided',
    dispute: 'week_decided',
    withdrawDispute: 'week_not_disputed',
    adjust: null,
  };
  const kept = [
    week('ts_1', 'Amara Okafor'),
    week('ts_2', 'Jonas Lindqvist'),
    week('ts_3', 'Kenji Watanabe', { state: 'security', rights: decided }),
  ].slice(0, count ? count + 1 : 0);
  const asked: { path: string; key: string | null; body: unknown }[] = [];
  const find = (id: string) => kept.find((each) => each.id === id)!;
  const command = async (
    request: Request,
    isMoney: boolean,
    id: string,
    change: (it: Timesheet, body: never) => void,
  ) => {
    const body: unknown = request.headers.get('content-type') ? await request.json() : undefined;
    const path = new URL(request.url).pathname.replace(/^\/t\/\w+/, '');
    asked.push({ path, key: request.headers.get('idempotency-key'), body });
    if (isMoney && !request.headers.get('authorization')?.includes('raised')) return problem(401, 'elevation_required');
    change(find(id), body as never);
    return Response.json(find(id));
  };

  const routes: Record<string, CannedRoute> = {
    'GET /v1/timesheets': (_, url) => {
      const state = url.searchParams.get('state');
      return Response.json({
        items: kept.filter((each) => !state || each.state === state).map(summary),
        nextCursor: null,
        reviewable: kept.filter((each) => each.state === 'clientReview').length,
        isSandbox: true,
      });
    },
    'GET /v1/timesheets/:id': (_, __, id) => (find(id) ? Response.json(find(id)) : problem(404, 'not_found')),
    'POST /v1/timesheets/:id/acceptance': (request, _, id) =>
      command(request, true, id, (it) => Object.assign(it, { state: 'security', rights: decided })),
    'POST /v1/timesheets/:id/dispute': (request, _, id) =>
      command(request, false, id, (it, { segmentIds, reason }: { segmentIds: string[]; reason: string }) => {
        Object.assign(it, {
          state: 'disputed',
          rights: decided,
          dispute: {
            ...{ id: 'td_1', reason, minutes: segmentIds.length * 10, amount: usd(segmentIds.length * 1000) },
            ...{ disputedBy: 'Ada', disputedAt: '2026-11-24T09:00:00.000Z', outcome: null, released: null },
            ...{ refunded: null, resolution: null, resolvedAt: null },
          },
        });
      }),
  };
  return { routes, kept, asked };
}
