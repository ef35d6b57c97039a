/**
 * The version of Stripe's API whose shapes are written down here; raised together with the client and with a look at
 * what changed, never by the account's own setting.
 */
export const stripeApiVersion = '2026-10-28.endive';
