import type { InviteAnswer } from '@portico/api/hiring/invitations/schema.ts';
import type { TalentSearchQuery } from '@portico/api/talent/search/schema.ts';
import type { CoreEvents } from '../core/core-events.ts';
import type { Person } from './search-view.ts';

/** Somebody changed the words, filters or sort. Prevented: the widget does not search; set `query`/`filters` yourself. */
export type HireSearchDetail = { query: TalentSearchQuery };
/** A profile is opened (prevented: no panel opens) or somebody is chosen for the form (prevented: the value stays). */
export type HireSelectDetail = { intent: 'open' | 'choose'; id: string; freelancer: Person };
/** The profile panel was closed. */
export type HireCloseDetail = { id: string };
/** Prevented: nothing is saved or removed. */
export type HireSaveDetail = { id: string; saved: boolean; freelancer: Person };
/** Prevented: no comparison opens. */
export type HireCompareDetail = { ids: string[]; freelancers: Person[] };
/** Prevented: no dialog opens; the host or portal invites. */
export type HireInviteDetail = { id: string; freelancer: Person };
/** Invitations went out; what became of each person. */
export type HireInvitedDetail = { jobPostId: string; items: InviteAnswer['items'] };

/** By name, what `<hire-talent-search>` sends. */
export type TalentSearchEvents = CoreEvents & {
  'hire-search': HireSearchDetail;
  'hire-select': HireSelectDetail;
  'hire-close': HireCloseDetail;
  'hire-save': HireSaveDetail;
  'hire-compare': HireCompareDetail;
  'hire-invite': HireInviteDetail;
  'hire-invited': HireInvitedDetail;
};

declare global {
  interface HTMLElementEventMap {
    'hire-search': CustomEvent<HireSearchDetail>;
    'hire-select': CustomEvent<HireSelectDetail>;
    'hire-close': CustomEvent<HireCloseDetail>;
    'hire-save': CustomEvent<HireSaveDetail>;
    'hire-compare': CustomEvent<HireCompareDetail>;
    'hire-invite': CustomEvent<HireInviteDetail>;
    'hire-invited': CustomEvent<HireInvitedDetail>;
  }
}
