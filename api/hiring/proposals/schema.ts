import { moneySchema } from '../../money/schema.ts';
import { fileRefSchema } from '../../platform/files/schema.ts';
import { z } from '../../platform/http/routes.ts';
import { formattedTextSchema } from '../../platform/rich-text/schema.ts';
import { badges } from '../../talent/freelancers/freelancer.ts';
import { answerSchema, bidSchema, closingSchema, proposalStateSchema } from './parts-schema.ts';
import { boostPlaces, proposalStates } from './proposal.ts';

/* The client's side: what the team of a post sees and does. What freelancers see is in own-schema.ts. */

export const starsSchema = z.int().min(1).max(5);
const person = z.strictObject({ id: z.string(), name: z.string() });
export const proposalFreelancerSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    headline: z.string(),
    photoUrl: z.string().nullable(),
    country: z.string(),
    timezone: z.string(),
    hourlyRate: moneySchema.nullable(),
    jobSuccess: z.int().nullable(),
    badge: z.enum(badges).nullable(),
    isVerified: z.boolean(),
    hoursPerWeek: z.int(),
    nextFreeDate: z.string().nullable(),
  })
  .openapi('ProposalFreelancer');

export const proposalCardSchema = z
  .strictObject({
    id: z.string(),
    state: proposalStateSchema,
    freelancer: proposalFreelancerSchema,
    bid: bidSchema,
    fit: z.strictObject({
      matchedSkills: z.array(z.string()).openapi({ description: 'Skills of the post that the profile names' }),
      missingSkills: z.array(z.string()),
      score: z.number().openapi({ description: '0 to 1; what bestMatch sorts by, boosts aside' }),
      reasons: z.array(z.enum(['allSkills', 'withinBudget', 'jobSuccess', 'verified', 'invited', 'availableNow'])),
    }),
    letterExcerpt: z.string(),
    answers: z.array(z.strictObject({ questionId: z.string(), text: z.string() })).openapi({
      description: 'Cut to a line each; a file is its name',
    }),
    attachmentCount: z.int(),
    boostPlace: z.int().min(1).max(boostPlaces).nullable(),
    isInvited: z.boolean(),
    isShortlisted: z.boolean(),
    isArchived: z.boolean(),
    rating: z.strictObject({ average: z.number().nullable(), count: z.int(), own: starsSchema.nullable() }),
    noteCount: z.int(),
    messageCount: z.int(),
    unreadMessages: z.int(),
    submittedAt: z.iso.datetime(),
    termsChangedAt: z.iso.datetime().nullable(),
    viewedAt: z.iso.datetime().nullable(),
    closing: closingSchema,
  })
  .openapi('ProposalCard');
export type ProposalCard = z.infer<typeof proposalCardSchema>;

export const boardSchema = z
  .strictObject({
    jobPost: z.strictObject({
      id: z.string(),
      title: z.string(),
      state: z.string(),
      skills: z.array(z.string()),
      questions: z.array(z.strictObject({ id: z.string(), kind: z.string(), text: z.string() })),
    }),
    items: z.array(proposalCardSchema),
    total: z.int().openapi({ description: 'Proposals of the post, filters aside' }),
    counts: z.strictObject({
      ...(Object.fromEntries(proposalStates.map((state) => [state, z.int()])) as Record<
        (typeof proposalStates)[number],
        z.ZodInt
      >),
      shortlisted: z.int(),
      archived: z.int(),
      unread: z.int(),
    }),
  })
  .openapi('ProposalBoard');
export type ProposalBoard = z.infer<typeof boardSchema>;

export const proposalSchema = proposalCardSchema
  .omit({ letterExcerpt: true, answers: true, attachmentCount: true })
  .extend({
    jobPost: z.strictObject({ id: z.string(), title: z.string(), state: z.string() }),
    coverLetter: formattedTextSchema,
    answers: z.array(answerSchema),
    attachments: z.array(fileRefSchema),
    termsVersion: z.int(),
    shortlistedBy: person.nullable(),
  })
  .openapi('Proposal');
export type Proposal = z.infer<typeof proposalSchema>;

export const proposalNoteSchema = z
  .strictObject({
    id: z.string(),
    author: person,
    isOwn: z.boolean(),
    text: z.string(),
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
  })
  .openapi('ProposalNote');
export type ProposalNote = z.infer<typeof proposalNoteSchema>;

export const proposalRatingsSchema = z
  .strictObject({
    average: z.number().nullable(),
    items: z.array(
      z.strictObject({ member: person, isOwn: z.boolean(), stars: starsSchema, ratedAt: z.iso.datetime() }),
    ),
  })
  .openapi('ProposalRatings');
export type ProposalRatings = z.infer<typeof proposalRatingsSchema>;

export const bulkAnswerSchema = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: z.string(),
        outcome: z
          .string()
          .openapi({ description: 'done, unchanged, not_found, or the code of the refusal: proposal_withdrawn' }),
      }),
    ),
    done: z.int(),
  })
  .openapi('BulkAnswer');
export type BulkAnswer = z.infer<typeof bulkAnswerSchema>;
