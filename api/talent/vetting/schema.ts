import { z } from '../../platform/http/routes.ts';
import { skillRefSchema } from '../freelancers/schema.ts';
import { appealStates } from './vetting-appeal.ts';
import {
  applicationKinds,
  applicationStates,
  decisionOutcomes,
  internalNoteMaxLength,
  reasonCategories,
  reasonsMax,
  reasonTextMaxLength,
} from './vetting-application.ts';
import { documentStates, wantedDocumentsMax } from './vetting-document.ts';
import { interviewStates, slotMinutesMax, slotMinutesMin, slotStates, slotsAtOnceMax } from './vetting-interview.ts';
import { criteriaMax, levelsMax, levelsMin, rubricStates, weightMax } from './vetting-rubric.ts';

/* Shapes alone; the freelancer’s own are in own-schema.ts, definitions of the routes in desk-definitions.ts and freelancer-definitions.ts. */

export const id = z.string().min(1).max(64);
export const instant = z.iso.datetime();
const personSchema = z.strictObject({ id: z.string(), name: z.string() });
const percent = z.number().min(0).max(100).openapi({ description: 'Percent, with two decimals at most' });
export const fileSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  bytes: z.int(),
  url: z.string(),
});
export const text = (max: number) => z.string().trim().max(max);
export const said = (max: number) => z.string().trim().min(1).max(max);

export const reasonSchema = z
  .strictObject({
    category: z.enum(reasonCategories),
    text: said(reasonTextMaxLength).openapi({ description: 'The freelancer reads it' }),
  })
  .openapi('VettingReason');
export type VettingReason = z.infer<typeof reasonSchema>;

/* Programs and rubrics */

export const wantedDocumentSchema = z
  .strictObject({
    key: z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/),
    label: said(120),
    isRequired: z.boolean(),
  })
  .openapi('WantedDocument');

const programFields = {
  name: said(120),
  description: text(4000),
  state: z.enum(['open', 'closed']),
  entry: z.enum(['open', 'invitation']).openapi({ description: 'Whether anybody may apply, or who was invited' }),
  minCompleteness: z.int().min(0).max(100),
  categoryId: id.nullable(),
  requiredSkills: z.array(skillRefSchema).max(15),
  documents: z.array(wantedDocumentSchema).max(wantedDocumentsMax),
};

export const newProgramSchema = z
  .strictObject({ poolId: id, ...programFields })
  .partial({
    description: true,
    state: true,
    entry: true,
    minCompleteness: true,
    categoryId: true,
    requiredSkills: true,
    documents: true,
  })
  .openapi('NewVettingProgram');
export type NewProgram = z.infer<typeof newProgramSchema>;
export const programEditSchema = z.strictObject(programFields).partial().openapi('VettingProgramEdit');
export type ProgramEdit = z.infer<typeof programEditSchema>;

export const programSchema = z
  .strictObject({
    id: z.string(),
    pool: z.strictObject({ id: z.string(), name: z.string() }),
    ...programFields,
    rubric: z
      .strictObject({ id: z.string(), version: z.int(), publishedAt: instant })
      .nullable()
      .openapi({ description: 'The version that scores are given by; null: nobody can be scored yet' }),
    draftId: z.string().nullable(),
    underWay: z.int().openapi({ description: 'Applications that are not decided yet' }),
    members: z.int(),
    revision: z.int(),
    createdAt: instant,
    updatedAt: instant,
  })
  .openapi('VettingProgram');
export type VettingProgram = z.infer<typeof programSchema>;

export const criterionSchema = z
  .strictObject({
    key: z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/),
    name: said(120),
    description: text(1000),
    weight: z.int().min(1).max(weightMax),
    levels: z
      .array(text(500))
      .min(levelsMin)
      .max(levelsMax)
      .openapi({ description: 'What each level means, the lowest first; as many as the scale has' }),
    floor: z.int().min(1).max(levelsMax).nullable().openapi({ description: 'Level that must be reached, from 1' }),
  })
  .openapi('RubricCriterion');
export type RubricCriterion = z.infer<typeof criterionSchema>;

export const rubricEditSchema = z
  .strictObject({ criteria: z.array(criterionSchema).max(criteriaMax), passPercent: z.int().min(0).max(100) })
  .openapi('VettingRubricEdit');
export type RubricEdit = z.infer<typeof rubricEditSchema>;

export const rubricSchema = z
  .strictObject({
    id: z.string(),
    programId: z.string(),
    programName: z.string(),
    version: z.int(),
    state: z.enum(rubricStates),
    criteria: z.array(criterionSchema),
    passPercent: z.int(),
    scores: z.int().openapi({ description: 'How many were given by this version' }),
    revision: z.int(),
    createdBy: personSchema,
    createdAt: instant,
    publishedBy: personSchema.nullable(),
    publishedAt: instant.nullable(),
  })
  .openapi('VettingRubric');
