import { z } from '../../platform/http/routes.ts';
import {
  documentSchema,
  eligibilityFactSchema,
  fileSchema,
  id,
  instant,
  interviewSchema,
  mayOrNot,
  reasonSchema,
  said,
  text,
  wantedDocumentSchema,
} from './schema.ts';
import { appealStates, appealTextMaxLength } from './vetting-appeal.ts';
import {
  applicationKinds,
  applicationStates,
  decisionOutcomes,
  reasonTextMaxLength,
  statementMaxLength,
} from './vetting-application.ts';

/* The freelancer’s side: no names of reviewers’ scores, no internal note. */

export const nextSteps = [
  'answerInvitation',
  'completeProfile',
  'sendDocuments',
  'documentsUnderReview',
  'chooseSlot',
  'waitForSlots',
  'attendInterview',
  'waitForScores',
  'waitForDecision',
  'answer',
  'waitForAppeal',
  'appealOrWait',
  'applyAgain',
  'enjoy',
  'renew',
  'waitForEnd',
  'none',
] as const;

export const ownVettingSchema = z
  .strictObject({
    id: z.string(),
    state: z.enum(applicationStates),
    kind: z.enum(applicationKinds),
    program: z.strictObject({ id: z.string(), name: z.string(), description: z.string() }),
    pool: z.strictObject({ id: z.string(), name: z.string() }),
    desk: z.string().nullable().openapi({ description: 'Whose pool it is; null is the marketplace’s own' }),
    next: z.strictObject({
      step: z.enum(nextSteps),
      by: z.enum(['you', 'desk', 'nobody']),
      until: instant.nullable().openapi({ description: 'When it is due, or when it happens' }),
    }),
    message: z.string(),
    statement: z.string(),
    eligibility: z.array(eligibilityFactSchema),
    wantedDocuments: z.array(wantedDocumentSchema),
    documents: z.array(documentSchema),
    interview: interviewSchema.nullable(),
    decision: z
      .strictObject({
        outcome: z.enum(decisionOutcomes),
        reasons: z.array(reasonSchema),
        until: instant.nullable(),
        decidedAt: instant,
      })
      .nullable(),
    answer: z.string().nullable(),
    answerFiles: z.array(fileSchema),
    appeal: z
      .strictObject({
        text: z.string(),
        state: z.enum(appealStates),
        filedAt: instant,
        reason: z.string().nullable(),
        heardAt: instant.nullable(),
      })
      .nullable(),
    coolDownUntil: instant.nullable(),
    memberSince: instant.nullable(),
    expiresAt: instant.nullable(),
    suspendedUntil: instant.nullable(),
    interviewNoticeHours: z.int(),
    mayMove: mayOrNot,
    mayReportNoShow: mayOrNot,
    mayAppeal: mayOrNot,
    mayRenew: mayOrNot,
    mayWithdraw: mayOrNot,
    stateSince: instant,
    createdAt: instant,
  })
  .openapi('OwnVetting');
export type OwnVetting = z.infer<typeof ownVettingSchema>;

export const openProgramSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    pool: z.strictObject({ id: z.string(), name: z.string() }),
    desk: z.string().nullable(),
    wantedDocuments: z.array(wantedDocumentSchema),
    eligibility: z.array(eligibilityFactSchema),
    mayApply: mayOrNot,
    coolDownUntil: instant.nullable(),
  })
  .openapi('OpenVettingProgram');
export type OpenProgram = z.infer<typeof openProgramSchema>;

export const applySchema = z.strictObject({ programId: id, statement: text(statementMaxLength) }).openapi('NewVetting');
export const acceptSchema = z.strictObject({ statement: text(statementMaxLength) });
export const declineSchema = z.strictObject({ reason: text(reasonTextMaxLength) });
export const newDocumentSchema = z.strictObject({ key: id, label: text(120), fileId: id }).partial({ label: true });
export type NewDocument = z.infer<typeof newDocumentSchema>;
export const chooseSlotSchema = z.strictObject({ slotId: id });
export const answerSchema = z.strictObject({
  text: said(statementMaxLength),
  attachmentIds: z.array(id).max(10).optional(),
});
export type AnswerBody = z.infer<typeof answerSchema>;
export const appealBodySchema = z.strictObject({ text: said(appealTextMaxLength) });
