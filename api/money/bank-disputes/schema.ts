import { createRoute } from '@hono/zod-openapi';
import { fileRefSchema } from '../../platform/files/schema.ts';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { moneySchema } from '../schema.ts';
import { bankDisputeStates } from './bank-dispute.ts';

const instant = z.iso.datetime();

export const bankDisputeSchema = z
  .strictObject({
    id: z.string(),
    state: z.enum(bankDisputeStates),
    amount: moneySchema,
    reason: z.string().openapi({ description: 'In the bank’s words', example: 'fraudulent' }),
    payment: z.strictObject({ id: z.string(), description: z.string(), method: z.string(), paidAt: instant }),
    contractId: z.string().nullable(),
    processor: z.string(),
    evidenceDueAt: instant.nullable(),
    submittedAt: instant.nullable().openapi({ description: 'When evidence was handed in' }),
    openedAt: instant,
    endedAt: instant.nullable(),
  })
  .openapi('BankDispute');

export const bankDisputeCaseSchema = bankDisputeSchema
  .extend({
    tenant: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    evidenceText: z.string(),
    attachments: z.array(fileRefSchema),
    lossIfLost: moneySchema.openapi({ description: 'What nobody’s account could give when it was opened' }),
  })
  .openapi('BankDisputeCase');

export type BankDisputeShape = z.infer<typeof bankDisputeSchema>;
export type BankDisputeCase = z.infer<typeof bankDisputeCaseSchema>;

const query = z.strictObject({
  state: z.enum(bankDisputeStates).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(500).optional(),
});
const params = z.strictObject({ id: z.string().min(1).max(64) });
const tags = ['Payments'];

export const listBankDisputesRoute = createRoute({
  method: 'get',
  path: '/v1/bank-disputes',
  tags,
  summary: 'Payments that the tenant’s banks took back, the newest first',
  request: { query },
  responses: {
    200: json(
      z
        .strictObject({ items: z.array(bankDisputeSchema), nextCursor: z.string().nullable() })
        .openapi('BankDisputePage'),
      'A page of them',
    ),
    ...problems(401, 403, 404),
  },
});

export const listCasesRoute = createRoute({
  method: 'get',
  path: '/v1/operator/bank-disputes',
  tags: ['Money desk'],
  summary: 'Bank disputes of all tenants, the newest first',
  request: { query },
  responses: {
    200: json(
      z
        .strictObject({ items: z.array(bankDisputeCaseSchema), nextCursor: z.string().nullable() })
        .openapi('BankDisputeCasePage'),
      'A page of them',
    ),
    ...problems(401, 403),
  },
});

export const submitEvidenceRoute = createRoute({
  method: 'post',
  path: '/v1/operator/bank-disputes/{id}/evidence',
  tags: ['Money desk'],
  summary: 'Hand in evidence to the bank; it takes it once',
  request: {
    params,
    body: jsonBody(
      z
        .strictObject({
          text: z.string().trim().min(20).max(20_000),
          attachmentIds: z.array(z.string().max(64)).max(3).default([]),
        })
        .openapi('BankDisputeEvidence'),
    ),
  },
  responses: { 200: json(bankDisputeCaseSchema, 'Handed in'), ...problems(401, 403, 404, 409, 503) },
});

export const acceptDisputeRoute = createRoute({
  method: 'post',
  path: '/v1/operator/bank-disputes/{id}/acceptance',
  tags: ['Money desk'],
  summary: 'Leave the money with the bank',
  request: { params },
  responses: { 200: json(bankDisputeCaseSchema, 'Lost'), ...problems(401, 403, 404, 409, 503) },
});
