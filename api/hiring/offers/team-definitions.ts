import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { timelineResponses } from '../../platform/moves/schema.ts';
import { termsDifferencesSchema } from '../../work/contracts/schema.ts';
import { offerStates } from './offer.ts';
import * as schema from './schema.ts';
import { hashSchema } from './terms-schema.ts';

const id = z.string().min(1).max(64);
export const offerParams = z.strictObject({ id });
/** Anything that is no number of a version is a version that does not exist: 404. */
const version = z.string().min(1).max(16).openapi({ description: 'The number of a version', example: '1' });
export const versionsParams = z.strictObject({ id, a: version, b: version });
const ifMatch = z.object({ 'if-match': z.string().optional() });
const optionalKey = z.object({ 'idempotency-key': z.string().min(1).max(255).optional() });
const tags = ['Offers'];

/** The PDF of the newest version. */
export const documentResponse = {
  description: 'The newest version as a PDF; the same bytes each time',
  content: { 'application/pdf': { schema: z.string().openapi({ type: 'string', format: 'binary' }) } },
};

export const listOffersRoute = createRoute({
  method: 'get',
  path: '/v1/offers',
  tags,
  summary: 'The tenant’s offers, the last changed first',
  request: {
    query: z.strictObject({
      state: z.enum(offerStates).optional(),
      jobPostId: id.optional(),
      proposalId: id.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      cursor: z.string().max(500).optional(),
    }),
  },
  responses: {
    200: json(
      z
        .strictObject({ items: z.array(schema.offerSummarySchema), nextCursor: z.string().nullable() })
        .openapi('OfferPage'),
      'A page of offers',
    ),
    ...problems(401, 403, 404),
  },
});

export const createOfferRoute = createRoute({
  method: 'post',
  path: '/v1/offers',
  tags,
  summary: 'Draft an offer: from a proposal, to a known freelancer, or to somebody by e-mail',
  request: {
    headers: optionalKey,
    body: jsonBody(schema.offerFieldsSchema.extend({ to: schema.offerToSchema }).openapi('NewOffer')),
  },
  responses: { 201: json(schema.offerSchema, 'Drafted; its ETag is for editing'), ...problems(401, 403, 404, 409) },
});

export const getOfferRoute = createRoute({
  method: 'get',
  path: '/v1/offers/{id}',
  tags,
  summary: 'An offer with every version, its fees and its signatures',
  request: { params: offerParams },
  responses: { 200: json(schema.offerSchema, 'The offer; its ETag is for editing'), ...problems(401, 403, 404) },
});

export const changeOfferRoute = createRoute({
  method: 'patch',
  path: '/v1/offers/{id}',
  tags,
  summary: 'Change a draft, or answer a counter-offer with other terms',
  request: { params: offerParams, headers: ifMatch, body: jsonBody(schema.offerFieldsSchema) },
  responses: { 200: json(schema.offerSchema, 'Changed'), ...problems(401, 403, 404, 409, 412, 428) },
});

export const sendOfferRoute = createRoute({
  method: 'post',
  path: '/v1/offers/{id}/send',
  tags,
  summary: 'Sign and send it; a counter-offer is sent back as it is unless it was changed',
  request: {
    params: offerParams,
    headers: optionalKey,
    body: jsonBody(
      z.strictObject({
        typedName: schema.typedNameSchema.openapi({ description: 'The sender’s own name, as a signature' }),
        termsHash: hashSchema.optional().openapi({ description: 'Of the terms that were read' }),
      }),
    ),
  },
  responses: {
    200: json(schema.offerSchema, 'Sent, or waiting for an approval'),
    ...problems(401, 403, 404, 409),
  },
});

export const withdrawOfferRoute = createRoute({
  method: 'post',
  path: '/v1/offers/{id}/withdrawal',
  tags,
  summary: 'Take it back before it is accepted',
  request: { params: offerParams, body: jsonBody(z.strictObject({ reason: schema.reasonSchema })) },
  responses: { 200: json(schema.offerSchema, 'Withdrawn'), ...problems(401, 403, 404, 409) },
});

export const listOfferVersionsRoute = createRoute({
  method: 'get',
  path: '/v1/offers/{id}/versions',
  tags,
  summary: 'Every version that was put to the other side, the first first',
  request: { params: offerParams },
  responses: {
    200: json(z.strictObject({ items: z.array(schema.offerVersionSchema) }).openapi('OfferVersions'), 'All versions'),
    ...problems(401, 403, 404),
  },
});

export const offerDifferencesRoute = createRoute({
  method: 'get',
  path: '/v1/offers/{id}/versions/{a}/differences/{b}',
  tags,
  summary: 'What version b has other than version a',
  request: { params: versionsParams },
  responses: {
    200: json(termsDifferencesSchema, 'Field by field, and the text word by word'),
    ...problems(401, 403, 404),
  },
});

export const offerDocumentRoute = createRoute({
  method: 'get',
  path: '/v1/offers/{id}/document',
  tags,
  summary: 'The offer as a PDF with its signatures',
  request: { params: offerParams },
  responses: { 200: documentResponse, ...problems(401, 403, 404, 409) },
});

export const offerTimelineRoute = createRoute({
  method: 'get',
  path: '/v1/offers/{id}/timeline',
  tags,
  summary: 'Who did what with the offer, when and why',
  request: { params: offerParams },
  responses: timelineResponses,
});

export const getOfferInvitationRoute = createRoute({
  method: 'get',
  path: '/v1/offer-invitations/{id}',
  tags,
  summary: 'What an invitation mail links to: who offers what to which (masked) e-mail',
  request: { params: offerParams },
  responses: { 200: json(schema.offerInvitationSchema, 'The invitation'), ...problems(404) },
});
