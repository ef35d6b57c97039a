import type { HireErrorCode } from './hire-error.ts';

/** It shows what was asked for, for the first time; `total` is how much there is. */
export type HireReadyDetail = { total: number };
/** Something failed. The element tells the person itself; with the request id your support or ours finds it in the log. */
export type HireErrorDetail = { code: HireErrorCode; requestId: string | undefined };

/** By name, what every widget sends. */
export type CoreEvents = { 'hire-ready': HireReadyDetail; 'hire-error': HireErrorDetail };

declare global {
  interface HTMLElementEventMap {
    'hire-ready': CustomEvent<HireReadyDetail>;
    'hire-error': CustomEvent<HireErrorDetail>;
  }
}
