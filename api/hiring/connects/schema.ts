import { createRoute } from '@hono/zod-openapi';
import { moneySchema } from '../../money/schema.ts';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { movementKinds, returnReasons } from './connects.ts';

const connects = z.int().min(0);
const instant = z.iso.datetime();

export const connectsLotSchema = z
  .strictObject({
    id: z.string(),
    from: z.enum(['grant', 'purchase', 'returned']),
    remaining: z.int().min(1),
    expiresAt: instant,
  })
  .openapi('ConnectsLot');

export const connectsMovementSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(movementKinds),
    state: z.enum(['pending', 'posted', 'voided']).openapi({
      description: 'pending: a purchase under way or a boost that stands; voided: it came to nothing',
    }),
    connects: z.int().openapi({ description: 'What came, or below zero what went' }),
    reason: z.enum(returnReasons).nullable().openapi({ description: 'For what came back' }),
    month: z.string().nullable().openapi({ description: 'For a grant: 2026-11' }),
    jobPost: z.strictObject({ id: z.string(), title: z.string() }).nullable(),
    proposalId: z.string().nullable(),
    purchaseId: z.string().nullable(),
    occurredAt: instant,
  })
  .openapi('ConnectsMovement');

export const connectsAccountSchema = z
  .strictObject({
    balance: connects.openapi({ description: 'What can be spent now' }),
    held: connects.openapi({ description: 'In boosts that stand' }),
    monthlyGrant: connects,
    nextGrantAt: instant,
    lots: z.array(connectsLotSchema).openapi({ description: 'In the order of spending; they sum to the balance' }),
    movements: z.array(connectsMovementSchema).openapi({ description: 'The newest first' }),
    nextCursor: z.string().nullable(),
  })
  .openapi('ConnectsAccount');

export const connectsPurchaseSchema = z
  .strictObject({
    id: z.string(),
    connects: z.int(),
    price: moneySchema,
    state: z.enum(['pending', 'posted', 'voided']).openapi({
      description: 'pending: the processor has not decided yet; the connects come when it has',
    }),
    card: z.string().openapi({ example: 'Sandbox card ending in 4242' }),
    processor: z.string().openapi({ description: '`sandbox` moves no real money' }),
    createdAt: instant,
  })
  .openapi('ConnectsPurchase');

export const connectsBundlesSchema = z
  .strictObject({
    bundles: z.array(z.strictObject({ connects: z.int(), price: moneySchema })),
    processor: z.strictObject({
      name: z.string(),
      isSandbox: z.boolean(),
      cards: z
        .array(z.strictObject({ token: z.string(), label: z.string() }))
        .openapi({ description: 'Test cards of the sandbox; empty for a processor that takes real ones' }),
    }),
  })
  .openapi('ConnectsBundles');

export type ConnectsLot = z.infer<typeof connectsLotSchema>;
export type ConnectsMovement = z.infer<typeof connectsMovementSchema>;
export type ConnectsAccount = z.infer<typeof connectsAccountSchema>;
export type ConnectsPurchase = z.infer<typeof connectsPurchaseSchema>;
export type ConnectsBundles = z.infer<typeof connectsBundlesSchema>;

const tags = ['Connects'];

export const getConnectsRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/connects',
  tags,
  summary: 'Balance, lots with their expiry, and each movement with why',
  request: { query: z.strictObject({ cursor: z.string().max(500).optional() }) },
  responses: { 200: json(connectsAccountSchema, 'The account'), ...problems(401, 403) },
});

export const listBundlesRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/connects/bundles',
  tags,
  summary: 'Bundles to buy, and what they are paid with',
  responses: { 200: json(connectsBundlesSchema, 'The bundles'), ...problems(401, 403) },
});

export const buyConnectsRoute = createRoute({
  method: 'post',
  path: '/v1/freelancers/me/connects/purchases',
  tags,
  summary: 'Buy a bundle',
  request: {
    headers: z.object({ 'idempotency-key': z.string().min(1).max(255).optional() }),
    body: jsonBody(
      z.strictObject({
        connects: z.int().openapi({ description: 'One of the bundles', example: 20 }),
        card: z.string().min(1).max(200).openapi({ description: 'The processor’s token of a card' }),
      }),
    ),
  },
  responses: {
    201: json(connectsPurchaseSchema, 'Bought, or under way while its state is pending'),
    ...problems(401, 402, 403, 409),
  },
});

export const getPurchaseRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/connects/purchases/{id}',
  tags,
  summary: 'How a purchase stands',
  request: { params: z.strictObject({ id: z.string().min(1).max(64) }) },
  responses: { 200: json(connectsPurchaseSchema, 'The purchase'), ...problems(401, 403, 404) },
});
