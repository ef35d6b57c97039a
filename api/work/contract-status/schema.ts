import { createRoute } from '@hono/zod-openapi';
import { moneySchema } from '../../money/schema.ts';
import { json, problems, z } from '../../platform/http/routes.ts';
import { timelineEntrySchema } from '../../platform/moves/schema.ts';
import { contractStates, endReasons, pauseKinds } from '../contracts/contract.ts';
import { milestoneStates } from '../milestones/milestone.ts';
import { chargeStates, timesheetStates } from '../timesheets/timesheet.ts';
import { actionReasons, nextWhats, statusActions } from './next-step.ts';

const instant = z.iso.datetime();
const side = z.enum(['client', 'freelancer']);

/**
 * Everything is read from posted transfers of the ledger that name the contract, so that funded is always
 * inEscrow + held + released.
 */
export const contractMoneySchema = z
  .strictObject({
    funded: moneySchema.openapi({
      description: 'Paid in for work and not given back, without fees and taxes: inEscrow + held + released',
    }),
    inEscrow: moneySchema.openapi({
      description: 'What stands in accounts escrow (by milestone) and contractHold (weeks and retainers) now',
    }),
    held: moneySchema.openapi({ description: 'What stands in account disputeHold while a bank or a mediator decides' }),
    released: moneySchema.openapi({
      description:
        'Earned before the service fee, less refunds: what the contract brought to freelancerPending, freelancerAvailable and platformFees “service”',
    }),
    net: moneySchema.openapi({
      description: 'Earned after the service fee, less refunds: freelancerPending + freelancerAvailable',
    }),
    paid: moneySchema.nullable().openapi({
      description:
        'What the client gave in all, fees and taxes included, less refunds: out of processor, clientFunding and clientCredit; null for the freelancer, who does not see the client’s fees',
    }),
    remaining: moneySchema.nullable().openapi({
      description: 'Of the agreed total neither funded nor released yet; null for hourly work',
    }),
  })
  .openapi('ContractMoney');
export type ContractMoney = z.infer<typeof contractMoneySchema>;

export const nextStepSchema = z
  .strictObject({
    who: z.enum(['client', 'freelancer', 'nobody']),
    what: z.enum(nextWhats),
    subject: z
      .strictObject({
        kind: z.enum(['milestone', 'timesheet', 'amendment', 'retainer', 'onboardingTask']),
        id: z.string(),
        name: z.string().openapi({ description: 'The milestone’s description, the week’s Monday' }),
      })
      .nullable(),
    dueAt: instant.nullable().openapi({ description: 'What happens by itself then depends on `what`' }),
    action: z.enum(statusActions).nullable().openapi({ description: 'What takes the step; null where nobody can' }),
  })
  .openapi('ContractNextStep');
export type ContractNextStep = z.infer<typeof nextStepSchema>;

export const actionRightSchema = z
  .strictObject({
    may: z.boolean(),
    reason: z.enum(actionReasons).nullable().openapi({ description: 'Why not; null where it may be done' }),
  })
  .openapi('ActionRight');
export type ActionRight = z.infer<typeof actionRightSchema>;

const itemShape = {
  id: z.string(),
  revision: z.int().openapi({ description: 'Raised by every change inside the contract' }),
  title: z.string(),
  state: z.enum(contractStates),
  pauses: z.array(z.strictObject({ kind: z.enum(pauseKinds), reason: z.string().nullable(), pausedAt: instant })),
  kind: z.enum(['fixed', 'hourly']),
  other: z
    .strictObject({ id: z.string(), name: z.string(), imageUrl: z.string().nullable() })
    .openapi({ description: 'The other side: the freelancer for the client, the client for the freelancer' }),
  team: z.string().nullable().openapi({ description: 'null for the freelancer' }),
  startsOn: z.iso.date(),
  endsOn: z.iso.date().nullable(),
  nextStep: nextStepSchema.nullable().openapi({ description: 'null: it is over' }),
  money: contractMoneySchema,
  changedAt: instant,
};