export type VettingRubric = z.infer<typeof rubricSchema>;

/* What an application consists of */

export const eligibilityFactSchema = z
  .strictObject({
    fact: z.enum(['completeness', 'category', 'skills', 'email', 'visibility', 'noBlock']),
    isMet: z.boolean(),
    wanted: z.string().openapi({ description: 'What the program asks for: `80`, `React, Node.js`' }),
    found: z.string(),
  })
  .openapi('EligibilityFact');
export type EligibilityFact = z.infer<typeof eligibilityFactSchema>;

export const documentSchema = z
  .strictObject({
    id: z.string(),
    key: z.string(),
    label: z.string(),
    state: z.enum(documentStates),
    file: fileSchema.nullable(),
    reason: z.string().nullable(),
    reviewedAt: instant.nullable(),
    submittedAt: instant,
  })
  .openapi('VettingDocument');
export type VettingDocument = z.infer<typeof documentSchema>;

export const slotSchema = z
  .strictObject({
    id: z.string(),
    reviewer: personSchema,
    startsAt: instant,
    endsAt: instant,
    timeZone: z.string().openapi({ example: 'Europe/Berlin' }),
    place: z.string(),
    state: z.enum(slotStates),
  })
  .openapi('InterviewSlot');
export type InterviewSlot = z.infer<typeof slotSchema>;

export const interviewSchema = z
  .strictObject({
    id: z.string(),
    reviewer: personSchema,
    startsAt: instant,
    endsAt: instant,
    timeZone: z.string(),
    place: z.string(),
    state: z.enum(interviewStates),
    wasMoved: z.boolean(),
    reason: z.string().nullable(),
  })
  .openapi('VettingInterview');
export type VettingInterview = z.infer<typeof interviewSchema>;

export const scoreSchema = z
  .strictObject({
    id: z.string(),
    reviewer: personSchema,
    rubric: z.strictObject({ id: z.string(), version: z.int() }),
    levels: z.record(z.string(), z.int()),
    comment: z.string(),
    percent,
    belowFloor: z.array(z.string()),
    givenAt: instant,
  })
  .openapi('VettingScore');
export type VettingScore = z.infer<typeof scoreSchema>;

export const decisionSchema = z
  .strictObject({
    id: z.string(),
    outcome: z.enum(decisionOutcomes),
    decidedBy: personSchema.nullable(),
    reasons: z.array(reasonSchema),
    internalNote: z.string(),
    until: instant.nullable(),
    percent: percent.nullable(),
    rubricVersion: z.int().nullable(),
    decidedAt: instant,
  })
  .openapi('VettingDecision');
export type VettingDecision = z.infer<typeof decisionSchema>;

export const appealSchema = z
  .strictObject({
    id: z.string(),
    against: z.enum(decisionOutcomes),
    text: z.string(),
    state: z.enum(appealStates),
    filedAt: instant,
    heardBy: personSchema.nullable(),
    reason: z.string().nullable(),
    heardAt: instant.nullable(),
  })
  .openapi('VettingAppeal');
export type VettingAppeal = z.infer<typeof appealSchema>;

/* The desk */

const caseHead = {
  id: z.string(),
  state: z.enum(applicationStates),
  kind: z.enum(applicationKinds),
  program: z.strictObject({ id: z.string(), name: z.string() }),
  pool: z.strictObject({ id: z.string(), name: z.string() }),
  freelancer: z.strictObject({
    id: z.string(),
    name: z.string(),
    headline: z.string(),
    photoUrl: z.string().nullable(),
    country: z.string(),
    timezone: z.string(),
  }),
  assignee: personSchema.nullable(),
  interviewAt: instant.nullable(),
  scoresGiven: z.int(),
  scoresNeeded: z.int(),
  percent: percent.nullable(),
  hasAppeal: z.boolean().openapi({ description: 'One waits to be heard' }),
  stateSince: instant,
  ageDays: z.int().openapi({ description: 'Whole days since the state was come into' }),
  expiresAt: instant.nullable(),
  createdAt: instant,
};

export const queuedCaseSchema = z.strictObject(caseHead).openapi('QueuedVettingCase');
export type QueuedCase = z.infer<typeof queuedCaseSchema>;

export const deskActions = [
  'assign',
  'checkEligibility',
  'reviewDocuments',
  'holdInterview',
  'markNoShow',
  'callOffInterview',
  'score',
  'approve',
  'reject',
  'askForMore',
  'suspend',
  'reinstate',
  'revoke',
  'hearAppeal',
] as const;
export type DeskAction = (typeof deskActions)[number];

export const mayOrNot = z.strictObject({
  may: z.boolean(),
  whyNot: z.string().nullable().openapi({ description: 'The code with which it would be refused' }),
});

