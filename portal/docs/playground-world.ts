import { type CannedApi, cannedApi, problem } from '@portico/widgets/testing/canned-api.ts';
import { cannedApprovals } from '@portico/widgets/testing/canned-approvals.ts';
import { cannedContracts } from '@portico/widgets/testing/canned-contracts.ts';
import { cannedJobs } from '@portico/widgets/testing/canned-jobs.ts';
import { cannedPools } from '@portico/widgets/testing/canned-pools.ts';
import { cannedProposals } from '@portico/widgets/testing/canned-proposals.ts';
import { cannedSpend } from '@portico/widgets/testing/canned-spend.ts';
import { cannedWeeks } from '@portico/widgets/testing/canned-weeks.ts';
import { everyGrant } from '@portico/widgets/testing/every-widget.ts';
import type { PlaygroundState } from './playground-settings.ts';

type World = {
  routes: Parameters<typeof cannedApi>[0] extends { routes?: infer R } | undefined ? R : never;
  asks: string;
};

const post = { id: 'jp_1', title: 'Front-end engineer for a design system', state: 'open' as const };
const some = (isEmpty: boolean, count: number) => ({ count: isEmpty ? 0 : count });

/** What each element is answered, and its first question. */
const worlds: Record<string, (isEmpty: boolean) => World> = {
  'talent-search': () => ({ routes: cannedJobs({ posts: [post] }).routes, asks: '/v1/talent/search' }),
  'job-post': () => ({ routes: cannedJobs().routes, asks: '/v1/tenant/job-fields' }),
  proposals: (isEmpty) => ({
    routes: { ...cannedJobs({ posts: [post] }).routes, ...cannedProposals(some(isEmpty, 6)).routes },
    asks: '/v1/job-posts/jp_1/proposals',
  }),
  'contract-status': (isEmpty) => ({ routes: cannedContracts(some(isEmpty, 2)).routes, asks: '/v1/contract-status' }),
  'timesheet-review': (isEmpty) => ({ routes: cannedWeeks(some(isEmpty, 2)).routes, asks: '/v1/timesheets' }),
  approvals: (isEmpty) => ({ routes: cannedApprovals(some(isEmpty, 2)).routes, asks: '/v1/approvals' }),
  'talent-pool': (isEmpty) => ({ routes: cannedPools(some(isEmpty, 3)).routes, asks: '/v1/talent/pools' }),
  spend: (isEmpty) => ({ routes: cannedSpend(some(isEmpty, 2)).routes, asks: '/v1/reports/spend' }),
};

/** Everything below it is answered here, and never reaches a server. */
export const apiBase = `${location.origin}/t/playground`;

const real = globalThis.fetch;
let api: CannedApi | undefined;

export function answerWith(noun: string, state: PlaygroundState): void {
  const { routes, asks } = worlds[noun]!(state === 'empty');
  api = cannedApi({ grants: everyGrant, routes });
  if (state === 'error') api.instead(asks, () => problem(503, 'unavailable'));
  if (state === 'loading') api.instead(asks, () => new Promise(() => {}));
  if (state === 'empty' && noun === 'talent-search')
    api.instead(asks, () => Response.json({ total: 0, items: [], facets: {}, nextCursor: null, tookMs: 1 }));
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : new URL(String(input), location.href).href;
    if (!url.startsWith(`${apiBase}/`)) return real(input, init);
    const request = new Request(input, init);
    const response = await api!.answer(request);
    request.signal.throwIfAborted();
    return response;
  };
}

/** What a host's server would have asked for. */
export const session = async (): Promise<{ token: string; expiresAt: string }> => ({
  token: ['e30', btoa(JSON.stringify({ wdg: everyGrant, jti: 'playground' })), 'x'].join('.'),
  expiresAt: new Date(Date.now() + 900_000).toISOString(),
});
