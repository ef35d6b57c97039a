import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { planFeatures, plans } from '../../platform/tenants/plan.ts';
import { paymentSchema } from '../payments/schema.ts';
import { moneySchema } from '../schema.ts';
import { intervals, subscriptionStates } from './subscription.ts';

const instant = z.iso.datetime();
const plan = z.enum(plans);
const interval = z.enum(intervals);

/** What is charged for a period, with the tax of where the tenant has its seat. */
const quoteSchema = z.strictObject({ amount: moneySchema, tax: moneySchema, total: moneySchema });

export const planOfferSchema = z
  .strictObject({
    plan,
    features: z.array(z.enum(planFeatures)),
    prices: z
      .strictObject({ month: quoteSchema, year: quoteSchema })
      .nullable()
      .openapi({ description: 'null: free, or agreed with the marketplace' }),
    isByAgreement: z.boolean(),
  })
  .openapi('PlanOffer');

export const subscriptionSchema = z
  .strictObject({
    id: z.string(),
    plan,
    state: z.enum(subscriptionStates),
    interval,
    nextInterval: interval.openapi({ description: 'From the next period on; nothing is prorated' }),
    methodId: z.string(),
    methodLabel: z.string(),
    periodStart: instant.nullable(),
    periodEnd: instant.nullable(),
    cancelsAtEnd: z.boolean(),
    nextCharge: z.strictObject({ at: instant, amount: moneySchema, tax: moneySchema, total: moneySchema }).nullable(),
    graceUntil: instant.nullable().openapi({ description: 'Past due: the plan stays open until then' }),
    refusal: z.string().nullable(),
  })
  .openapi('Subscription');

export const subscriptionReceiptSchema = z
  .strictObject({
    id: z.string(),
    startsAt: instant,
    endsAt: instant,
    total: moneySchema,
    state: z.enum(['charging', 'paid', 'failed']),
    paymentId: z.string().nullable(),
    refusal: z.string().nullable(),
    chargedAt: instant,
  })
  .openapi('SubscriptionCharge');

export const planPageSchema = z
  .strictObject({
    plan,
    offers: z.array(planOfferSchema),
    subscription: subscriptionSchema.nullable(),
    charges: z
      .array(subscriptionReceiptSchema)
      .openapi({ description: 'The newest first; empty without a billing role' }),
    mayManage: z.boolean(),
    isSandbox: z.boolean(),
  })
  .openapi('TenantPlan');
export type TenantPlan = z.infer<typeof planPageSchema>;

export const subscribedSchema = z.strictObject({ page: planPageSchema, payment: paymentSchema }).openapi('Subscribed');
export type Subscribed = z.infer<typeof subscribedSchema>;

const tags = ['Plan'];
const page = json(planPageSchema, 'The plan and what it costs');
const methodId = z.string().min(1).max(64);

export const getPlanRoute = createRoute({
  method: 'get',
  path: '/v1/subscription',
  tags,
  summary: 'The tenant’s plan, what each plan opens and costs, and what was charged',
  responses: { 200: page, ...problems(401, 403, 404) },
});

export const subscribeRoute = createRoute({
  method: 'post',
  path: '/v1/subscription',
  tags,
  summary: 'Subscribe to Pro from a saved payment method; the first period is charged at once',
  request: { body: jsonBody(z.strictObject({ plan: z.literal('pro'), interval, methodId })) },
  responses: {
    201: json(subscribedSchema, 'Subscribed, or waiting for the bank'),
    ...problems(401, 402, 403, 404, 409),
  },
});

export const changeSubscriptionRoute = createRoute({
  method: 'patch',
  path: '/v1/subscription',
  tags,
  summary: 'Another interval or payment method, from the next charge on; what is past due is tried again at once',
  request: { body: jsonBody(z.strictObject({ interval, methodId }).partial()) },
  responses: { 200: page, ...problems(401, 403, 404, 409) },
});

export const cancelSubscriptionRoute = createRoute({
  method: 'post',
  path: '/v1/subscription/cancellation',
  tags,
  summary: 'End it with the period that is paid; data is kept, features close then',
  responses: { 200: page, ...problems(401, 403, 404, 409) },
});

export const resumeSubscriptionRoute = createRoute({
  method: 'post',
  path: '/v1/subscription/resumption',
  tags,
  summary: 'Take a cancellation back before the period ends',
  responses: { 200: page, ...problems(401, 403, 404, 409) },
});

export const setPlanRoute = createRoute({
  method: 'put',
  path: '/v1/operator/tenants/{slug}/plan',
  tags,
  summary: 'Give a tenant a plan by hand, with the reason',
  request: {
    params: z.strictObject({ slug: z.string().min(1).max(64) }),
    body: jsonBody(z.strictObject({ plan, reason: z.string().trim().min(1).max(1000) })),
  },
  responses: { 200: json(z.strictObject({ slug: z.string(), plan }), 'As it is now'), ...problems(401, 403, 404, 409) },
});
