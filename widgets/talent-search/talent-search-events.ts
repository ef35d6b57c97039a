import type { HireErrorCode } from '../core/hire-error.ts';
import type { TalentHit, TalentSearchQuery } from './wire.ts';

export type HireReadyDetail = { total: number };
/** Somebody changed the words, filters or sort. Prevented: the widget does not search; set `query`/`filters` yourself. */
export type HireSearchDetail = { query: TalentSearchQuery };
/**
 * `open`: the profile was asked for (prevented: no panel opens); `choose`: the person was chosen for the form
 * (prevented: the value stays); `close`: the panel was closed.
 */
export type HireSelectDetail = { intent: 'open' | 'choose' | 'close'; id: string; freelancer: TalentHit | undefined };
/** Prevented: nothing is saved or removed. */
export type HireSaveDetail = { id: string; saved: boolean; freelancer: TalentHit | undefined };
/** Prevented: no comparison opens. */
export type HireCompareDetail = { ids: string[]; freelancers: TalentHit[] };
export type HireInviteDetail = { id: string; freelancer: TalentHit | undefined };
export type HireErrorDetail = { code: HireErrorCode; requestId: string | undefined };

declare global {
  interface HTMLElementEventMap {
    'hire-ready': CustomEvent<HireReadyDetail>;
    'hire-search': CustomEvent<HireSearchDetail>;
    'hire-select': CustomEvent<HireSelectDetail>;
    'hire-save': CustomEvent<HireSaveDetail>;
    'hire-compare': CustomEvent<HireCompareDetail>;
    'hire-invite': CustomEvent<HireInviteDetail>;
    'hire-error': CustomEvent<HireErrorDetail>;
  }
}
