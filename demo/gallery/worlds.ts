import type { CannedApi, CannedRoute } from '@portico/widgets/testing/canned-api.ts';
import { problem } from '@portico/widgets/testing/canned-api.ts';
import { cannedApprovals } from '@portico/widgets/testing/canned-approvals.ts';
import { cannedContracts } from '@portico/widgets/testing/canned-contracts.ts';
import { cannedJobs } from '@portico/widgets/testing/canned-jobs.ts';
import { cannedPools } from '@portico/widgets/testing/canned-pools.ts';
import { cannedProposals } from '@portico/widgets/testing/canned-proposals.ts';
import { cannedSpend } from '@portico/widgets/testing/canned-spend.ts';
import { cannedWeeks } from '@portico/widgets/testing/canned-weeks.ts';
import type { Widget } from './combinations.ts';

type Routes = Record<string, CannedRoute>;
/** What a widget is answered, and the first question it asks: the one that fails or is not answered. */
type World = { routes: Routes; firstPath: string };

const openPost = { id: 'jp_1', title: 'Front-end engineer for a design system', state: 'open' as const };

/** How many of what each widget lists, where that is not none. */
export const worlds: Record<Widget, (isEmpty: boolean) => World> = {
  'talent-search': () => ({ routes: cannedJobs({ posts: [openPost] }).routes, firstPath: '/v1/talent/search' }),
  // Empty is where a person chooses what to begin with.
  'job-post': () => ({
    routes: cannedJobs({ posts: [{ id: 'jp_9', title: 'Design engineer for checkout forms' }] }).routes,
    firstPath: '/v1/tenant/job-fields',
  }),
  proposals: (isEmpty) => ({
    routes: { ...cannedJobs({ posts: [openPost] }).routes, ...cannedProposals({ count: isEmpty ? 0 : 6 }).routes },
    firstPath: '/v1/job-posts/jp_1/proposals',
  }),
  'contract-status': (isEmpty) => ({
    routes: cannedContracts({ count: isEmpty ? 0 : 2 }).routes,
    firstPath: '/v1/contract-status',
  }),
  'timesheet-review': (isEmpty) => ({
    routes: cannedWeeks({ count: isEmpty ? 0 : 2 }).routes,
    firstPath: '/v1/timesheets',
  }),
  approvals: (isEmpty) => ({
    routes: cannedApprovals({ count: isEmpty ? 0 : 2 }).routes,
    firstPath: '/v1/approvals',
  }),
  'talent-pool': (isEmpty) => ({
    routes: cannedPools({ count: isEmpty ? 0 : 3 }).routes,
    firstPath: '/v1/talent/pools',
  }),
  spend: (isEmpty) => ({ routes: cannedSpend({ count: isEmpty ? 0 : 2 }).routes, firstPath: '/v1/reports/spend' }),
};

/** A first question that is refused, or not answered until `slowMs` have passed, or never. */
export function hinder(api: CannedApi, path: string, state: string, slowMs: number): void {
  if (state === 'error') api.instead(path, () => problem(503, 'unavailable'));
  if (state === 'loading') api.instead(path, () => new Promise(() => {}));
  if (slowMs > 0 && state !== 'error' && state !== 'loading') {
    const stop = api.instead(path, async (request) => {
      await new Promise((resolve) => setTimeout(resolve, slowMs));
      stop();
      return api.answer(request);
    });
  }
}
