import type { Bonus } from '@portico/api/work/bonuses/schema.ts';
import type {
  ContractStatusItem,
  ContractStatusPage,
  StatusMilestone,
  ContractStatus as WholeContract,
} from '@portico/api/work/contract-status/schema.ts';
import type { PaymentQuote } from '@portico/api/work/milestones/money-schema.ts';
import type { Milestone, ReleaseQuote } from '@portico/api/work/milestones/schema.ts';
import { type CannedRoute, problem } from './canned-api.ts';

const at = '2026-11-20T09:00:00.000Z';
const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const yes = { may: true, reason: null };
const no = <Reason extends NonNullable<WholeContract['rights'][string & keyof WholeContract['rights']]['reason']>>(
  reason: Reason,
) => ({ may: false, reason });

const milestone = (
  id: string,
  position: number,
  state: StatusMilestone['state'],
  description: string,
): StatusMilestone => ({
  id,
  position,
  description,
  amount: usd(50_000),
  dueOn: '2026-12-01',
  state,
  submissions: state === 'submitted' ? 2 : 0,
  submittedAt: state === 'submitted' ? at : null,
  autoReleaseAt: state === 'submitted' ? '2026-12-04T09:00:00.000Z' : null,
  changeReason: null,
  rights: {
    fund: state === 'planned' ? yes : no('nothingToFund'),
    release: state === 'submitted' ? yes : no('nothingSubmitted'),
    requestChanges: state === 'submitted' ? yes : no('nothingSubmitted'),
    submit: no('otherSide'),
  },
});

/** A fixed price with work handed in, and hours of somebody else: as the API keeps and answers them. */
function contracts(): WholeContract[] {
  const shared = {
    revision: 1,
    state: 'active' as const,
    pauses: [],
    team: 'Platform',
    startsOn: '2026-11-02',
    endsOn: null,
    changedAt: at,
    side: 'client' as const,
    steps: [],
    deliverables: [],
    reviewWeeks: [],
    amendment: null,
    ended: null,
    openMoney: [],
    hasOnboarding: true,
    feedbackUntil: null,
    isSandbox: true,
    rights: {
      ...{ fund: yes, release: yes, requestChanges: yes, bonus: yes, refund: no('portalOnly'), planMilestone: yes },
      ...{ pause: yes, resume: no('notPaused'), end: yes, cancel: no('started'), amend: yes },
      ...{ submit: no('otherSide'), reviewWeek: no('noWeekToReview') },
    },
  };
  const review = {
    who: 'client' as const,
    what: 'reviewSubmission' as const,
    subject: { kind: 'milestone' as const, id: 'ms_1', name: 'Home page' },
    dueAt: '2026-12-04T09:00:00.000Z',
    action: 'release' as const,
  };
  const track = { who: 'nobody' as const, what: 'trackTime' as const, subject: null, dueAt: null, action: null };
  return [
    {
      ...shared,
      id: 'ct_1',
      title: 'Website relaunch',
      kind: 'fixed',
      other: { id: 'fr_1', name: 'Amara Okafor', imageUrl: null },
      nextStep: review,
      steps: [review],
      money: {
        ...{ funded: usd(50_000), inEscrow: usd(50_000), held: usd(0), released: usd(0), net: usd(0) },
        ...{ paid: usd(52_500), remaining: usd(50_000) },
      },
      milestones: [milestone('ms_1', 1, 'submitted', 'Home page'), milestone('ms_2', 2, 'planned', 'Shop')],
      week: null,
      deliverables: [
        {
          id: 'dl_1',
          milestoneId: 'ms_1',
          version: 2,
          note: 'With your changes.',
          files: 1,
          submittedAt: at,
          answer: 'waiting',
        },
      ],
      timeline: [
        {
          id: 'mv_1',
          move: 'submit',
          from: 'funded',
          to: 'submitted',
          actor: { kind: 'person', name: 'Amara Okafor' },
          reason: null,
          details: {},
          occurredAt: at,
          subject: { kind: 'milestone', id: 'ms_1' },
        },
        {
          id: 'mv_0',
          move: 'start',
          from: 'ready',
          to: 'active',
          actor: { kind: 'clock', name: null },
          reason: null,
          details: {},
          occurredAt: at,
          subject: { kind: 'contract', id: 'ct_1' },
        },
      ],
    },
    {
      ...shared,
      id: 'ct_2',
      title: 'Support by the hour',
      kind: 'hourly',
      other: { id: 'fr_2', name: 'Jonas Lindqvist', imageUrl: null },
      nextStep: track,
      steps: [track],
      money: {
        ...{ funded: usd(0), inEscrow: usd(0), held: usd(0), released: usd(120_000), net: usd(108_000) },
        ...{ paid: usd(126_000), remaining: null },
      },
      milestones: [],
      rights: { ...shared.rights, fund: no('hourlyContract'), pause: no('roleReadsOnly') },
      week: {
        ...{ id: 'ts_1', startsOn: '2026-11-23', state: 'open', trackedMinutes: 750, billableMinutes: 750 },
        ...{ limitMinutes: 2400, rate: usd(6000), amount: usd(75_000), dueAt: null, charge: 'none' },
      },
      timeline: [],
    },
  ];
}

