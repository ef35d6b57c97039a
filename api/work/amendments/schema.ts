import { createRoute } from '@hono/zod-openapi';
import { amountOf } from '../../money/schema.ts';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { richBlockSchema } from '../../platform/rich-text/schema.ts';
import { agreedTermsSchema, termsDifferencesSchema } from '../contracts/schema.ts';
import { amendmentMessageMaxLength, amendmentStates, amendmentTextMaxLength } from './amendment.ts';

const instant = z.iso.datetime();
const side = z.enum(['client', 'freelancer']);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const typedName = z.string().max(200);
const reason = z.strictObject({ reason: z.string().trim().min(1).max(1000) });

/** What is to be other than it is; what is left out stays. */
export const termsChangeSchema = z
  .strictObject({
    rate: amountOf({ minMinor: 1 }).openapi({ description: 'Hourly work; from the next Monday 00:00 UTC' }),
    weeklyLimitHours: z.int().min(1).max(168).nullable().openapi({ description: 'Hourly work; null: no limit' }),
    total: amountOf({ minMinor: 1 }).openapi({ description: 'Fixed price: what all milestones may sum to' }),
    endsOn: z.iso.date().nullable(),
    purchaseOrder: agreedTermsSchema.shape.purchaseOrder,
    text: z.string().max(amendmentTextMaxLength).openapi({ description: 'Markdown' }),
  })
  .partial()
  .openapi('TermsChange');
export type TermsChange = z.infer<typeof termsChangeSchema>;

export const amendmentPreviewSchema = z
  .strictObject({
    version: z.int(),
    terms: agreedTermsSchema,
    content: z.array(richBlockSchema),
    termsHash: hash.openapi({ description: 'What a signature stands under' }),
    differences: termsDifferencesSchema,
    takesEffect: z.enum(['atOnce', 'nextWeek']).openapi({
      description: 'As soon as both have signed, or from the next Monday 00:00 UTC for another rate',
    }),
    isApprovalAsked: z.boolean().openapi({
      description: 'Money, end or order differ: where the client has a rule on approvals, it asks again',
    }),
    signerName: z.string().openapi({ description: 'What the asker types to sign' }),
  })
  .openapi('AmendmentPreview');
export type AmendmentPreview = z.infer<typeof amendmentPreviewSchema>;

export const amendmentSchema = z
  .strictObject({
    id: z.string(),
    contractId: z.string(),
    state: z.enum(amendmentStates),
    proposedBy: side,
    version: z.int(),
    terms: agreedTermsSchema,
    termsHash: hash,
    differences: termsDifferencesSchema,
    message: z.string(),
    takesEffect: z.enum(['atOnce', 'nextWeek']),
    effectiveFrom: instant.nullable().openapi({ description: 'Set when both have signed' }),
    expiresAt: instant.nullable(),
    endReason: z.string().nullable(),
    approvalId: z.string().nullable().openapi({ description: 'null for the freelancer' }),
    signatures: z.array(z.strictObject({ side, typedName: z.string(), signedAt: instant, termsHash: hash })),
    mayAnswer: z.boolean().openapi({ description: 'It waits for the asker’s side' }),
    mayWithdraw: z.boolean(),
    signerName: z.string(),
    createdAt: instant,
    updatedAt: instant,
  })
  .openapi('Amendment');
export type Amendment = z.infer<typeof amendmentSchema>;

export const termsVersionSchema = z
  .strictObject({
    version: z.int(),
    termsHash: z.string(),
    effectiveFrom: instant.nullable().openapi({ description: 'null: from the start of the contract' }),
    amendmentId: z.string().nullable(),
    isInForce: z.boolean(),
    terms: agreedTermsSchema,
  })
  .openapi('TermsVersion');
export type TermsVersion = z.infer<typeof termsVersionSchema>;

export const amendmentListSchema = z
  .strictObject({
    items: z.array(amendmentSchema).openapi({ description: 'The newest first' }),
    versions: z.array(termsVersionSchema).openapi({ description: 'Every version that was agreed, the newest first' }),
  })
  .openapi('AmendmentList');
export type AmendmentList = z.infer<typeof amendmentListSchema>;

export const proposalSchema = z
  .strictObject({
    change: termsChangeSchema,
    termsHash: hash.openapi({ description: 'From the preview: exactly these terms are signed' }),
    typedName,
    message: z.string().trim().max(amendmentMessageMaxLength).default(''),
  })
  .openapi('AmendmentProposal');
export type AmendmentProposal = z.input<typeof proposalSchema>;

const tags = ['Amendments'];
const id = z.string().min(1).max(64);
const params = z.strictObject({ id });
const preview = z.strictObject({ change: termsChangeSchema });
const signature = z.strictObject({ termsHash: hash, typedName });

function definitionsAt(prefix: '/v1' | '/v1/freelancers/me') {
  return {
    list: createRoute({
      method: 'get',
      path: `${prefix}/contracts/{id}/amendments`,
      tags,
      summary: 'Proposals of other terms, and every version that was agreed',
      request: { params },
      responses: { 200: json(amendmentListSchema, 'The newest first'), ...problems(401, 403, 404) },
    }),
    preview: createRoute({
      method: 'post',
      path: `${prefix}/contracts/{id}/amendments/preview`,
      tags,
      summary: 'What the terms would be, what differs, and the hash to sign; nothing is kept',
      request: { params, body: jsonBody(preview) },
      responses: { 200: json(amendmentPreviewSchema, 'The terms'), ...problems(401, 403, 404, 409) },
    }),
    propose: createRoute({
      method: 'post',
      path: `${prefix}/contracts/{id}/amendments`,
      tags,
      summary: 'Sign other terms and put them to the other side; one at a time',
      request: { params, body: jsonBody(proposalSchema) },
      responses: {
        201: json(amendmentSchema, 'Proposed, or waiting for an approval'),
        ...problems(401, 403, 404, 409),
      },
    }),
    sign: createRoute({
      method: 'post',
      path: `${prefix}/amendments/{id}/signature`,
      tags,
      summary: 'Sign what the other side proposed, by its hash and the own name',
      request: { params, body: jsonBody(signature) },
      responses: { 200: json(amendmentSchema, 'Agreed, or waiting for an approval'), ...problems(401, 403, 404, 409) },
    }),
    decline: createRoute({
      method: 'post',
      path: `${prefix}/amendments/{id}/decline`,
      tags,
      summary: 'Decline what the other side proposed; the present terms hold',
      request: { params, body: jsonBody(reason) },
      responses: { 200: json(amendmentSchema, 'Declined'), ...problems(401, 403, 404, 409) },
    }),
    withdraw: createRoute({
      method: 'post',
      path: `${prefix}/amendments/{id}/withdrawal`,
      tags,
      summary: 'Take the own proposal back',
      request: { params },
      responses: { 200: json(amendmentSchema, 'Withdrawn'), ...problems(401, 403, 404, 409) },
    }),
  } as const;
}

export const teamRoutes = definitionsAt('/v1');
export const ownRoutes = definitionsAt('/v1/freelancers/me');