export const contractStatusItemSchema = z.strictObject(itemShape).openapi('ContractStatusItem');
export type ContractStatusItem = z.infer<typeof contractStatusItemSchema>;

export const statusMilestoneSchema = z
  .strictObject({
    id: z.string(),
    position: z.int(),
    description: z.string(),
    amount: moneySchema,
    dueOn: z.iso.date().nullable(),
    state: z.enum(milestoneStates),
    submissions: z.int().openapi({ description: 'The version that was handed in last; 0 before the first' }),
    submittedAt: instant.nullable(),
    autoReleaseAt: instant.nullable(),
    changeReason: z.string().nullable(),
    rights: z.strictObject({
      fund: actionRightSchema,
      release: actionRightSchema,
      requestChanges: actionRightSchema,
      submit: actionRightSchema,
    }),
  })
  .openapi('ContractStatusMilestone');
export type StatusMilestone = z.infer<typeof statusMilestoneSchema>;

export const statusWeekSchema = z
  .strictObject({
    id: z.string().nullable().openapi({ description: 'The timesheet; null before time was recorded' }),
    startsOn: z.iso.date().openapi({ description: 'A Monday, UTC' }),
    state: z.enum(timesheetStates),
    charge: z.enum(chargeStates),
    trackedMinutes: z.int(),
    billableMinutes: z.int(),
    limitMinutes: z.int().nullable(),
    rate: moneySchema,
    amount: moneySchema.openapi({ description: 'Of the billable time, without fees' }),
    dueAt: instant.nullable(),
  })
  .openapi('ContractStatusWeek');
export type StatusWeek = z.infer<typeof statusWeekSchema>;

export const statusDeliverableSchema = z
  .strictObject({
    id: z.string(),
    milestoneId: z.string(),
    version: z.int(),
    note: z.string().openapi({ description: 'Plain words of it, shortened' }),
    files: z.int(),
    submittedAt: instant,
    answer: z.string().openapi({ description: 'waiting, changesRequested, accepted …' }),
  })
  .openapi('ContractStatusDeliverable');
export type StatusDeliverable = z.infer<typeof statusDeliverableSchema>;

/** What happened in the contract and in everything inside it. */
export const statusTimelineEntrySchema = timelineEntrySchema
  .extend({
    subject: z
      .strictObject({ kind: z.string(), id: z.string() })
      .openapi({ description: 'What it is about: contract, milestone, amendment' }),
  })
  .openapi('ContractTimelineEntry');
export type StatusTimelineEntry = z.infer<typeof statusTimelineEntrySchema>;

export const contractStatusSchema = z
  .strictObject({
    ...itemShape,
    side: side.openapi({ description: 'Who is asking' }),
    steps: z.array(nextStepSchema).openapi({ description: 'Everything that waits; the first is nextStep' }),
    milestones: z.array(statusMilestoneSchema),
    week: statusWeekSchema.nullable().openapi({ description: 'This week; null for a fixed price' }),
    reviewWeeks: z.array(statusWeekSchema).openapi({ description: 'Earlier weeks that somebody has to look at' }),
    deliverables: z.array(statusDeliverableSchema).openapi({ description: 'The newest five' }),
    amendment: z
      .strictObject({ id: z.string(), state: z.string(), proposedBy: side })
      .nullable()
      .openapi({ description: 'Other terms on their way' }),
    ended: z
      .strictObject({ by: side, reason: z.enum(endReasons), note: z.string().nullable(), at: instant })
      .nullable()
      .openapi({ description: 'Who asked for its end' }),
    openMoney: z
      .array(z.string())
      .openapi({ description: 'While it is ending: what has to be decided first, milestone_submitted' }),
    hasOnboarding: z.boolean().openapi({ description: 'Something was asked for before work, or may be' }),
    feedbackUntil: instant.nullable(),
    timeline: z.array(statusTimelineEntrySchema).openapi({ description: 'The newest ten, the newest first' }),
    rights: z.record(z.enum(statusActions), actionRightSchema),
    isSandbox: z.boolean().openapi({ description: 'No real money moves' }),
  })
  .openapi('ContractStatus');