const item = ({
  id,
  revision,
  title,
  state,
  pauses,
  kind,
  other,
  team,
  startsOn,
  endsOn,
  nextStep,
  money,
  changedAt,
}: WholeContract): ContractStatusItem => ({
  ...{ id, revision, title, state, pauses, kind, other, team, startsOn, endsOn, nextStep, money, changedAt },
});

const charge = (amountMinor: number) => {
  const fee = Math.round(amountMinor / 20);
  return { amount: usd(amountMinor), fee: usd(fee), initiation: usd(0), tax: usd(0), total: usd(amountMinor + fee) };
};
const paymentQuote = (amountMinor: number): PaymentQuote => ({
  charge: charge(amountMinor),
  net: null,
  steps: [
    { from: 'processor', to: 'escrow', amount: usd(amountMinor), what: 'amount' },
    { from: 'processor', to: 'platformFees', amount: charge(amountMinor).fee, what: 'clientFee' },
  ],
  isSandbox: true,
});

/** Contracts kept in memory as the API keeps them; money moves only for a raised session. */
export function cannedContracts({ count = 2, more = [] as WholeContract[] } = {}) {
  const kept = [...contracts().slice(0, count), ...more];
  const asked: { path: string; key: string | null; body: unknown }[] = [];
  let events: ReadableStreamDefaultController<Uint8Array> | undefined;
  const streams = { opened: 0 };
  const find = (id: string) => kept.find((each) => each.id === id);
  const parts = (id: string) => kept.flatMap(({ milestones }) => milestones).find((each) => each.id === id)!;
  const owner = (id: string) => kept.find(({ milestones }) => milestones.some((each) => each.id === id))!;

  const wholeMilestone = ({ rights: _, submissions: __, ...rest }: StatusMilestone): Milestone => ({
    ...rest,
    contractId: owner(rest.id).id,
    remainderOf: null,
    escrow: rest.amount,
    payment: null,
    fundingRefusal: null,
    fundedAt: at,
    releasing: null,
    releaseRefusal: null,
    refundRequest: null,
    isBankDispute: false,
    earning: null,
    releasedAt: null,
    settledAt: null,
    updatedAt: at,
    deliverables: [
      {
        id: 'dl_1',
        milestoneId: rest.id,
        version: 2,
        note: { markdown: 'Done', content: [{ kind: 'paragraph', content: [{ kind: 'text', text: '<b>Done</b>' }] }] },
        links: ['https://preview.example/home', 'javascript:alert(1)'],
        files: [
          { id: 'fl_1', name: 'home.pdf', type: 'application/pdf', bytes: 20_000, url: '/v1/files/fl_1/download' },
        ],
        submittedBy: 'Amara Okafor',
        submittedAt: at,
        answer: 'waiting',
        answerReason: null,
        answeredAt: null,
      },
    ],
  });
  const command = async (request: Request, isMoney: boolean, change: (body: never) => unknown) => {
    const body: unknown = request.headers.get('content-type') ? await request.json() : undefined;
    asked.push({
      path: new URL(request.url).pathname.replace(/^\/t\/\w+/, ''),
      key: request.headers.get('idempotency-key'),
      body,
    });
    if (isMoney && !request.headers.get('authorization')?.includes('raised')) return problem(401, 'elevation_required');
    if (isMoney && !request.headers.get('idempotency-key')) return problem(400, 'idempotency_key_missing');
    return Response.json(change(body as never));
  };
  const moved = (id: string, state: StatusMilestone['state']) => {
    const contract = owner(id);
    contract.milestones = contract.milestones.map((each) =>
      each.id === id ? milestone(id, each.position, state, each.description) : each,
    );
    contract.nextStep = null;
    contract.steps = [];
    return wholeMilestone(parts(id));
  };
  const state = (id: string, next: WholeContract['state']) => Object.assign(find(id)!, { state: next });

  const routes: Record<string, CannedRoute> = {
    'GET /v1/contract-status': (_, url) => {
      const filter = url.searchParams.get('filter') ?? 'all';
      const isIn = (each: WholeContract, wanted: string) => wanted !== 'waiting' || each.nextStep?.who === 'client';
      return Response.json({
        items: kept.filter((each) => isIn(each, filter)).map(item),
        nextCursor: null,
        counts: (['waiting', 'open', 'all'] as const).map((each) => ({
          filter: each,
          count: kept.filter((one) => isIn(one, each)).length,
          isMore: false,
        })),
        isSandbox: true,
      } satisfies ContractStatusPage);
    },
    'GET /v1/contract-status/changes': () => {
      streams.opened++;
      const stream = new ReadableStream<Uint8Array>({
        start(controller) {
          events = controller;
          controller.enqueue(new TextEncoder().encode(': listening\n\n'));
        },
      });
      return new Response(stream, { headers: { 'content-type': 'text/event-stream' } });
    },
    'GET /v1/contract-status/:id': (_, __, id) => (find(id) ? Response.json(find(id)) : problem(404, 'not_found')),
    'GET /v1/milestones/:id': (_, __, id) => Response.json(wholeMilestone(parts(id))),
    'GET /v1/milestones/:id/release-quote': (_, url) => {
      const gross = Number(url.searchParams.get('amountMinor') ?? 50_000);
      return Response.json({
        release: { gross: usd(gross), fee: usd(gross / 10), net: usd(gross - gross / 10) },
        remainder: gross < 50_000 ? usd(50_000 - gross) : null,
        extra: gross > 50_000 ? paymentQuote(gross - 50_000) : null,
        availableAfterDays: 5,
        steps: [
          { from: 'escrow', to: 'freelancerPending', amount: usd(gross - gross / 10), what: 'net' },
          { from: 'escrow', to: 'platformFees', amount: usd(gross / 10), what: 'serviceFee' },
        ],
        isSandbox: true,
      } satisfies ReleaseQuote);
    },
    'GET /v1/milestones/:id/funding-quote': () => Response.json(paymentQuote(50_000)),
    'GET /v1/contracts/:id/bonus-quote': (_, url) =>
      Response.json(paymentQuote(Number(url.searchParams.get('amountMinor')))),
    'POST /v1/milestones/:id/release': (request, _, id) => command(request, true, () => moved(id, 'released')),
    'POST /v1/milestones/:id/funding': (request, _, id) => command(request, true, () => moved(id, 'funded')),
    'POST /v1/milestones/:id/change-request': (request, _, id) => command(request, false, () => moved(id, 'funded')),
    'POST /v1/contracts/:id/bonuses': (request, _, id) =>
      command(request, true, ({ amount, note }: { amount: Bonus['amount']; note: string }) => ({
        ...{
          id: 'bn_1',
          contractId: id,
          amount,
          note,
          state: 'paid',
          refusal: null,
          payment: null,
          earning: null,
          createdAt: at,
        },
      })),
    'POST /v1/contracts/:id/pause': (request, _, id) => command(request, false, () => state(id, 'paused')),
    'POST /v1/contracts/:id/resumption': (request, _, id) => command(request, false, () => state(id, 'active')),
    'POST /v1/contracts/:id/end': (request, _, id) => command(request, false, () => state(id, 'ended')),
  };
  return {
    routes,
    kept,
    asked,
    streams,
    /** As the server tells what happened elsewhere. */
    tell: (contractId: string) =>
      events!.enqueue(
        new TextEncoder().encode(`event: changed\ndata: ${JSON.stringify({ contractId, revision: 2 })}\n\n`),
      ),
    hangUp: () => events!.close(),
  };
}
