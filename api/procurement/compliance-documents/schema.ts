import { createRoute } from '@hono/zod-openapi';
import { fileRefSchema } from '../../platform/files/schema.ts';
import { json, problems, z } from '../../platform/http/routes.ts';
import { documentKinds, documentValidities, scanStates } from './compliance-document.ts';

const instant = z.iso.datetime();

export const complianceDocumentSchema = z
  .strictObject({
    id: z.string(),
    contractId: z.string(),
    freelancerId: z.string(),
    taskId: z.string().nullable(),
    kind: z.enum(documentKinds),
    title: z.string(),
    hash: z.string().openapi({ description: 'SHA-256 of the bytes' }),
    validUntil: instant.nullable(),
    validity: z.enum(documentValidities),
    scan: z.enum(scanStates).openapi({ description: 'notScanned: this installation has no scanner' }),
    file: fileRefSchema.nullable().openapi({ description: 'null while it is being scanned, and when it is unsafe' }),
    addedBy: z.string(),
    addedAt: instant,
  })
  .openapi('ComplianceDocument');
export type ComplianceDocument = z.infer<typeof complianceDocumentSchema>;

export const complianceDocumentPageSchema = z
  .strictObject({
    items: z.array(complianceDocumentSchema),
    nextCursor: z.string().nullable(),
    counts: z.array(z.strictObject({ validity: z.enum(documentValidities), count: z.int() })),
  })
  .openapi('ComplianceDocumentPage');
export type ComplianceDocumentPage = z.infer<typeof complianceDocumentPageSchema>;

const query = z.strictObject({
  validity: z.enum(documentValidities).optional(),
  kind: z.enum(documentKinds).optional(),
  freelancer: z.string().min(1).max(64).optional(),
  contract: z.string().min(1).max(64).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(500).optional(),
});
export type DocumentQuery = Omit<z.infer<typeof query>, 'freelancer'>;
const tags = ['Compliance documents'];

export const listDocumentsRoute = createRoute({
  method: 'get',
  path: '/v1/compliance-documents',
  tags,
  summary: 'Papers of the tenant’s freelancers, those that end soonest first',
  request: { query },
  responses: { 200: json(complianceDocumentPageSchema, 'One page'), ...problems(401, 403, 404) },
});

export const listOwnDocumentsRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/compliance-documents',
  tags,
  summary: 'Your own papers, those that end soonest first',
  request: { query: query.omit({ freelancer: true }) },
  responses: { 200: json(complianceDocumentPageSchema, 'One page'), ...problems(401, 403) },
});
