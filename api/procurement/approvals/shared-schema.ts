import { z } from '../../platform/http/routes.ts';

/** Shapes that the wire of approvals, policies and delegations shares. */
export const amountSchema = z.strictObject({ amountMinor: z.int(), currency: z.string().length(3) });
export const personSchema = z.strictObject({ id: z.string(), name: z.string() });

export const signalSchema = z
  .strictObject({
    kind: z.enum(['rateAboveBenchmark', 'rateAboveCard', 'overPurchaseOrder', 'overBudget']),
    by: amountSchema.openapi({ description: 'How far above' }),
    of: z.string().openapi({ description: 'Of which purchase order, cost center, rate card or category' }),
    basisPoints: z.int().nullable().openapi({ description: 'For a rate: how far above, in hundredths of a percent' }),
  })
  .openapi('ApprovalSignal');
export type ApprovalSignal = z.infer<typeof signalSchema>;
