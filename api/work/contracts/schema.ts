import { createRoute } from '@hono/zod-openapi';
import { moneySchema } from '../../money/schema.ts';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { timelineResponses } from '../../platform/moves/schema.ts';
import { richBlockSchema } from '../../platform/rich-text/schema.ts';
import { contractStates, endReasons, pauseKinds } from './contract.ts';

const instant = z.iso.datetime();
const date = z.iso.date();
export const contractParams = z.strictObject({ id: z.string().min(1).max(64) });
const query = z.strictObject({
  state: z.enum(contractStates).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(500).optional(),
});
export const reasonSchema = z.strictObject({ reason: z.string().trim().min(1).max(1000) });

/** What was signed; the offers above write it, as their termsHash proves. */
export const agreedTermsSchema = z
  .strictObject({
    title: z.string(),
    payment: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('fixed'),
        total: moneySchema,
        milestones: z.array(z.strictObject({ description: z.string(), dueOn: date.nullable(), amount: moneySchema })),
      }),
      z.strictObject({
        kind: z.literal('hourly'),
        rate: moneySchema,
        weeklyLimitHours: z.int().nullable(),
        manualTimeAllowed: z.boolean(),
      }),
    ]),
    startsOn: date.nullable(),
    endsOn: date.nullable(),
    purchaseOrder: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('number'), number: z.string() }),
        z.strictObject({ kind: z.literal('notYet') }),
      ])
      .nullable(),
    nda: z.boolean(),
    text: z.string(),
    template: z.strictObject({ id: z.string(), version: z.int(), hash: z.string() }).nullable(),
  })
  .openapi('AgreedTerms');
export type AgreedTerms = z.infer<typeof agreedTermsSchema>;

/** Of two versions of terms, as both sides read them before they sign. */
export const termsDifferencesSchema = z
  .strictObject({
    from: z.int(),
    to: z.int(),
    changes: z.array(
      z.strictObject({
        path: z.string().openapi({ description: 'JSON pointer into the terms: /payment/milestones/0/amount' }),
        label: z.string().openapi({ description: 'Names the field’s sentence: milestone.amount' }),
        before: z.unknown(),
        after: z.unknown(),
      }),
    ),
    text: z
      .array(z.strictObject({ kind: z.enum(['same', 'added', 'removed']), text: z.string() }))
      .openapi({ description: 'The terms’ text in pieces, word by word; joined without the removed it is the newer' }),
  })
  .openapi('TermsDifferences');
export type TermsDifferences = z.infer<typeof termsDifferencesSchema>;

const sharedShape = {
  id: z.string(),
  state: z.enum(contractStates),
  title: z.string(),
  payment: agreedTermsSchema.shape.payment,
  startsOn: date.openapi({ description: 'UTC' }),
  endsOn: date.nullable(),
  offerId: z.string(),
  jobPostId: z.string().nullable(),
  createdAt: instant,
  startedAt: instant.nullable(),
  cancelledAt: instant.nullable(),
  cancelReason: z.string().nullable(),
  revision: z.int().openapi({ description: 'Raised by every change inside the contract' }),
  endedBy: z.enum(['client', 'freelancer']).nullable(),
  endReason: z.enum(endReasons).nullable(),
  endNote: z.string().nullable(),
  endRequestedAt: instant.nullable(),
  endedAt: instant.nullable(),
  feedbackUntil: instant.nullable(),
  closedAt: instant.nullable(),
};
const pausesSchema = z
  .array(z.strictObject({ kind: z.enum(pauseKinds), reason: z.string().nullable(), pausedAt: instant }))
  .openapi({ description: 'Work goes on when none is left' });
const detailShape = {
  pauses: pausesSchema,
  terms: agreedTermsSchema,
  content: z.array(richBlockSchema).openapi({ description: 'The terms’ text, as pages show it' }),
  termsHash: z.string(),
  termsVersion: z.int().openapi({ description: '1: as signed with the offer; each amendment in force adds one' }),
  offerVersion: z.int(),
  proposalId: z.string().nullable(),
  signedByClient: z.string(),
  signedByFreelancer: z.string(),
};

