import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { timelineResponses } from '../../platform/moves/schema.ts';
import { termsDifferencesSchema } from '../../work/contracts/schema.ts';
import { offerMessageMaxLength } from './offer.ts';
import * as schema from './schema.ts';
import { documentResponse, offerParams, versionsParams } from './team-definitions.ts';
import { hashSchema } from './terms-schema.ts';

const tags = ['Freelancer’s offers'];
const path = '/v1/freelancers/me/offers';
const versionField = z.int().min(1).openapi({ description: 'The version that was read' });

export const listMyOffersRoute = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Offers to this freelancer, the newest first; at a tenant’s address only that tenant’s',
  request: {
    query: z.strictObject({
      open: z.enum(['true', 'false']).optional().openapi({ description: 'true: only those not ended' }),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      cursor: z.string().max(500).optional(),
    }),
  },
  responses: {
    200: json(
      z
        .strictObject({ items: z.array(schema.freelancerOfferSummarySchema), nextCursor: z.string().nullable() })
        .openapi('FreelancerOfferPage'),
      'A page of offers',
    ),
    ...problems(401, 403),
  },
});

export const getMyOfferRoute = createRoute({
  method: 'get',
  path: `${path}/{id}`,
  tags,
  summary: 'An offer with every version, fee and net',
  request: { params: offerParams },
  responses: { 200: json(schema.freelancerOfferSchema, 'The offer'), ...problems(401, 403, 404) },
});

export const acceptOfferRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/acceptance`,
  tags,
  summary: 'Sign the newest version by typing the own name; makes the contract',
  request: {
    params: offerParams,
    headers: z.object({ 'idempotency-key': z.string().optional().openapi({ description: 'Required' }) }),
    body: jsonBody(
      z.strictObject({
        version: versionField,
        termsHash: hashSchema,
        typedName: schema.typedNameSchema,
        agrees: z.literal(true),
      }),
    ),
  },
  responses: {
    200: json(
      z
        .strictObject({
          offerId: z.string(),
          contractId: z.string(),
          contractState: z.enum(['pendingOnboarding', 'ready', 'active']),
          signedAt: z.iso.datetime(),
        })
        .openapi('OfferAcceptance'),
      'Signed; the contract is made',
    ),
    ...problems(401, 403, 404, 409),
  },
});

export const counterOfferRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/counter`,
  tags,
  summary: 'Propose other terms; the client sends them back to sign, sends others, or withdraws',
  request: {
    params: offerParams,
    body: jsonBody(
      z.strictObject({
        version: versionField,
        terms: schema.counterTermsSchema,
        message: z.string().trim().max(offerMessageMaxLength).default(''),
      }),
    ),
  },
  responses: { 200: json(schema.freelancerOfferSchema, 'Countered'), ...problems(401, 403, 404, 409) },
});

export const declineOfferRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/decline`,
  tags,
  summary: 'Say no, with a reason',
  request: { params: offerParams, body: jsonBody(z.strictObject({ reason: schema.reasonSchema })) },
  responses: { 200: json(schema.freelancerOfferSchema, 'Declined'), ...problems(401, 403, 404, 409) },
});

export const myOfferVersionsRoute = createRoute({
  method: 'get',
  path: `${path}/{id}/versions`,
  tags,
  summary: 'Every version that one side put to the other, the first first',
  request: { params: offerParams },
  responses: {
    200: json(z.strictObject({ items: z.array(schema.offerVersionSchema) }).openapi('OfferVersions'), 'All versions'),
    ...problems(401, 403, 404),
  },
});

export const myOfferDifferencesRoute = createRoute({
  method: 'get',
  path: `${path}/{id}/versions/{a}/differences/{b}`,
  tags,
  summary: 'What version b has other than version a',
  request: { params: versionsParams },
  responses: {
    200: json(termsDifferencesSchema, 'Field by field, and the text word by word'),
    ...problems(401, 403, 404),
  },
});

export const myOfferDocumentRoute = createRoute({
  method: 'get',
  path: `${path}/{id}/document`,
  tags,
  summary: 'The offer as a PDF with its signatures',
  request: { params: offerParams },
  responses: { 200: documentResponse, ...problems(401, 403, 404) },
});

export const myOfferTimelineRoute = createRoute({
  method: 'get',
  path: `${path}/{id}/timeline`,
  tags,
  summary: 'Who did what with the offer, when and why',
  request: { params: offerParams },
  responses: timelineResponses,
});