export type ContractStatus = z.infer<typeof contractStatusSchema>;

/** Where a list starts: everything, what waits for the asker, or one state. */
export const statusFilters = ['all', 'waiting', 'open', ...contractStates] as const;

const query = z.strictObject({
  filter: z.enum(statusFilters).default('all').openapi({ description: '`open`: neither over nor cancelled' }),
  team: z.string().min(1).max(100).optional(),
  freelancer: z.string().min(1).max(64).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: z.string().max(500).optional(),
});
export const statusCountSchema = z.strictObject({
  filter: z.enum(statusFilters),
  count: z.int(),
  isMore: z.boolean().openapi({ description: 'There are more than were counted' }),
});
export const contractStatusPageSchema = z
  .strictObject({
    items: z.array(contractStatusItemSchema),
    nextCursor: z.string().nullable(),
    counts: z
      .array(statusCountSchema)
      .openapi({ description: 'Under the same team and freelancer; none is counted beyond 1,000' }),
    isSandbox: z.boolean(),
  })
  .openapi('ContractStatusPage');
export type ContractStatusPage = z.infer<typeof contractStatusPageSchema>;

const tags = ['Contract status'];
const params = z.strictObject({ contractId: z.string().min(1).max(64) });
const mine = '/v1/freelancers/me/contract-status';
const events = {
  200: {
    description:
      'Server-sent events: `event: changed`, data {"contractId","revision"}; a comment every 25 seconds; ends with the session',
    content: { 'text/event-stream': { schema: z.string() } },
  },
};

export const listStatusRoute = createRoute({
  method: 'get',
  path: '/v1/contract-status',
  tags,
  summary: 'What each contract of the tenant waits for, with its money',
  request: { query },
  responses: { 200: json(contractStatusPageSchema, 'One page'), ...problems(401, 403, 404) },
});

export const statusChangesRoute = createRoute({
  method: 'get',
  path: '/v1/contract-status/changes',
  tags,
  summary: 'Contracts of the tenant as they change, live',
  responses: { ...events, ...problems(401, 403, 404) },
});

export const getStatusRoute = createRoute({
  method: 'get',
  path: '/v1/contract-status/{contractId}',
  tags,
  summary: 'Everything about one contract: what it waits for, its money, and what the asker may do',
  request: { params },
  responses: { 200: json(contractStatusSchema, 'The contract'), ...problems(401, 403, 404) },
});

const timelineAnswers = {
  200: json(
    z.strictObject({ items: z.array(statusTimelineEntrySchema) }).openapi('ContractTimeline'),
    'The newest first, 500 at most',
  ),
  ...problems(401, 403, 404),
};

export const statusTimelineRoute = createRoute({
  method: 'get',
  path: '/v1/contract-status/{contractId}/timeline',
  tags,
  summary: 'Who did what in the contract and everything inside it, when and why',
  request: { params },
  responses: timelineAnswers,
});

export const myStatusTimelineRoute = createRoute({
  method: 'get',
  path: `${mine}/{contractId}/timeline`,
  tags,
  summary: 'Who did what in your contract and everything inside it, when and why',
  request: { params },
  responses: timelineAnswers,
});

export const listMyStatusRoute = createRoute({
  method: 'get',
  path: mine,
  tags,
  summary: 'What each of your contracts waits for, with its money',
  request: { query: query.omit({ team: true, freelancer: true }) },
  responses: { 200: json(contractStatusPageSchema, 'One page'), ...problems(401, 403) },
});

export const myStatusChangesRoute = createRoute({
  method: 'get',
  path: `${mine}/changes`,
  tags,
  summary: 'Your contracts as they change, live',
  responses: { ...events, ...problems(401, 403) },
});

export const getMyStatusRoute = createRoute({
  method: 'get',
  path: `${mine}/{contractId}`,
  tags,
  summary: 'Everything about one of your contracts',
  request: { params },
  responses: { 200: json(contractStatusSchema, 'The contract'), ...problems(401, 403, 404) },
});
