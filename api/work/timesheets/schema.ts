import { moneySchema } from '../../money/schema.ts';
import { z } from '../../platform/http/routes.ts';
import { chargeSchema, netSchema, paymentPartSchema } from '../milestones/money-schema.ts';
import { entryKinds, protectionGaps } from '../time-entries/time-entry.ts';
import { screenshotStates } from '../work-diary/work-diary.ts';
import { adjustmentKinds, adjustmentStates, chargeStates, timesheetStates } from './timesheet.ts';

const instant = z.iso.datetime();
const minutes = z.int().openapi({ description: 'Whole segments of ten' });
export const weekSchema = z.iso.date().openapi({ description: 'The week’s Monday, UTC', example: '2026-11-23' });

export const activityCodeTileSchema = z
  .strictObject({ id: z.string(), code: z.string(), name: z.string() })
  .openapi('ActivityCodeTile');

/** Ten minutes. */
export const segmentSchema = z
  .strictObject({
    id: z.string(),
    startsAt: instant,
    entryId: z.string(),
    kind: z.enum(entryKinds),
    memo: z.string(),
    activityCode: activityCodeTileSchema.nullable(),
    isOverLimit: z.boolean().openapi({ description: 'Recorded, never billed' }),
    isDisputed: z.boolean(),
    gaps: z
      .array(z.enum(protectionGaps))
      .openapi({ description: 'Why this segment is not protected; empty: its payment is certain' }),
    screenshot: z
      .strictObject({ url: z.string().openapi({ description: 'Signed; it stops working after some minutes' }) })
      .nullable(),
  })
  .openapi('TimeSegment');
export type TimeSegment = z.infer<typeof segmentSchema>;

export const timeEntrySchema = z
  .strictObject({
    id: z.string(),
    contractId: z.string(),
    kind: z.enum(entryKinds),
    startsAt: instant.openapi({ description: 'Of its first segment' }),
    endsAt: instant.openapi({ description: 'Of its last segment' }),
    minutes,
    memo: z.string(),
    activityCode: activityCodeTileSchema.nullable(),
    etag: z.string(),
  })
  .openapi('TimeEntry');
export type TimeEntry = z.infer<typeof timeEntrySchema>;

const timeShape = {
  minutes,
  trackedMinutes: minutes,
  manualMinutes: minutes,
  overLimitMinutes: minutes,
  billedMinutes: minutes.openapi({ description: 'What is or will be paid' }),
  protectedMinutes: minutes,
  limitMinutes: z.int().nullable().openapi({ description: 'null: no weekly limit' }),
};

const summaryShape = {
  id: z.string(),
  contractId: z.string(),
  title: z.string(),
  week: weekSchema,
  startsAt: instant,
  endsAt: instant,
  state: z.enum(timesheetStates),
  revision: z.int(),
  rate: moneySchema,
  ...timeShape,
  amount: moneySchema.openapi({ description: 'Of the billed time; before the charge as it stands' }),
  charge: z.enum(chargeStates),
  chargeRefusal: z.string().nullable(),
  chargesAt: instant.openapi({ description: 'When the week is charged, or was' }),
  editableUntil: instant.openapi({ description: 'The end of the freelancer’s review' }),
  reviewUntil: instant.openapi({ description: 'The end of the client’s review: after it the week is accepted' }),
  acceptedAt: instant.nullable(),
  disputed: moneySchema.nullable().openapi({ description: 'Frozen until the dispute is resolved' }),
  earned: moneySchema,
  refunded: moneySchema,
};

export const timesheetFreelancerSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  photoUrl: z.string().nullable(),
});

/** As the client's people list and review it. */
export const timesheetSummarySchema = z
  .strictObject({
    ...summaryShape,
    freelancer: timesheetFreelancerSchema,
    team: z.string().nullable(),
    clientFee: moneySchema,
    total: moneySchema.openapi({ description: 'Amount, fees and taxes: what the client pays' }),
    rights: z
      .strictObject({
        accept: z.string().nullable(),
        dispute: z.string().nullable(),
        withdrawDispute: z.string().nullable(),
        adjust: z.string().nullable(),
      })
      .openapi({ description: 'null: this person may do it now; else a closed code for why not' }),
  })
  .openapi('TimesheetSummary');
