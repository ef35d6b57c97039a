/** Any object of Stripe's: `{ id: 'pi_…', object: 'payment_intent', … }`. */
export type StripeObject = { id: string; object: string; [field: string]: unknown };

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
