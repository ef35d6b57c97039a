import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { isKnownCurrency } from '../currencies.ts';
import { moneySchema } from '../schema.ts';
import { blockReasons, payoutMethodStates, payoutRails } from './payout-method.ts';

const instant = z.iso.datetime();
const currency = z.string().length(3).refine(isKnownCurrency, 'This is no ISO 4217 currency in use.');
const line = (max: number) => z.string().trim().min(1).max(max);
const country = z.string().regex(/^[A-Z]{2}$/, 'Two capital letters of ISO 3166.');

export const payoutMethodSchema = z
  .strictObject({
    id: z.string(),
    rail: z.enum(payoutRails),
    isSandbox: z.boolean(),
    currency: z.string(),
    label: z.string().openapi({ description: 'Masked; whole numbers are never shown again', example: 'DE •••• 3000' }),
    holderName: z.string(),
    state: z.enum(payoutMethodStates),
    blockReason: z.enum(blockReasons).nullable(),
    usableAt: instant.nullable().openapi({ description: 'While waiting: from when it can be used' }),
    fee: moneySchema.openapi({ description: 'Of each payout to it, as things stand' }),
    createdAt: instant,
  })
  .openapi('PayoutMethod');
export type PayoutMethod = z.infer<typeof payoutMethodSchema>;

export const blockedPayoutMethodSchema = payoutMethodSchema
  .extend({
    freelancer: z.strictObject({ id: z.string(), name: z.string() }),
    legalNames: z.array(z.string()).openapi({ description: 'The account must be in one of these' }),
  })
  .openapi('BlockedPayoutMethod');
export type BlockedPayoutMethod = z.infer<typeof blockedPayoutMethodSchema>;

export const payoutMethodOptionSchema = z
  .strictObject({
    rail: z.enum(payoutRails),
    isSandbox: z.boolean(),
    isHosted: z.boolean().openapi({ description: 'The account is set up at the provider’s own page' }),
    accounts: z
      .array(z.strictObject({ token: z.string(), label: z.string() }))
      .openapi({ description: 'Test accounts of the sandbox; empty where real ones are typed in' }),
    currencies: z.array(z.strictObject({ currency: z.string(), fee: moneySchema })),
  })
  .openapi('PayoutMethodOption');
export type PayoutMethodOption = z.infer<typeof payoutMethodOptionSchema>;

export const payoutMethodsSchema = z
  .strictObject({
    items: z.array(payoutMethodSchema),
    options: z.array(payoutMethodOptionSchema),
    legalName: z.string().openapi({ description: 'The account must be in this name' }),
    waitDays: z.int(),
  })
  .openapi('PayoutMethods');
export type PayoutMethods = z.infer<typeof payoutMethodsSchema>;

const address = z.strictObject({
  street: line(70),
  postalCode: line(16),
  city: line(35),
  country,
});

export const wireAccountSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('iban'),
    iban: line(50),
    bic: line(11).optional().openapi({ description: 'Where the bank asks for it; 8 or 11 characters' }),
  }),
  z.strictObject({
    kind: z.literal('account'),
    accountNumber: line(34),
    /** ABA routing number of a bank in the United States. */
    routingNumber: line(9),
    bic: line(11).optional(),
  }),
]);
export type WireAccount = z.infer<typeof wireAccountSchema>;

export const newPayoutMethodSchema = z.discriminatedUnion('rail', [
  z.strictObject({
    rail: z.literal('directDeposit'),
    currency,
    holderName: line(70).optional().openapi({ description: 'Left out where the account is set up at the provider' }),
    account: line(100).optional().openapi({ description: 'A test account of the sandbox' }),
  }),
  z.strictObject({ rail: z.literal('paypal'), currency, holderName: line(70), email: z.email().max(127) }),
  z.strictObject({
    rail: z.literal('wire'),
    currency,
    holderName: line(70),
    account: wireAccountSchema,
    bankName: line(70).optional(),
    address,
  }),
]);
export type NewPayoutMethod = z.infer<typeof newPayoutMethodSchema>;

const tags = ['Payout methods'];
const params = z.strictObject({ id: z.string().min(1).max(64) });
const keyed = z.object({ 'idempotency-key': z.string().min(1).max(255).optional() });

export const listPayoutMethodsRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/payout-methods',
  tags,
  summary: 'Where a freelancer’s money can go, and what can be added',
  responses: { 200: json(payoutMethodsSchema, 'The methods'), ...problems(401, 403) },
});

export const addPayoutMethodRoute = createRoute({
  method: 'post',
  path: '/v1/freelancers/me/payout-methods',
  tags,
  summary: 'Add a payout method; it can be used after some days',
  request: { headers: keyed, body: jsonBody(newPayoutMethodSchema) },
  responses: { 201: json(payoutMethodSchema, 'Added'), ...problems(401, 403, 409, 503) },
});

export const removePayoutMethodRoute = createRoute({
  method: 'delete',
  path: '/v1/freelancers/me/payout-methods/{id}',
  tags,
  summary: 'Remove a payout method; payouts on their way to it go on',
  request: { headers: keyed, params },
  responses: { 200: json(payoutMethodSchema, 'Removed'), ...problems(401, 403, 404, 409) },
});

export const onboardingLinkSchema = z
  .strictObject({ url: z.url(), expiresAt: instant })
  .openapi('PayoutOnboardingLink');
export type OnboardingLink = z.infer<typeof onboardingLinkSchema>;

export const openOnboardingRoute = createRoute({
  method: 'post',
  path: '/v1/freelancers/me/payout-methods/{id}/onboarding-link',
  tags,
  summary: 'A link to the provider’s page where the account is set up; good for some minutes, once',
  request: { headers: keyed, params, body: jsonBody(z.strictObject({})) },
  responses: { 201: json(onboardingLinkSchema, 'The link'), ...problems(401, 403, 404, 409, 503) },
});

export const refreshPayoutMethodRoute = createRoute({
  method: 'post',
  path: '/v1/freelancers/me/payout-methods/{id}/look-up',
  tags,
  summary: 'Ask the provider again how the account stands',
  request: { params, body: jsonBody(z.strictObject({})) },
  responses: { 200: json(payoutMethodSchema, 'As it stands'), ...problems(401, 403, 404, 503) },
});

export const listBlockedMethodsRoute = createRoute({
  method: 'get',
  path: '/v1/operator/payout-methods',
  tags,
  summary: 'Payout methods that were stopped, the oldest first',
  request: { query: z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(50) }) },
  responses: {
    200: json(
      z.strictObject({ items: z.array(blockedPayoutMethodSchema) }).openapi('BlockedPayoutMethods'),
      'The methods, each with the names that its account may be in',
    ),
    ...problems(401, 403),
  },
});

export const clearPayoutMethodRoute = createRoute({
  method: 'post',
  path: '/v1/operator/payout-methods/{id}/clearance',
  tags,
  summary: 'Let a blocked method be used although its name differs, with a reason',
  request: { headers: keyed, params, body: jsonBody(z.strictObject({ reason: line(500) })) },
  responses: { 200: json(payoutMethodSchema, 'Waits for its days anew'), ...problems(401, 403, 404, 409) },
});
