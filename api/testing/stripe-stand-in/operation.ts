import type { z } from '../../platform/http/routes.ts';
import type { StandInState } from './state.ts';

export type Operation = {
  method: 'GET' | 'POST' | 'DELETE';
  /** `/v1/payment_intents/:id` */
  path: string;
  /** Strict: what it does not name is refused as parameter_unknown. Values arrive as strings. */
  params: z.ZodType;
  /** `account`: the connected account it is done at, when not the platform's own. */
  run(state: StandInState, params: never, ids: Record<string, string>, account: string | undefined): object;
};

/** `operation('POST', '/v1/refunds', z.strictObject({ … }), (state, params, { id }) => …)` */
export function operation<Params>(
  method: Operation['method'],
  path: string,
  params: z.ZodType<Params>,
  run: (state: StandInState, params: Params, ids: Record<string, string>, account: string | undefined) => object,
): Operation {
  return { method, path, params, run: run as Operation['run'] };
}
