import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { methodSetupStates } from './payment-method.ts';

const instant = z.iso.datetime();
const kind = z.enum(['card', 'bankDebit']);

export const paymentMethodSchema = z
  .strictObject({
    id: z.string(),
    kind,
    label: z.string().openapi({ example: 'Visa ending in 4242' }),
    brand: z.string(),
    last4: z.string(),
    expires: z.string().nullable().openapi({ description: 'Of a card', example: '2029-04' }),
    processor: z.string(),
    isUsable: z.boolean().openapi({ description: 'false: it was saved with a processor that is not set up any more' }),
    isDefault: z.boolean(),
    createdAt: instant,
  })
  .openapi('PaymentMethod');

export const methodSetupSchema = z
  .strictObject({
    id: z.string(),
    kind,
    state: z.enum(methodSetupStates).openapi({
      description: 'processing: the bank account is being proven; finished: methodId names what was saved',
    }),
    methodId: z.string().nullable(),
    refusal: z.string().nullable(),
    frame: z
      .strictObject({ clientSecret: z.string(), publishableKey: z.string() })
      .nullable()
      .openapi({ description: 'To open the processor’s own frame; null in the sandbox' }),
    testMethods: z
      .array(z.strictObject({ token: z.string(), label: z.string() }))
      .openapi({ description: 'Test cards of the sandbox; empty for a processor that takes real ones' }),
  })
  .openapi('PaymentMethodSetup');

export type PaymentMethodShape = z.infer<typeof paymentMethodSchema>;
export type MethodSetupShape = z.infer<typeof methodSetupSchema>;

const tags = ['Payments'];
const params = z.strictObject({ id: z.string().min(1).max(64) });
const keyHeader = z.object({ 'idempotency-key': z.string().min(1).max(255).optional() });
const startBody = jsonBody(z.strictObject({ kind }));
const completionBody = jsonBody(
  z.strictObject({
    testMethod: z.string().min(1).max(200).optional().openapi({ description: 'The sandbox’s token of a test card' }),
  }),
);
const methodList = json(
  z.strictObject({ items: z.array(paymentMethodSchema) }).openapi('PaymentMethods'),
  'The methods, the oldest first',
);

/** The same for a tenant and for a freelancer's own. */
function definitionsAt(path: string, whose: string) {
  return {
    list: createRoute({
      method: 'get',
      path: `${path}/methods`,
      tags,
      summary: `Cards and bank accounts that ${whose} saved`,
      responses: { 200: methodList, ...problems(401, 403, 404) },
    }),
    start: createRoute({
      method: 'post',
      path: `${path}/method-setups`,
      tags,
      summary: `Begin to save a card or bank account for ${whose}`,
      request: { headers: keyHeader, body: startBody },
      responses: {
        201: json(methodSetupSchema, 'Open it in the processor’s frame'),
        ...problems(401, 403, 404, 409, 503),
      },
    }),
    complete: createRoute({
      method: 'post',
      path: `${path}/method-setups/{id}/completion`,
      tags,
      summary: 'After the processor’s frame, or with a test card: keep what was saved',
      request: { params, headers: keyHeader, body: completionBody },
      responses: { 200: json(methodSetupSchema, 'How it stands now'), ...problems(401, 403, 404, 409, 503) },
    }),
    remove: createRoute({
      method: 'delete',
      path: `${path}/methods/{id}`,
      tags,
      summary: `Forget a card or bank account of ${whose}`,
      request: { params },
      responses: { 204: { description: 'Forgotten' }, ...problems(401, 403, 404, 409) },
    }),
  };
}

export const tenantDefinitions = definitionsAt('/v1/billing', 'the tenant');
export const ownDefinitions = definitionsAt('/v1/freelancers/me/billing', 'the freelancer');