export const contractSummarySchema = z
  .strictObject({
    ...sharedShape,
    freelancer: z.strictObject({ id: z.string(), name: z.string(), photoUrl: z.string().nullable() }),
    team: z.string().nullable(),
    costCenter: z.string().nullable(),
  })
  .openapi('ContractSummary');
export type ContractSummary = z.infer<typeof contractSummarySchema>;

export const contractSchema = contractSummarySchema.extend(detailShape).openapi('Contract');
export type Contract = z.infer<typeof contractSchema>;

export const freelancerContractSummarySchema = z
  .strictObject({ ...sharedShape, client: z.strictObject({ name: z.string(), logoUrl: z.string().nullable() }) })
  .openapi('FreelancerContractSummary');
export type FreelancerContractSummary = z.infer<typeof freelancerContractSummarySchema>;

export const freelancerContractSchema = freelancerContractSummarySchema
  .extend(detailShape)
  .openapi('FreelancerContract');
export type FreelancerContract = z.infer<typeof freelancerContractSchema>;

const tags = ['Contracts'];
const mine = '/v1/freelancers/me/contracts';

export const listContractsRoute = createRoute({
  method: 'get',
  path: '/v1/contracts',
  tags,
  summary: 'The tenant’s contracts, the newest first',
  request: { query },
  responses: {
    200: json(
      z
        .strictObject({ items: z.array(contractSummarySchema), nextCursor: z.string().nullable() })
        .openapi('ContractPage'),
      'A page of contracts',
    ),
    ...problems(401, 403, 404),
  },
});

export const getContractRoute = createRoute({
  method: 'get',
  path: '/v1/contracts/{id}',
  tags,
  summary: 'A contract with its signed terms',
  request: { params: contractParams },
  responses: { 200: json(contractSchema, 'The contract'), ...problems(401, 403, 404) },
});

export const cancelContractRoute = createRoute({
  method: 'post',
  path: '/v1/contracts/{id}/cancellation',
  tags,
  summary: 'Cancel it before its start',
  request: { params: contractParams, body: jsonBody(reasonSchema) },
  responses: { 200: json(contractSchema, 'Cancelled'), ...problems(401, 403, 404, 409) },
});

export const contractTimelineRoute = createRoute({
  method: 'get',
  path: '/v1/contracts/{id}/timeline',
  tags,
  summary: 'Who did what with the contract, when and why',
  request: { params: contractParams },
  responses: timelineResponses,
});

export const listMyContractsRoute = createRoute({
  method: 'get',
  path: mine,
  tags,
  summary: 'This freelancer’s contracts, the newest first; at a tenant’s address only that tenant’s',
  request: { query },
  responses: {
    200: json(
      z
        .strictObject({ items: z.array(freelancerContractSummarySchema), nextCursor: z.string().nullable() })
        .openapi('FreelancerContractPage'),
      'A page of contracts',
    ),
    ...problems(401, 403),
  },
});

export const getMyContractRoute = createRoute({
  method: 'get',
  path: `${mine}/{id}`,
  tags,
  summary: 'A contract with its signed terms',
  request: { params: contractParams },
  responses: { 200: json(freelancerContractSchema, 'The contract'), ...problems(401, 403, 404) },
});

export const cancelMyContractRoute = createRoute({
  method: 'post',
  path: `${mine}/{id}/cancellation`,
  tags,
  summary: 'Cancel it before its start',
  request: { params: contractParams, body: jsonBody(reasonSchema) },
  responses: { 200: json(freelancerContractSchema, 'Cancelled'), ...problems(401, 403, 404, 409) },
});

export const myContractTimelineRoute = createRoute({
  method: 'get',
  path: `${mine}/{id}/timeline`,
  tags,
  summary: 'Who did what with the contract, when and why',
  request: { params: contractParams },
  responses: timelineResponses,
});
