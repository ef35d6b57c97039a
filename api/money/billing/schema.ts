import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { paymentMethodSchema } from '../payment-methods/schema.ts';
import { fundingSourceSchema, paymentSchema } from '../payments/schema.ts';
import { amountOf, moneySchema } from '../schema.ts';

export const fundingChoiceSchema = z
  .strictObject({
    source: fundingSourceSchema,
    label: z.string().openapi({ example: 'Visa ending in 4242' }),
    isDefault: z.boolean(),
    available: z.array(moneySchema).openapi({ description: 'Of balance and credit line; empty for a method' }),
  })
  .openapi('FundingChoice');

const processorSchema = z.strictObject({
  name: z.string(),
  isSandbox: z.boolean().openapi({ description: 'No real money moves' }),
});

export const billingSchema = z
  .strictObject({
    processor: processorSchema,
    balances: z.array(moneySchema).openapi({ description: 'Prefunded, one a currency' }),
    credit: z
      .strictObject({ available: moneySchema, limit: moneySchema })
      .nullable()
      .openapi({ description: 'To buy on account; null where the operator set no line' }),
    defaultSource: fundingSourceSchema.nullable(),
    methods: z.array(paymentMethodSchema),
    prefund: z.strictObject({ minMinor: z.int(), maxMinor: z.int() }),
  })
  .openapi('Billing');

export const fundingChoicesSchema = z
  .strictObject({ processor: processorSchema, items: z.array(fundingChoiceSchema) })
  .openapi('FundingChoices');

export type Billing = z.infer<typeof billingSchema>;
export type FundingChoice = z.infer<typeof fundingChoiceSchema>;
export type FundingChoices = z.infer<typeof fundingChoicesSchema>;

const tags = ['Payments'];

export const getBillingRoute = createRoute({
  method: 'get',
  path: '/v1/billing',
  tags,
  summary: 'Balances, credit, saved methods, and what pays by default',
  responses: { 200: json(billingSchema, 'How the tenant pays'), ...problems(401, 403, 404) },
});

export const listSourcesRoute = createRoute({
  method: 'get',
  path: '/v1/billing/sources',
  tags,
  summary: 'What a payment can be taken from, the default first',
  responses: { 200: json(fundingChoicesSchema, 'The choices'), ...problems(401, 403, 404) },
});

export const setDefaultSourceRoute = createRoute({
  method: 'put',
  path: '/v1/billing/default-source',
  tags,
  summary: 'Choose what pays where nothing else is chosen',
  request: { body: jsonBody(fundingSourceSchema) },
  responses: { 200: json(billingSchema, 'Chosen'), ...problems(401, 403, 404, 409) },
});

export const prefundRoute = createRoute({
  method: 'post',
  path: '/v1/billing/prefunding',
  tags,
  summary: 'Put money on the tenant’s balance',
  request: {
    headers: z.object({ 'idempotency-key': z.string().min(1).max(255).optional() }),
    body: jsonBody(
      z.strictObject({ amount: amountOf({ minMinor: 1 }), methodId: z.string().min(1).max(64) }).openapi('Prefunding'),
    ),
  },
  responses: {
    201: json(paymentSchema, 'On the balance once its state is posted'),
    ...problems(401, 402, 403, 404, 409),
  },
});