export const vettingCaseSchema = z
  .strictObject({
    ...caseHead,
    revision: z.int(),
    message: z.string(),
    statement: z.string(),
    invitedBy: personSchema.nullable(),
    renewsId: z.string().nullable(),
    eligibility: z.array(eligibilityFactSchema),
    wantedDocuments: z.array(wantedDocumentSchema),
    documents: z.array(documentSchema),
    interview: interviewSchema.nullable(),
    rubric: z
      .strictObject({ id: z.string(), version: z.int(), criteria: z.array(criterionSchema), passPercent: z.int() })
      .nullable(),
    scores: z.array(scoreSchema).openapi({ description: 'Others’ scores only once the reader has given their own' }),
    hiddenScores: z.int(),
    belowFloor: z.array(z.string()).openapi({ description: 'Criteria whose floor all reviewers together missed' }),
    isPassing: z.boolean().nullable(),
    answer: z.string().nullable(),
    answerFiles: z.array(fileSchema),
    decisions: z.array(decisionSchema),
    appeals: z.array(appealSchema),
    coolDownUntil: instant.nullable(),
    memberSince: instant.nullable(),
    suspendedUntil: instant.nullable(),
    answerBy: instant.nullable(),
    earlier: z.array(z.strictObject({ id: z.string(), state: z.enum(applicationStates), createdAt: instant })),
    rules: z.strictObject({
      coolDownDays: z.int(),
      memberMonths: z.int(),
      interviewNoticeHours: z.int(),
      reviewersRequired: z.int(),
      scoreGapMax: z.int(),
      appealDays: z.int(),
      decidedByAnother: z.boolean(),
    }),
    actions: z.record(z.enum(deskActions), mayOrNot),
  })
  .openapi('VettingCase');
export type VettingCase = z.infer<typeof vettingCaseSchema>;

export const deskSummarySchema = z
  .strictObject({
    queues: z.array(
      z.strictObject({
        queue: z.string(),
        count: z.int(),
        oldestDays: z.int().nullable(),
      }),
    ),
    appeals: z.int(),
    reviewers: z.array(
      z.strictObject({
        person: personSchema,
        open: z.int().openapi({ description: 'Applications under way that they look after' }),
        interviews: z.int().openapi({ description: 'Booked' }),
        openSlots: z.int(),
        scoredLately: z.int().openapi({ description: 'Scores given within 30 days' }),
      }),
    ),
    programs: z.array(z.strictObject({ id: z.string(), name: z.string(), state: z.enum(['open', 'closed']) })),
    mayReview: z.boolean(),
  })
  .openapi('VettingDeskSummary');
export type DeskSummary = z.infer<typeof deskSummarySchema>;

export const inviteSchema = z
  .strictObject({ programId: id, freelancerId: id, message: text(2000) })
  .openapi('VettingInvitation');
export const assignSchema = z.strictObject({ reviewerId: id.nullable() });
export const reasonBodySchema = z.strictObject({ reason: said(reasonTextMaxLength) });
export const scoreBodySchema = z
  .strictObject({
    rubricId: id,
    levels: z.record(z.string().max(40), z.int().min(1).max(levelsMax)),
    comment: text(4000),
  })
  .openapi('NewVettingScore');
export type ScoreBody = z.infer<typeof scoreBodySchema>;
const reasons = z.array(reasonSchema).max(reasonsMax);
export const decideSchema = z
  .strictObject({
    outcome: z.enum(['approved', 'rejected', 'needsMore']),
    reasons,
    internalNote: text(internalNoteMaxLength),
  })
  .openapi('VettingDecisionToMake');
export type DecideBody = z.infer<typeof decideSchema>;
export const suspendSchema = z
  .strictObject({ reasons: reasons.min(1), until: instant, internalNote: text(internalNoteMaxLength) })
  .openapi('VettingSuspension');
export type SuspendBody = z.infer<typeof suspendSchema>;
export const revokeSchema = z
  .strictObject({ reasons: reasons.min(1), internalNote: text(internalNoteMaxLength) })
  .openapi('VettingRevocation');
export type RevokeBody = z.infer<typeof revokeSchema>;
export const hearSchema = z
  .strictObject({ outcome: z.enum(['upheld', 'overturned']), reason: said(reasonTextMaxLength) })
  .openapi('VettingAppealDecision');
export type HearBody = z.infer<typeof hearSchema>;
export const newSlotsSchema = z
  .strictObject({
    startsAt: z.array(instant).min(1).max(slotsAtOnceMax),
    minutes: z.int().min(slotMinutesMin).max(slotMinutesMax),
    timeZone: z.string().min(1).max(64),
    place: said(300).openapi({ description: 'A link or a sentence: where they meet' }),
  })
  .openapi('NewInterviewSlots');
export type NewSlots = z.infer<typeof newSlotsSchema>;
