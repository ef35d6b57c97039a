import type { Approvals } from '@portico/widgets/approvals/approvals.ts';
import type { ContractStatus } from '@portico/widgets/contract-status/contract-status.ts';
import type { JobPostForm } from '@portico/widgets/job-post/job-post.ts';
import type { Proposals } from '@portico/widgets/proposals/proposals.ts';
import type { Spend } from '@portico/widgets/spend/spend.ts';
import type { TalentPool } from '@portico/widgets/talent-pool/talent-pool.ts';
import type { TalentSearch } from '@portico/widgets/talent-search/talent-search.ts';
import type { TimesheetReview } from '@portico/widgets/timesheet-review/timesheet-review.ts';
import type { Widget } from './combinations.ts';

type Elements = {
  'talent-search': TalentSearch;
  'job-post': JobPostForm;
  proposals: Proposals;
  'contract-status': ContractStatus;
  'timesheet-review': TimesheetReview;
  approvals: Approvals;
  'talent-pool': TalentPool;
  spend: Spend;
};

export type View<Element = HTMLElement & { root: ShadowRoot }> = {
  attributes?: Record<string, string>;
  properties?: object;
  /** as a person would, once the widget is ready */
  open?(element: Element): unknown;
  /** there when all of it is */
  shows?: string;
};

const question = { kind: 'choice' as const, text: 'Which tool?', choices: ['Vite', 'Rolldown'], isRequired: true };
const filled = {
  fields: {
    title: 'Design engineer for checkout forms',
    description:
      'Rebuild the **checkout** with fields that people can correct.\n\n- three forms\n- tests in four browsers',
    skills: [{ name: 'React' }, { name: 'CSS' }, { name: 'Accessibility' }],
    categoryId: 'web-development',
    budget: {
      kind: 'hourly' as const,
      min: { amountMinor: 6000, currency: 'USD' },
      max: { amountMinor: 9000, currency: 'USD' },
    },
    countries: ['SE', 'PT'],
    timezone: 'Europe/Stockholm',
    overlapHours: 4,
    visibility: 'poolOnly' as const,
    poolIds: ['tp_1'],
    questions: [question, { ...question, kind: 'text' as const, choices: [] }],
    purchaseOrder: { kind: 'number' as const, number: '4500-12' },
  },
};
const step = (number: number, shows: string): View<JobPostForm> => ({
  properties: filled,
  open: (element) => element.go(number),
  shows,
});

/** What is opened, by widget and state; the four states that all have need nothing. */
export const views: { [Name in Widget]: Record<string, View<Elements[Name]>> } = {
  'talent-search': {
    ready: { attributes: { query: 'react' }, properties: { filters: { skill: ['react'] } }, shows: '[part=item]' },
    empty: { attributes: { query: 'nobody' } },
    profile: { attributes: { profile: 'fr_1' }, shows: 'dialog dl, aside dl' },
    compare: {
      open: (element) => {
        for (const hit of element.result!.items.slice(0, 3)) element.compare(hit);
        element.openCompare();
      },
      shows: 'table',
    },
    invite: { open: (element) => element.invite(element.result!.items[0]!), shows: 'dialog[open] form' },
  },
  'job-post': {
    ready: { properties: filled, shows: '#title' },
    terms: step(1, '.guidance'),
    extras: step(2, '#questions-1-text'),
    review: step(3, '[part=preview]'),
    conflict: {
      attributes: { 'job-id': 'jp_9' },
      open: async (element) => {
        // Somebody else's change: same post, another revision.
        await element.api.ask<unknown>('/v1/job-posts/jp_9', {
          method: 'PATCH',
          body: { title: 'Another title' },
          headers: { 'if-match': '"jp_9.1"' },
        });
        element.change({ title: 'My title' });
      },
      shows: '[role=alert]',
    },
  },
  proposals: {
    ready: { shows: '.item' },
    proposal: { open: (element) => element.open('pr_1'), shows: 'aside .prose' },
    message: { open: (element) => element.open('pr_1', 'message'), shows: '#message' },
    compare: {
      open: (element) => {
        for (const card of element.board!.items.slice(0, 3)) element.compare(card);
        element.openCompare();
      },
      shows: 'dialog table',
    },
  },
  'contract-status': {
    contract: { attributes: { 'contract-id': 'ct_1' }, shows: 'aside h3' },
    hours: { attributes: { 'contract-id': 'ct_2' }, shows: 'aside h3' },
    release: inDialog('release'),
    bonus: inDialog('bonus'),
    end: inDialog('end'),
  },
  'timesheet-review': {
    week: { attributes: { 'timesheet-id': 'ts_1' }, shows: 'aside h3' },
    accept: { open: (element) => element.accept(element.page!.items[0]!), shows: 'dialog[open]' },
  },
  approvals: {
    request: { attributes: { 'approval-id': 'ap_2' }, shows: 'aside dl' },
    reason: { attributes: { 'approval-id': 'ap_1' }, open: (element) => element.want('reject'), shows: 'textarea' },
  },
  'talent-pool': {
    member: {
      open: (element) => element.open(element.page!.items[0]!),
      shows: 'aside [aria-busy=false] .notes',
    },
  },
  spend: { entries: { open: (element) => element.open(element.rows[0]!), shows: 'aside tbody td' } },
};

function inDialog(action: 'release' | 'bonus' | 'end'): View<ContractStatus> {
  return {
    attributes: { 'contract-id': 'ct_1' },
    open: (element) => element.act(action, element.page!.items[0]!, 'ms_1'),
    shows: 'dialog[open] form',
  };
}
