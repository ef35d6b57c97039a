import type { z } from '../../platform/http/routes.ts';
import type { StandInState } from './state.ts';

/** Any object of Stripe's: `{ id: 'pi_…', object: 'payment_intent', … }`. */
export type StripeObject = { id: string; object: string; [field: string]: unknown };

export type Operation = {
  method: 'GET' | 'POST' | 'DELETE';
  /** `/v1/payment_intents/:id` */
  path: string;
  /** Strict: what it does not name is refused as parameter_unknown. Values arrive as strings. */
  params: z.ZodType;
  run(state: StandInState, params: never, ids: Record<string, string>): object;
};

/** `operation('POST', '/v1/refunds', z.strictObject({ … }), (state, params, { id }) => …)` */
export function operation<Params>(
  method: Operation['method'],
  path: string,
  params: z.ZodType<Params>,
  run: (state: StandInState, params: Params, ids: Record<string, string>) => object,
): Operation {
  return { method, path, params, run: run as Operation['run'] };
}

/** Refused in Stripe's error shape. */
export class StripeRefusal extends Error {
  readonly status: number;
  readonly body: Record<string, unknown>;
  constructor(status: number, type: string, message: string, more: Record<string, unknown> = {}) {
    super(message);
    this.status = status;
    this.body = { type, message, ...more };
  }
}

export const invalidRequest = (code: string, message: string, param?: string) =>
  new StripeRefusal(400, 'invalid_request_error', message, { code, ...(param && { param }) });
export const resourceMissing = (object: string, id: string) =>
  new StripeRefusal(404, 'invalid_request_error', `No such ${object}: '${id}'`, {
    code: 'resource_missing',
    param: 'id',
  });
