import { tinykeys } from 'tinykeys';
import type { Access, Feature } from '../router.ts';
import { navigate } from '../router.ts';
import type { PlainKey } from '../strings/text-keys.ts';
import { preferences } from './preferences.ts';
import { mayOpen } from './session.ts';
import { undoLast } from './toast-stack.ts';

type Place = { key: string; path: string; label: PlainKey; access: Access; feature?: Feature };

/** `g` and a letter; of two with the same letter a person has the one that their roles open. */
const places: readonly Place[] = [
  { key: 'h', path: '/', label: 'nav.home', access: 'signedIn' },
  { key: 'j', path: '/job-posts', label: 'nav.jobPosts', access: 'member' },
  { key: 'j', path: '/jobs', label: 'nav.findWork', access: 'freelancer' },
  { key: 't', path: '/talent', label: 'nav.talent', access: 'member' },
  { key: 'l', path: '/lists', label: 'nav.lists', access: 'member' },
  { key: 'p', path: '/pools', label: 'pools.title', access: 'member' },
  { key: 'p', path: '/my/proposals', label: 'ownProposals.title', access: 'freelancer' },
  { key: 'o', path: '/offers', label: 'nav.offers', access: 'member' },
  { key: 'o', path: '/my/offers', label: 'ownOffers.title', access: 'freelancer' },
  { key: 'c', path: '/contracts', label: 'ownContracts.title', access: 'member' },
  { key: 'c', path: '/my/contracts', label: 'ownContracts.title', access: 'freelancer' },
  { key: 'a', path: '/approvals', label: 'nav.approvals', access: 'teamMember', feature: 'approvals' },
  { key: 'u', path: '/purchase-orders', label: 'purchaseOrders.title', access: 'teamMember', feature: 'procurement' },
  { key: 'b', path: '/budgets', label: 'budgets.title', access: 'teamMember', feature: 'procurement' },
  { key: 'i', path: '/billing/invoices', label: 'invoices.title', access: 'billing' },
  { key: 'i', path: '/my/invoices', label: 'invoices.title', access: 'freelancer' },
  { key: 'e', path: '/earnings', label: 'earnings.title', access: 'freelancer' },
  { key: 'r', path: '/reports', label: 'reports.title', access: 'teamMember', feature: 'reports' },
  { key: 'v', path: '/operator/vetting', label: 'vetting.title', access: 'vetter' },
  { key: 'm', path: '/operator/money', label: 'desk.title', access: 'operatorAdmin' },
  { key: 'n', path: '/notifications', label: 'notices.title', access: 'signedIn' },
  { key: 's', path: '/settings/security', label: 'nav.security', access: 'signedIn' },
];

export function ownPlaces(): readonly Place[] {
  const taken = new Set<string>();
  return places.filter(({ key, access, feature }) => {
    if (taken.has(key) || !mayOpen(access, feature)) return false;
    taken.add(key);
    return true;
  });
}

/** The keys that lead to a page, to be shown beside its link; undefined when there are none or they are turned off. */
export const keysTo = (path: string): string | undefined => {
  const place = preferences.get().shortcuts ? ownPlaces().find((one) => one.path === path) : undefined;
  return place && `G ${place.key.toUpperCase()}`;
};

type Acts = { openPalette: () => void; openHelp: () => void };

/** Single letters act only where nobody types and no dialog is open, and not at all once they are turned off (WCAG 2.1.4). */
export function listenForShortcuts({ openPalette, openHelp }: Acts): () => void {
  const single = (act: () => boolean | undefined) => (event: KeyboardEvent) => {
    if (!preferences.get().shortcuts || isTaken(event)) return;
    if (act() !== false) event.preventDefault();
  };
  const letters = [...new Set(places.map(({ key }) => key))];
  const goTo = (letter: string) => () => {
    const place = ownPlaces().find(({ key }) => key === letter);
    if (place) void navigate(place.path);
    return place !== undefined;
  };
  return tinykeys(
    window,
    {
      '$mod+k': (event) => {
        event.preventDefault();
        openPalette();
      },
      // In a field the browser takes back what was typed; a page with a history of its own has answered already.
      '$mod+z': (event) => {
        if (event.defaultPrevented || isAtField(event) || document.querySelector('dialog[open]')) return;
        if (undoLast()) event.preventDefault();
      },
      '[Shift]+?': single(() => void openHelp()),
      // On some layouts it is typed with Shift.
      '[Shift]+/': single(() => focusSearch() || void openPalette()),
      c: single(() => click('main header .button.primary, main .page-head .button.primary')),
      e: single(() => click('main a[href$="/edit"]')),
      j: single(() => focusRow()),
      k: single(() => focusRow()),
      ...Object.fromEntries(letters.map((letter) => [`g ${letter}`, single(goTo(letter))])),
    },
    { ignore: ({ repeat, isComposing }) => repeat || isComposing },
  );
}

/** Rows answer to their own keys once one of them has the focus. */
function focusRow(): boolean {
  if (document.activeElement?.closest('main tr')) return false;
  const row = document.querySelector<HTMLElement>('main tbody .lead-cell :is(a, button), main .rows > li a');
  row?.focus();
  return row !== null;
}

function focusSearch(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement>('main input[type=search], .top-search input');
  const field = [...fields].find((one) => one.checkVisibility());
  field?.focus();
  field?.select();
  return field !== undefined;
}

function click(selector: string): boolean {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found || found.matches(':disabled, [aria-disabled=true]')) return false;
  found.click();
  return true;
}

function isTaken(event: KeyboardEvent): boolean {
  return (
    event.defaultPrevented ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    isAtField(event) ||
    document.querySelector('dialog[open], :popover-open') !== null
  );
}

function isAtField({ target }: KeyboardEvent): boolean {
  const at = target as HTMLElement;
  return (
    at.isContentEditable || at.matches?.('textarea, select, input:not([type=checkbox], [type=radio], [type=button])')
  );
}
