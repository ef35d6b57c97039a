import type { Approval, ApprovalStep } from '@portico/api/procurement/approvals/schema.ts';
import { type CannedRoute, problem } from './canned-api.ts';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const hanna = { id: 'pn_hanna', name: 'Hanna Lindqvist' };
const samuel = { id: 'pn_samuel', name: 'Samuel Adeyemi' };
const petra = { id: 'pn_petra', name: 'Petra Novak' };

const step = (n: number, more: Partial<ApprovalStep> = {}): ApprovalStep => ({
  step: n,
  state: 'asked',
  needs: 'any',
  approvers: [{ kind: 'role', role: 'approver', where: 'tenant' }],
  people: [{ ...samuel, delegates: [] }],
  decisions: [],
  missing: 1,
  askedAt: '2026-11-22T09:00:00Z',
  escalatesAt: null,
  escalatedAt: null,
  decidedAt: null,
  ...more,
});

function approval(id: string, more: Partial<Approval> = {}): Approval {
  return {
    id,
    state: 'requested',
    subject: { kind: 'offer', id: `of_${id}` },
    hash: `hash-${id}`,
    title: 'Checkout <b>redesign</b>',
    amount: usd(2_400_000),
    path: `/offers/of_${id}`,
    rule: {
      reason: 'amount',
      reasons: ['amount'],
      from: usd(1_500_000),
      id: 'r1',
      name: 'Large offers',
      policyVersion: 2,
    },
    facts: [
      { label: 'freelancer', value: 'Adaeze Okafor' },
      { label: 'total', value: usd(2_400_000) },
      { label: 'nda', value: 'yes' },
    ],
    requester: hanna,
    requestedAt: '2026-11-22T09:00:00Z',
    expiresAt: '2026-12-06T09:00:00Z',
    decidedBy: null,
    decidedFor: null,
    decidedAt: null,
    reason: null,
    isOutdated: false,
    team: 'Digital',
    costCenter: 'CC-4110',
    purchaseOrder: null,
    signals: [],
    step: 1,
    steps: [step(1)],
    mayDecide: true,
    whyNot: null,
    decidesFor: null,
    needsElevation: false,
    endsIt: true,
    outcome: null,
    mayCancel: false,
    ...more,
  };
}

/** Requests that change as the API changes them: of exactly what was read, once. */
export function cannedApprovals({ count = 2 } = {}) {
  const kept: Approval[] = [
    approval('ap_1'),
    approval('ap_2', {
      subject: { kind: 'bonus', id: 'bo_1' },
      title: 'Bonus for a fast rescue',
      amount: usd(80_000),
      rule: {
        reason: 'overBudget',
        reasons: ['overBudget', 'team'],
        from: null,
        id: 'r2',
        name: 'Bonuses',
        policyVersion: 2,
      },
      signals: [{ kind: 'overBudget', by: usd(30_000), of: 'CC-4110', basisPoints: null }],
      needsElevation: true,
      steps: [
        step(1, {
          state: 'approved',
          decisions: [{ by: samuel, for: petra, decision: 'approved', reason: 'Worth it', at: '2026-11-22T10:00:00Z' }],
        }),
        step(2, { needs: 'all', people: [{ ...petra, delegates: [samuel] }] }),
      ],
    }),
    approval('ap_3', {
      state: 'approved',
      mayDecide: false,
      whyNot: 'decided',
      title: 'Safety signs',
      decidedBy: samuel,
      decidedAt: '2026-11-20T10:00:00Z',
    }),
    approval('ap_4', { mayDecide: false, whyNot: 'own_request', requester: samuel, title: 'My own request' }),
  ].slice(0, count === 0 ? 0 : undefined);
  const asked: { path: string; body: unknown }[] = [];
  const waiting = () => kept.filter(({ mayDecide }) => mayDecide);

  const decide =
    (state: 'approved' | 'rejected' | 'changesRequested'): CannedRoute =>
    async (request, url, id) => {
      const body = (await request.json()) as { hash: string; reason?: string };
      asked.push({ path: url.pathname.replace(/^\/t\/[^/]+/, ''), body });
      const at = kept.findIndex((each) => each.id === id);
      const found = kept[at];
      if (!found) return problem(404, 'not_found');
      if (found.hash !== body.hash)
        return problem(409, 'approval_outdated', 'rq_1', 'It was changed since you read it. Nothing was decided.');
      if (!found.mayDecide) return problem(409, 'already_decided', 'rq_1', 'It is decided already.');
      const needsConfirmation = found.needsElevation && state === 'approved';
      if (needsConfirmation && !request.headers.get('authorization')!.endsWith('.raised'))
        return problem(401, 'elevation_required');
      if (state !== 'approved' && !body.reason) return problem(422, 'invalid_input');
      kept[at] = { ...found, state, mayDecide: false, whyNot: 'decided', reason: body.reason ?? null };
      return Response.json(kept[at]);
    };

  const routes: Record<string, CannedRoute> = {
    'GET /v1/approvals': (_, url) => {
      const view = url.searchParams.get('view');
      const items =
        view === 'waitingForMe'
          ? waiting()
          : view === 'mine'
            ? kept.filter(({ requester }) => requester === samuel)
            : kept;
      return Response.json({ items, nextCursor: null, waitingForMe: waiting().length });
    },
    'GET /v1/approvals/:id': (_, __, id) => {
      const found = kept.find((each) => each.id === id);
      return found ? Response.json(found) : problem(404, 'not_found');
    },
    'POST /v1/approvals/:id/approval': decide('approved'),
    'POST /v1/approvals/:id/rejection': decide('rejected'),
    'POST /v1/approvals/:id/changes-request': decide('changesRequested'),
  };
  return { routes, kept, asked };
}