export type TimesheetSummary = z.infer<typeof timesheetSummarySchema>;

export const ownTimesheetSummarySchema = z
  .strictObject({
    ...summaryShape,
    client: z.strictObject({ name: z.string(), logoUrl: z.string().nullable() }),
    net: netSchema.openapi({ description: 'What the freelancer gets of the amount' }),
    rights: z.strictObject({
      edit: z.string().nullable(),
      enterManual: z.string().nullable(),
      concede: z.string().nullable(),
      giveBack: z.string().nullable(),
    }),
  })
  .openapi('OwnTimesheetSummary');
export type OwnTimesheetSummary = z.infer<typeof ownTimesheetSummarySchema>;

export const disputeSchema = z
  .strictObject({
    id: z.string(),
    reason: z.string(),
    minutes,
    amount: moneySchema,
    disputedBy: z.string(),
    disputedAt: instant,
    outcome: z.enum(['withdrawn', 'conceded', 'decided']).nullable(),
    released: moneySchema.nullable(),
    refunded: moneySchema.nullable(),
    resolution: z.string().nullable(),
    resolvedAt: instant.nullable(),
  })
  .openapi('TimesheetDispute');

export const adjustmentSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(adjustmentKinds),
    state: z.enum(adjustmentStates),
    amount: moneySchema,
    reason: z.string(),
    madeBy: z.string(),
    refusal: z.string().nullable(),
    createdAt: instant,
  })
  .openapi('TimeAdjustment');
export type TimeAdjustment = z.infer<typeof adjustmentSchema>;

const daySchema = z
  .strictObject({ date: z.iso.date().openapi({ description: 'UTC' }), minutes, segments: z.array(segmentSchema) })
  .openapi('TimesheetDay');

const activityTotalSchema = z
  .strictObject({ activityCode: activityCodeTileSchema.nullable(), minutes })
  .openapi('ActivityTotal');

const detailShape = {
  days: z.array(daySchema).openapi({ description: 'Days of the week with time, the first first' }),
  memos: z.array(z.strictObject({ memo: z.string(), minutes })).openapi({ description: 'The longest first' }),
  activities: z.array(activityTotalSchema),
  dispute: disputeSchema.nullable(),
  adjustments: z.array(adjustmentSchema),
  screenshots: z.enum(screenshotStates),
};

export const timesheetSchema = timesheetSummarySchema
  .extend({
    ...detailShape,
    quote: chargeSchema.openapi({ description: 'What the week costs, line by line' }),
    payment: paymentPartSchema.nullable(),
    isSandbox: z.boolean().openapi({ description: 'No real money moves' }),
  })
  .openapi('Timesheet');
export type Timesheet = z.infer<typeof timesheetSchema>;

export const ownTimesheetSchema = ownTimesheetSummarySchema
  .extend({ ...detailShape, entries: z.array(timeEntrySchema), isSandbox: z.boolean() })
  .openapi('OwnTimesheet');
export type OwnTimesheet = z.infer<typeof ownTimesheetSchema>;

/** A contract that takes time, as a sheet or a timer offers it. */
export const timedContractSchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    client: z.strictObject({ name: z.string(), logoUrl: z.string().nullable() }),
    rate: moneySchema,
    limitMinutes: z.int().nullable(),
    manualTimeAllowed: z.boolean(),
    takesTime: z.string().nullable().openapi({ description: 'null, or why no time is added now: contract_paused' }),
    isActivityCodeRequired: z.boolean(),
    activityCodes: z.array(activityCodeTileSchema),
    screenshots: z.enum(screenshotStates),
  })
  .openapi('TimedContract');
export type TimedContract = z.infer<typeof timedContractSchema>;

/** All of a freelancer's time in one week. */
export const ownWeekSchema = z
  .strictObject({
    week: weekSchema,
    startsAt: instant,
    endsAt: instant,
    minutes,
    contracts: z.array(timedContractSchema),
    timesheets: z.array(ownTimesheetSchema),
  })
  .openapi('OwnWeek');
export type OwnWeek = z.infer<typeof ownWeekSchema>;
